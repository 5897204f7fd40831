"""Customers in a table: what each row says, and what is wrong with it."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO

from gensvar.operations.customers.rules.addresses import normal
from gensvar.operations.customers.rules.types import usual_type

MOST_ROWS = 5_000
LANGUAGE = re.compile(r"[A-Za-z]{2,3}")
LONGEST = {"name": 200, "cost_centre": 40, "post": 320}
HEADINGS = {
    "name": ("name", "namn"),
    "kind": ("kind", "slag"),
    "type": ("type", "kundtyp", "typ"),
    "language": ("language", "språk"),
    "preferred_channel": ("preferred channel", "preferred_channel", "önskad kanal", "kanal"),
    "mail": ("mail", "e-mail", "email", "e-post", "mejl"),
    "phone": ("phone", "telefon", "tel"),
    "post": ("post", "address", "postadress", "adress"),
    "cost_centre": ("cost centre", "cost_centre", "kostnadsställe"),
}
ADDRESSES = ("mail", "phone", "post")
# What may stand in a cell, in either language, and what it means.
KINDS = {"": "person", "person": "person", "organisation": "organisation"}
TYPES = {
    "citizen": ("citizen", "invånare", "medborgare"),
    "internal-unit": ("internal-unit", "internal unit", "intern enhet"),
    "internal-tenant": ("internal-tenant", "internal tenant", "intern hyresgäst"),
    "external-tenant": ("external-tenant", "external tenant", "extern hyresgäst"),
    "company": ("company", "företag"),
    "association": ("association", "förening"),
}
CHANNELS = {
    "": ("",),
    "phone": ("phone", "telefon", "phone call"),
    "sms": ("sms", "text message"),
    "mail": ("mail", "e-mail", "e-post", "mejl"),
    "letter": ("letter", "brev"),
    "visit": ("visit", "besök"),
}
_TYPE_OF = {word: code for code, words in TYPES.items() for word in words}
_CHANNEL_OF = {word: code for code, words in CHANNELS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Line:
    """One customer as the table gives it; `number` is the line in the file, the heading is 1."""

    number: int
    name: str
    kind: str
    type: str
    language: str
    preferred_channel: str
    cost_centre: str
    addresses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, on which line and in which column; `kind` names the rule that says so."""

    number: int
    column: str
    kind: str
    value: str = ""


@dataclass
class Table:
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_table(text: str) -> Table:
    """Return the customers in a table, and everything that is wrong with it."""
    table = Table()
    text = text.lstrip("\ufeff").replace("\0", "")
    rows = enumerate(csv.reader(StringIO(text), delimiter=_separator(text)), start=1)
    try:
        head = next(rows, None)
        places = _places(table, head[1] if head else [])
        if table.faults:
            return table
        seen: dict[tuple[str, str], int] = {}
        for number, cells in rows:
            if number > MOST_ROWS + 1:
                table.faults.append(Fault(number, "", "rows", str(MOST_ROWS)))
                break
            if any(cell.strip() for cell in cells):
                _read_line(table, number, cells, places, seen)
    except csv.Error as error:
        table.faults.append(Fault(0, "", "table", str(error)))
    return table


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(";,\t", key=first.count)


def _places(table: Table, head: Sequence[str]) -> dict[str, int]:
    """Return where each column stands; a heading that we do not know is a fault, not a guess."""
    places: dict[str, int] = {}
    meaning = {word: key for key, words in HEADINGS.items() for word in words}
    for place, cell in enumerate(head):
        word = cell.strip().lower()
        key = meaning.get(word)
        if key is None:
            table.faults.append(Fault(1, cell.strip()[:40], "column"))
        elif key in places:
            table.faults.append(Fault(1, cell.strip()[:40], "column-twice"))
        else:
            places[key] = place
    if "name" not in places:
        table.faults.append(Fault(1, "name", "heading"))
    return places


def _read_line(
    table: Table,
    number: int,
    cells: list[str],
    places: Mapping[str, int],
    seen: dict[tuple[str, str], int],
) -> None:
    given = {
        key: cells[place].strip() if place < len(cells) else "" for key, place in places.items()
    }
    faults = [Fault(number, *found) for found in _faults(given)]
    if len(cells) > len(places) and any(cell.strip() for cell in cells[len(places) :]):
        faults.append(Fault(number, "", "cells", str(len(cells))))
    addresses = {kind: given[kind] for kind in ADDRESSES if given.get(kind)}
    written = {kind: normal(kind, value) or "" for kind, value in addresses.items()}
    for kind in ("mail", "phone"):
        key = (kind, written.get(kind, ""))
        if key[1] and key in seen:
            faults.append(Fault(number, kind, "twice", str(seen[key])))
        elif key[1]:
            seen[key] = number
    table.faults += faults
    if not faults:
        table.lines.append(_line(number, given, written))


def _line(number: int, given: Mapping[str, str], addresses: Mapping[str, str]) -> Line:
    kind = KINDS[given.get("kind", "").lower()]
    return Line(
        number=number,
        name=given["name"],
        kind=kind,
        type=_TYPE_OF.get(given.get("type", "").lower(), usual_type(kind)),
        language=given.get("language", "").lower(),
        preferred_channel=_CHANNEL_OF[given.get("preferred_channel", "").lower()],
        cost_centre=given.get("cost_centre", ""),
        addresses=addresses,
    )


def _faults(given: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield column, rule and value of whatever is wrong on one line."""
    if not given["name"]:
        yield "name", "empty", ""
    yield from (
        (column, "long", str(most))
        for column, most in LONGEST.items()
        if len(given.get(column, "")) > most
    )
    for column, words in (("kind", KINDS), ("type", _TYPE_OF), ("preferred_channel", _CHANNEL_OF)):
        value = given.get(column, "")
        if value and value.lower() not in words:
            yield column, column, value[:40]
    if given.get("language") and not LANGUAGE.fullmatch(given["language"]):
        yield "language", "language", given["language"][:40]
    for column in ("mail", "phone"):
        value = given.get(column, "")
        if value and normal(column, value) is None:
            yield column, column, value[:40]
