"""Presence, priority and what is to be told, decided without a database."""
