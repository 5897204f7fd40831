"""Places in a table: what each row says, and what is wrong with it.

One row is one place. Beside what the place is called stand the groups that answer for it, a column
for each service and time: “värme kontorstid”, “el jourtid”; without a service, “jourtid” is for
every service, and without a time, “värme” is for all hours.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from gensvar.foundation.integrations.tables import Fault, Meaning, meaning_of, read_rows
from gensvar.operations.register.rules.answering import ALWAYS, DUTY, OFFICE

MOST_ROWS = 10_000
LONGEST = {"code": 40, "name": 120, "address": 200}
HEADINGS = {
    "code": ("code", "kod", "nummer"),
    "name": ("name", "namn"),
    "kind": ("kind", "slag"),
    "parent": ("part of", "ingår i", "parent"),
    "address": ("address", "adress"),
    "valid_from": ("from", "gäller från", "valid from", "valid_from"),
    "valid_until": ("until", "gäller till", "valid until", "valid_until"),
}
KINDS = {
    "property": ("property", "fastighet"),
    "building": ("building", "byggnad"),
    "room": ("room", "rum"),
    "installation": ("installation",),
    "product": ("product", "produkt"),
}
HOURS = {
    OFFICE: ("kontorstid", "office hours"),
    DUTY: ("jourtid", "duty hours"),
    ALWAYS: ("alla tider", "at all hours"),
}
DATES = ("valid_from", "valid_until")
_KIND_OF = {word: code for code, words in KINDS.items() for word in words}
_HOURS_OF = {word: code for code, words in HOURS.items() for word in words}
# The key of a column that names groups: the service, in small letters, and the hours.
GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class Line:
    """One place as the table gives it; a column that the table has not is None."""

    number: int
    code: str
    name: str
    kind: str | None
    parent: str | None
    address: str | None
    valid_from: date | None
    valid_until: date | None
    has_end: bool
    # By service (small letters, "" for every one) and hours: the code of the group.
    groups: Mapping[tuple[str, str], str]


@dataclass
class Table:
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_table(text: str, *, services: Collection[str]) -> Table:
    """Return the places in a table, and everything that is wrong with it."""
    table = Table()
    rows = read_rows(
        text, _meaning(services), table.faults, required=("code", "name"), most_rows=MOST_ROWS
    )
    seen: dict[str, int] = {}
    for number, given in rows:
        faults = [Fault(number, *found) for found in _faults(given)]
        code = given["code"].lower()
        if code and code in seen:
            faults.append(Fault(number, "code", "twice", str(seen[code])))
        seen.setdefault(code, number)
        table.faults += faults
        if code:  # also where something is wrong: what it names is looked up all the same
            table.lines.append(_line(number, given))
    return table


def column_of(service: str, hours: str) -> str:
    """Return the heading under which a group stands, as the export writes it.

    >>> column_of("Värme", "duty")
    'Värme jourtid'
    """
    return f"{service} {HOURS[hours][0]}".strip()


def _meaning(services: Collection[str]) -> Meaning:
    ordinary = meaning_of(HEADINGS)
    known = {"", *(name.lower() for name in services)}

    def meaning(heading: str) -> str | None:
        if key := ordinary(heading):
            return key
        service, hours = _parted(heading)
        is_known = service in known and (service or hours is not None)
        return f"{GROUPS}:{service}:{hours or ALWAYS}" if is_known else None

    return meaning


def _parted(heading: str) -> tuple[str, str | None]:
    """Part “värme jourtid” into the service and the hours; None where none are named."""
    for word, hours in _HOURS_OF.items():
        if heading == word or heading.endswith(f" {word}"):
            return heading.removesuffix(word).strip(), hours
    return heading, None


def _faults(given: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield column, rule and value of whatever is wrong on one line."""
    for column in ("code", "name"):
        if not given[column]:
            yield column, "empty", ""
    for column, most in LONGEST.items():
        if len(given.get(column, "")) > most:
            yield column, "long", str(most)
    if (kind := given.get("kind", "")) and kind.lower() not in _KIND_OF:
        yield "kind", "kind", kind[:40]
    wrong = [name for name in DATES if given.get(name) and _date(given[name]) is None]
    yield from ((name, "date", given[name][:40]) for name in wrong)
    start, end = (_date(given.get(name, "")) for name in DATES)
    if start and end and end <= start:
        yield "valid_until", "ends-before", given["valid_until"]


def _line(number: int, given: Mapping[str, str]) -> Line:
    return Line(
        number=number,
        code=given["code"],
        name=given["name"],
        kind=_KIND_OF.get(given.get("kind", "").lower()),
        parent=given.get("parent"),
        address=given.get("address"),
        valid_from=_date(given.get("valid_from", "")),
        valid_until=_date(given.get("valid_until", "")),
        has_end="valid_until" in given,
        groups=_groups(given),
    )


def _groups(given: Mapping[str, str]) -> dict[tuple[str, str], str]:
    found = {}
    for key, code in given.items():
        if key.startswith(f"{GROUPS}:") and code:
            _groups_word, service, hours = key.split(":")
            found[service, hours] = code
    return found


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
