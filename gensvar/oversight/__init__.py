"""How well we do, and how we plan to do better."""
