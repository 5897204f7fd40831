"""Pages that join several slices, one folder per kind of user."""
