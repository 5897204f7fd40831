"""Matters that may take more than one contact: state, owner, hand-over, answer."""
