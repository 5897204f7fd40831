"""Seal a draft with what only the browser holds: its cookie finds the row and opens it."""

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


@dataclass(frozen=True)
class Token:
    """What the cookie holds."""

    secret: str

    @classmethod
    def new(cls) -> "Token":
        return cls(secrets.token_urlsafe(32))

    @property
    def mark(self) -> str:
        """The name of the row; it tells nothing about the key."""
        return self._derive(b"mark").hex()

    def seal(self, content: bytes, *, place: str) -> bytes:
        """Return `content` closed, bound to its place so that two cannot be swapped."""
        nonce = os.urandom(_NONCE)
        return nonce + AESGCM(self._derive(b"key")).encrypt(nonce, content, place.encode())

    def unseal(self, sealed: bytes, *, place: str) -> bytes:
        opener = AESGCM(self._derive(b"key"))
        return opener.decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode())

    def _derive(self, use: bytes) -> bytes:
        return hmac.new(self.secret.encode(), b"gensvar portal " + use, hashlib.sha256).digest()
