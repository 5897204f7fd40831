"""Engines: what a bridge tells of and orders, and the two that do it, simulated and Asterisk's."""
