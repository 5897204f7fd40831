"""Verbs of the text channel: keep what arrives, take it in, obey STOP, send, hear how it went."""
