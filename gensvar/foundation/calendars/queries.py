"""What is published about when a client answers, and what that means right now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from django.utils import timezone

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import Deviation, OpeningHours
from gensvar.foundation.calendars.rules import Hours, Interval

# How long ahead deviating days are told of.
ANNOUNCED_AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class DayOff:
    """A date on which a channel keeps other hours; none means closed."""

    on: date
    intervals: tuple[Interval, ...]
    reason: str


@dataclass(frozen=True)
class Availability:
    """A channel's hours, and how they stand at a moment."""

    channel: str
    hours: Hours
    is_open: bool
    closes_at: datetime | None
    opens_at: datetime | None
    deviations: tuple[DayOff, ...]


def availability(client: Client, *, at: datetime) -> list[Availability]:
    """Return every channel that the client has published hours for."""
    weekly: dict[str, dict[int, list[Interval]]] = defaultdict(lambda: defaultdict(list))
    for row in OpeningHours.objects.filter(client=client).order_by("channel", "weekday", "opens"):
        weekly[row.channel][row.weekday].append(Interval(row.opens, row.closes))
    deviations = _deviations(client, at=at)
    return [_available(channel, weekly[channel], deviations, at=at) for channel in sorted(weekly)]


def hours_of(client: Client, channel: str, *, at: datetime) -> Hours:
    """Return a channel's hours with the deviations published by this moment."""
    weekly: dict[int, list[Interval]] = defaultdict(list)
    for row in OpeningHours.objects.filter(client=client, channel=channel):
        weekly[row.weekday].append(Interval(row.opens, row.closes))
    return Hours(weekly, _by_date(_of_channel(_deviations(client, at=at), channel)))


def is_open_now(client: Client, channel: str, *, at: datetime) -> bool:
    return hours_of(client, channel, at=at).is_open(at, zone=zone())


def next_opening(client: Client, channel: str, *, at: datetime) -> datetime | None:
    return hours_of(client, channel, at=at).next_opening(at, zone=zone())


def zone() -> tzinfo:
    """Return the zone in which opening hours are wall time."""
    return timezone.get_default_timezone()


def _available(
    channel: str,
    weekly: dict[int, list[Interval]],
    deviations: Sequence[Deviation],
    *,
    at: datetime,
) -> Availability:
    ours = _of_channel(deviations, channel)
    hours = Hours(dict(weekly), _by_date(ours))
    today = at.astimezone(zone()).date()
    reasons = {row.on: row.reason for row in ours if row.reason}
    told = [day for day in hours.deviations if today <= day <= today + ANNOUNCED_AHEAD]
    closes_at = hours.closing(at, zone=zone())
    return Availability(
        channel=channel,
        hours=hours,
        is_open=closes_at is not None,
        closes_at=closes_at,
        opens_at=hours.next_opening(at, zone=zone()),
        deviations=tuple(
            DayOff(day, tuple(hours.on(day)), reasons.get(day, "")) for day in sorted(told)
        ),
    )


def _deviations(client: Client, *, at: datetime) -> list[Deviation]:
    yesterday = at.astimezone(zone()).date() - timedelta(days=1)
    published = Deviation.objects.filter(client=client, on__gte=yesterday, published_at__lte=at)
    return list(published.order_by("on", "opens", "pk"))


def _of_channel(deviations: Iterable[Deviation], channel: str) -> list[Deviation]:
    """Return what holds for a channel: its own deviations on a date go before everybody's."""
    own = {row.on for row in deviations if row.channel == channel}
    return [
        row
        for row in deviations
        if row.channel == channel or (not row.channel and row.on not in own)
    ]


def _by_date(deviations: Iterable[Deviation]) -> dict[date, list[Interval]]:
    found: dict[date, list[Interval]] = defaultdict(list)
    for row in deviations:
        intervals = found[row.on]
        if row.opens is not None and row.closes is not None:
            intervals.append(Interval(row.opens, row.closes))
    return dict(found)
