"""At which times whoever waits may be called back instead: whole hours, while it is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

# Each is as long as a sentence says it is; sentences stand for these hours alone.
HOURS = 2
SAID_HOURS = range(6, 21)
MOST_EACH_DAY, MOST_DAYS = 2, 2
# Whoever chooses the next full hour just before it would be told of a time that has begun.
AHEAD = timedelta(minutes=15)


@dataclass(frozen=True)
class Window:
    """A time to be called in, and how many days from now that is."""

    begins_at: datetime
    ends_at: datetime
    days: int


def windows(now: datetime, opens: Iterable[tuple[int, datetime, datetime]]) -> list[Window]:
    """Return the times to offer: two of today and of the next day with any, or two of that day.

    opens: how many days from now, from when and until when it is open, in wall time, in order.
    A time never reaches beyond when it closes.
    """
    found: dict[int, list[Window]] = {}
    for days, begins, ends in opens:
        for window in _within(days, begins, ends):
            if window.begins_at >= now + AHEAD:
                found.setdefault(days, []).append(window)
    kept = [found[days][:MOST_EACH_DAY] for days in sorted(found)[:MOST_DAYS]]
    return [window for day in kept for window in day]


def _within(days: int, begins: datetime, ends: datetime) -> Iterable[Window]:
    start = begins.replace(minute=0, second=0, microsecond=0)
    if start < begins:
        start += timedelta(hours=1)
    while start + timedelta(hours=HOURS) <= ends:
        if start.hour in SAID_HOURS:
            yield Window(start, start + timedelta(hours=HOURS), days)
        start += timedelta(hours=HOURS)
