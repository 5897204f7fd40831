"""Secrets of webhooks; in the database they lie sealed with the keys that seal the files."""

import base64
import secrets

PURPOSE = "webhook"


def new_secret() -> str:
    """Return a secret in the form of the Standard Webhooks convention."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}"
