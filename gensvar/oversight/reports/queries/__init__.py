"""Figures of the reports, each counted as its recipient may see them, and the archive."""
