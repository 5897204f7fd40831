"""Secrets of webhooks, sealed with the keys that seal the files."""

import base64
import secrets

from gensvar.foundation.files import vault

PURPOSE = "webhook"


def new_secret() -> str:
    """Return a secret in the form of the Standard Webhooks convention."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}"


def sealed(secret: str) -> str:
    return vault.seal_text(secret, purpose=PURPOSE)


def unsealed(text: str) -> str:
    return vault.unseal_text(text, purpose=PURPOSE)
