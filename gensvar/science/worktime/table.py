"""A schedule laid out on the time line, ready to be searched: whole years, in instants (UTC).

Everything is a sorted list, so that every question is one or two bisections.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from gensvar.science.worktime.hours import DAY, midnight, spans
from gensvar.science.worktime.schedule import Schedule

Span = tuple[datetime, datetime]
# How far from its start a deadline may lie, and an opening is looked for.
HORIZON = timedelta(days=731)
# What must be prepared around an instant: that, and the day that it lies in.
REACH = HORIZON + timedelta(days=2)
# The first and last year that can be asked about: holidays are known from 1953 to 2100.
EARLIEST, LATEST = 1953, 2097


class OutOfReach(ValueError):
    """An instant lies outside the years that a calendar can be asked about."""


@dataclass(frozen=True, slots=True)
class Table:
    """Open time during some years.

    asked_from, asked_until: between these instants it answers for two years to each side.
    midnights: when each local day begins, and last when the day after them all does.
    starts, ends: each time of being open, joined over midnight.
    before: open time from the first midnight until each of `starts`.
    working: the place among the days of each day with any open time.
    openings, closings: when each working day first opens and last closes.
    through: for each day, how many working days there are up to and including it.
    """

    first: date
    last: date
    asked_from: datetime
    asked_until: datetime
    midnights: list[datetime]
    starts: list[datetime]
    ends: list[datetime]
    before: list[timedelta]
    working: list[int]
    openings: list[datetime]
    closings: list[datetime]
    through: list[int]

    def day_of(self, at: datetime) -> int:
        """Return the place of the local day that an instant lies in."""
        return bisect_right(self.midnights, at) - 1

    def day_ending(self, at: datetime) -> int:
        """Return the place of the local day that an instant lies in, or ends: midnight ends one."""
        return bisect_left(self.midnights, at) - 1

    def date_at(self, place: int) -> date:
        return self.first + timedelta(days=place)

    def place_of(self, day: date) -> int:
        return (day - self.first).days

    def open_until(self, at: datetime) -> timedelta:
        """Return the open time from the first midnight until an instant."""
        place = bisect_right(self.starts, at) - 1
        if place < 0:
            return timedelta()
        end = self.ends[place]
        return self.before[place] + ((at if at < end else end) - self.starts[place])


class Years:
    """The years of a schedule, laid out as they are asked about and kept."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._table: Table | None = None

    def around(self, at: datetime) -> tuple[datetime, Table]:
        """Return an instant in UTC, and a table that reaches two years to each side of it."""
        if at.tzinfo is not UTC:
            at = _utc(at)
        table = self._table
        if table is None or not table.asked_from <= at <= table.asked_until:
            table = self._covering((at - REACH).date(), (at + REACH).date())
        return at, table

    def around_both(self, start: datetime, end: datetime) -> tuple[datetime, datetime, Table]:
        """Return two instants in UTC, and a table that reaches two years beyond both."""
        start, end = _utc(start), _utc(end)
        low, high = min(start, end), max(start, end)
        table = self._table
        if table is None or not (table.asked_from <= low and high <= table.asked_until):
            table = self._covering((low - REACH).date(), (high + REACH).date())
        return start, end, table

    def of_day(self, day: date) -> Table:
        """Return a table with a local day in it."""
        table = self._table
        if table is None or not table.first <= day <= table.last:
            table = self._covering(day, day)
        return table

    def _covering(self, low: date, high: date) -> Table:
        """Lay out every whole year from `low` to `high`, and those laid out already."""
        first, last = low.year, high.year
        if first < EARLIEST - 3 or last > LATEST + 3:
            raise OutOfReach(f"a calendar knows the years from {EARLIEST} to {LATEST}")
        if self._table is not None:
            first, last = min(first, self._table.first.year), max(last, self._table.last.year)
        table = laid_out(self._schedule, first=date(first, 1, 1), last=date(last, 12, 31))
        # Assigned whole: another thread finds the table before or this one, never half of it.
        self._table = table
        return table


def laid_out(schedule: Schedule, *, first: date, last: date) -> Table:
    """Return the table of the local days from `first` to `last`, both included."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    midnights = [midnight(day, schedule.zone) for day in (*days, last + DAY)]
    by_day = list(_by_day(schedule, days, midnights))
    working = [place for place, found in enumerate(by_day) if found]
    starts, ends = _joined(by_day)
    return Table(
        first=first,
        last=last,
        asked_from=midnights[0] + REACH,
        asked_until=midnights[-1] - REACH,
        midnights=midnights,
        starts=starts,
        ends=ends,
        before=_sums([end - start for start, end in zip(starts, ends, strict=True)]),
        working=working,
        openings=[by_day[place][0][0] for place in working],
        closings=[by_day[place][-1][1] for place in working],
        through=[bisect_right(working, place) for place in range(len(days))],
    )


def _by_day(
    schedule: Schedule, days: Sequence[date], midnights: Sequence[datetime]
) -> Iterator[list[Span]]:
    for place, day in enumerate(days):
        begins, ends = midnights[place], midnights[place + 1]
        intervals = schedule.hours_on(day)
        yield spans(intervals, day=day, begins=begins, ends=ends, zone=schedule.zone)


def _joined(by_day: Sequence[Sequence[Span]]) -> tuple[list[datetime], list[datetime]]:
    starts: list[datetime] = []
    ends: list[datetime] = []
    for found in by_day:
        for start, end in found:
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
    return starts, ends


def _sums(lengths: Sequence[timedelta]) -> list[timedelta]:
    found, total = [], timedelta()
    for length in lengths:
        found.append(total)
        total += length
    return found


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return at if at.tzinfo is UTC else at.astimezone(UTC)
