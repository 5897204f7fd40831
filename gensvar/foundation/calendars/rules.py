"""Opening hours: from local wall time to instants.

A weekday has any number of intervals; a date with deviations has those instead. Intervals that
touch or overlap are one. On the night when clocks go back an interval lasts from the first time its
opening is shown until the last time its closing is; when they go forward, a time that the clock
skips counts as that much later.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

# Nothing can close at 24:00 on a clock that ends at 23:59, so this is what midnight is called.
END_OF_DAY = time(23, 59)
# How far ahead an opening is looked for before a channel counts as closed for good.
HORIZON = timedelta(days=370)


@dataclass(frozen=True, order=True)
class Interval:
    """Open from `opens` until just before `closes`; 23:59 or later means until midnight."""

    opens: time
    closes: time


@dataclass(frozen=True)
class Hours:
    """When a channel is open. Monday is 0; a date in `deviations` overrides its weekday."""

    weekly: Mapping[int, Sequence[Interval]] = field(default_factory=dict)
    deviations: Mapping[date, Sequence[Interval]] = field(default_factory=dict)

    def on(self, day: date) -> list[Interval]:
        """Return the intervals of a date in order, joined where they touch."""
        return joined(self.deviations.get(day, self.weekly.get(day.weekday(), ())))

    def is_open(self, at: datetime, *, zone: tzinfo) -> bool:
        return self.closing(at, zone=zone) is not None

    def closing(self, at: datetime, *, zone: tzinfo) -> datetime | None:
        """Return when what is open at this moment closes; None where nothing is open."""
        return next((end for start, end in self._spans(at, zone) if start <= at < end), None)

    def next_opening(self, at: datetime, *, zone: tzinfo) -> datetime | None:
        """Return the first opening after this moment; None where there is none within a year."""
        return next((start for start, _end in self._spans(at, zone) if start > at), None)

    def _spans(self, at: datetime, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
        """Yield the times of being open from the day before `at`, joined over midnight."""
        first = at.astimezone(zone).date() - timedelta(days=1)
        held: tuple[datetime, datetime] | None = None
        for number in range(HORIZON.days):
            for interval in self.on(first + timedelta(days=number)):
                start, end = _instants(first + timedelta(days=number), interval, zone)
                if end <= start:
                    continue
                if held is not None and start <= held[1]:
                    held = (held[0], max(held[1], end))
                    continue
                if held is not None:
                    yield held
                held = (start, end)
        if held is not None:
            yield held


def joined(intervals: Sequence[Interval]) -> list[Interval]:
    """Return intervals in order, with those that touch or overlap made one."""
    found: list[Interval] = []
    for interval in sorted(intervals):
        if found and interval.opens <= found[-1].closes:
            found[-1] = Interval(found[-1].opens, max(found[-1].closes, interval.closes))
        else:
            found.append(interval)
    return found


def collision(intervals: Sequence[Interval]) -> Sequence[Interval]:
    """Return the first two intervals that overlap; none where they only touch or keep apart."""
    ordered = sorted(intervals)
    for earlier, later in pairwise(ordered):
        if later.opens < earlier.closes:
            return earlier, later
    return ()


def written(intervals: Sequence[Interval]) -> str:
    """Write intervals as figures: "07:30–12:00, 13:00–17:00"; nothing where closed."""
    return ", ".join(f"{_clock(one.opens)}–{_clock(one.closes)}" for one in intervals)


def _clock(at: time) -> str:
    return "24:00" if at >= END_OF_DAY else at.strftime("%H:%M")


def _instants(day: date, interval: Interval, zone: tzinfo) -> tuple[datetime, datetime]:
    start = datetime.combine(day, interval.opens, tzinfo=zone).astimezone(UTC)
    if interval.closes >= END_OF_DAY:
        day, closes = day + timedelta(days=1), time(0)
    else:
        closes = interval.closes
    ends = (datetime.combine(day, closes.replace(fold=fold), tzinfo=zone) for fold in (0, 1))
    return start, max(end.astimezone(UTC) for end in ends)
