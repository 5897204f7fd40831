"""Shared mailboxes: mail received, read, threaded and sent."""
