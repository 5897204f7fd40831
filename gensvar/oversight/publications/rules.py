"""What reports may be made of, which days they are about, and when they leave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

LEAVES_AT: Final = time(7)
MOST_MEASURES: Final = 40
MONTHS_OF_A_HALF: Final = 6


class Span(StrEnum):
    """How long the days of a report are."""

    WEEK = "week"
    MONTH = "month"
    HALF_YEAR = "half-year"


class Use(StrEnum):
    """What the documentation is used for: the seven of the source (SKE-23)."""

    CITIZENS = "citizens"
    HISTORY = "history"
    ACTION = "action"
    GOALS = "goals"
    WORK = "work"
    BUSINESS = "business"
    SUPPORT = "support"


class TableName(StrEnum):
    """Tables that a report may hold: sums of cases and contacts, never of anybody."""

    SUBJECTS = "subjects"
    NEEDS = "needs"
    CHANNELS = "channels"
    TIERS = "tiers"
    CAUSES = "causes"


@dataclass(frozen=True)
class Preset:
    """What a report for a use is made of until somebody composes it otherwise."""

    measures: tuple[str, ...]
    tables: tuple[TableName, ...]
    span: Span = Span.MONTH


PRESETS: Final[Mapping[Use, Preset]] = {
    Use.CITIZENS: Preset(("K60", "K66", "K30", "K10"), (TableName.SUBJECTS,)),
    Use.HISTORY: Preset(("K20", "K21", "K24", "K25", "K76"), (TableName.CHANNELS,)),
    Use.ACTION: Preset(("K31", "K26", "K114"), (TableName.NEEDS, TableName.CAUSES)),
    Use.GOALS: Preset(("K02", "K03", "K23", "K26", "K40"), ()),
    Use.WORK: Preset(("K01", "K23", "K27", "K43"), (TableName.TIERS,)),
    Use.BUSINESS: Preset(("K01", "K23", "K40", "K48"), (TableName.SUBJECTS,), Span.HALF_YEAR),
    Use.SUPPORT: Preset(("K01", "K11", "K13", "K75"), (TableName.SUBJECTS, TableName.TIERS)),
}


@dataclass(frozen=True)
class Due:
    """The days that a report is about (the end not included), and when it leaves."""

    starts_on: date
    ends_on: date
    leaves_at: datetime


def span_of(span: Span, day: date) -> tuple[date, date]:
    """Return the week, month or half-year that a day lies in; the end is not included.

    >>> span_of(Span.HALF_YEAR, date(2026, 8, 14))
    (datetime.date(2026, 7, 1), datetime.date(2027, 1, 1))
    """
    if span is Span.WEEK:
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=7)
    if span is Span.MONTH:
        first = day.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1)
    if day.month <= MONTHS_OF_A_HALF:
        return date(day.year, 1, 1), date(day.year, 7, 1)
    return date(day.year, 7, 1), date(day.year + 1, 1, 1)


def span_before(span: Span, day: date) -> tuple[date, date]:
    """Return the newest week, month or half-year that is over on a day.

    >>> span_before(Span.MONTH, date(2026, 4, 1))
    (datetime.date(2026, 3, 1), datetime.date(2026, 4, 1))
    """
    return span_of(span, span_of(span, day)[0] - timedelta(days=1))


def due_of(
    span: Span, day: date, *, is_working_day: Callable[[date], bool], zone: tzinfo
) -> Due | None:
    """Return what leaves in the span that a day lies in: it is about the one before.

    It leaves at seven on the first working day; None where there is none.
    """
    starts_on, ends_on = span_before(span, day)
    last = span_of(span, day)[1]
    days = (ends_on + timedelta(days=number) for number in range((last - ends_on).days))
    leaves_on = next((one for one in days if is_working_day(one)), None)
    if leaves_on is None:
        return None
    return Due(starts_on, ends_on, datetime.combine(leaves_on, LEAVES_AT, zone))
