"""Keep what people sent, once, encrypted, on disk before the row that speaks of it."""

import hashlib
from datetime import datetime
from io import BytesIO

import puremagic
from django.core.files import File
from django.core.files.storage import storages

from gensvar.foundation.files import vault
from gensvar.foundation.files.models import StoredFile


def store_file(content: bytes, *, at: datetime, media_type: str = "") -> StoredFile:
    """Keep some bytes and return their row; the same bytes are kept only once."""
    digest = hashlib.sha256(content).hexdigest()
    if known := StoredFile.objects.filter(sha256=digest).first():
        return known
    key_id, sealed = vault.seal(content, digest=digest)
    _write(digest, sealed)
    stored, _is_new = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={
            "size": len(content),
            "media_type": media_type or true_type(content),
            "key_id": key_id,
            "stored_at": at,
        },
    )
    return stored


def read_file(stored: StoredFile) -> bytes:
    """Return the bytes as they were sent."""
    with storages["vault"].open(_name(stored.sha256), "rb") as file:
        return vault.unseal(file.read(), digest=stored.sha256, key_id=stored.key_id)


def true_type(content: bytes) -> str:
    """Say what the bytes are, whatever their name claims."""
    if not content:
        return "application/x-empty"
    try:
        return str(puremagic.from_string(content[:8192], mime=True)) or _text_or_bytes(content)
    except puremagic.PureError:
        return _text_or_bytes(content)


def _text_or_bytes(content: bytes) -> str:
    is_text = b"\0" not in content[:8192]
    return "text/plain" if is_text else "application/octet-stream"


def _name(digest: str) -> str:
    return f"{digest[:2]}/{digest[2:4]}/{digest}"


def _write(digest: str, sealed: bytes) -> None:
    storages["vault"].save(_name(digest), File(BytesIO(sealed)))
