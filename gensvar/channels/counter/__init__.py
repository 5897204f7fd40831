"""Visits: a number at the door, a call to a desk, and the same case page as for any contact."""
