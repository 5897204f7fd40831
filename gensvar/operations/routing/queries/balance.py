"""Both sides of the daily equation, each from where it was written."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection

from gensvar.foundation.calendars.queries import zone
from gensvar.operations.routing.events import ContactQueued
from gensvar.operations.routing.models import DayBalance
from gensvar.operations.routing.rules.balance import Balance, End, Place, reconcile

RECEIVED = """
    SELECT (payload->>'queue_id')::bigint, contact_id FROM events_eventrecord
    WHERE name = %(name)s AND at >= %(begin)s AND at < %(end)s"""
# An answer counts as often as somebody accepted the contact at the moment it left the queue.
WAITED = """
    SELECT w.queue_id, w.contact_id, w.outcome,
        (SELECT count(*) FROM routing_offer o
         WHERE o.contact_id = w.contact_id AND o.queue_id = w.queue_id
           AND o.accepted_at = w.left_at)
    FROM routing_waiting w WHERE w.entered_at >= %(begin)s AND w.entered_at < %(end)s"""
# Accepted without ever having waited for it.
STRAY = """
    SELECT o.queue_id, o.contact_id FROM routing_offer o
    WHERE o.accepted_at >= %(begin)s AND o.accepted_at < %(end)s AND NOT EXISTS (
        SELECT FROM routing_waiting w WHERE w.contact_id = o.contact_id
          AND w.queue_id = o.queue_id AND w.left_at = o.accepted_at AND w.outcome = 'answered')"""
FIRST = "SELECT min(at) FROM events_eventrecord WHERE name = %s"


def recorded_since() -> date | None:
    """Return the first day that is recorded; what was before cannot be reconciled."""
    ((first,),) = _rows(FIRST, [ContactQueued.name])
    return first.astimezone(zone()).date() if first else None


def balance_of(on: date) -> dict[int, Balance]:
    """Return the balance of each queue to which anything came, or should have come, on a day."""
    given: dict[str, Any] = {
        "name": ContactQueued.name,
        "begin": datetime.combine(on, time(), zone()),
        "end": datetime.combine(on + timedelta(days=1), time(), zone()),
    }
    received: list[Place] = [(queue, contact) for queue, contact in _rows(RECEIVED, given)]
    ended = [*_ended(given), *((place, End.ANSWERED) for place in _rows(STRAY, given))]
    return reconcile(received, ended)


def days_to_count(today: date, *, back: int) -> list[date]:
    """Return today, yesterday, and the earlier days that may still change or do not balance."""
    since = today - timedelta(days=back)
    open_still = DayBalance.objects.filter(on__gte=since)
    changing = set(open_still.filter(waiting__gt=0).values_list("on", flat=True))
    changing |= set(open_still.filter(is_balanced=False).values_list("on", flat=True))
    first = recorded_since()
    found = {today, today - timedelta(days=1)} | changing
    return sorted(day for day in found if first is not None and day >= first)


def withheld_days(clients: Collection[int], *, since: date, until: date) -> list[date]:
    """Return the days whose figures are not published (the end not included)."""
    found = DayBalance.objects.withheld().filter(client__in=clients, on__gte=since, on__lt=until)
    return sorted(set(found.values_list("on", flat=True)))


def _ended(given: dict[str, Any]) -> Iterator[tuple[Place, End]]:
    for queue, contact, outcome, accepted in _rows(WAITED, given):
        end = End(outcome) if outcome else End.WAITING
        for _time in range(accepted if end is End.ANSWERED else 1):
            yield (queue, contact), end


def _rows(words: str, given: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(words, given)
        return list(cursor.fetchall())
