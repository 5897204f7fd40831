"""Encrypt and decrypt file content. The newest key in the key folder seals, any of them opens.

A key is a file `var/keys/files-<id>.key` of 32 random bytes. Content is AES-256-GCM in one piece,
bound to its own digest, so that files swapped on disk are noticed.
"""

import base64
import os
import threading
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12


class KeyMissing(Exception):
    """A file was sealed with a key that is not in the key folder."""


def seal(content: bytes, *, digest: str) -> tuple[str, bytes]:
    """Return the id of the key used and the sealed bytes."""
    key_id, key = _newest_key()
    nonce = os.urandom(NONCE)
    return key_id, nonce + AESGCM(key).encrypt(nonce, content, digest.encode())


def unseal(sealed: bytes, *, digest: str, key_id: str) -> bytes:
    path = _folder() / f"files-{key_id}.key"
    if not path.exists():
        raise KeyMissing(key_id)
    return AESGCM(path.read_bytes()).decrypt(sealed[:NONCE], sealed[NONCE:], digest.encode())


def seal_text(text: str, *, purpose: str) -> str:
    """Return a secret as it may lie in the database: sealed, with the id of its key."""
    key_id, content = seal(text.encode(), digest=purpose)
    return f"{key_id}:{base64.b64encode(content).decode()}"


def unseal_text(text: str, *, purpose: str) -> str:
    key_id, _colon, content = text.partition(":")
    return unseal(base64.b64decode(content), digest=purpose, key_id=key_id).decode()


def make_key() -> str:
    """Add a key that seals everything from now on, and return its id."""
    ids = [int(path.stem.removeprefix("files-")) for path in _folder().glob("files-*.key")]
    key_id = f"{max(ids, default=0) + 1:04d}"
    beside = _folder() / f".{key_id}.{os.getpid()}.{threading.get_ident()}"
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(AESGCM.generate_key(256))
            os.fsync(file.fileno())
        # The key appears whole or not at all: others may look for it at this very moment.
        os.link(beside, _folder() / f"files-{key_id}.key")
    finally:
        beside.unlink()
    return key_id


def _newest_key() -> tuple[str, bytes]:
    newest = max(_folder().glob("files-*.key"), default=None)
    if newest is None:
        with suppress(FileExistsError):  # another process was first
            make_key()
        newest = max(_folder().glob("files-*.key"))
    return newest.stem.removeprefix("files-"), newest.read_bytes()


def _folder() -> Path:
    folder = Path(settings.KEYS_FOLDER)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
