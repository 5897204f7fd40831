"""Who they are and how to reach them, one relation per client."""
