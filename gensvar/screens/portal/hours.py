"""Published hours in words for people and in JSON for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import Availability, availability
from gensvar.foundation.calendars.rules import END_OF_DAY, Interval
from gensvar.operations.contacts.models import Channel

# The order in which ways to reach a person are told.
ORDER = ("phone", "visit", "chat", "mail", "sms", "social", "letter", "fax", "web")
# Whose hours tell when somebody reads what was written on the portal, in order of preference.
READING = ("web", "mail", "phone")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Line:
    """Weekdays in a row with the same hours; Monday is 0, the last is included."""

    first: int
    last: int
    intervals: tuple[Interval, ...]


@dataclass(frozen=True)
class Way:
    """One way to reach a person, with what is published about it."""

    channel: str
    now: Availability
    # None where it is so far ahead that "until" would only puzzle: open round the clock.
    closes_at: datetime | None

    @property
    def name(self) -> str:
        return str(Channel(self.channel).label)

    @property
    def week(self) -> list[Line]:
        return list(_lines(self.now))


@dataclass(frozen=True)
class Reading:
    """When somebody reads what was written: now, from a moment on, or nobody has said."""

    is_open: bool
    opens_at: datetime | None


def ways(client: Client, *, at: datetime) -> list[Way]:
    """Return every channel with published hours, the phone first."""
    found = {one.channel: one for one in availability(client, at=at)}
    return [_way(found[channel], at=at) for channel in ORDER if channel in found]


def reading(client: Client, *, at: datetime) -> Reading:
    """Return when the front desk reads what comes in writing."""
    found = {one.channel: one for one in availability(client, at=at)}
    for channel in READING:
        if channel in found:
            return Reading(found[channel].is_open, found[channel].opens_at)
    return Reading(is_open=False, opens_at=None)


def as_json(client: Client, *, at: datetime) -> dict[str, Any]:
    """Return what is published, for other sites and for the phone's message."""
    return {
        "client": client.code,
        "name": client.public_name,
        "phone": client.phone,
        "as_of": at.isoformat(),
        "channels": [_way_as_json(way) for way in ways(client, at=at)],
    }


def _way(now: Availability, *, at: datetime) -> Way:
    is_soon = now.closes_at is not None and now.closes_at - at < timedelta(days=2)
    return Way(now.channel, now, now.closes_at if is_soon else None)


def _way_as_json(way: Way) -> dict[str, Any]:
    now = way.now
    return {
        "channel": way.channel,
        "name": way.name,
        "is_open": now.is_open,
        "closes_at": now.closes_at.isoformat() if now.closes_at else None,
        "opens_at": now.opens_at.isoformat() if now.opens_at else None,
        "week": {
            WEEKDAYS[weekday]: _plain(now.hours.weekly.get(weekday, ())) for weekday in range(7)
        },
        "deviations": [
            {"on": day.on.isoformat(), "hours": _plain(day.intervals), "reason": day.reason}
            for day in now.deviations
        ],
    }


def _plain(intervals: Sequence[Interval]) -> list[list[str]]:
    return [[_clock(one.opens), _clock(one.closes)] for one in intervals]


def _clock(at: time) -> str:
    return "24:00" if at >= END_OF_DAY else at.strftime("%H:%M")


def _lines(now: Availability) -> Iterator[Line]:
    held: Line | None = None
    for weekday in range(7):
        intervals = tuple(now.hours.weekly.get(weekday, ()))
        if held is not None and held.intervals == intervals:
            held = Line(held.first, weekday, intervals)
            continue
        if held is not None and held.intervals:
            yield held
        held = Line(weekday, weekday, intervals)
    if held is not None and held.intervals:
        yield held
