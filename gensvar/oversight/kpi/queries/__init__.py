"""Figures, read from what was counted as it happened."""
