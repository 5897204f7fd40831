"""Tokens, webhooks, imports and exports."""
