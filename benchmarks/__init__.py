"""Measurements, each a module with `run()`: lines of figure, value, unit, what it is held against."""
