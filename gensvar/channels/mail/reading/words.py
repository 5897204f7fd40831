"""Read header text: RFC 2047 words, also the broken ones, and raw eight-bit letters."""

import binascii
import re
from dataclasses import dataclass

from gensvar.channels.mail.reading.charsets import decode
from gensvar.channels.mail.reading.limits import MAX_HEADER_VALUE

WORD = re.compile(
    rb"=\?([\w.:;+-]{1,40})(?:\*[\w-]{0,20})?\?([bqBQ])\?((?:[^?]|\?(?!=)){0,4000})\?=",
)
UNFINISHED = re.compile(rb"=\?([\w.:;+-]{1,40})(?:\*[\w-]{0,20})?\?([bqBQ])\?([^?]{1,4000})\??\Z")
CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]")
SPACES = re.compile(r"[ \t\u00a0\u3000]+")


@dataclass(slots=True)
class _Run:
    """Bytes of one charset: a letter may be split between two words."""

    charset: str
    content: bytes
    open_base64: bytes = b""


def header_text(value: bytes, charset: str = "") -> str:
    """Return the words of a header value on one line, without anything that could harm."""
    return one_line(raw_text(value, charset))


def one_line(text: str) -> str:
    """Return `text` without line breaks, control signs and signs that turn writing around."""
    return SPACES.sub(" ", CONTROLS.sub(" ", text)).strip()


def raw_text(value: bytes, charset: str = "") -> str:
    """Return the words of a header value just as they are, line breaks and all."""
    value = value[:MAX_HEADER_VALUE]
    if b"=?" not in value:
        return decode(value, charset).text
    pieces: list[str] = []
    run: _Run | None = None
    position = 0
    for word in WORD.finditer(value):
        between = value[position : word.start()]
        if between.strip() or (between and run is None):
            pieces += [_finish(run), decode(between, charset).text]
            run = None
        run = _grow(pieces, run, word)
        position = word.end()
    pieces.append(_finish(run))
    rest = value[position:]
    unfinished = UNFINISHED.search(rest)
    if unfinished:
        pieces.append(decode(rest[: unfinished.start()], charset).text)
        run = _grow(pieces, None, unfinished)
        pieces.append(_finish(run))
    else:
        pieces.append(decode(rest, charset).text)
    return "".join(pieces)


def _grow(pieces: list[str], run: _Run | None, word: re.Match[bytes]) -> _Run:
    """Add a word to the run, or begin a new run when the charset changes."""
    charset = word[1].decode("ascii", "replace").lower()
    if run is None or run.charset != charset:
        pieces.append(_finish(run))
        run = _Run(charset, b"")
    if word[2] in b"bB":
        packed = run.open_base64 + re.sub(rb"[^A-Za-z0-9+/]", b"", word[3])
        is_open = len(packed) % 4 != 0 and b"=" not in word[3]
        whole = len(packed) - len(packed) % 4 if is_open else len(packed)
        run.open_base64 = packed[whole:]
        run.content += _unpacked(packed[:whole])
    else:
        run.content += _closed(run) + binascii.a2b_qp(word[3].replace(b"_", b"=20"))
    return run


def _unpacked(packed: bytes) -> bytes:
    if len(packed) % 4 == 1:
        packed = packed[:-1]
    return binascii.a2b_base64(packed + b"=" * (-len(packed) % 4))


def _closed(run: _Run) -> bytes:
    left, run.open_base64 = run.open_base64, b""
    return _unpacked(left)


def _finish(run: _Run | None) -> str:
    if run is None:
        return ""
    return decode(run.content + _closed(run), run.charset).text
