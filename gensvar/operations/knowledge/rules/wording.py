"""An article's words: paragraphs and lists to draw, steps to tick, and what differs between two.

The text is plain. A line that begins with "- " is an item of a list, one that begins with "# " is
a heading, and an address of a page becomes a link. In a checklist every line is a step.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]]")
_TOKEN = re.compile(r"\s+|[^\s]+")
EXCERPT_LETTERS = 160


@dataclass(frozen=True)
class Piece:
    """A part of a line: words or, with an address, a link."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Block:
    """What stands together: `kind` is text, list or heading; each line is a row of pieces."""

    kind: str
    lines: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Change:
    """A run of words that stayed, was taken away or was added."""

    kind: str
    text: str


def blocks(text: str) -> list[Block]:
    """Return a text as it is drawn."""
    found = []
    for kind, lines in groupby(text.replace("\r\n", "\n").split("\n"), key=_kind):
        if kind == "heading":
            found += [Block(kind, (_pieces(line[2:]),)) for line in lines]
        elif kind == "list":
            found.append(Block(kind, tuple(_pieces(line.lstrip()[2:]) for line in lines)))
        elif kind == "text":
            found.append(Block(kind, tuple(_pieces(line) for line in lines)))
    return found


def steps(text: str) -> list[tuple[Piece, ...]]:
    """Return the steps of a checklist; the first is step 0."""
    lines = (line.strip().removeprefix("- ").strip() for line in text.split("\n"))
    return [_pieces(line) for line in lines if line]


def plain(text: str) -> str:
    """Return a text as it is put into a letter: headings without their mark."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(line.removeprefix("# ") for line in lines).strip()


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put what is known of a case into a text, such as its number into the address of a search."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def excerpt(text: str) -> str:
    """Return how a text begins, on one line."""
    line = " ".join(plain(text).replace("\n- ", " ").split())
    if len(line) <= EXCERPT_LETTERS:
        return line
    return f"{line[:EXCERPT_LETTERS].rsplit(' ', 1)[0]} …"


def difference(old: str, new: str) -> list[Change]:
    """Return the new text with what was added, and in its place what was taken away."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    changes = []
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            changes.append(Change("same", "".join(after[k:m])))
            continue
        if i < j:
            changes.append(Change("gone", "".join(before[i:j])))
        if k < m:
            changes.append(Change("new", "".join(after[k:m])))
    return changes


def _kind(line: str) -> str:
    if line.startswith("# "):
        return "heading"
    if line.lstrip().startswith("- "):
        return "list"
    return "text" if line.strip() else ""


def _pieces(line: str) -> tuple[Piece, ...]:
    return tuple(_parts(line.strip()))


def _parts(line: str) -> Iterator[Piece]:
    place = 0
    for match in _ADDRESS.finditer(line):
        if match.start() > place:
            yield Piece(line[place : match.start()])
        yield Piece(match[0], match[0])
        place = match.end()
    if place < len(line):
        yield Piece(line[place:])
