"""When work has been too heavy for too long, from when somebody was at work and with customers.

Spells are pairs of instants in order, none overlapping, ends exclusive.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

Spell = tuple[datetime, datetime]

# Occupancy above this, for so long (K44: alarm over 85 % for 2 h).
TOO_BUSY = 0.85
BUSY_FOR = timedelta(hours=2)
# The two hours lie within these, or nothing is said: what was yesterday strains nobody today.
BUSY_WITHIN = timedelta(hours=4)
# Nobody works longer than this without a break (Swedish Working Hours Act 1982:673, section 15).
UNBROKEN = timedelta(hours=5)
# A shorter absence is no break.
BREAK = timedelta(minutes=10)
# A day's work looked back on.
DAY = timedelta(hours=12)
# So long nothing more of a kind is said of somebody.
AGAIN = timedelta(hours=2)


class Kind(StrEnum):
    BUSY = "busy"
    NO_BREAK = "no-break"


def occupancy(
    ready: Sequence[Spell], talking: Sequence[Spell], writing: Sequence[Spell]
) -> float | None:
    """Return the part of the latest two hours that was spent with customers who are there.

    As K44: (talk + hold + wrap-up) / (the same + available). Breaks, meetings and training are in
    neither part, nor is time with written work only, which can wait for its worker. None: there
    were not two such hours.
    """
    counted = united([*talking, *without(ready, writing)])
    latest = newest(counted, BUSY_FOR)
    if length(latest) < BUSY_FOR:
        return None
    within = [(max(one[0], latest[0][0]), one[1]) for one in talking if one[1] > latest[0][0]]
    return length(within) / BUSY_FOR


def unbroken(working: Sequence[Spell], *, at: datetime) -> timedelta:
    """Return for how long somebody who is at work has worked without a break of ten minutes."""
    spells = list(working)
    if not spells or at - spells[-1][1] >= BREAK:
        return timedelta(0)
    begin = spells[-1][0]
    for before, after in zip(reversed(spells[:-1]), reversed(spells[1:]), strict=True):
        if after[0] - before[1] >= BREAK:
            break
        begin = before[0]
    return at - begin


def united(spells: Iterable[Spell]) -> list[Spell]:
    """Return spells that may overlap as such that do not."""
    found: list[Spell] = []
    for begin, end in sorted(one for one in spells if one[1] > one[0]):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def without(spells: Sequence[Spell], others: Sequence[Spell]) -> list[Spell]:
    """Return what of the spells lies in none of the others."""
    found: list[Spell] = []
    for begin, end in spells:
        for taken_from, taken_to in others:
            if taken_to <= begin or taken_from >= end:
                continue
            found.append((begin, taken_from))
            begin = taken_to
        found.append((begin, end))
    return [one for one in found if one[1] > one[0]]


def newest(spells: Sequence[Spell], wanted: timedelta) -> list[Spell]:
    """Return the last so long of the spells, the first of them cut to fit."""
    found: list[Spell] = []
    left = wanted
    for begin, end in reversed(spells):
        if left <= timedelta(0):
            break
        found.append((max(begin, end - left), end))
        left -= found[-1][1] - found[-1][0]
    return found[::-1]


def length(spells: Iterable[Spell]) -> timedelta:
    return sum((end - begin for begin, end in spells), timedelta(0))
