"""What facts came to in a period: sums of whole days, and what was told otherwise before."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any

from django.db import connection
from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.models import Restatement
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.science.kpi.tallying import Tally

# Only days that are told as whole: half a day would be a low figure.
WHOLE = """FROM kpi_daysum s JOIN kpi_day d ON d.client_id = s.client_id AND d.day = s.day
    AND d.closed_at IS NOT NULL
    WHERE s.client_id = %s AND s.day >= %s AND s.day < %s"""
SO_FAR = "FROM kpi_daysum s WHERE s.client_id = %s AND s.day >= %s AND s.day < %s"


@dataclass(frozen=True)
class Counts:
    """What was counted: `amounts` by counter, and the values of those that are lists."""

    amounts: dict[str, Fraction] = field(default_factory=dict)
    lists: dict[str, Tally] = field(default_factory=dict)

    def __getitem__(self, counter: str) -> Fraction:
        return self.amounts.get(counter, Fraction())

    def values(self, counter: str) -> Tally:
        return self.lists.get(counter, Tally())


def counts(
    client: Client, period: Period, *, is_whole: bool = True, queue_id: int | None = None
) -> Counts:
    """Return the sums of a period, of one queue or all.

    `is_whole` leaves out the days that are not told yet.
    """
    rows = WHOLE if is_whole else SO_FAR
    given: list[Any] = [client.pk, period.starts_on, period.ends_on]
    if queue_id is not None:
        rows, given = f"{rows} AND s.queue = %s", [*given, queue_id]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT s.counter, sum(s.amount) {rows} GROUP BY s.counter",
            given,
        )
        amounts = {counter: Fraction(amount) for counter, amount in cursor.fetchall()}
        cursor.execute(
            f"""SELECT counter, value::numeric, count(*) FROM (
                    SELECT s.counter, unnest(s.list) AS value {rows} AND s.list IS NOT NULL) AS each
                GROUP BY counter, value ORDER BY counter, value""",  # noqa: S608
            given,
        )
        lists = dict(_tallies(cursor.fetchall()))
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
            f"SELECT max(s.day) {rows} AND s.counter = %s AND s.list IS NOT NULL",
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
