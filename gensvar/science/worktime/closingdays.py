"""Closing days out of a calendar file (iCalendar, RFC 5545), each event read or told what is wrong.

Only whole days are taken: part of a day needs to know the week's hours, which a file does not say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from icalendar import Calendar as File
from icalendar import Component
from icalendar.error import BrokenCalendarProperty

from gensvar.science.worktime.hours import DAY

# An event longer than this is a mistake rather than a closing.
LONGEST_DAYS = 62
MOST_EVENTS = 2_000
LONGEST_REASON = 200
# A file that was cut short begins more events than the library finds whole.
BEGINS = re.compile(rb"^BEGIN:VEVENT[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


class Wrong(Enum):
    """What is wrong with an event, or with the file as a whole."""

    # It is not a calendar file, or it holds no events, or too many.
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_MANY = "too-many"
    # Its beginning or end is missing, no date, given twice, or in the wrong order.
    DATES = "dates"
    # It begins or ends within a day.
    PART_OF_DAY = "part-of-day"
    TOO_LONG = "too-long"
    REPEATS = "repeats"
    LONG_REASON = "long-reason"


@dataclass(frozen=True)
class ClosingDay:
    """A day on which all is closed, and why, as the file says; several reasons are joined."""

    on: date
    reason: str


@dataclass(frozen=True)
class Fault:
    """Something that must be put right first.

    number: of the event in the file, from 1; 0 where it is the whole file.
    summary: what the event is called, to find it by.
    """

    number: int
    wrong: Wrong
    summary: str = ""


@dataclass(frozen=True)
class ClosingDays:
    """What a file says: days in order, each date once, and what could not be read."""

    days: tuple[ClosingDay, ...]
    faults: tuple[Fault, ...]


class _Unusable(Exception):
    """An event that is no closing day."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong.value)
        self.wrong = wrong


def read_closing_days(content: bytes) -> ClosingDays:
    """Return the closing days in a calendar file, and a fault for each event that is none.

    content: a file as it came, UTF-8, at most a megabyte or so: it is read whole.
    Cancelled events are left out. Never raises for what stands in the file.

    Source: RFC 5545; an end is the day after the last, and without one an event lasts a day.

    >>> lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20270507",
    ...     "SUMMARY:Klämdag", "END:VEVENT", "END:VCALENDAR"]
    >>> read_closing_days("\\r\\n".join(lines).encode()).days
    (ClosingDay(on=datetime.date(2027, 5, 7), reason='Klämdag'),)
    """
    try:
        events = [event for file in File.from_ical(content, True) for event in file.walk("VEVENT")]
    except (ValueError, RecursionError):
        return ClosingDays((), (Fault(0, Wrong.UNREADABLE),))
    if len(events) != len(BEGINS.findall(content)):
        return ClosingDays((), (Fault(0, Wrong.UNREADABLE),))
    if not 0 < len(events) <= MOST_EVENTS:
        return ClosingDays((), (Fault(0, Wrong.TOO_MANY if events else Wrong.EMPTY),))
    reasons: dict[date, list[str]] = {}
    faults = []
    for number, event in enumerate(events, start=1):
        summary = " ".join(str(event.get("SUMMARY", "")).split())
        try:
            for day in _days(event, summary):
                reasons.setdefault(day, []).append(summary)
        except _Unusable as unusable:
            faults.append(Fault(number, unusable.wrong, summary[:LONGEST_REASON]))
    days = [ClosingDay(day, _together(said)) for day, said in sorted(reasons.items())]
    return ClosingDays(tuple(days), tuple(faults))


def _days(event: Component, summary: str) -> Iterator[date]:
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    if "RRULE" in event or "RDATE" in event:
        raise _Unusable(Wrong.REPEATS)
    if len(summary) > LONGEST_REASON:
        raise _Unusable(Wrong.LONG_REASON)
    first, after_last = _reach(event)
    if after_last <= first:
        raise _Unusable(Wrong.DATES)
    if (after_last - first).days > LONGEST_DAYS:
        raise _Unusable(Wrong.TOO_LONG)
    for number in range((after_last - first).days):
        yield first + timedelta(days=number)


def _reach(event: Component) -> tuple[date, date]:
    """Return an event's first day and the day after its last."""
    try:
        start = _moment(event, "DTSTART")
        if "DTEND" in event:
            end = _moment(event, "DTEND")
        elif "DURATION" in event:
            length: Any = event["DURATION"]
            end = start + length.dt
        else:
            end = start + DAY
        return _midnight(start), _midnight(end)
    except (AttributeError, BrokenCalendarProperty, KeyError, OverflowError, TypeError) as error:
        raise _Unusable(Wrong.DATES) from error


def _moment(event: Component, name: str) -> date:
    found: Any = event[name]
    if not isinstance(found.dt, date):
        raise TypeError(f"{name} is no date")
    return found.dt


def _midnight(moment: date) -> date:
    # Some programs write a whole day as the time from one midnight to the next.
    if not isinstance(moment, datetime):
        return moment
    if moment.time() != time():
        raise _Unusable(Wrong.PART_OF_DAY)
    return moment.date()


def _together(reasons: list[str]) -> str:
    said = dict.fromkeys(reason for reason in reasons if reason)
    return ", ".join(said)[:LONGEST_REASON]
