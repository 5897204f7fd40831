"""Opening hours as people state them, and what they are on the time line.

Hours are wall time in a zone. A weekday has any number of intervals; intervals that touch or
overlap are one. On the night when clocks go back an interval lasts from the first time its opening
is shown until the last time its closing is; when they go forward, a time that the clock skips
counts as that much later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

# Nothing can close at 24:00 on a clock that ends at 23:59, so this is what midnight is called.
END_OF_DAY = time(23, 59)
DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Interval:
    """Open from `opens` until just before `closes`, local time; 23:59 or later is midnight."""

    opens: time
    closes: time


@dataclass(frozen=True)
class Week:
    """The hours of each weekday (Monday is 0) from a local day on, until a later week begins.

    A weekday that is not named is closed.
    """

    weekly: Mapping[int, Sequence[Interval]] = field(default_factory=dict)
    valid_from: date = date.min

    def on(self, day: date) -> list[Interval]:
        return joined(self.weekly.get(day.weekday(), ()))


@dataclass(frozen=True)
class SpecialDay:
    """A date with hours of its own instead of its week's and whatever holiday it is.

    No interval means closed all day. `reason` is for people to read.
    """

    on: date
    intervals: tuple[Interval, ...] = ()
    reason: str = ""


def joined(intervals: Sequence[Interval]) -> list[Interval]:
    """Return intervals in order, with those that touch or overlap made one.

    >>> joined([Interval(time(12), time(17)), Interval(time(8), time(12))])
    [Interval(opens=datetime.time(8, 0), closes=datetime.time(17, 0))]
    """
    found: list[Interval] = []
    for interval in sorted(intervals):
        if found and interval.opens <= found[-1].closes:
            found[-1] = Interval(found[-1].opens, max(found[-1].closes, interval.closes))
        else:
            found.append(interval)
    return found


def collision(intervals: Sequence[Interval]) -> Sequence[Interval]:
    """Return the first two intervals that overlap; none where they only touch or keep apart.

    >>> len(collision([Interval(time(8), time(12)), Interval(time(11), time(13))]))
    2
    """
    ordered = sorted(intervals)
    for earlier, later in pairwise(ordered):
        if later.opens < earlier.closes:
            return earlier, later
    return ()


def midnight(day: date, zone: tzinfo) -> datetime:
    """Return the instant (UTC) at which a local day begins.

    Where the clock skips midnight itself, the day begins that much later.
    """
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


def spans(
    intervals: Sequence[Interval], *, day: date, begins: datetime, ends: datetime, zone: tzinfo
) -> list[tuple[datetime, datetime]]:
    """Return when a day's intervals are on the time line: UTC, in order, joined, none empty.

    intervals: the day's, in any order.
    begins, ends: the instants (UTC) at which the day and the next one begin.
    """
    if ends - begins == DAY:
        # No clock changes today, so wall time is elapsed time.
        plain = [(begins + _since_midnight(i.opens), begins + _until(i)) for i in joined(intervals)]
        return [(start, end) for start, end in plain if start < end]
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(_instants(i, day=day, ends=ends, zone=zone) for i in intervals):
        if end <= start:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


def _until(interval: Interval) -> timedelta:
    return DAY if interval.closes >= END_OF_DAY else _since_midnight(interval.closes)


def _instants(
    interval: Interval, *, day: date, ends: datetime, zone: tzinfo
) -> tuple[datetime, datetime]:
    start = datetime.combine(day, interval.opens, tzinfo=zone).astimezone(UTC)
    if interval.closes >= END_OF_DAY:
        return start, ends
    shown = (
        datetime.combine(day, interval.closes.replace(fold=fold), tzinfo=zone) for fold in (0, 1)
    )
    return start, max(end.astimezone(UTC) for end in shown)
