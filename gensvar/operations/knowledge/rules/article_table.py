"""Reading articles from a table: headings in Swedish or English, any separator of spreadsheets.

A fault names the line, the column as it is headed in the file, and what stood there. A column that
is not known is a fault too: whoever misspells a heading would otherwise lose what stands below it.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from typing import Any

from gensvar.operations.knowledge.rules.catalogue import NO, YES, cell_of, separator_of

MOST_ROWS = 2_000
HEADINGS = {
    "number": ("number", "nummer", "artikel"),
    "kind": ("kind", "typ", "slag"),
    "title": ("title", "rubrik", "fråga"),
    "body": ("text", "body", "svar"),
    "easy": ("easy", "easy swedish", "lätt svenska", "lättläst"),
    "title_en": ("title_en", "title in english", "rubrik på engelska"),
    "body_en": ("body_en", "text in english", "text på engelska"),
    "spoken": ("spoken", "to say on the phone", "att säga i telefon"),
    "pdf": ("pdf",),
    "sign": ("sign", "sign language", "teckenspråk"),
    "subjects": ("subjects", "subject", "ämnen", "ämne"),
    "group": ("group", "answer group", "svarsgrupp", "grupp"),
    "owner": ("owner", "ägare"),
    "approver": ("approver", "godkänner", "godkännare"),
    "review_on": ("review_on", "review by", "granskas senast", "granska senast"),
    "public": ("is_public", "public", "shown to customers", "visas för kunder"),
}
NEEDED = ("title", "body", "group", "owner", "review_on")
LONGEST = {"title": 200, "title_en": 200, "body": 20_000, "easy": 20_000, "body_en": 20_000}
KINDS = {
    "": "answer",
    "answer": "answer",
    "svar": "answer",
    "checklist": "checklist",
    "checklista": "checklist",
}
# What our own lists hold beside it: shown there, and left alone here.
LEFT_ALONE = {"client", "uppdragsgivare", "version"}


@dataclass(frozen=True)
class ArticleLine:
    """One article as the table gives it; `number` is the line in the file, the heading is 1."""

    number: int
    article: int | None
    kind: str
    texts: Mapping[str, Any]
    subjects: tuple[str, ...]
    group: str
    owner: str
    approver: str
    review_on: date
    is_public: bool


@dataclass(frozen=True)
class ArticleFault:
    """What is wrong: in which line and column, a word for the kind, and what stood there."""

    number: int
    column: str
    kind: str
    value: str = ""


@dataclass
class ArticleTable:
    lines: list[ArticleLine] = field(default_factory=list)
    faults: list[ArticleFault] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)


def read_articles(text: str) -> ArticleTable:
    """Return the articles in a table, and what could not be understood."""
    table = ArticleTable()
    text = text.lstrip("\ufeff").replace("\0", "")
    rows = csv.reader(StringIO(text), delimiter=separator_of(text))
    try:
        head = next(rows, [])
        places = _places(table, head)
        if table.faults:
            return table
        for number, cells in enumerate(rows, start=2):
            if number > MOST_ROWS + 1:
                table.faults.append(ArticleFault(number, "", "rows", str(MOST_ROWS)))
                break
            if any(cell.strip() for cell in cells):
                _read(table, number, {key: cell_of(cells, at) for key, at in places.items()})
    except csv.Error as error:
        table.faults.append(ArticleFault(0, "", "table", str(error)))
    return table


def _places(table: ArticleTable, head: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, heading in enumerate(head):
        named = heading.strip().lower()
        key = next((key for key, names in HEADINGS.items() if named in names), None)
        if key is None and named and named not in LEFT_ALONE:
            table.faults.append(ArticleFault(1, heading.strip()[:60], "unknown"))
        elif key in places:
            table.faults.append(ArticleFault(1, heading.strip()[:60], "column-twice"))
        elif key is not None:
            places[key] = place
            table.columns[key] = heading.strip()
    for key in NEEDED:
        if key not in places:
            table.faults.append(ArticleFault(1, HEADINGS[key][-1], "heading"))
    return places


def _read(table: ArticleTable, number: int, given: Mapping[str, str]) -> None:
    faults = [
        ArticleFault(number, table.columns.get(key, key), kind, given.get(key, "")[:60])
        for key, kind in _faults(given)
    ]
    if faults:
        table.faults += faults
        return
    named = (one.strip() for one in given.get("subjects", "").split("|"))
    texts = {key: given.get(key, "") for key in HEADINGS if key in _TEXTS}
    table.lines.append(
        ArticleLine(
            number=number,
            article=_number(given),
            kind=KINDS[given.get("kind", "").lower()],
            texts=texts,
            subjects=tuple(one for one in named if one),
            group=given["group"].upper(),
            owner=given["owner"].lower(),
            approver=given.get("approver", "").lower(),
            review_on=date.fromisoformat(given["review_on"]),
            is_public=given.get("public", "nej").lower() in YES - {""},
        )
    )


_TEXTS = {"title", "body", "easy", "title_en", "body_en", "spoken", "pdf", "sign"}


def _faults(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the columns that cannot be understood, and a word for why."""
    yield from ((key, "empty") for key in NEEDED if not given[key])
    yield from ((key, "long") for key, most in LONGEST.items() if len(given.get(key, "")) > most)
    yield from ((key, "link") for key in ("pdf", "sign") if not _is_link(given.get(key, "")))
    checks = {
        ("review_on", "day"): not given["review_on"] or _is_day(given["review_on"]),
        ("kind", "kind"): given.get("kind", "").lower() in KINDS,
        ("public", "yes-no"): given.get("public", "").lower() in YES | NO,
        ("number", "number"): not given.get("number") or _number(given) is not None,
    }
    yield from (fault for fault, is_right in checks.items() if not is_right)


def _is_link(text: str) -> bool:
    return not text or text.startswith(("https://", "http://"))


def _number(given: Mapping[str, str]) -> int | None:
    digits = given.get("number", "").upper().removeprefix("ART-")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
