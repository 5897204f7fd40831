"""A measure over thirteen periods, with what is known of each."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import days_off, office_calendar
from gensvar.operations.disruptions.models import Disruption
from gensvar.oversight.kpi.queries.causes import causes_of_contacts
from gensvar.oversight.kpi.queries.counting import Counts, counts_of
from gensvar.oversight.kpi.queries.from_facts import is_of_facts
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.told import Told, WayTold, measure_told

PERIODS: Final = 13
WEEK: Final = 7
LONGEST: Final = timedelta(days=31)


@dataclass(frozen=True)
class Known:
    """Something that happened on a day and that a figure may be read with."""

    on: date
    said: str
    # How many contacts it caused; None where nobody counted, or so few are not told.
    contacts: int | None = None


@dataclass(frozen=True)
class Point:
    period: Period
    way: WayTold
    is_whole: bool
    # Before anything was counted there is nothing to draw.
    is_known: bool
    known: tuple[Known, ...]

    @property
    def week(self) -> int | None:
        """Return the number of the week that the period is, if it is one."""
        days = (self.period.ends_on - self.period.starts_on).days
        is_week = days == WEEK and self.period.starts_on.isoweekday() == 1
        return self.period.starts_on.isocalendar().week if is_week else None

    @property
    def month(self) -> date | None:
        is_month = self.period == Period(self.period.starts_on, _month(self.period.starts_on, 1))
        return self.period.starts_on if is_month and self.period.starts_on.day == 1 else None


def trend(one: Told, *, at: datetime) -> list[Point]:
    """Return the periods before and the one asked for, the oldest first."""
    spans = spans_before(one.period)
    happened = known_in(one.client, Period(spans[0].starts_on, spans[-1].ends_on), at=at)
    points = []
    counted = _counted(one, spans)
    for span in spans:
        told = one if span == one.period else _told_in(one, span, counted.get(span), at=at)
        points.append(
            Point(
                period=span,
                way=told.agreed,
                is_whole=told.complete.is_whole,
                is_known=not told.complete.is_too_early,
                known=tuple(
                    event for event in happened if span.starts_on <= event.on < span.ends_on
                ),
            )
        )
    return points


def spans_before(period: Period) -> list[Period]:
    """Return thirteen periods that end with this one: whole months, or as many days each.

    Of a longer one that is no number of months, the months: the same days years ago say nothing.
    """
    if not (months := _months(period)) and period.ends_on - period.starts_on > LONGEST:
        first = _month(period.last_day, 0)
        period, months = Period(first, _month(first, 1)), 1
    if months:
        return [
            Period(_month(period.starts_on, -months * back), _month(period.ends_on, -months * back))
            for back in reversed(range(PERIODS))
        ]
    length = period.ends_on - period.starts_on
    return [
        Period(period.starts_on - length * back, period.ends_on - length * back)
        for back in reversed(range(PERIODS))
    ]


def known_in(client: Client, period: Period, *, at: datetime) -> list[Known]:
    """Return the disruptions that began in a period, and its days off, by day."""
    since, until = period.instants()
    caused = {row.disruption_id: row.count for row in causes_of_contacts(client, period)}
    happened = [
        Known(row.started_at.astimezone(since.tzinfo).date(), row.cause, caused.get(row.pk))
        for row in Disruption.objects.filter(
            client=client, started_at__gte=since, started_at__lt=until
        )
    ]
    calendar = office_calendar(client, at=at)
    off = days_off(calendar, since=period.starts_on, until=period.ends_on)
    happened += [Known(day.on, day.reason) for day in off]
    return sorted(happened, key=lambda one: one.on)


def _counted(one: Told, spans: list[Period]) -> dict[Period, Counts]:
    """Return what was counted in each period, asked for at once, of what is made of facts."""
    if not is_of_facts(one.definition.code):
        return {}
    return counts_of(one.client, spans, queue_id=one.queue.pk if one.queue else None)


def _told_in(one: Told, span: Period, found: Counts | None, *, at: datetime) -> Told:
    return measure_told(
        one.definition,
        one.client,
        span,
        at=at,
        number=one.number,
        queue=one.queue,
        channel=one.channel,
        found=found,
    )


def _months(period: Period) -> int:
    """Return of how many whole months a period is; 0 if it is of others."""
    if period.starts_on.day != 1 or period.ends_on.day != 1:
        return 0
    years = period.ends_on.year - period.starts_on.year
    return years * 12 + period.ends_on.month - period.starts_on.month


def _month(day: date, later: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + later, 12)
    return date(year, month + 1, 1)
