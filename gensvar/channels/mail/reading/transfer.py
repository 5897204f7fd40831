"""Undo the transfer encodings, also when they were damaged on the way."""

import binascii
import re
from dataclasses import dataclass

WORDS = re.compile(rb"[A-Za-z]{2} +[A-Za-z]{2}[A-Za-z ]*[ .,]")
BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
SOFT_BREAK = re.compile(rb"=[ \t]+(?=\r?\n)")
BROKEN_QUOTED = re.compile(rb"=(?![0-9A-Fa-f]{2}|\r?\n|$)")
UU_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,200})\r?\n", re.MULTILINE)
UU_END = re.compile(rb"^end[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Unpacked:
    content: bytes
    is_broken: bool = False


def unpack(body: bytes, encoding: str) -> Unpacked:
    """Decode `body` by its Content-Transfer-Encoding."""
    name = encoding.strip(" \t\"';").lower()
    if name.startswith("base64") or name == "base-64":
        return _base64(body)
    if name in ("quoted-printable", "quoted_printable", "quotedprintable", "qp"):
        return _quoted_printable(body)
    if name in ("x-uuencode", "uuencode", "x-uue", "uue"):
        files = uuencoded(body)
        return Unpacked(files[0].content) if files else Unpacked(body, is_broken=True)
    return Unpacked(body)


def _base64(body: bytes) -> Unpacked:
    packed = body.translate(None, b"\r\n\t \x00")
    if b" " in body and _is_prose(body):
        return Unpacked(body, is_broken=True)
    try:
        return Unpacked(binascii.a2b_base64(packed, strict_mode=True))
    except binascii.Error:
        pass
    lines = [line.translate(None, b"\t \x00") for line in body.splitlines()]
    good = [line for line in lines if BASE64_LINE.fullmatch(line)]
    kept, wanted = sum(map(len, good)), sum(map(len, lines))
    if kept * 2 < wanted and not _is_one_damaged_run(packed):
        # Plain text under a wrong label, or no base64 left worth the name.
        return Unpacked(body, is_broken=True)
    if kept * 2 < wanted:
        good = [re.sub(rb"[^A-Za-z0-9+/=]", b"", packed)]
    # A file joined from several encoded pieces has padding in its middle.
    pieces = re.findall(rb"[A-Za-z0-9+/]+", b"".join(good))
    return Unpacked(b"".join(map(_quads, pieces)), is_broken=True)


def _is_prose(body: bytes) -> bool:
    """Tell whether most lines have several words: base64 never has, whatever the label says."""
    lines = [line for line in body[:20_000].splitlines() if line.strip()]
    return sum(WORDS.search(line) is not None for line in lines) * 2 > len(lines)


def _is_one_damaged_run(packed: bytes) -> bool:
    strange = len(re.findall(rb"[^A-Za-z0-9+/=]", packed))
    return b"," not in packed and b"." not in packed and strange * 20 < len(packed)


def _quads(piece: bytes) -> bytes:
    rest = len(piece) % 4
    if rest == 1:
        piece, rest = piece[:-1], 0
    return binascii.a2b_base64(piece + b"=" * (-rest % 4))


def _quoted_printable(body: bytes) -> Unpacked:
    is_broken = BROKEN_QUOTED.search(body) is not None
    return Unpacked(binascii.a2b_qp(SOFT_BREAK.sub(b"=", body)), is_broken)


@dataclass(frozen=True, slots=True)
class UuFile:
    name: bytes
    content: bytes
    start: int
    end: int


def uuencoded(body: bytes) -> list[UuFile]:
    """Find files written into a text in the old Unix way."""
    files: list[UuFile] = []
    position = 0
    while (begin := UU_BEGIN.search(body, position)) and len(files) < 100:
        end = UU_END.search(body, begin.end())
        if end is None:
            break
        content = _uu_lines(body[begin.end() : end.start()])
        if content:
            files.append(UuFile(begin[1].strip(), content, begin.start(), end.end()))
        position = end.end()
    return files


def _uu_lines(packed: bytes) -> bytes:
    content: list[bytes] = []
    for line in packed.splitlines():
        try:
            content.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders write a wrong count: trust the count, not the line's length.
            length = ((line[0] - 32) & 63) * 4 // 3 + 2 if line else 0
            try:
                content.append(binascii.a2b_uu(line[:length]))
            except binascii.Error:
                return b""
    return b"".join(content)
