"""What facts came to in a period: sums of whole days, and what was told otherwise before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any, Protocol

from django.db import connection
from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.models import Restatement
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.portable import (
    AMOUNTS,
    AMOUNTS_OF_SPANS,
    SO_FAR,
    TALLIES,
    TALLIES_OF_SPANS,
    WHOLE,
    asked,
    of_spans,
    sources,
)
from gensvar.science.kpi.tallying import Tally


@dataclass(frozen=True)
class Counts:
    """What was counted: `amounts` by counter, and the values of those that are lists."""

    amounts: dict[str, Fraction] = field(default_factory=dict)
    lists: dict[str, Tally] = field(default_factory=dict)

    def __getitem__(self, counter: str) -> Fraction:
        return self.amounts.get(counter, Fraction())

    def values(self, counter: str) -> Tally:
        return self.lists.get(counter, Tally())


class Engine(Protocol):
    """What answers words of `portable`: this database, or the history that was written from it."""

    def rows(self, words: str) -> list[Any]:
        """Answer words in which the tables are named in braces."""


@dataclass(frozen=True)
class Here:
    """PostgreSQL itself; `is_whole` leaves out the days that are not told yet."""

    is_whole: bool = True

    def rows(self, words: str) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(words.format(**sources(is_whole=self.is_whole)))
            found: list[Any] = cursor.fetchall()
            return found


def counts(
    client: Client, period: Period, *, is_whole: bool = True, queue_id: int | None = None
) -> Counts:
    """Return the sums of a period, of one queue or all.

    `is_whole` leaves out the days that are not told yet.
    """
    return counts_by(Here(is_whole), client.pk, period, queue_id=queue_id)


def counts_of(
    client: Client, periods: Sequence[Period], *, queue_id: int | None = None
) -> dict[Period, Counts]:
    """Return the sums of several periods, asked for at once; only of whole days."""
    whole = Period(min(one.starts_on for one in periods), max(one.ends_on for one in periods))
    which = asked(client.pk, whole, queue_id=queue_id)
    engine = Here()
    amounts: dict[Period, dict[str, Fraction]] = {one: {} for one in periods}
    lists: dict[Period, dict[str, list[tuple[Fraction, int]]]] = {one: {} for one in periods}
    for number, counter, amount in engine.rows(of_spans(AMOUNTS_OF_SPANS, periods, which)):
        amounts[periods[number]][counter] = Fraction(amount)
    for number, counter, value, often in engine.rows(of_spans(TALLIES_OF_SPANS, periods, which)):
        found = lists[periods[number]].setdefault(counter, [])
        found.append((Fraction(value, 1000), int(often)))
    return {
        one: Counts(amounts[one], {name: Tally(tuple(rows)) for name, rows in lists[one].items()})
        for one in periods
    }


def counts_by(
    engine: Engine, client_id: int, period: Period, *, queue_id: int | None = None
) -> Counts:
    """Return the sums of a period as an engine tells them; each tells the same."""
    which = asked(client_id, period, queue_id=queue_id)
    amounts = {
        counter: Fraction(amount)
        for counter, amount in engine.rows(AMOUNTS.replace("{asked}", which))
    }
    rows = engine.rows(TALLIES.replace("{asked}", which))
    lists = {
        counter: Tally(tuple((Fraction(value, 1000), int(often)) for _name, value, often in found))
        for counter, found in groupby(rows, key=lambda row: row[0])
    }
    return Counts(amounts, lists)


def counts_of_all(day: date) -> Counts:
    """Return the sums of a day, so far, of all clients together; lists of calls and chats alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT counter, amount FROM kpi_sums_of_all(%s)", [day])
        amounts = {counter: Fraction(amount) for counter, amount in cursor.fetchall()}
        cursor.execute("SELECT counter, value, often FROM kpi_values_of_all(%s)", [day])
        return Counts(amounts, dict(_tallies(cursor.fetchall())))


def last_kept(client: Client, period: Period, counter: str, *, is_whole: bool = True) -> Period:
    """Return the last day of a period for which a state was kept; without one, no day."""
    rows = WHOLE if is_whole else SO_FAR
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT max(s.day) {rows} WHERE s.client_id = %s AND s.day >= %s AND s.day < %s
                AND s.counter = %s AND s.list IS NOT NULL""",
            [client.pk, period.starts_on, period.ends_on, counter],
        )
        day: date | None = cursor.fetchone()[0]
    return (
        Period(day, day + timedelta(days=1)) if day else Period(period.starts_on, period.starts_on)
    )


def _tallies(rows: list[tuple[str, Decimal, int]]) -> Iterator[tuple[str, Tally]]:
    for counter, found in groupby(rows, key=lambda row: row[0]):
        yield counter, Tally(tuple((Fraction(value), often) for _name, value, often in found))


def today_only(at: datetime) -> Period:
    today = localdate(at)
    return Period(today, today + timedelta(days=1))


def restatements(client: Client, period: Period, counters: set[str]) -> list[Restatement]:
    """Return which days came to something else after they had been told, the newest first."""
    found = Restatement.objects.filter(
        client=client,
        day__gte=period.starts_on,
        day__lt=period.ends_on,
        counter__in=counters,
    )
    return list(found.order_by("-at", "day", "counter")[:100])
