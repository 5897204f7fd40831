"""Verbs that join several slices: what one decision means in each of them."""
