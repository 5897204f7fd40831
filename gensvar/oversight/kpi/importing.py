"""Read aggregates that came as a file; every fault is named by row and column."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from io import StringIO

COLUMNS = ("about", "label", "count", "share", "is_approximate", "respondents", "source")
NEEDED = frozenset({"label", "source"})
ABOUT = {"": "volume", "volume": "volume", "experience": "experience"}
YES, NO = {"1", "true", "yes", "ja"}, {"", "0", "false", "no", "nej"}
LONGEST_LABEL, LONGEST_SOURCE, MOST_ROWS = 120, 200, 500
LARGEST = 2_000_000_000


class Fault(StrEnum):
    """What is wrong with a cell, or with the file."""

    EMPTY = "empty"
    UNKNOWN_COLUMN = "unknown-column"
    MISSING_COLUMN = "missing-column"
    NO_NUMBER = "no-number"
    NO_SHARE = "no-share"
    BOTH_OR_NEITHER = "both-or-neither"
    NO_CHOICE = "no-choice"
    TOO_LONG = "too-long"
    TWICE = "twice"
    KNOWN = "known"
    TOO_MANY = "too-many"
    NO_DAY = "no-day"
    NO_SPAN = "no-span"
    NO_VALUE = "no-value"
    NOT_HERE = "not-here"


@dataclass(frozen=True)
class Problem:
    """A fault, and where: the row as a spreadsheet numbers it, the header being the first."""

    row: int
    column: str
    fault: Fault


@dataclass(frozen=True)
class Aggregate:
    about: str
    label: str
    count: int | None
    share: Decimal | None
    is_approximate: bool
    respondents: int | None
    source: str


def read_aggregates(
    text: str, *, known: Iterable[str] = ()
) -> tuple[list[Aggregate], list[Problem]]:
    """Return what a CSV file says, and what is wrong with it; `known` labels are there already."""
    names, lines = _lines(text)
    problems = _header(names)
    if problems:
        return [], problems
    rows: list[Aggregate] = []
    taken = dict.fromkeys(known, Fault.KNOWN)
    for number, given in lines:
        if number > MOST_ROWS + 1:
            return rows, [*problems, Problem(number, "", Fault.TOO_MANY)]
        row, faults = _row(given)
        if given["label"] in taken:
            faults["label"] = taken[given["label"]]
        taken[given["label"]] = Fault.TWICE
        problems += [Problem(number, column, fault) for column, fault in faults.items()]
        rows += [row] if row is not None and not faults else []
    if not rows and not problems:
        problems.append(Problem(2, "", Fault.EMPTY))
    return rows, problems


def _lines(text: str) -> tuple[list[str], Iterator[tuple[int, dict[str, str]]]]:
    """Return the names of the columns, and each row that is not empty with its number."""
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


def _row(given: Mapping[str, str]) -> tuple[Aggregate | None, dict[str, Fault]]:
    faults = _texts(given)
    counts = {name: _whole(given[name]) for name in ("count", "respondents")}
    faults |= {name: Fault.NO_NUMBER for name, n in counts.items() if n is None and given[name]}
    share = _share(given["share"])
    if share is None and given["share"]:
        faults["share"] = Fault.NO_SHARE
    if bool(given["count"]) == bool(given["share"]):
        faults["count"] = Fault.BOTH_OR_NEITHER
    if faults:
        return None, faults
    row = Aggregate(
        ABOUT[given["about"].lower()],
        given["label"],
        counts["count"],
        share,
        given["is_approximate"].lower() in YES,
        counts["respondents"],
        given["source"],
    )
    return row, faults


def _texts(given: Mapping[str, str]) -> dict[str, Fault]:
    faults: dict[str, Fault] = {}
    for name, longest in (("label", LONGEST_LABEL), ("source", LONGEST_SOURCE)):
        if not given[name]:
            faults[name] = Fault.EMPTY
        elif len(given[name]) > longest:
            faults[name] = Fault.TOO_LONG
    for name, allowed in (("about", set(ABOUT)), ("is_approximate", YES | NO)):
        if given[name].lower() not in allowed:
            faults[name] = Fault.NO_CHOICE
    return faults


def _whole(text: str) -> int | None:
    """Read a number that may have spaces between its thousands.

    >>> _whole("30 000"), _whole("30,5"), _whole("-1")
    (30000, None, None)
    """
    digits = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    whole = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 11 else None
    return whole if whole is not None and whole <= LARGEST else None


def _share(text: str) -> Decimal | None:
    """Read a share, as part of one or in per cent, with comma or point.

    >>> _share("27 %"), _share("0,5"), _share("1,5"), _share("NaN")
    (Decimal('0.27'), Decimal('0.5'), None, None)
    """
    plain = text.replace(",", ".").replace("\u00a0", " ").strip()
    is_percent = plain.endswith("%")
    try:
        value = Decimal(plain.rstrip("% "))
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    value = value / 100 if is_percent else value
    return round(value, 4).normalize() if 0 <= value <= 1 else None
