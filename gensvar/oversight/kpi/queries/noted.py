"""Measures that need a number from elsewhere, told only where it is noted for every day."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Final

from django.db import connection
from django.db.models import Sum

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import calendar_of, office_calendar
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.oversight.kpi.models import ContactCount, NotedNumber
from gensvar.oversight.kpi.queries.counting import Counts, counts
from gensvar.oversight.kpi.queries.from_facts import Figures, Given
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import FEWEST_TOLD
from gensvar.science.kpi.definitions import Definition, Unit
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import times_shown, told
from gensvar.science.worktime.calendar import Calendar

What = NotedNumber.What
# How many there are, whatever the days; a month has them all, and a day its part of the month.
LEVELS: Final = frozenset({What.POPULATION.value})
Days = Mapping[str, Mapping[date, Fraction]]


def noted_by_day(client: Client, period: Period) -> Days:
    """Return what is noted of each day; of several notes of a day the last is meant."""
    found: dict[str, dict[date, Fraction]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT what, starts_on, days, amount FROM kpi_noted(%s, %s, %s)",
            [client.pk, period.starts_on, period.ends_on],
        )
        rows = cursor.fetchall()
    for what, starts_on, days, amount in rows:
        exact = Fraction(amount).limit_denominator(10_000)
        for number in range(days):
            day = starts_on + timedelta(days=number)
            if period.starts_on <= day < period.ends_on:
                each = monthrange(day.year, day.month)[1] if what in LEVELS else days
                found[what][day] = exact / each
    return found


def ways_of_measures() -> dict[str, frozenset[str]]:
    """Return the ways of counting of every measure that others may be set beside."""
    return {
        code: frozenset(measure.key for measure in one.current.measures)
        for code, one in registry().definitions.items()
    }


@dataclass(frozen=True)
class OtherFigure:
    """What somebody else came to in a measure, as the measure is shown."""

    row: NotedNumber
    last_day: date
    shown: str
    unit: Unit


def others_figures(definition: Definition, client: Client) -> list[OtherFigure]:
    """Return what others came to in a measure, the last note of each, the newest days first."""
    rows = NotedNumber.objects.filter(client=client, what=definition.code).exclude(who="")
    newest = {(row.way, row.who, row.starts_on): row for row in rows.order_by("pk")}
    ordered = sorted(newest.values(), key=lambda row: (-row.ends_on.toordinal(), row.way, row.who))
    return [_other(definition, row) for row in ordered]


def _other(definition: Definition, row: NotedNumber) -> OtherFigure:
    unit, decimals = definition.unit_of(definition.current.measure(row.way) or definition.headline)
    shown = told(Figure(Fraction(row.amount) / times_shown(unit)), unit, decimals)
    return OtherFigure(row, row.ends_on - timedelta(days=1), shown, unit)


def _total(noted: Days, what: str, period: Period) -> Fraction | None:
    """Return the sum of some days; None unless each of them is noted: a part would be too low."""
    days = noted.get(what, {})
    return sum(days.values(), Fraction()) if len(days) == _length(period) else None


def _length(period: Period) -> int:
    return (period.ends_on - period.starts_on).days


def _open_minutes(calendar: Calendar, period: Period) -> int:
    return calendar.minutes_between(*period.instants())


def _refused(_client: Client, _period: Period, noted: Days, found: Counts, _at: datetime) -> Given:
    return {"blk": _total(noted, What.BLOCKED, _period), "offered": found["offered"]}


def _per_head(client: Client, period: Period, noted: Days, _found: Counts, _at: datetime) -> Given:
    came = ContactCount.objects.filter(period.sums(), client=client, direction=Direction.IN)
    contacts: int = came.aggregate(n=Sum("contacts", default=0))["n"]
    return {"contacts": contacts, "population": _total(noted, What.POPULATION, period)}


def _cost(_client: Client, period: Period, noted: Days, found: Counts, _at: datetime) -> Given:
    cost = _total(noted, What.COST, period)
    # Calls that another system took cost as much as those taken here.
    handled = found["done_all"] + found["talks_elsewhere"]
    return {"cost": cost, "handled": handled, "closed": found["closed"]}


def _telephone(client: Client, period: Period, noted: Days, _found: Counts, at: datetime) -> Given:
    calendar = calendar_of(client, Channel.PHONE, at=at)
    minutes = _open_minutes(calendar, period)
    return {"open_minutes": minutes, "closed_minutes": _total(noted, What.CLOSED, period)}


def _system(client: Client, period: Period, noted: Days, _found: Counts, at: datetime) -> Given:
    minutes = _open_minutes(office_calendar(client, at=at), period)
    return {"open_minutes": minutes, "outage_minutes": _total(noted, What.OUTAGE, period)}


OF_NOTED: Final[Mapping[str, Callable[[Client, Period, Days, Counts, datetime], Given]]] = {
    "K08": _refused,
    "K14": _telephone,
    "K32": _per_head,
    "K47": _cost,
    "K100": _system,
}


def noted_figures(code: str, client: Client, period: Period, *, at: datetime) -> Figures:
    """Return what a measure came to; no value where a number that it needs is not noted."""
    noted = noted_by_day(client, period)
    given = OF_NOTED[code](client, period, noted, counts(client, period), at)
    keys = (measure.key for measure in registry().definitions[code].current.measures)
    return {key: _unless_few(registry().figure(code, given, key=key)) for key in keys}


def _unless_few(figure: Figure) -> Figure | None:
    return None if figure.whole is not None and 0 < figure.whole < FEWEST_TOLD else figure
