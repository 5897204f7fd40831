"""Reading a catalogue from a table: headings in Swedish or English, any separator of spreadsheets.

Nothing is guessed: a row that cannot be understood is told with its line and what was wrong.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO

# Where nobody has said otherwise: the three days of the department's alarm.
ANSWER_DAYS = 3
MOST_ROWS = 5_000
LONGEST = 120
HEADINGS = {
    "name": ("subject", "name", "ämne", "namn"),
    "area": ("service area", "area", "serviceområde", "område"),
    "department": ("department", "förvaltning"),
    "group": ("answer group", "group", "svarsgrupp", "grupp"),
    "tier": ("tier", "nivå"),
    "public": ("shown to customers", "is_public", "public", "visas för kunder", "visas"),
}
TIERS = {"": 2, "1": 1, "2": 2, "3": 3}
YES = {"", "ja", "yes", "1", "true", "sant", "x"}
NO = {"nej", "no", "0", "false", "falskt", "-"}


@dataclass(frozen=True)
class Line:
    """One subject as the table gives it; `number` is the line in the file, the heading is 1."""

    number: int
    name: str
    area: str
    department: str
    group: str
    tier: int
    is_public: bool


@dataclass(frozen=True)
class Fault:
    """What is wrong with a line: a word for the kind, and what stood there."""

    number: int
    kind: str
    value: str = ""


@dataclass
class Table:
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def text_of(content: bytes) -> str:
    """Return the text of a file as spreadsheets write it: UTF-8, else the Windows alphabet."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def read_table(text: str) -> Table:
    """Return the subjects in a table, and what could not be understood."""
    table = Table()
    text = text.lstrip("\ufeff").replace("\0", "")
    rows = enumerate(csv.reader(StringIO(text), delimiter=separator_of(text)), start=1)
    head = next(rows, None)
    places = _places(head[1]) if head else {}
    for missing in sorted({"name", "area"} - places.keys()):
        table.faults.append(Fault(1, "heading", missing))
    if table.faults:
        return table
    seen: dict[str, int] = {}
    try:
        for number, cells in rows:
            if number > MOST_ROWS + 1:
                table.faults.append(Fault(number, "rows", str(MOST_ROWS)))
                break
            if any(cell.strip() for cell in cells):
                _read_line(table, number, cells, places, seen)
    except csv.Error as error:
        table.faults.append(Fault(0, "table", str(error)))
    return table


def _read_line(
    table: Table, number: int, cells: list[str], places: Mapping[str, int], seen: dict[str, int]
) -> None:
    given = {key: cell_of(cells, place) for key, place in places.items()}
    faults = list(_faults(number, given))
    name = given["name"]
    if name and name in seen:
        faults.append(Fault(number, "twice", str(seen[name])))
    seen.setdefault(name, number)
    if faults:
        table.faults += faults
        return
    table.lines.append(
        Line(
            number=number,
            name=name,
            area=given["area"],
            department=given.get("department", ""),
            group=given.get("group", ""),
            tier=TIERS[_tier(given)],
            is_public=given.get("public", "").lower() in YES,
        )
    )


def _faults(number: int, given: Mapping[str, str]) -> Iterator[Fault]:
    for key in ("name", "area"):
        if not given[key]:
            yield Fault(number, f"no-{key}")
    for key in ("name", "area", "department"):
        if len(given.get(key, "")) > LONGEST:
            yield Fault(number, "long", given[key][:40])
    if _tier(given) not in TIERS:
        yield Fault(number, "tier", given["tier"][:40])
    if given.get("public", "").lower() not in YES | NO:
        yield Fault(number, "public", given["public"][:40])


def _tier(given: Mapping[str, str]) -> str:
    """The figure, whether or not its meaning is written after it."""
    return given.get("tier", "").partition(" ")[0]


def cell_of(cells: list[str], place: int) -> str:
    text = cells[place].strip() if place < len(cells) else ""
    # How our own export keeps a spreadsheet from taking words for a formula.
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text


def _places(headings: list[str]) -> dict[str, int]:
    given = [heading.strip().lower() for heading in headings]
    return {
        key: next(place for place, heading in enumerate(given) if heading in names)
        for key, names in HEADINGS.items()
        if set(names) & set(given)
    }


def separator_of(text: str) -> str:
    first = text.partition("\n")[0]
    return max(";\t,", key=first.count)
