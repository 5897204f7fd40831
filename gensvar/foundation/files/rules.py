"""What people may send as files: how many bytes, under which names, of which kinds."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

# All files of one message together, as mail allows.
MOST_BYTES: Final = 25 * 2**20
MOST_FILES: Final = 15
LONGEST_NAME: Final = 120

_ZIP: Final = re.compile(rb"PK\x03\x04")
_OLE: Final = re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_JPEG: Final = re.compile(rb"\xff\xd8\xff")
_TIFF: Final = re.compile(rb"II\*\0|MM\0\*")
_HEIF: Final = re.compile(rb".{4}ftyp(heic|heix|heif|hevc|mif1|msf1|avif)", re.DOTALL)
_MOVIE: Final = re.compile(rb".{4}(ftyp|moov|mdat|wide|free)", re.DOTALL)
_SOUND: Final = re.compile(rb"ID3|\xff[\xe2-\xff]")
# Text is whatever has no byte that text never has.
_TEXT: Final = re.compile(rb"[^\0-\x08\x0e-\x1a\x1c-\x1f]*\Z")

# What a file begins with, by what its name claims. Kinds that run or redraw pages are not here.
_BEGINNINGS: Final[Mapping[str, re.Pattern[bytes]]] = {
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "heic": _HEIF,
    "heif": _HEIF,
    "avif": _HEIF,
    "tif": _TIFF,
    "tiff": _TIFF,
    "pdf": re.compile(rb".{0,1000}?%PDF-", re.DOTALL),
    "docx": _ZIP,
    "xlsx": _ZIP,
    "pptx": _ZIP,
    "odt": _ZIP,
    "ods": _ZIP,
    "odp": _ZIP,
    "doc": _OLE,
    "xls": _OLE,
    "ppt": _OLE,
    "msg": _OLE,
    "rtf": re.compile(rb"\{\\rtf"),
    "txt": _TEXT,
    "csv": _TEXT,
    "mp4": _MOVIE,
    "m4a": _MOVIE,
    "mov": _MOVIE,
    "3gp": _MOVIE,
    "mp3": _SOUND,
    "wav": re.compile(rb"RIFF.{4}WAVE", re.DOTALL),
    "ogg": re.compile(rb"OggS"),
}
ACCEPTED: Final = tuple(_BEGINNINGS)


def is_accepted(name: str) -> bool:
    """Say whether files called so are taken at all."""
    return _ending(name) in _BEGINNINGS


def is_what_it_claims(name: str, content: bytes) -> bool:
    """Say whether the bytes are of the kind that the name claims."""
    beginning = _BEGINNINGS.get(_ending(name))
    return beginning is not None and beginning.match(content[:4096]) is not None


def clean_name(name: str) -> str:
    """Return a file name that is only a name: no folders, no control or direction signs.

    >>> clean_name("../../etc/hål i gatan.jpg")
    'hål i gatan.jpg'
    """
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(
        sign for sign in name if unicodedata.category(sign)[0] not in "CZ" or sign == " "
    )
    kept = re.sub(r'[<>:"|?*]', "-", " ".join(kept.split())).strip(". ")
    stem, dot, ending = kept.rpartition(".")
    if not dot:
        return kept[:LONGEST_NAME] or "fil"
    return f"{stem[: LONGEST_NAME - len(ending) - 1] or 'fil'}.{ending[:20]}"


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
