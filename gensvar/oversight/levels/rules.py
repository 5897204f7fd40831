"""Three levels, what may be lifted between them, and what never may: personal data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Level(StrEnum):
    """Who meets whom: units and service, districts and management, the two heads."""

    OPERATIONAL = "operational"
    TACTICAL = "tactical"
    STRATEGIC = "strategic"


ORDER: Final = (Level.OPERATIONAL, Level.TACTICAL, Level.STRATEGIC)
# So many faults of one kind at one place within the window stand out.
REPEATED: Final = 3
WINDOW: Final = timedelta(days=90)
# What a person is known or reached by.
PERSONAL: Final = {
    "personal-number": re.compile(r"(?<!\d)(?:19|20)?\d{6}[-+ ]?\d{4}(?!\d)"),
    "mail": re.compile(r"[^\s@]+@[^\s@]+\.\w+"),
    "phone": re.compile(r"(?<![\w-])(?:\+\d|00\d|0)[\d\s()/-]{5,}\d"),
}


def above(level: Level) -> Level | None:
    """Return the level that an issue is lifted to; None from the highest.

    >>> above(Level.OPERATIONAL).value
    'tactical'
    """
    place = ORDER.index(level) + 1
    return ORDER[place] if place < len(ORDER) else None


def personal_in(text: str) -> str | None:
    """Return which kind of personal data a text holds; None where there is none to be seen.

    >>> personal_in("Kallt vid FAST-17, 9 gånger"), personal_in("Ring 070-123 45 67")
    (None, 'phone')
    """
    return next((kind for kind, pattern in PERSONAL.items() if pattern.search(text)), None)


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months, named as people name them: 2026-2."""

    year: int
    number: int

    @property
    def starts_on(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def ends_on(self) -> date:
        """The first day after it."""
        return self.next.starts_on

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def before(self) -> "Quarter":
        return quarter_of(self.starts_on - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"


def quarter_of(day: date) -> Quarter:
    """Return the quarter that a day lies in.

    >>> str(quarter_of(date(2026, 5, 4)))
    '2026-2'
    """
    return Quarter(day.year, (day.month + 2) // 3)


def quarter_named(text: str) -> Quarter | None:
    """Return the quarter that somebody wrote; None where it is none."""
    found = re.fullmatch(r"(20\d\d)-([1-4])", text)
    return Quarter(int(found[1]), int(found[2])) if found else None


def quarters_until(day: date, *, count: int) -> list[Quarter]:
    """Return so many quarters, the last the one of the day."""
    found = [quarter_of(day)]
    while len(found) < count:
        found.append(found[-1].before)
    return found[::-1]


def month_before(day: date) -> tuple[date, date]:
    """Return the first day of the month before, and the first after it."""
    end = day.replace(day=1)
    return (end - timedelta(days=1)).replace(day=1), end


def change(now: int, before: int) -> int | None:
    """Return by how many per cent something has grown; of nothing there is no share.

    >>> change(9, 6), change(1, 0)
    (50, None)
    """
    return round(100 * (now - before) / before) if before else None


def average(values: Iterable[int]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None
