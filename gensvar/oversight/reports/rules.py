"""When reports are due, what they cover, and how figures in them are banded and hidden."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from gensvar.oversight.kpi.rules import FEWEST_TOLD, Hidden, hidden

# Part of every report: another way of counting is another edition.
EDITION = 1
SENT_AT = time(7)
MONTHS_OF_A_HALF = 6
# Working days since the hand-over: up to and including each, and then more than the last.
BANDS = (3, 7, 14, 30)
# In the place of a count: it is small, or a small one beside it could be worked out from it.
HIDDEN, HIDDEN_BESIDE = -1, -2


class ReportKind(StrEnum):
    OVERDUE = "overdue"
    STATISTICS = "statistics"
    AGENDA = "agenda"


@dataclass(frozen=True)
class Issue:
    """One number of a report: the days that it is about (the end not included), when it leaves."""

    kind: ReportKind
    starts_on: date
    ends_on: date
    leaves_at: datetime


def issue_of(
    kind: ReportKind, day: date, *, is_working_day: Callable[[date], bool], zone: tzinfo
) -> Issue | None:
    """Return what is sent in the week, or the month, that a day lies in.

    It leaves at seven on the first working day of it; None where there is none. A week's lists are
    about that week, a month's figures about the month before.
    """
    if kind == ReportKind.STATISTICS:
        first = day.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1)
        starts_on, ends_on = (first - timedelta(days=1)).replace(day=1), first
    else:
        first = day - timedelta(days=day.weekday())
        last = first + timedelta(days=7)
        starts_on, ends_on = first, last
    days = (first + timedelta(days=number) for number in range((last - first).days))
    leaves_on = next((one for one in days if is_working_day(one)), None)
    if leaves_on is None:
        return None
    return Issue(kind, starts_on, ends_on, datetime.combine(leaves_on, SENT_AT, zone))


def half_of(day: date) -> tuple[date, date]:
    """Return the half-year that a day lies in; the end is not included.

    >>> half_of(date(2026, 8, 14))
    (datetime.date(2026, 7, 1), datetime.date(2027, 1, 1))
    """
    if day.month <= MONTHS_OF_A_HALF:
        return date(day.year, 1, 1), date(day.year, 7, 1)
    return date(day.year, 7, 1), date(day.year + 1, 1, 1)


def banded(ages: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Return how many there are in each band; ages come as pairs of working days and count."""
    found = [0] * (len(BANDS) + 1)
    for days, count in ages:
        found[sum(days > most for most in BANDS)] += count
    return tuple(found)


def shown(count: int) -> int:
    """Return a count as it may be published: HIDDEN where it could point at somebody."""
    return HIDDEN if 0 < count < FEWEST_TOLD else count


def all_shown(counts: Sequence[int]) -> list[int]:
    """Return the counts of a column whose sum is published too, so that the sum tells no more."""
    masks = {Hidden.SMALL: HIDDEN, Hidden.COMPLEMENTARY: HIDDEN_BESIDE}
    found = hidden(counts)
    return [masks[found[at]] if at in found else count for at, count in enumerate(counts)]


def share_shown(part: int, whole: int) -> tuple[int, int]:
    """Return a part and its whole as they may be published: a small whole hides both."""
    return (part, whole) if shown(whole) == whole else (HIDDEN, HIDDEN)
