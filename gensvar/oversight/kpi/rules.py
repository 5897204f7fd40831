"""How figures are compared and judged; nothing here is rounded except for show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Final

from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.reading import registry

# What happened before midnight has been sealed and read by then.
AFTER_MIDNIGHT: Final = timedelta(minutes=5)


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

    @property
    def figure(self) -> Figure:
        return Figure(Fraction(self.part), Fraction(self.whole), is_division=True)


def share_of(code: str, *, key: str = "", **counted: int) -> Share:
    """Return a measure as it is defined, of what was counted; `key` is the way of counting.

    >>> share_of("K23", closed_at_front=6_400, cases=10_000)
    Share(part=6400, whole=10000)
    """
    found = registry().figure(code, counted, key=key)
    return Share(int(found.part or 0), int(found.whole or 0))


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


Pair = tuple[int, int]
# Fewer than this is not told outside the circle that handles cases (KPI-06).
FEWEST_TOLD = 5


class Hidden(StrEnum):
    """Why a count is not told: it is small itself, or another small one could be worked out."""

    SMALL = "small"
    COMPLEMENTARY = "complementary"


def hidden(counts: Sequence[int]) -> dict[int, Hidden]:
    """Return which places of a column not to show, so that its total tells nobody a small count.

    >>> hidden([3, 120, 77])
    {0: <Hidden.SMALL: 'small'>, 2: <Hidden.COMPLEMENTARY: 'complementary'>}
    """
    small = [place for place, count in enumerate(counts) if 0 < count < FEWEST_TOLD]
    others = sorted(
        (place for place, count in enumerate(counts) if count >= FEWEST_TOLD),
        key=lambda place: counts[place],
    )
    also: list[int] = []
    while small and others and _is_worked_out(counts, small, also):
        also.append(others.pop(0))
    return dict.fromkeys(small, Hidden.SMALL) | dict.fromkeys(also, Hidden.COMPLEMENTARY)


def gathered(rows: Mapping[int, Pair]) -> tuple[dict[int, Pair], Pair | None]:
    """Return the rows that may be told, and the sum of the others: no number of either is small.

    Where that sum would hold a small one, or be of a single row, the smallest row that could be
    told joins it.

    >>> gathered({1: (40, 12), 2: (3, 9), 3: (6, 5)})
    ({1: (40, 12)}, (9, 14))
    """
    told = {key: pair for key, pair in rows.items() if not _has_small(pair)}
    others = [pair for key, pair in rows.items() if key not in told]
    while others and told and (len(others) == 1 or _has_small(_sum(others))):
        others.append(told.pop(min(told, key=lambda key: sum(told[key]))))
    rest = _sum(others)
    return told, None if rest == (0, 0) or _has_small(rest) else rest


def _sum(pairs: Iterable[Pair]) -> Pair:
    ones, others = zip((0, 0), *pairs, strict=True)
    return sum(ones), sum(others)


def _has_small(pair: Pair) -> bool:
    return any(0 < count < FEWEST_TOLD for count in pair)


def told(count: int | None, mask: Hidden | None) -> int | str | None:
    """Return a count as a file tells it: "<5" for a small one, "–" for one hidden with it."""
    if mask is None:
        return count
    return f"<{FEWEST_TOLD}" if mask == Hidden.SMALL else "–"


def _is_worked_out(counts: Sequence[int], small: Sequence[int], also: Sequence[int]) -> bool:
    """Say whether the sum of the hidden counts leaves only one possibility."""
    together = sum(counts[place] for place in (*small, *also))
    least = len(small) + FEWEST_TOLD * len(also)
    most = None if also else (FEWEST_TOLD - 1) * len(small)
    return len(small) + len(also) == 1 or together in {least, most}


@dataclass(frozen=True)
class Benefit:
    """What it is worth that customer service solves cases; both assumptions stand beside it."""

    cases: int
    minutes_saved: Fraction
    cost_per_hour: Fraction

    @property
    def hours(self) -> Fraction:
        """Return the department's hours that were not needed.

        >>> b = Benefit(6_400, Fraction(8), Fraction(420))
        >>> round(b.hours), int(b.worth)
        (853, 358400)
        """
        return self.cases * self.minutes_saved / 60

    @property
    def worth(self) -> Fraction:
        return self.hours * self.cost_per_hour
