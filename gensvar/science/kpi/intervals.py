"""To which half-hour something belongs: kept in UTC, told in local time (R5, R6)."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise

from gensvar.science.worktime.hours import midnight


def intervals(day: date, *, zone: tzinfo, minutes: int = 30) -> list[tuple[datetime, datetime]]:
    """Return the intervals of a local day, in UTC; a day has 23, 24 or 25 hours.

    minutes: 15 or 30 (else ValueError).

    >>> from zoneinfo import ZoneInfo
    >>> stockholm = ZoneInfo("Europe/Stockholm")
    >>> [len(intervals(date(2026, *day), zone=stockholm)) for day in ((3, 29), (5, 4), (10, 25))]
    [46, 48, 50]
    """
    if minutes not in {15, 30}:
        raise ValueError("figures are told by quarters or halves of an hour")
    start, end = (midnight(one, zone).astimezone(UTC) for one in (day, day + timedelta(days=1)))
    step = timedelta(minutes=minutes)
    edges = [start + step * place for place in range((end - start) // step)]
    return list(pairwise([*edges, end]))


def belongs_at(offered_at: datetime, *, called_back_for: datetime | None = None) -> datetime:
    """Return the instant by which a contact counts: when it was offered to the queue.

    A callback counts by the call that asked for it (`called_back_for`).
    """
    return called_back_for or offered_at
