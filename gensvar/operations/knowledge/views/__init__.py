"""Pages on which articles are read and kept."""
