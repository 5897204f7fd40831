"""Deadlines a second with a prepared calendar, beside walking day by day and minute by minute."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from random import Random
from zoneinfo import ZoneInfo

from gensvar.science.worktime.calendar import Calendar
from gensvar.science.worktime.deadlines import Pause, WorkingDays, WorkingTime, due_at
from gensvar.science.worktime.explained import explained
from gensvar.science.worktime.hours import Interval, Week
from gensvar.science.worktime.publicdays import HolidayRule
from gensvar.science.worktime.schedule import Schedule

ZONE = ZoneInfo("Europe/Stockholm")
OFFICE = (Interval(clock(7, 30), clock(12)), Interval(clock(13), clock(17)))
THREE_DAYS = WorkingDays(3)
EIGHT_HOURS = WorkingTime(timedelta(hours=8))
STARTS = 50_000
ROUNDS = 5
# How many a slow way is asked for: enough to measure, few enough to wait for.
SLOW_DAYS, SLOW_MINUTES, EXPLAINED = 5_000, 50, 500

Instants = list[datetime]


def run() -> Iterator[tuple[str, float, str, str]]:
    schedule = Schedule(
        [Week(dict.fromkeys(range(5), OFFICE))], zone=ZONE, holidays=[HolidayRule("SE")]
    )
    calendar = Calendar(schedule)
    starts = _instants(Random(3))
    ends = [
        start + timedelta(days=Random(number).random() * 30) for number, start in enumerate(starts)
    ]
    yield "preparing the years around a first question", _preparing(schedule), "ms", "once"
    yield from _in_days(calendar, starts)
    yield from _in_time(calendar, starts, ends)
    yield from _with_pauses(calendar, starts)


def _in_days(calendar: Calendar, starts: Instants) -> Iterator[tuple[str, float, str, str]]:
    sample = starts[:SLOW_DAYS]
    assert [_walk_days(calendar, start, 3) for start in sample] == [
        due_at(THREE_DAYS, start=start, calendar=calendar) for start in sample
    ]
    walked = _rate(lambda start: _walk_days(calendar, start, 3), sample)
    fast = _rate(lambda start: due_at(THREE_DAYS, start=start, calendar=calendar), starts)
    yield "3 working days, walking day by day", walked, "deadlines/s", "baseline"
    yield "3 working days", fast, "deadlines/s", f"{fast / walked:.0f} times the day walk"


def _in_time(
    calendar: Calendar, starts: Instants, ends: Instants
) -> Iterator[tuple[str, float, str, str]]:
    pairs = dict(zip(starts, ends, strict=True))
    sample = starts[:SLOW_MINUTES]
    assert [_walk_minutes(calendar, start, 480) for start in sample] == [
        due_at(EIGHT_HOURS, start=start, calendar=calendar) for start in sample
    ]
    walked = _rate(lambda start: _walk_minutes(calendar, start, 480), sample)
    fast = _rate(lambda start: due_at(EIGHT_HOURS, start=start, calendar=calendar), starts)
    yield "8 working hours, walking minute by minute", walked, "deadlines/s", "baseline"
    yield "8 working hours", fast, "deadlines/s", f"{fast / walked:.0f} times the minute walk"
    counted = _rate(lambda start: calendar.minutes_between(start, pairs[start]), starts)
    slow = _rate(lambda start: _count_minutes(calendar, start, pairs[start]), sample)
    yield "minutes between, up to 30 days, one by one", slow, "counts/s", "baseline"
    yield "minutes between", counted, "counts/s", f"{counted / slow:.0f} times one by one"


def _with_pauses(calendar: Calendar, starts: Instants) -> Iterator[tuple[str, float, str, str]]:
    def paused(start: datetime) -> datetime | None:
        waits = [Pause(start + timedelta(hours=5), start + timedelta(hours=30))]
        return due_at(THREE_DAYS, start=start, calendar=calendar, pauses=waits)

    rate = _rate(paused, starts)
    yield "3 working days with one pause", rate, "deadlines/s", ""
    told = _rate(
        lambda start: explained(THREE_DAYS, start=start, calendar=calendar), starts[:EXPLAINED]
    )
    yield "3 working days, explained", told, "explanations/s", "for a page, not for a list"


def _instants(random: Random) -> Instants:
    first = datetime(2026, 1, 1, tzinfo=UTC)
    return [first + timedelta(minutes=random.randrange(365 * 24 * 60)) for _ in range(STARTS)]


def _preparing(schedule: Schedule) -> float:
    began = time.perf_counter()
    Calendar(schedule).is_open(datetime(2026, 5, 4, tzinfo=UTC))
    return (time.perf_counter() - began) * 1_000


def _rate(ask: Callable[[datetime], object], starts: Instants) -> float:
    """Return questions a second, of the quickest of some rounds: others use this machine too."""
    quickest = float("inf")
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for start in starts:
            ask(start)
        quickest = min(quickest, time.perf_counter() - began)
    return len(starts) / quickest


def _walk_days(calendar: Calendar, start: datetime, count: int) -> datetime:
    day = start.astimezone(ZONE).date()
    while count:
        day += timedelta(days=1)
        count -= bool(_hours(calendar, day))
    return datetime.combine(day, _hours(calendar, day)[-1].closes, ZONE).astimezone(UTC)


def _walk_minutes(calendar: Calendar, at: datetime, minutes: int) -> datetime:
    while minutes:
        minutes -= _is_open(calendar, at)
        at += timedelta(minutes=1)
    return at


def _count_minutes(calendar: Calendar, at: datetime, end: datetime) -> int:
    found = 0
    while at + timedelta(minutes=1) <= end:
        found += _is_open(calendar, at)
        at += timedelta(minutes=1)
    return found


def _is_open(calendar: Calendar, at: datetime) -> bool:
    wall = at.astimezone(ZONE)
    return any(one.opens <= wall.time() < one.closes for one in _hours(calendar, wall.date()))


_KNOWN: dict[date, list[Interval]] = {}


def _hours(calendar: Calendar, day: date) -> list[Interval]:
    """Return a day's hours; looked up once, so that the baselines are not slow for nothing."""
    if day not in _KNOWN:
        _KNOWN[day] = list(calendar.schedule.hours_on(day))
    return _KNOWN[day]
