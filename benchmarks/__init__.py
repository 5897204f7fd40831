"""Measurements: each module with a `run()` yields figures, each with what it is held against."""
