"""Pure decisions about programs: what a scope may be called, when to try again, where to go."""

import hashlib
import ipaddress
import re
from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

TOKEN_PREFIX = "gsv_"  # noqa: S105 so that a leaked token is known for what it is
# After the n:th failure; the schedule that the Standard Webhooks convention proposes.
PAUSES = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)


def digest_of(secret: str) -> str:
    """Return what is stored of a token: enough to know it again, too little to use it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def scopes_in(written: Iterable[str]) -> list[str]:
    """Return scopes in one form and order, however they were written: `a:read,b.write`, repeated.

    >>> scopes_in(["cases.read, contacts:write", "cases:read"])
    ['cases:read', 'contacts:write']
    """
    words = (word for part in written for word in re.split(r"[,\s]+", part) if word)
    return sorted({word.lower().replace(".", ":") for word in words})


def pause_after(failures: int) -> timedelta | None:
    """Return how long to wait after so many failures, or None when it is time to give up."""
    return PAUSES[failures - 1] if failures <= len(PAUSES) else None


def is_public_address(address: str) -> bool:
    """Say whether an IP address belongs to the open internet, also behind a mapping."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        found = found.ipv4_mapped or found.sixtofour or found
    return found.is_global and not found.is_multicast


def is_web_address(url: str, *, https_only: bool) -> bool:
    """Say whether a URL can be told events: a plain host, no password, and encrypted."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    has_scheme = parts.scheme == "https" or (parts.scheme == "http" and not https_only)
    is_clean = not re.search(r"[\s\x00-\x1f\x7f\\]", url) and port != 0
    return has_scheme and bool(parts.hostname) and parts.username is None and is_clean
