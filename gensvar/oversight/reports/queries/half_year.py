"""What customer service brings to a department's management group twice a year (SKE-14)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.reports.models import Meeting
from gensvar.oversight.reports.queries.archive import held_of
from gensvar.oversight.reports.queries.statistics import Statistics, statistics_of
from gensvar.oversight.reports.rules import half_of
from gensvar.science.worktime.calendar import Calendar


@dataclass(frozen=True)
class Deck:
    """A half-year in figures, the one before it, and what the management group has decided."""

    figures: Statistics
    before: Statistics
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class Kept:
    """Of all meetings with management groups in a year: planned, due by now, and held."""

    groups: int
    planned: int
    due: int
    held: int


def deck_of(
    client: Client, department: str, *, starts_on: date, calendar: Calendar, at: datetime
) -> Deck:
    """Return what is shown to a management group about the half-year that begins on a day."""
    figures, before = (
        statistics_of(
            client,
            department,
            starts_on=first,
            ends_on=after,
            calendar=calendar,
            at=at,
            is_brief=True,
        )
        for first, after in (half_of(starts_on), half_of(starts_on - timedelta(days=1)))
    )
    meetings = Meeting.objects.filter(
        client=client,
        department=department,
        series=Meeting.Series.MANAGEMENT,
        planned_on__gte=starts_on,
        planned_on__lt=half_of(starts_on)[1],
    )
    return Deck(figures, before, tuple(meetings.order_by("planned_on")))


def kept_with_managements(
    client: Client, departments: Collection[str], *, year: int, today: date
) -> Kept:
    """Count a year's meetings with management groups, over the departments together."""
    rows = [
        row
        for row in held_of(client, departments, year=year, today=today)
        if row.series == Meeting.Series.MANAGEMENT
    ]
    return Kept(
        groups=len(rows),
        planned=sum(row.planned for row in rows),
        due=sum(row.due for row in rows),
        held=sum(row.held for row in rows),
    )
