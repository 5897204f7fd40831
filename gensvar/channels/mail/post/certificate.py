"""Our own proof of who we are at the door: read at start, and again when it has been renewed."""

import logging
import ssl
from pathlib import Path

from django.conf import settings

log = logging.getLogger(__name__)


class Certificate:
    """A certificate and its key in files, as whoever renews them writes them."""

    def __init__(self, certificate: str, key: str) -> None:
        self._files = (Path(certificate), Path(key))
        self._read = self._changed()
        self._context = _context(*self._files)

    def context(self) -> ssl.SSLContext:
        """Return what a conversation is encrypted with; an unreadable renewal changes nothing."""
        try:
            changed = self._changed()
            if changed != self._read:
                self._read = changed
                self._context = _context(*self._files)
        except (OSError, ssl.SSLError):
            log.exception("certificate_unreadable")
        return self._context

    def _changed(self) -> tuple[int, ...]:
        return tuple(path.stat().st_mtime_ns for path in self._files)


def certificate_of_the_door() -> Certificate | None:
    """Return the certificate that the settings name, or none.

    Raises OSError or ssl.SSLError where the files that they name cannot be used.
    """
    if not (settings.SMTP_TLS_CERT or settings.SMTP_TLS_KEY):
        return None
    return Certificate(settings.SMTP_TLS_CERT, settings.SMTP_TLS_KEY)


def _context(certificate: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(certificate, key)
    return context
