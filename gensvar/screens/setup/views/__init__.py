"""The pages of settings, a file for each kind."""
