"""Why a deadline falls where it does, as facts that a screen can put in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from gensvar.science.worktime.calendar import Calendar
from gensvar.science.worktime.deadlines import (
    Pause,
    Target,
    WorkingTime,
    counted_days,
    day_zero_of,
    due_at,
    merged,
)
from gensvar.science.worktime.table import Table


class Why(Enum):
    """Why a day is not counted."""

    WEEK = "week"
    HOLIDAY = "holiday"
    SPECIAL = "special"
    PAUSED = "paused"


@dataclass(frozen=True)
class Counted:
    """A local day that counts, and how much open time of it was used."""

    on: date
    worked: timedelta


@dataclass(frozen=True)
class Skipped:
    """A local day that does not count, and why.

    names: a public holiday's name by language. reason: a special day's, as it was written.
    """

    on: date
    why: Why
    names: Mapping[str, str] | None = None
    reason: str = ""


@dataclass(frozen=True)
class Explanation:
    """A deadline with its reasons.

    due_at: None while the clock stands still until further notice.
    day_zero: the local day that is not counted, for targets in days; None for working time.
    counted, skipped: every local day until the due one is in one of them, but day zero in neither;
        of working time neither is the day of the start where it came after closing.
    pauses: those that could matter, in order and merged.
    digest: of the calendar that was used.
    """

    target: Target
    starts_at: datetime
    due_at: datetime | None
    day_zero: date | None
    counted: tuple[Counted, ...]
    skipped: tuple[Skipped, ...]
    pauses: tuple[Pause, ...]
    digest: str


def explained(
    target: Target, *, start: datetime, calendar: Calendar, pauses: Iterable[Pause] = ()
) -> Explanation:
    """Return when a target is due and why, from the same facts as `due_at`; raises as it does.

    Takes some twenty times as long as `due_at` alone: for a deadline on a page, not for a list.
    """
    standing = merged(pauses, start=start)
    due = due_at(target, start=start, calendar=calendar, pauses=standing)
    # Where the clock stands still until further notice, nothing is told beyond that.
    end = due or standing[-1].starts_at
    table = calendar.prepared(start, end)
    zero = None
    if isinstance(target, WorkingTime):
        first = table.day_of(start)
        counted = _worked(first, table.day_ending(end), running(start, end, standing), calendar)
    else:
        places, table = counted_days(target, start=start, pauses=standing, calendar=calendar)
        first = day_zero_of(target, start=start, table=table)
        zero = table.date_at(first)
        first += 1
        counted = [Counted(table.date_at(place), _open_on(place, table)) for place in places]
    between = range(first, max(table.day_ending(end), first - 1) + 1)
    return Explanation(
        target=target,
        starts_at=start,
        due_at=due,
        day_zero=zero,
        counted=tuple(counted),
        skipped=tuple(_skipped([table.date_at(place) for place in between], counted, calendar)),
        pauses=tuple(standing),
        digest=calendar.digest,
    )


def running(
    start: datetime, end: datetime, pauses: Sequence[Pause]
) -> list[tuple[datetime, datetime]]:
    """Return when the clock ran between two instants; `pauses` are merged."""
    found = []
    for pause in pauses:
        if pause.starts_at >= end:
            break
        found.append((start, pause.starts_at))
        start = pause.ends_at or end
    found.append((start, end))
    return [(begins, ends) for begins, ends in found if begins < ends]


def _worked(
    first: int, last: int, stretches: Sequence[tuple[datetime, datetime]], calendar: Calendar
) -> list[Counted]:
    if not stretches:
        return []
    table = calendar.prepared(stretches[0][0], stretches[-1][1])
    found = []
    for day in range(first, last + 1):
        begins, ends = table.midnights[day], table.midnights[day + 1]
        worked = sum(
            (
                calendar.between(max(begins, start), min(ends, end))
                for start, end in stretches
                if start < ends and end > begins
            ),
            timedelta(),
        )
        if worked:
            found.append(Counted(table.date_at(day), worked))
    return found


def _open_on(day: int, table: Table) -> timedelta:
    return table.open_until(table.midnights[day + 1]) - table.open_until(table.midnights[day])


def _skipped(
    days: Sequence[date], counted: Sequence[Counted], calendar: Calendar
) -> Iterator[Skipped]:
    used = {one.on for one in counted}
    for day in days:
        if day not in used:
            yield _why(day, calendar)


def _why(day: date, calendar: Calendar) -> Skipped:
    schedule = calendar.schedule
    if calendar.is_working_day(day):
        return Skipped(day, Why.PAUSED)
    if special := schedule.special_days.get(day):
        return Skipped(day, Why.SPECIAL, reason=special.reason)
    week = schedule.week_of(day)
    names = schedule.holiday_on(day) if week and week.on(day) else None
    return Skipped(day, Why.HOLIDAY if names else Why.WEEK, names=names)
