"""When the past's cases came: the source's weekly volumes, spread over days and hours."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random
from zoneinfo import ZoneInfo

from gensvar.config.demo.catalogue import scaled

ZONE = ZoneInfo("Europe/Stockholm")
FIRST_DAY = date(2026, 2, 2)
# SKE-18: the first two weeks, then every week until the cases are all told.
WEEKS = (14_000, 10_000)
EVERY_WEEK = 8_000
WEEKDAYS = (245, 205, 190, 185, 165, 6, 4)
# Days on which nobody answers the telephone: holidays of 2026 and the local closing day.
CLOSED = {
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 5, 1),
    date(2026, 5, 14),
    date(2026, 6, 19),
}
# Contacts by quarter of an hour from 07:30 to 17:00: a morning top, a lunch dip, a smaller top.
QUARTERS = (
    *(9, 12, 18, 24, 30, 34, 36, 37, 36, 34, 32, 30, 28, 26, 24, 22, 20, 19, 18, 19),
    *(22, 25, 27, 28, 27, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 7, 5, 4),
)
OPENS = time(7, 30)
# Mail and web come at all hours.
HOURS = (1, 1, 1, 1, 1, 2, 5, 9, 14, 17, 18, 16, 14, 15, 15, 14, 12, 10, 9, 9, 9, 7, 4, 2)
TYPED = timedelta(minutes=15)


def weekly_counts(total: int) -> list[int]:
    """Return how many of `total` cases come in each week, the last one perhaps cut short."""
    counts: list[int] = []
    while total > 0:
        week = WEEKS[len(counts)] if len(counts) < len(WEEKS) else EVERY_WEEK
        counts.append(min(week, total))
        total -= counts[-1]
    return counts


def days(total: int) -> Iterator[tuple[date, int]]:
    """Yield each day of the past with the number of cases that came on it."""
    for week, count in enumerate(weekly_counts(total)):
        monday = FIRST_DAY + timedelta(weeks=week)
        dates = [monday + timedelta(days=day) for day in range(7)]
        weights = [
            4 if day in CLOSED else weight for day, weight in zip(dates, WEEKDAYS, strict=True)
        ]
        if count < EVERY_WEEK // 4:  # the tail of the past: one day's worth is that day's
            weights = [1, 0, 0, 0, 0, 0, 0]
        yield from zip(dates, scaled(weights, count), strict=True)


def moments(day: date, phone: int, written: int, random: Random) -> tuple[list[float], list[float]]:
    """Return when the day's calls and written contacts came, as seconds since 1970, in order."""
    midnight = datetime.combine(day, time(), ZONE).timestamp()
    opening = datetime.combine(day, OPENS, ZONE).timestamp()
    quarters = random.choices(range(len(QUARTERS)), cum_weights=_QUARTERS, k=phone)
    hours = random.choices(range(24), cum_weights=_HOURS, k=written)
    calls = sorted(opening + quarter * 900 + random.random() * 900 for quarter in quarters)
    letters = sorted(midnight + hour * 3600 + random.random() * 3600 for hour in hours)
    return calls, letters


def is_open(day: date) -> bool:
    return day.weekday() < 5 and day not in CLOSED


def working_days_after(day: date, count: int) -> date:
    """Return the day that lies `count` working days later."""
    while count:
        day += timedelta(days=1)
        count -= is_open(day)
    return day


def past_ends(total: int) -> datetime:
    """Return the end of the last day on which a case of the past came."""
    last = max(day for day, count in days(total) if count)
    return datetime.combine(last + timedelta(days=1), time(), ZONE).astimezone(UTC)


_QUARTERS = tuple(accumulate(QUARTERS))
_HOURS = tuple(accumulate(HOURS))
