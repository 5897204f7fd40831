"""Split a raw mail into its parts.

Written here rather than by the standard library's parser, which nests one Python generator
per level: 200 levels cost it 100 ms, a thousand end in RecursionError, and a 30 MB picture takes
it three times as long. This one walks the lines that begin with two dashes once, whatever the
depth, and copies nothing until asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gensvar.channels.mail.reading.limits import (
    MAX_BOUNDARY_LINES,
    MAX_DEPTH,
    MAX_HEADER_BLOCK,
    MAX_HEADERS,
    MAX_PARTS,
)
from gensvar.channels.mail.reading.parameters import Structured, structured
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.transfer import Unpacked, unpack

HEADER = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
FIELD_LINE = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]*\S", re.MULTILINE)
KNOWN_FIELD = re.compile(
    rb"^(?:from|to|subject|message-id|mime-version|content-type|content-transfer-encoding):",
    re.IGNORECASE | re.MULTILINE,
)
MBOX_LINE = re.compile(rb">?From (?!:)[^\r\n:]{1,300}[^\r\n]*\n")
TYPE = re.compile(r"[^\s/]+/[^\s/]+|html|text")
DASH_LINE = re.compile(rb"^--([^\r\n]{0,200})", re.MULTILINE)
PART_FOLLOWS = re.compile(rb"[ \t]*\r?\n(?:content-[a-z-]+:|\r?\n)", re.IGNORECASE)
MAX_PART_HEADERS = 64_000


@dataclass(slots=True, eq=False)
class Part:
    """One node of the mail's tree: its headers, and where in `raw` its body lies."""

    raw: bytes
    headers: list[tuple[str, bytes]]
    start: int
    end: int
    parent: "Part | None" = None
    children: list["Part"] = field(default_factory=list)
    outside: list[bytes] = field(default_factory=list)
    kind: Structured = field(default_factory=Structured)
    disposition: Structured = field(default_factory=Structured)

    def all(self, name: str) -> list[bytes]:
        return [value for one, value in self.headers if one == name]

    def first(self, name: str) -> bytes:
        return next((value for one, value in self.headers if one == name), b"")

    @property
    def type(self) -> str:
        return self.kind.value

    @property
    def is_multipart(self) -> bool:
        return bool(self.children)

    @property
    def body(self) -> bytes:
        return self.raw[self.start : self.end]

    def content(self) -> Unpacked:
        """Return the body with its transfer encoding undone."""
        encoding = self.first("content-transfer-encoding").decode("ascii", "replace")
        return unpack(self.body, encoding)

    def walk(self) -> Iterator["Part"]:
        """Yield this part and all below, in reading order."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.children))

    def ancestors(self) -> Iterator["Part"]:
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


@dataclass(slots=True)
class _Open:
    """A multipart whose end has not been seen."""

    boundary: bytes
    part: Part


def split(raw: bytes) -> tuple[Part, list[Problem]]:
    """Return the tree of parts in `raw`, and what was wrong with it."""
    problems: list[Problem] = []
    raw = _without_envelope(raw)
    root = _part_at(raw, 0, len(raw), problems)
    if not root.headers and raw.strip():
        problems.append(Problem.NO_HEADERS)
    _find_children(root, problems)
    return root, problems


def _without_envelope(raw: bytes) -> bytes:
    """Take away what stands before the headers, and give old Macs' mails line feeds."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raw = raw.decode("utf-16", "replace").encode("utf-8", "replace")
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t\x00")
    head = raw[:MAX_HEADER_BLOCK]
    if b"\n" not in head and b"\r" in head:
        raw = raw.replace(b"\r", b"\n")
    elif b"\r\r\n" in head:
        raw = raw.replace(b"\r\r\n", b"\r\n")
    while MBOX_LINE.match(raw):
        raw = raw.partition(b"\n")[2]
    return raw


def _part_at(raw: bytes, start: int, end: int, problems: list[Problem]) -> Part:
    headers, body = _headers(raw, start, end, problems)
    part = Part(raw, headers, body, end)
    part.kind = structured(part.first("content-type"))
    if not TYPE.fullmatch(part.kind.value):
        # RFC 2045: what cannot be understood is plain text.
        part.kind = Structured("", part.kind.parameters)
    part.disposition = structured(part.first("content-disposition"))
    return part


def _headers(
    raw: bytes, start: int, end: int, problems: list[Problem]
) -> tuple[list[tuple[str, bytes]], int]:
    """Read the header lines from `start`; return them and where the body begins."""
    stop = min(end, start + (MAX_HEADER_BLOCK if start == 0 else MAX_PART_HEADERS))
    headers: list[tuple[str, list[bytes]]] = []
    position = start
    while position < stop:
        newline = raw.find(b"\n", position, stop)
        after = newline + 1 if newline >= 0 else stop
        line = raw[position:after].rstrip(b"\r\n")
        if not line.strip() and not (line and headers and _goes_on(raw, after, stop)):
            return _folded(headers), after
        found = HEADER.match(line)
        if line[:1] in (b" ", b"\t") and headers:
            headers[-1][1].append(line)
        elif found and len(headers) < MAX_HEADERS:
            headers.append((found[1].decode("ascii").lower(), [line[found.end() :].strip()]))
        elif found:
            _note(problems, Problem.TOO_MANY_HEADERS)
        elif _is_text(raw, position, after, stop, is_part=start > 0):
            # The empty line after the headers is missing: the text begins here.
            if headers:
                _note(problems, Problem.BROKEN_HEADER)
            return _folded(headers), position
        else:
            _note(problems, Problem.BROKEN_HEADER)
        position = after
    return _folded(headers), stop


def _goes_on(raw: bytes, position: int, stop: int) -> bool:
    """Tell whether a line of blanks only interrupts the headers: some programs fold that way."""
    near = raw[position : min(stop, position + 2_000)]
    head = re.split(rb"\n[ \t]*\r?\n", near, maxsplit=1)[0]
    return len(KNOWN_FIELD.findall(head)) >= 2


def _is_text(raw: bytes, position: int, after: int, stop: int, *, is_part: bool) -> bool:
    """Tell whether a line that is no header already belongs to the body."""
    is_boundary = is_part and raw.startswith(b"--", position)
    return is_boundary or not _more_headers_follow(raw, after, stop)


def _more_headers_follow(raw: bytes, position: int, stop: int) -> bool:
    """Tell whether a line that is no header has headers after it, before the next empty line."""
    near = raw[position : min(stop, position + 2_000)]
    head = re.split(rb"\n[ \t]*\r?\n", near, maxsplit=1)[0]
    return FIELD_LINE.search(head) is not None and not near.startswith((b"\n", b"\r\n"))


def _folded(headers: list[tuple[str, list[bytes]]]) -> list[tuple[str, bytes]]:
    return [(name, b"".join(lines)) for name, lines in headers]


def _note(problems: list[Problem], problem: Problem) -> None:
    if problem not in problems:
        problems.append(problem)


def _find_children(root: Part, problems: list[Problem]) -> None:
    """Walk the boundary lines once, opening and closing parts as they say."""
    walk = _Walk(root, problems)
    position, seen = max(0, root.start - 1), 0
    # Far faster than a regular expression that stops at every line.
    while walk.open_parts and (at := root.raw.find(b"\n--", position)) >= 0:
        line = _Line(at + 1, _line_end(root.raw, at + 1))
        position, seen = line.end, seen + 1
        words = root.raw[line.start + 2 : min(line.end, line.start + 300)].rstrip()
        level, is_last = _matching(walk.open_parts, words)
        if seen > MAX_BOUNDARY_LINES or walk.count > MAX_PARTS:
            is_many = walk.count > MAX_PARTS
            _note(problems, Problem.TOO_MANY_PARTS if is_many else Problem.BROKEN_PARTS)
            break
        if level >= 0:
            # Headers are never searched for boundaries: a folded one may begin with dashes.
            position = max(position, walk.divide(line, level, is_last=is_last) - 1)
    if walk.open_parts:
        walk.close(len(root.raw))


class _Walk:
    """Where the walk through the boundary lines has come."""

    def __init__(self, root: Part, problems: list[Problem]) -> None:
        self.raw, self.problems = root.raw, problems
        self.open_parts: list[_Open] = []
        _open(root, self.open_parts, problems)
        self.current: Part | None = None
        self.outside_from = root.start
        self.count = 0

    def close(self, end: int) -> None:
        _close(self.current, self.open_parts[-1].part, self.outside_from, end)

    def divide(self, line: "_Line", level: int, *, is_last: bool) -> int:
        """End what was open at a boundary and begin the next part; return where to go on."""
        self.close(line.start)
        del self.open_parts[level + 1 :]
        top = self.open_parts[-1]
        begin = min(line.end + 1, len(self.raw))
        self.current, self.outside_from = None, begin
        if is_last:
            if any(one.boundary == top.boundary for one in self.open_parts[:-1]):
                self.open_parts.pop()
            return begin
        self.count += 1
        part = _part_at(self.raw, begin, len(self.raw), self.problems)
        if top.part.type == "multipart/digest" and not part.first("content-type"):
            part.kind = Structured("message/rfc822", part.kind.parameters)
        part.parent = top.part
        top.part.children.append(part)
        self.outside_from = part.start
        if len(self.open_parts) >= MAX_DEPTH:
            _note(self.problems, Problem.TOO_DEEP)
            self.current = part
        elif not _open(part, self.open_parts, self.problems):
            self.current = part
        return part.start


def _matching(open_parts: list[_Open], line: bytes) -> tuple[int, bool]:
    """Find the innermost multipart that `line` separates, and whether it ends there."""
    for level in range(len(open_parts) - 1, -1, -1):
        boundary = open_parts[level].boundary
        if line == boundary:
            return level, False
        if line == boundary + b"--":
            return level, True
    return -1, False


def _close(current: Part | None, around: Part, outside_from: int, end: int) -> None:
    """End the part before a boundary; the line break before the boundary belongs to it."""
    if current is None:
        raw = around.raw
        if outside_from < end and (text := raw[outside_from:end].strip()):
            around.outside.append(text)
        return
    raw = current.raw
    if end < len(raw):
        end -= raw[end - 1 : end] == b"\n"
        end -= raw[end - 1 : end] == b"\r"
    current.end = max(current.start, end)


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a line that begins with two dashes lies, without its line feed."""

    start: int
    end: int


def _line_end(raw: bytes, position: int) -> int:
    newline = raw.find(b"\n", position)
    return newline if newline >= 0 else len(raw)


def _open(part: Part, open_parts: list[_Open], problems: list[Problem]) -> bool:
    """Open `part` if it says it is a multipart and a line separates its parts."""
    if not part.type.startswith("multipart"):
        return False
    boundary = part.kind.get("boundary").encode("utf-8", "replace").rstrip()
    line = b"--" + boundary
    if not boundary or part.raw.find(line, part.start) < 0:
        boundary = _guessed_boundary(part)
        _note(problems, Problem.BROKEN_PARTS)
    if not boundary:
        return False
    open_parts.append(_Open(boundary[:200], part))
    return True


def _guessed_boundary(part: Part) -> bytes:
    """Find the first line that looks like a boundary when the header does not name one."""
    for line in DASH_LINE.finditer(part.raw, part.start, part.start + 100_000):
        if line[1].strip(b"- ") and PART_FOLLOWS.match(part.raw, line.end()):
            return line[1].rstrip()
    return b""
