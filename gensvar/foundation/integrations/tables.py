"""Tables that people bring: cells under headings in either language, and what is wrong with them.

Pure, so that the rules of any slice may read by it.
"""

import csv
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

LONGEST_TOLD = 40
Meaning = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, on which line and in which column; `kind` names the rule that says so."""

    number: int
    column: str
    kind: str
    value: str = ""


def meaning_of(headings: Mapping[str, Collection[str]]) -> Meaning:
    """Return what each heading, in small letters, stands for."""
    return {word: key for key, words in headings.items() for word in words}.get


def read_rows(
    text: str,
    meaning: Meaning,
    faults: list[Fault],
    *,
    required: Sequence[str],
    most_rows: int,
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number of each line, the heading being 1, and its cells by what they mean.

    What is wrong with the table as such is added to `faults`. Below a heading that we do not know
    nothing is read; what stands in the other columns is, so that every fault is told at once.
    """
    text = text.lstrip("\ufeff").replace("\0", "")
    rows = enumerate(csv.reader(StringIO(text), delimiter=_separator(text)), start=1)
    try:
        _number, head = next(rows, (1, []))
        places = _places(head, meaning, faults, required=required)
        if not set(required) <= set(places):
            return
        for number, cells in rows:
            if number > most_rows + 1:
                faults.append(Fault(number, "", "rows", str(most_rows)))
                return
            if any(cell.strip() for cell in cells[len(head) :]):
                faults.append(Fault(number, "", "cells", str(len(cells))))
            elif any(cell.strip() for cell in cells):
                yield number, _given(cells, places)
    except csv.Error as error:
        faults.append(Fault(0, "", "table", str(error)))


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(";,\t", key=first.count)


def _given(cells: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    return {key: cells[at].strip() if at < len(cells) else "" for key, at in places.items()}


def _places(
    head: Sequence[str], meaning: Meaning, faults: list[Fault], *, required: Sequence[str]
) -> dict[str, int]:
    """Return where each column stands."""
    places: dict[str, int] = {}
    for place, cell in enumerate(head):
        key = meaning(" ".join(cell.lower().split()))
        if key is None:
            faults.append(Fault(1, cell.strip()[:LONGEST_TOLD], "column"))
        elif key in places:
            faults.append(Fault(1, cell.strip()[:LONGEST_TOLD], "column-twice"))
        else:
            places[key] = place
    faults += [Fault(1, key, "heading") for key in required if key not in places]
    return places
