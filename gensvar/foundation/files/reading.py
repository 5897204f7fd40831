"""Read the text of a document: PDF, the zipped XML of office programs, plain text.

Files come from anybody, so they are read in a process of its own that may use only so much time and
memory. What cannot be read has no text; nobody waits for it, and nothing is refused for it.
"""

import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice
from typing import Final
from zipfile import BadZipFile, ZipFile

MOST_LETTERS: Final = 200_000
MOST_PAGES: Final = 200
MOST_UNPACKED: Final = 30 * 2**20
SECONDS: Final = 15
MEMORY: Final = 768 * 2**20
_PDF: Final = re.compile(rb".{0,1000}?%PDF-", re.DOTALL)
# Where the text lies in what Word, Excel, PowerPoint and LibreOffice write.
_PARTS: Final = re.compile(
    r"content\.xml|word/(document|footnotes|header\d*)\.xml"
    r"|xl/sharedStrings\.xml|ppt/slides/slide\d+\.xml"
)
# Marks that end a word: paragraphs, headings, cells, spaces.
_BREAKS: Final = {"p", "h", "si", "s", "tab", "br", "line-break", "table-cell"}
_CONTROL: Final = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")


def text_in(content: bytes) -> str:
    """Return the text of a file, empty where it has none or cannot be read."""
    if not _is_document(content):
        return ""
    try:
        read = subprocess.run(
            [sys.executable, "-I", __file__],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    return read.stdout.decode("utf-8", "ignore") if read.returncode == 0 else ""


def _is_document(content: bytes) -> bool:
    return (
        content.startswith(b"PK\x03\x04")
        or _PDF.match(content) is not None
        or _CONTROL.search(content[:8192]) is None
    )


def _read(content: bytes) -> Iterator[str]:
    if _PDF.match(content):
        yield from _pages(content)
    elif content.startswith(b"PK\x03\x04"):
        with suppress(BadZipFile), ZipFile(BytesIO(content)) as parts:
            yield from _office(parts)
    else:
        from charset_normalizer import from_bytes

        yield str(from_bytes(content[: 4 * MOST_LETTERS]).best() or "")


def _pages(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    for page in islice(PdfReader(BytesIO(content)).pages, MOST_PAGES):
        yield page.extract_text()


def _office(parts: ZipFile) -> Iterator[str]:
    from defusedxml.ElementTree import DefusedXMLParser

    left = MOST_UNPACKED
    for part in parts.infolist():
        if _PARTS.fullmatch(part.filename) and part.file_size <= left:
            left -= part.file_size
            parser = DefusedXMLParser(target=_Said())
            parser.feed(parts.read(part))
            yield str(parser.close())


class _Said:
    """What is written in some XML: words as they stand, however they are marked within."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def data(self, words: str) -> None:
        self._words.append(words)

    def end(self, tag: str) -> None:
        if tag.rpartition("}")[2] in _BREAKS:
            self._words.append(" ")

    def close(self) -> str:
        return "".join(self._words)


def _print_text() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    said: list[str] = []
    length = 0
    with suppress(Exception):  # half a document is better than none
        for words in _read(sys.stdin.buffer.read()):
            if words := " ".join(words.replace("\0", " ").split()):
                said.append(words)
                length += len(words) + 1
            if length > MOST_LETTERS:
                break
    sys.stdout.buffer.write(" ".join(said)[:MOST_LETTERS].encode("utf-8", "ignore"))


if __name__ == "__main__":
    _print_text()
