"""Read numbers from elsewhere that came as a file; every fault is named by row and column."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from io import StringIO
from typing import Final

from gensvar.oversight.kpi.importing import Fault, Problem

COLUMNS: Final = ("what", "way", "who", "from", "to", "value", "source")
NEEDED: Final = frozenset({"what", "from", "to", "value", "source"})
LONGEST: Final = {"who": 80, "source": 200}
MOST_ROWS: Final = 500
# Longer than this nothing is noted at once.
MOST_DAYS: Final = 366
LARGEST: Final = Decimal(10) ** 11
# Of these so many are counted; a part of one is a slip.
WHOLE: Final = frozenset({"population", "blocked"})


@dataclass(frozen=True)
class Number:
    """A row as it will be noted; the last day not included."""

    what: str
    way: str
    who: str
    starts_on: date
    ends_on: date
    amount: Decimal
    source: str


def read_numbers(
    text: str, *, ours: frozenset[str], ways: Mapping[str, frozenset[str]]
) -> tuple[list[Number], list[Problem]]:
    """Return what a CSV file says, and what is wrong with it.

    `ours` are the numbers that measures of ours need, `ways` the ways of counting of each measure.
    """
    names, lines = _lines(text)
    problems = _header(names)
    if problems:
        return [], problems
    rows: list[Number] = []
    taken: set[tuple[str, ...]] = set()
    for number, given in lines:
        if number > MOST_ROWS + 1:
            return rows, [*problems, Problem(number, "", Fault.TOO_MANY)]
        row, faults = _row(given, ours=ours, ways=ways)
        key = tuple(given[name] for name in ("what", "way", "who", "from"))
        if key in taken:
            faults.setdefault("what", Fault.TWICE)
        taken.add(key)
        problems += [Problem(number, column, fault) for column, fault in faults.items()]
        rows += [row] if row is not None and not faults else []
    if not rows and not problems:
        problems.append(Problem(2, "", Fault.EMPTY))
    return rows, problems


def _lines(text: str) -> tuple[list[str], Iterator[tuple[int, dict[str, str]]]]:
    plain = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    mark = ";" if ";" in plain.partition("\n")[0] else ","
    reader = csv.reader(StringIO(plain), delimiter=mark)
    names = [name.strip().lower() for name in next(reader, [])]

    def rows() -> Iterator[tuple[int, dict[str, str]]]:
        for number, cells in enumerate(reader, start=2):
            if any(cell.strip() for cell in cells):
                found = dict(zip(names, (cell.strip() for cell in cells), strict=False))
                yield number, {name: found.get(name, "") for name in COLUMNS}

    return names, rows()


def _header(names: list[str]) -> list[Problem]:
    unknown = [Problem(1, name, Fault.UNKNOWN_COLUMN) for name in names if name not in COLUMNS]
    twice = [Problem(1, name, Fault.TWICE) for name in set(names) if names.count(name) > 1]
    missing = [Problem(1, name, Fault.MISSING_COLUMN) for name in sorted(NEEDED - set(names))]
    return [*unknown, *twice, *missing]


def _row(
    given: Mapping[str, str], *, ours: frozenset[str], ways: Mapping[str, frozenset[str]]
) -> tuple[Number | None, dict[str, Fault]]:
    faults = {name: Fault.EMPTY for name in sorted(NEEDED) if not given[name]}
    faults |= {name: Fault.TOO_LONG for name, most in LONGEST.items() if len(given[name]) > most}
    faults |= _about(given, ours=ours, ways=ways)
    first, last = _day(given["from"]), _day(given["to"])
    faults |= {
        name: Fault.NO_DAY
        for name, day in (("from", first), ("to", last))
        if day is None and given[name]
    }
    if first and last and not timedelta() <= last - first < timedelta(MOST_DAYS):
        faults["to"] = Fault.NO_SPAN
    value = _value(given["value"])
    if given["value"] and (value is None or (given["what"] in WHOLE and value % 1)):
        faults["value"] = Fault.NO_VALUE
    if faults or first is None or last is None or value is None:
        return None, faults
    after = last + timedelta(days=1)
    return Number(
        given["what"], given["way"], given["who"], first, after, value, given["source"]
    ), {}


def _about(
    given: Mapping[str, str], *, ours: frozenset[str], ways: Mapping[str, frozenset[str]]
) -> dict[str, Fault]:
    """Say what is wrong with what a number is of: ours has no way and nobody else."""
    what, faults = given["what"], {}
    if what in ways:
        if not given["who"]:
            faults["who"] = Fault.EMPTY
        if given["way"] not in ways[what]:
            faults["way"] = Fault.NO_CHOICE
    elif what in ours:
        faults |= {name: Fault.NOT_HERE for name in ("who", "way") if given[name]}
    elif what:
        faults["what"] = Fault.NO_CHOICE
    return faults


def _day(text: str) -> date | None:
    """Read a day as 2026-05-01.

    >>> _day("2026-05-01"), _day("1/5 2026")
    (datetime.date(2026, 5, 1), None)
    """
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _value(text: str) -> Decimal | None:
    """Read a number with comma or point, and spaces between its thousands.

    >>> _value("1 200 000"), _value("83,8"), _value("-1"), _value("NaN"), _value("lots")
    (Decimal('1200000'), Decimal('83.8'), None, None, None)
    """
    plain = "".join(text.split()).replace(",", ".").rstrip("%")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 <= value <= LARGEST:
        return None
    return round(value, 4).normalize() if value % 1 else Decimal(int(value))
