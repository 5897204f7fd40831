"""Spells of a week's days, and time that only passes within them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

DAY = 86_400.0
WEEK = 7
WORKDAYS = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Spell:
    """From one second of the day until another, on some days of the week (0 is Monday)."""

    begin: float
    end: float
    weekdays: frozenset[int] = WORKDAYS

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end <= DAY:
            raise ValueError("a spell ends after it begins, within one day")
        if not self.weekdays <= frozenset(range(WEEK)) or not self.weekdays:
            raise ValueError("weekdays are 0 (Monday) to 6, one at least")


@dataclass(frozen=True, slots=True)
class Hours:
    """When something is open; with no spells, always. Instants are seconds since a Monday, 00:00.

    >>> office = Hours((Spell(8 * 3600, 17 * 3600),))
    >>> office.after(4 * DAY + 16 * 3600, 7200) == 7 * DAY + 9 * 3600  # Friday to Monday
    True
    >>> office.between(4 * DAY + 16 * 3600, 7 * DAY + 9 * 3600)
    7200.0
    """

    spells: tuple[Spell, ...] = ()

    def on(self, day: int) -> list[tuple[float, float]]:
        """Return begin and end of what is open on a day, in order."""
        if not self.spells:
            return [(day * DAY, (day + 1) * DAY)]
        open_ = (spell for spell in self.spells if day % WEEK in spell.weekdays)
        return sorted((day * DAY + spell.begin, day * DAY + spell.end) for spell in open_)

    def is_open(self, at: float) -> bool:
        return any(begin <= at < end for begin, end in self.on(int(at // DAY)))

    def after(self, at: float, seconds: float) -> float:
        """Return the instant when so many open seconds have passed since `at`."""
        if not self.spells or seconds == inf:
            return at + seconds
        for begin, end in self._from(at):
            if begin + seconds <= end:
                return begin + seconds
            seconds -= end - begin
        raise AssertionError("some day of each week is open")

    def between(self, begin_at: float, end_at: float) -> float:
        """Return how many open seconds lie between two instants."""
        if not self.spells:
            return end_at - begin_at
        passed = 0.0
        for begin, end in self._from(begin_at):
            if begin >= end_at:
                break
            passed += min(end, end_at) - begin
        return passed

    def _from(self, at: float) -> Iterator[tuple[float, float]]:
        day = int(at // DAY)
        while True:
            for begin, end in self.on(day):
                if end > at:
                    yield max(begin, at), end
            day += 1


ALWAYS = Hours()
