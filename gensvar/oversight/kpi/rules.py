"""How figures are compared and judged; nothing here is rounded except for show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Share:
    """A part of a whole; a whole of nothing has no share."""

    part: int
    whole: int

    @property
    def value(self) -> Fraction | None:
        return Fraction(self.part, self.whole) if self.whole else None

    def __add__(self, other: "Share") -> "Share":
        """Roll up: parts and wholes are added, percentages never averaged."""
        return Share(self.part + other.part, self.whole + other.whole)


def ranked(counts: Iterable[tuple[str, int]]) -> Iterator[tuple[int, str, int]]:
    """Yield rank, name and count, the most first; equal counts share a rank."""
    rank, before = 0, -1
    ordered = sorted(counts, key=lambda row: (-row[1], row[0]))
    for place, (name, count) in enumerate(ordered, start=1):
        if count != before:
            rank, before = place, count
        yield rank, name, count


def is_met(value: Fraction | None, target: Fraction | None, *, more_is_better: bool) -> bool | None:
    """Say whether a goal is met; None where there is no goal or no value."""
    if value is None or target is None:
        return None
    return value >= target if more_is_better else value <= target


def reduction(before: int, after: int) -> Fraction | None:
    return Fraction(before - after, before) if before else None
