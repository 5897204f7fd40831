"""The pages on which figures are read."""
