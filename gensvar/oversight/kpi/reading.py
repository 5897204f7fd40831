"""Read the event record into facts, and sum up its days: a day's facts cost a day's work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.utils.timezone import localtime

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.operations.routing.models import DayBalance
from gensvar.oversight.kpi.models import Day, DaySum, Fact, Reading
from gensvar.oversight.kpi.rules import AFTER_MIDNIGHT

# Records read in one piece, so that what has been read is kept if the rest is broken off.
PIECE: Final = 60_000
DAYS_AT_ONCE: Final = 31
# The working clock looks as far back.
LONGEST: Final = timedelta(days=730)
# What came back is known so many days later.
SETTLED_AFTER: Final = timedelta(days=8)
# Any number will do; it keeps two readers from reading the same.
READER_LOCK: Final = 7_306_001
NEXT_SEALS = """
    SELECT max(id) FROM (
        SELECT id, sum(length(digests) / 32) OVER (ORDER BY id) AS so_far,
               row_number() OVER (ORDER BY id) AS place
        FROM events_seal WHERE id > %s ORDER BY id LIMIT 500) AS coming
    WHERE so_far <= %s OR place = 1"""
# Days before of which something was read that counts by when it began; and Mondays that were told
# before somebody wrote down how a case stood by then.
BEGAN = """
    SELECT DISTINCT f.client_id, w.day
    FROM kpi_fact f
    JOIN kpi_fact w ON CASE WHEN f.kind = 'reopening'
        THEN w.kind = 'closing' AND w.case_id = f.case_id AND w.at = f.began_at
        ELSE w.kind = 'wait' AND w.about_id = f.about_id END
    WHERE f.kind IN ('reopening', 'tried', 'reached', 'call-end') AND f.record_id BETWEEN
        (SELECT min((record_ids ->> 0)::bigint) FROM events_seal WHERE id > %s AND id <= %s)
        AND (SELECT max((record_ids ->> -1)::bigint) FROM events_seal WHERE id > %s AND id <= %s)
    UNION
    SELECT m.client_id, m.day
    FROM kpi_fact f
    JOIN kpi_day m ON m.client_id = f.client_id AND m.day >= f.day AND m.closed_at IS NOT NULL
        AND extract(isodow FROM m.day) = 1
    WHERE f.kind IN ('case', 'state', 'shut') AND f.record_id BETWEEN
        (SELECT min((record_ids ->> 0)::bigint) FROM events_seal WHERE id > %s AND id <= %s)
        AND (SELECT max((record_ids ->> -1)::bigint) FROM events_seal WHERE id > %s AND id <= %s)"""


def read_record(*, at: datetime) -> int:
    """Write the facts of everything sealed since the last time; return how many seals were read.

    A day of which something was read is told again only when nothing is left to read.
    """
    read = 0
    while piece := _read_piece(at=at):
        read += piece
    _sum_up(at=at)
    return read


def rebuild(*, at: datetime) -> int:
    """Throw all facts away and write them again; what was told of days stays, to be compared."""
    with transaction.atomic():
        Fact.objects.all().delete()
        Reading.objects.all().delete()
        Day.objects.update(closed_at=None)
    return read_record(at=at)


@dataclass(frozen=True)
class Rebuilt:
    """How many facts there are after all was written anew, and on which days a sum changed."""

    facts: int
    sums: int
    changed: tuple[date, ...]

    def __str__(self) -> str:
        said = f"{self.facts} facts, {self.sums} sums of days"
        if not self.changed:
            return f"{said}: the same as before"
        return f"{said}: otherwise than before on {', '.join(map(str, self.changed))}"


def rebuilt(*, at: datetime) -> Rebuilt:
    """Read what is left, write everything anew, and compare every sum with what it was."""
    read_record(at=at)
    before = _sums()
    rebuild(at=at)
    after = _sums()
    changed = {key[1] for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    return Rebuilt(Fact.objects.count(), len(after), tuple(sorted(changed)))


def _sums() -> dict[tuple[int, date, int, str], Any]:
    """Return every sum that is not 0, with a digest of the values of those that are lists."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT client_id, day, queue, counter, amount,
                   md5((SELECT string_agg(value::text, ',' ORDER BY value)
                        FROM unnest(list) AS value))
               FROM kpi_daysum WHERE amount <> 0"""
        )
        return {row[:4]: row[4:] for row in cursor.fetchall()}


@transaction.atomic
def _read_piece(*, at: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [READER_LOCK])
        reading, _is_new = Reading.objects.get_or_create(pk=1)
        before = reading.seal_id
        cursor.execute(NEXT_SEALS, [before, PIECE])
        last: int | None = cursor.fetchone()[0]
        if last is None:
            Reading.objects.filter(pk=1).update(at=at)
            return 0
        cursor.execute("SELECT client_id, day FROM kpi_write_facts(%s, %s)", [before, last])
        touched = set(cursor.fetchall())
        cursor.execute("SELECT client_id, day FROM kpi_write_states(%s, %s)", [before, last])
        touched |= set(cursor.fetchall())
        cursor.execute("SELECT kpi_write_noted(%s, %s)", [before, last])
        for client in Client.objects.order_by("pk"):
            _clock(cursor, client, before, last, at=at)
        cursor.execute(BEGAN, [before, last] * 4)
        touched |= set(cursor.fetchall())
        for client_id in {client_id for client_id, _day in touched}:
            days = [day for of, day in touched if of == client_id]
            cursor.execute("SELECT kpi_open_days(%s, %s::date[])", [client_id, days])
        Reading.objects.filter(pk=1).update(seal_id=last)
        return last - before


def _clock(cursor: Any, client: Client, before: int, last: int, *, at: datetime) -> None:
    table = office_calendar(client, at=at).prepared(at - LONGEST, at)
    hours = [table.starts, table.ends, [one.total_seconds() for one in table.before]]
    for clock in ("kpi_clock_facts", "kpi_clock_states"):
        cursor.execute(
            f"""SELECT {clock}(%s, %s, %s, %s::timestamptz[], %s::timestamptz[],
                               %s::double precision[])""",
            [client.pk, before, last, *hours],
        )


@transaction.atomic
def _sum_up(*, at: datetime) -> None:
    """Sum the days that are not whole, and tell those that are over and in which all fits."""
    over = localtime(at - AFTER_MIDNIGHT).date()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [READER_LOCK])
        for client in Client.objects.order_by("pk"):
            going = Day.objects.filter(client=client, closed_at=None).order_by("day")
            days = list(going.values_list("day", flat=True))
            for piece in _pieces(days):
                cursor.execute("SELECT kpi_sum_days(%s, %s::date[])", [client.pk, piece])
                cursor.execute(
                    "SELECT kpi_sum_states(%s, %s::date[], %s::date[], %s)",
                    [client.pk, piece, _workdays(client, piece, at=at), at],
                )
            withheld = set(
                DayBalance.objects.withheld()
                .filter(client=client, on__in=days)
                .values_list("on", flat=True)
            )
            whole = [day for day in days if day < over and day not in withheld]
            if whole:
                cursor.execute("SELECT kpi_close_days(%s, %s::date[], %s)", [client.pk, whole, at])
            _settle(cursor, client, until=over - SETTLED_AFTER)


def _workdays(client: Client, days: Sequence[date], *, at: datetime) -> list[date]:
    """Return the days of work up to the Mondays among some days; none without a Monday."""
    mondays = [day for day in days if day.isoweekday() == 1]
    if not mondays:
        return []
    calendar, first = office_calendar(client, at=at), min(mondays) - LONGEST
    every = (first + timedelta(n) for n in range((max(mondays) - first).days + 1))
    return [day for day in every if calendar.is_working_day(day)]


def _settle(cursor: Any, client: Client, *, until: date) -> None:
    """Count what came back to days that are long enough ago, once each."""
    settled = DaySum.objects.filter(client=client, counter="settled_closed").values("day")
    days = Day.objects.filter(client=client, day__lte=until, closed_at__isnull=False)
    for piece in _pieces(list(days.exclude(day__in=settled).values_list("day", flat=True))):
        cursor.execute("SELECT kpi_settle_days(%s, %s::date[])", [client.pk, piece])


def _pieces(days: Sequence[date]) -> list[list[date]]:
    return [list(days[place : place + DAYS_AT_ONCE]) for place in range(0, len(days), DAYS_AT_ONCE)]
