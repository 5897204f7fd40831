"""Numbers and decisions only."""
