"""Verbs of the chat: decide about it, begin, talk, choose another way, end, send a copy."""
