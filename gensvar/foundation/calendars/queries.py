"""What is published about when a client answers, and what that means right now."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from django.db import connection
from django.utils import timezone, translation

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import OFFICE, Deviation, HolidaysKept, OpeningHours
from gensvar.foundation.calendars.rules import (
    Interval,
    Kept,
    office_channel,
    office_weeks,
    week_on,
    weeks,
)
from gensvar.science.worktime.calendar import Calendar
from gensvar.science.worktime.hours import SpecialDay, Week
from gensvar.science.worktime.publicdays import HolidayRule
from gensvar.science.worktime.schedule import Schedule

# How long ahead deviating days are told of.
ANNOUNCED_AHEAD = timedelta(days=60)
# Prepared calendars that a process keeps: one for each client, channel and version in use.
MOST_PREPARED = 200
# Tells what a client publishes from everything else that it could: one statement, not three.
STAMP = """
    SELECT md5(ROW(
        (SELECT string_agg(o::text, ',' ORDER BY id) FROM calendars_openinghours o
         WHERE client_id = %(client)s),
        (SELECT string_agg(d::text, ',' ORDER BY id) FROM calendars_deviation d
         WHERE client_id = %(client)s),
        (SELECT string_agg(h::text, ',' ORDER BY id) FROM calendars_holidayskept h
         WHERE client_id = %(client)s))::text)"""


@dataclass(frozen=True)
class DayOff:
    """A date on which a channel keeps other hours; none means closed."""

    on: date
    intervals: tuple[Interval, ...]
    reason: str


@dataclass(frozen=True)
class YearDay:
    """A day of a year: its hours, and why they are others than its week has."""

    on: date
    intervals: tuple[Interval, ...]
    reason: str
    is_unusual: bool


@dataclass(frozen=True)
class Availability:
    """A channel's hours, and how they stand at a moment."""

    channel: str
    # As they are today.
    hours: Week
    is_open: bool
    # None where it is closed, or never closes.
    closes_at: datetime | None
    opens_at: datetime | None
    deviations: tuple[DayOff, ...]


@dataclass(frozen=True)
class OfficeHours:
    """Which hours a client's deadlines follow, and the calendar they make."""

    calendar: Calendar
    # The channel they were published for; None where nothing is and ordinary hours are assumed.
    channel: str | None


class _Content:
    """All that a client publishes about its hours, and the calendars made of it so far."""

    def __init__(self, client_id: int) -> None:
        self.channels: dict[str, list[Kept]] = defaultdict(list)
        for row in OpeningHours.objects.filter(client=client_id):
            self.channels[row.channel].append(kept(row))
        self.deviations = list(
            Deviation.objects.filter(client=client_id).order_by("on", "opens", "pk")
        )
        self.holidays = [
            HolidayRule(row.country, row.with_eves, row.valid_from)
            for row in HolidaysKept.objects.filter(client=client_id).order_by("valid_from")
        ]
        # By channel (None: the office) and how many deviations were published by then.
        self.calendars: dict[tuple[str | None, int], Calendar] = {}


@lru_cache(maxsize=MOST_PREPARED)
def _content(client_id: int, _stamp: str) -> _Content:
    return _Content(client_id)


class _Published:
    """All that a client has published about its hours, by a moment."""

    def __init__(self, client: Client, *, at: datetime) -> None:
        self.today = at.astimezone(zone()).date()
        with connection.cursor() as cursor:
            cursor.execute(STAMP, {"client": client.pk})
            ((stamp,),) = cursor.fetchall()
        self._content = _content(client.pk, stamp)
        self.channels = self._content.channels
        self.deviations = [row for row in self._content.deviations if row.published_at <= at]

    def in_use(self) -> set[str]:
        """Return the channels with hours now or to come."""
        return {
            channel
            for channel, rows in self.channels.items()
            if any(row.valid_until is None or row.valid_until > self.today for row in rows)
        }

    def calendar(self, channel: str) -> Calendar:
        return self._known(
            channel,
            lambda: (
                weeks(self.channels.get(channel, [])),
                _of_channel(self.deviations, channel),
            ),
        )

    def office_calendar(self) -> Calendar:
        return self._known(
            None,
            lambda: (
                office_weeks(self.channels, office=OFFICE),
                [
                    row
                    for on, rows in groupby(self.deviations, key=attrgetter("on"))
                    for row in _of_channel(rows, self.office_channel(on) or OFFICE)
                ],
            ),
        )

    def office_channel(self, day: date) -> str | None:
        return office_channel(self.channels, day, office=OFFICE)

    def _known(
        self, channel: str | None, parts: Callable[[], tuple[Sequence[Week], list[Deviation]]]
    ) -> Calendar:
        known, key = self._content.calendars, (channel, len(self.deviations))
        if key not in known:
            kept_weeks, days = parts()
            schedule = Schedule(
                kept_weeks,
                zone=zone(),
                special_days=_special_days(days),
                holidays=self._content.holidays,
            )
            known[key] = prepared(schedule)
        return known[key]


def availability(client: Client, *, at: datetime) -> list[Availability]:
    """Return every channel that the client has published hours for."""
    published = _Published(client, at=at)
    channels = sorted(published.in_use() - {OFFICE})
    return [_available(channel, published, at=at) for channel in channels]


def calendar_of(client: Client, channel: str, *, at: datetime) -> Calendar:
    """Return a channel's calendar, with all its versions, as published by a moment."""
    return _Published(client, at=at).calendar(channel)


def office_hours(client: Client, *, at: datetime) -> OfficeHours:
    """Return the calendar that a client's deadlines follow, as published by a moment.

    On days for which no office hours are published those of the telephone stand in, then those of
    another channel, then Monday to Friday, eight to five.
    """
    published = _Published(client, at=at)
    return OfficeHours(published.office_calendar(), published.office_channel(published.today))


def office_calendar(client: Client, *, at: datetime) -> Calendar:
    return office_hours(client, at=at).calendar


def is_open_now(client: Client, channel: str, *, at: datetime) -> bool:
    return calendar_of(client, channel, at=at).is_open(at)


def next_opening(client: Client, channel: str, *, at: datetime) -> datetime | None:
    return calendar_of(client, channel, at=at).next_opening(at)


def week_of(client: Client, channel: str, *, on: date) -> dict[int, list[Interval]]:
    """Return a channel's hours of each weekday, as they hold on a day."""
    rows = OpeningHours.objects.filter(client=client, channel=channel)
    return week_on([kept(row) for row in rows], on)


def holidays_kept(client: Client, *, on: date) -> HolidaysKept | None:
    """Return whose public holidays are kept on a day; None where nobody has said."""
    rows = HolidaysKept.objects.filter(client=client, valid_from__lte=on)
    return rows.order_by("-valid_from").first()


def kept(row: OpeningHours) -> Kept:
    return Kept(row.weekday, Interval(row.opens, row.closes), row.valid_from, row.valid_until)


def zone() -> tzinfo:
    """Return the zone in which opening hours are wall time."""
    return timezone.get_default_timezone()


def prepared(schedule: Schedule) -> Calendar:
    """Return the schedule's calendar, the one kept from before where its content is the same."""
    return _prepared(_ByContent(schedule))


class _ByContent:
    """A schedule that equals every other one with the same content."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByContent) and other.schedule.digest == self.schedule.digest

    def __hash__(self) -> int:
        return hash(self.schedule.digest)


@lru_cache(maxsize=MOST_PREPARED)
def _prepared(content: _ByContent) -> Calendar:
    return Calendar(content.schedule)


def _available(channel: str, published: _Published, *, at: datetime) -> Availability:
    calendar = published.calendar(channel)
    return Availability(
        channel=channel,
        hours=calendar.schedule.week_of(published.today) or Week(),
        is_open=calendar.is_open(at),
        closes_at=calendar.closing(at),
        opens_at=calendar.next_opening(at),
        deviations=tuple(_days_off(calendar.schedule, published.today)),
    )


def year_days(calendar: Calendar, year: int) -> list[YearDay]:
    """Return every day of a year as a calendar keeps it, for people who want it on paper."""
    schedule = calendar.schedule
    first = date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days))
    return [
        YearDay(day, tuple(schedule.hours_on(day)), off.reason if off else "", off is not None)
        for day in days
        for off in [_day_off(schedule, day)]
    ]


def days_off(calendar: Calendar, *, since: date, until: date) -> list[DayOff]:
    """Return the days, the last not included, on which other hours are kept than in other weeks."""
    days = (since + timedelta(days=number) for number in range((until - since).days))
    return [off for day in days if (off := _day_off(calendar.schedule, day))]


def _days_off(schedule: Schedule, today: date) -> Iterable[DayOff]:
    ahead = (today + timedelta(days=number) for number in range(ANNOUNCED_AHEAD.days + 1))
    return filter(None, (_day_off(schedule, day) for day in ahead))


def _day_off(schedule: Schedule, day: date) -> DayOff | None:
    """Return how a day differs from its ordinary week, in the language in use."""
    language = (translation.get_language() or "en").partition("-")[0]
    week = schedule.week_of(day)
    if special := schedule.special_days.get(day):
        return DayOff(day, tuple(schedule.hours_on(day)), special.reason)
    if week and week.on(day) and (names := schedule.holiday_on(day)):
        return DayOff(day, (), names.get(language, names["en"]))
    return None


def _special_days(deviations: Iterable[Deviation]) -> list[SpecialDay]:
    """Return a special day for each date, with the hours of all its rows."""
    intervals: dict[date, list[Interval]] = defaultdict(list)
    reasons: dict[date, str] = {}
    for row in deviations:
        if row.opens is not None and row.closes is not None:
            intervals[row.on].append(Interval(row.opens, row.closes))
        reasons[row.on] = reasons.get(row.on) or row.reason
    return [SpecialDay(on, tuple(intervals[on]), reason) for on, reason in reasons.items()]


def _of_channel(deviations: Iterable[Deviation], channel: str) -> list[Deviation]:
    """Return what holds for a channel: its own deviations on a date go before everybody's."""
    deviations = list(deviations)
    own = {row.on for row in deviations if row.channel == channel}
    return [
        row
        for row in deviations
        if row.channel == channel or (not row.channel and row.on not in own)
    ]
