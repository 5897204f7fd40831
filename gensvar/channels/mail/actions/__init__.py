"""Verbs of the mail channel: keep what arrives, take it in, send, listen for silence."""
