"""What the counter shows: who waits, what is called, who sits where, and how visits went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import Max, QuerySet

from gensvar.channels.counter.models import Call, Desk, Hall, Sitting, Ticket
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import availability, calendar_of, office_calendar
from gensvar.operations.contacts.models import Channel
from gensvar.science.worktime.calendar import Calendar

# How long a number stands on the display after it was called, unless its visit is over.
SHOWN = timedelta(minutes=30)
MOST_SHOWN = 6
STATISTICS = """
    SELECT t.day, e.name, count(*),
        count(*) FILTER (WHERE t.is_no_show),
        count(*) FILTER (WHERE c.at IS NOT NULL AND NOT t.is_no_show),
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.at - t.drawn_at))
    FROM counter_ticket t JOIN counter_errand e ON e.id = t.errand_id
    LEFT JOIN LATERAL (SELECT min(at) AS at FROM counter_call WHERE ticket_id = t.id) c ON true
    WHERE t.hall_id = %s AND t.day >= %s
    GROUP BY t.day, e.name ORDER BY t.day DESC, e.name
"""


@dataclass(frozen=True)
class Called:
    """A number on the display: which, to which desk, and when."""

    code: str
    desk: str
    at: datetime


@dataclass(frozen=True)
class Visits:
    """A day's visits for one errand: drawn, not come, served, and the median wait."""

    day: date
    errand: str
    drawn: int
    no_shows: int
    served: int
    waited: timedelta | None


def client_of_key(key: str) -> tuple[int, int] | None:
    """Return the hall and the client behind the key of a kiosk or a display."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM hall_with_key(%s)", [key[:40]])
        row = cursor.fetchone()
    return (int(row[0]), int(row[1])) if row else None


def visiting_hours(client: Client, *, at: datetime) -> Calendar:
    """Return when one can draw numbers: as published for visits, else while the office is open."""
    if any(one.channel == Channel.VISIT for one in availability(client, at=at)):
        return calendar_of(client, Channel.VISIT, at=at)
    return office_calendar(client, at=at)


def halls_of(clients: Iterable[int]) -> QuerySet[Hall]:
    rows = Hall.objects.filter(client__in=list(clients), closed_at=None)
    return rows.select_related("client").order_by("client", "name")


def desks_of(halls: Iterable[Hall]) -> list[tuple[Desk, Sitting | None]]:
    """Return the desks of halls in order, each with who sits there."""
    desks = list(Desk.objects.filter(hall__in=halls, retired_at=None).select_related("hall"))
    sitting = {
        one.desk_id: one
        for one in Sitting.objects.filter(desk__in=desks, until=None).select_related("agent")
    }
    desks.sort(key=lambda desk: (desk.hall.name, len(desk.name), desk.name))
    return [(desk, sitting.get(desk.pk)) for desk in desks]


def called_now(hall_id: int, *, at: datetime) -> list[Called]:
    """Return the numbers that are called now, the latest first."""
    newest = (
        Call.objects.filter(ticket__hall=hall_id, ticket__ended_at=None, at__gt=at - SHOWN)
        .values("ticket")
        .annotate(last=Max("pk"))
        .values_list("last", flat=True)
    )
    rows = Call.objects.filter(pk__in=list(newest)).select_related("ticket", "desk")
    return [
        Called(str(call.ticket), call.desk.name, call.at)
        for call in rows.order_by("-pk")[:MOST_SHOWN]
    ]


def waiting_in(hall: Hall) -> list[Ticket]:
    """Return the numbers that nobody has called, the one drawn first before the others."""
    rows = Ticket.objects.open().filter(hall=hall, calls=None)
    return list(rows.select_related("errand").order_by("drawn_at", "pk"))


def open_in(hall: Hall) -> list[Ticket]:
    """Return the numbers of a hall whose visits are not over, the one drawn first before others."""
    rows = Ticket.objects.open().filter(hall=hall)
    return list(rows.select_related("errand").order_by("drawn_at", "pk"))


def ahead_of(ticket: Ticket) -> int:
    rows = Ticket.objects.open().filter(hall=ticket.hall_id, calls=None)
    return rows.filter(pk__lt=ticket.pk).count()


def visits_of(hall: Hall, *, since: date) -> list[Visits]:
    with connection.cursor() as cursor:
        cursor.execute(STATISTICS, [hall.pk, since])
        rows = cursor.fetchall()
    return [
        Visits(day, errand, drawn, no_shows, served, _span(waited))
        for day, errand, drawn, no_shows, served, waited in rows
    ]


def _span(seconds: float | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=round(seconds))
