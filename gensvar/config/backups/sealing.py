"""A stream sealed in pieces: what was cut, swapped or changed is noticed, not read.

Each piece of a mebibyte is AES-256-GCM under a key made for this one file; the counter is the
nonce, and the header and the mark of the last piece are bound in.
"""

from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gensvar.config.refusals import CannotRun

PIECE = 2**20
TAG = 16
LAST = b"last"
MORE = b"more"


class SealingWriter:
    """Seal what is written to it; nothing is whole before `close`."""

    def __init__(self, out: IO[bytes], *, key: bytes, header: bytes) -> None:
        self._out = out
        self._cipher = _cipher(key, header)
        self._header = header
        self._pending = bytearray()
        self._count = 0

    def write(self, content: bytes) -> int:
        self._pending += content
        while len(self._pending) > PIECE:
            self._seal(bytes(self._pending[:PIECE]), MORE)
            del self._pending[:PIECE]
        return len(content)

    def close(self) -> None:
        self._seal(bytes(self._pending), LAST)

    def _seal(self, piece: bytes, place: bytes) -> None:
        bound = self._header + place
        self._out.write(self._cipher.encrypt(_nonce(self._count), piece, bound))
        self._count += 1


class UnsealingReader:
    """Read back what a `SealingWriter` wrote; raise CannotRun if a single bit differs."""

    def __init__(self, source: IO[bytes], *, key: bytes, header: bytes) -> None:
        self._source = source
        self._cipher = _cipher(key, header)
        self._header = header
        self._next = source.read(PIECE + TAG)
        self._opened = bytearray()
        self._count = 0

    def read(self, size: int) -> bytes:
        while len(self._opened) < size and self._next:
            self._open_piece()
        content = bytes(self._opened[:size])
        del self._opened[:size]
        return content

    def _open_piece(self) -> None:
        sealed, self._next = self._next, self._source.read(PIECE + TAG)
        bound = self._header + (MORE if self._next else LAST)
        try:
            self._opened += self._cipher.decrypt(_nonce(self._count), sealed, bound)
        except InvalidTag:
            raise CannotRun(
                "This backup is damaged: it was cut short or changed after it was made."
            ) from None
        self._count += 1


def _cipher(key: bytes, header: bytes) -> AESGCM:
    """Make the key of one file: its header carries random bytes of its own."""
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=header).derive(key))


def _nonce(count: int) -> bytes:
    return count.to_bytes(12, "big")
