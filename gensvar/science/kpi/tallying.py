"""Many values kept as a distribution: added up over days, and never averaged (R2)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property


@dataclass(frozen=True)
class Tally:
    """A list of values, told as each different value with how often it stands there, least first.

    >>> Tally(((Fraction(10), 2), (Fraction(60), 1))).total
    Fraction(80, 1)
    """

    rows: tuple[tuple[Fraction, int], ...] = ()

    @cached_property
    def count(self) -> int:
        return sum(often for _value, often in self.rows)

    @cached_property
    def total(self) -> Fraction:
        return sum((value * often for value, often in self.rows), Fraction())

    def up_to(self, limit: Fraction | float) -> int:
        """Return how many values are at most so much."""
        return sum(often for value, often in self.rows if value <= limit)

    def over(self, limit: Fraction | float) -> "Tally":
        return Tally(tuple(row for row in self.rows if row[0] > limit))

    def lowest(self, places: int) -> Fraction:
        """Return the sum of so many of the least."""
        total, left = Fraction(), places
        for value, often in self.rows:
            total += value * min(often, left)
            left -= min(often, left)
        return total

    def at(self, place: int) -> Fraction:
        """Return the value at a place, the least being 0."""
        for value, often in self.rows:
            if place < often:
                return value
            place -= often
        raise IndexError(place)

    @property
    def longest(self) -> Fraction | None:
        return self.rows[-1][0] if self.rows else None

    def each(self) -> tuple[Fraction, ...]:
        return tuple(value for value, often in self.rows for _ in range(often))

    def __add__(self, other: "Tally") -> "Tally":
        """Roll up: the distributions are joined, nothing is averaged."""
        often = Counter(dict(self.rows))
        often.update(dict(other.rows))
        return Tally(tuple(sorted(often.items())))


def tally(values: Iterable[Fraction | int]) -> Tally:
    return Tally(tuple(sorted(Counter(map(Fraction, values)).items())))
