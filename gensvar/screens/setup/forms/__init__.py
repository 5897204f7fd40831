"""What is asked for on the pages of settings."""
