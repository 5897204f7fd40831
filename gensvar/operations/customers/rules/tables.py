"""Customers in a table: what each row says, and what is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gensvar.foundation.integrations.tables import Fault, meaning_of, read_rows
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


@dataclass
class Table:
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_table(text: str) -> Table:
    """Return the customers in a table, and everything that is wrong with it."""
    table = Table()
    rows = read_rows(
        text, meaning_of(HEADINGS), table.faults, required=("name",), most_rows=MOST_ROWS
    )
    seen: dict[tuple[str, str], int] = {}
    for number, given in rows:
        _read_line(table, number, given, seen)
    return table


def _read_line(
    table: Table, number: int, given: Mapping[str, str], seen: dict[tuple[str, str], int]
) -> None:
    faults = [Fault(number, *found) for found in _faults(given)]
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
