"""Properties, buildings, rooms, installations and products, and which group answers for each."""
