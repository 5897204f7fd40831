"""Deadlines from facts: when something started, what was promised, and when the clock stood still.

A due time is never stored as truth. It follows from these facts and a calendar, and the calendar's
digest says which one; asked again with the same facts it gives the same answer.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from gensvar.science.worktime.calendar import Calendar, Unsatisfiable
from gensvar.science.worktime.table import HORIZON, Table


class DayZero(Enum):
    """Which day is not counted: that of the start, or the one on which work can first begin.

    They differ where something starts on a closed day or after closing: it counts as come on the
    next working day only under OF_OPENING.
    """

    OF_START = "start"
    OF_OPENING = "opening"


@dataclass(frozen=True)
class WorkingTime:
    """So much open time while the clock runs; above 0, else ValueError."""

    amount: timedelta

    def __post_init__(self) -> None:
        if self.amount <= timedelta():
            raise ValueError("a target of working time is above zero")


@dataclass(frozen=True)
class WorkingDays:
    """Until the office closes on the `count`-th working day; 1 or more, else ValueError.

    A day counts when the clock runs as the office closes.
    """

    count: int
    day_zero: DayZero = DayZero.OF_START

    def __post_init__(self) -> None:
        _refuse_below_one(self.count)


@dataclass(frozen=True)
class CalendarDays:
    """Until the end of the `count`-th day, open or not; 1 or more, else ValueError.

    A day counts when the clock runs as it ends. The last one ends when the office closes, or at
    midnight where it is closed all day.
    """

    count: int

    def __post_init__(self) -> None:
        _refuse_below_one(self.count)


Target = WorkingTime | WorkingDays | CalendarDays


@dataclass(frozen=True, order=True)
class Pause:
    """The clock stands still from one instant until another, or until further notice."""

    starts_at: datetime
    ends_at: datetime | None = None


def due_at(
    target: Target, *, start: datetime, calendar: Calendar, pauses: Iterable[Pause] = ()
) -> datetime | None:
    """Return when a target is due (UTC); None while an open pause stands before that.

    start: when the clock starts, e.g. at the hand-over.
    pauses: in any order; overlapping ones are one, empty ones are nothing, and what lies before the
        start does not matter. The moment at which a pause begins still counts as running.

    Raises Unsatisfiable where it lies more than two years after the start or the last pause's end.

    >>> from datetime import UTC, time
    >>> from gensvar.science.worktime.hours import Interval, Week
    >>> from gensvar.science.worktime.schedule import Schedule
    >>> office = Week(dict.fromkeys(range(5), [Interval(time(8), time(16))]))
    >>> calendar = Calendar(Schedule([office], zone=UTC))
    >>> monday = datetime(2026, 5, 4, 12, tzinfo=UTC)
    >>> due_at(WorkingDays(1), start=monday, calendar=calendar).isoformat()
    '2026-05-05T16:00:00+00:00'
    >>> asked = Pause(monday, datetime(2026, 5, 6, 9, tzinfo=UTC))
    >>> due_at(WorkingDays(1), start=monday, calendar=calendar, pauses=[asked]).isoformat()
    '2026-05-06T16:00:00+00:00'
    """
    if not pauses:
        if type(target) is WorkingDays and target.day_zero is DayZero.OF_START:
            return calendar.add_days(start, target.count)
        if type(target) is WorkingTime:
            return calendar.add(start, target.amount)
    standing = merged(pauses, start=start)
    if isinstance(target, WorkingTime):
        return _after_time(target.amount, start, standing, calendar)
    return _after_days(target, start, standing, calendar)


def longest(pauses: Iterable[Pause], *, working_days: int, calendar: Calendar) -> list[Pause]:
    """Return pauses cut where the office closes on so many working days after each began.

    working_days: how long a wait for the customer may stop the clock; 1 or more, else ValueError.
    """
    found = []
    for pause in pauses:
        latest = calendar.add_days(pause.starts_at, working_days)
        ends_at = latest if pause.ends_at is None else min(pause.ends_at, latest)
        found.append(Pause(pause.starts_at, ends_at))
    return found


def merged(pauses: Iterable[Pause], *, start: datetime) -> list[Pause]:
    """Return what stands still after `start`, in order: overlapping pauses made one, none empty."""
    found: list[Pause] = []
    for pause in sorted(pauses, key=lambda one: one.starts_at):
        starts_at, ends_at = max(pause.starts_at, start), pause.ends_at
        if ends_at is not None and ends_at <= starts_at:
            continue
        if not found or (found[-1].ends_at is not None and found[-1].ends_at < starts_at):
            found.append(Pause(starts_at, ends_at))
        elif found[-1].ends_at is not None:
            ends_at = None if ends_at is None else max(ends_at, found[-1].ends_at)
            found[-1] = Pause(found[-1].starts_at, ends_at)
    return found


def check_satisfiable(target: Target, *, calendar: Calendar, start: datetime) -> None:
    """Raise Unsatisfiable where a target that starts now could not be met within two years.

    Asked when a target, a week or a closing day is saved.
    """
    due_at(target, start=start, calendar=calendar)


def day_zero_of(target: Target, *, start: datetime, table: Table) -> int:
    """Return the place in the table of the day that is not counted."""
    day = table.day_of(start)
    if not isinstance(target, WorkingDays) or target.day_zero is DayZero.OF_START:
        return day
    # The first closing after the start is that of the day on which work can begin.
    place = bisect_right(table.closings, start)
    return table.working[place] if place < len(table.working) else day


def running_days(
    ends: Sequence[datetime], *, first: int, count: int, pauses: Sequence[Pause]
) -> list[int]:
    """Return the places of the first `count` days from `first` that end while the clock runs.

    ends: when each day ends, in order. Fewer are returned where they run out, or where a pause
    without end comes before. A day that ends as a pause begins is counted.
    """
    found: list[int] = []
    for pause in (*pauses, None):
        until = bisect_right(ends, pause.starts_at) if pause else len(ends)
        found += range(first, min(until, first + count - len(found)))
        if pause is None or pause.ends_at is None or len(found) == count:
            break
        first = max(first, bisect_right(ends, pause.ends_at))
    return found


def _after_time(
    amount: timedelta, start: datetime, pauses: Sequence[Pause], calendar: Calendar
) -> datetime | None:
    for pause in pauses:
        worked = calendar.between(start, pause.starts_at)
        if worked >= amount:
            break
        if pause.ends_at is None:
            return None
        amount -= worked
        start = pause.ends_at
    return calendar.add(start, amount)


def _after_days(
    target: WorkingDays | CalendarDays,
    start: datetime,
    pauses: Sequence[Pause],
    calendar: Calendar,
) -> datetime | None:
    found, table = counted_days(target, start=start, pauses=pauses, calendar=calendar)
    if len(found) < target.count:
        if pauses and pauses[-1].ends_at is None:
            return None
        raise Unsatisfiable(f"two years do not hold {target.count} days")
    due = closing_of(found[-1], table=table)
    if due - _latest(start, pauses) > HORIZON:
        raise Unsatisfiable(f"two years do not hold {target.count} days")
    return due


def counted_days(
    target: WorkingDays | CalendarDays,
    *,
    start: datetime,
    pauses: Sequence[Pause],
    calendar: Calendar,
) -> tuple[list[int], Table]:
    """Return the places of the days that count towards a target, and the table they are places in.

    pauses: merged.
    """
    table = calendar.prepared(start, _latest(start, pauses))
    zero = day_zero_of(target, start=start, table=table)
    if isinstance(target, CalendarDays):
        ends = table.midnights[1:]
        return running_days(ends, first=zero + 1, count=target.count, pauses=pauses), table
    places = running_days(
        table.closings, first=table.through[zero], count=target.count, pauses=pauses
    )
    return [table.working[place] for place in places], table


def closing_of(day: int, *, table: Table) -> datetime:
    """Return when the day at a place closes: at midnight where it is closed all day."""
    through = table.through[day]
    if through and table.working[through - 1] == day:
        return table.closings[through - 1]
    return table.midnights[day + 1]


def _latest(start: datetime, pauses: Sequence[Pause]) -> datetime:
    ended = [pause.ends_at or pause.starts_at for pause in pauses]
    return max([start, *ended])


def _refuse_below_one(count: int) -> None:
    if count < 1:
        raise ValueError("a target of days is one day or more")
