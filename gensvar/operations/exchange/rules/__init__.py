"""Logs of other exchanges: lines as they are written, and the calls that they tell of."""
