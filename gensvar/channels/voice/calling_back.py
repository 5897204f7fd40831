"""Callbacks: who waits for one, in which place, and how well they were kept (K10)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import mean

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from gensvar.channels.voice.models import Call, Station
from gensvar.channels.voice.rules.calls import Event, Outcome, State
from gensvar.channels.voice.telling import place_of
from gensvar.operations.contacts.models import Direction
from gensvar.operations.routing.models import Queue, Waiting

# Who was lost longer ago has found another way.
LOST_FOR = timedelta(days=1)
WAITING = (State.PROMISED, State.CALLBACK)
CALLING = (State.DIALLING_AGENT, State.DIALLING)
# The same queue and urgency, came later, and was given to somebody who answered before the callback
# was given to anybody, though it could have been made.
INVERSIONS = """
    SELECT count(DISTINCT later.id)
    FROM routing_waiting w
    JOIN voice_call c ON c.contact_id = w.contact_id AND c.is_callback
    JOIN voice_station p ON p.call_id = c.id AND p.state = 'callback'
    CROSS JOIN LATERAL (
        SELECT coalesce(min(o.offered_at), w.left_at, 'infinity') AS turn FROM routing_offer o
        WHERE o.contact_id = w.contact_id AND o.offered_at >= w.entered_at
          AND (w.left_at IS NULL OR o.offered_at <= w.left_at)) own
    JOIN routing_waiting later ON later.queue_id = w.queue_id AND later.priority = w.priority
        AND later.arrived_at > w.arrived_at AND later.outcome = 'answered'
    JOIN routing_offer taken ON taken.contact_id = later.contact_id
        AND taken.accepted_at = later.left_at AND taken.offered_at < own.turn
        AND taken.offered_at > greatest(w.entered_at, p.at, coalesce(w.not_before, w.entered_at))
    WHERE w.client_id = ANY(%s) AND c.began_at >= %s AND c.began_at < %s
"""


@dataclass(frozen=True)
class Callback:
    """Somebody who waits without a line: since when, in which place, how often we have tried."""

    call: Call
    queue: Queue
    arrived_at: datetime
    place: int | None
    is_being_called: bool
    # Not before this, after a try that nobody answered.
    not_before: datetime | None


@dataclass(frozen=True)
class Kept:
    """How callbacks were kept that were promised in a period, each counted when its call came."""

    promised: int
    # Reached within the time that was promised, else on the day of the call; and later.
    same_day: int
    later: int
    unreached: int
    waiting: int
    # Until the first try, on average; None where none was made.
    seconds_to_try: float | None
    inversions: int

    @property
    def share(self) -> float | None:
        settled = self.promised - self.waiting
        return self.same_day / settled if settled else None


def callbacks_waiting(clients: Collection[int], *, at: datetime) -> list[Callback]:
    """Return who waits for a callback, by queue and place; of two that are next the older first."""
    states = [one.value for one in (*WAITING, *CALLING)]
    calls = Call.objects.going_on().filter(client__in=clients, is_callback=True, state__in=states)
    found = list(
        calls.select_related("contact__customer", "client", "number__queue", "queue", "withheld")
    )
    waits = {
        one.contact_id: one
        for one in Waiting.objects.filter(contact__in=[call.contact_id for call in found])
        .select_related("queue")
        .order_by("pk")
    }
    rows = [
        Callback(
            call=call,
            queue=waits[call.contact_id].queue,
            arrived_at=waits[call.contact_id].arrived_at,
            place=place_of(call, at=at),
            is_being_called=call.state in CALLING,
            not_before=waits[call.contact_id].not_before,
        )
        for call in found
        if call.contact_id in waits
    ]
    return sorted(rows, key=lambda row: (row.queue.name, row.place or 0, row.arrived_at))


def calls_lost(clients: Collection[int], *, at: datetime) -> "QuerySet[Call]":
    """Return whom the telephone system lost, the last day, and nobody has spoken with since.

    Of several calls from one number the newest; oldest first. Who hides their number, or has a
    protected identity, cannot be called back.
    """
    later = Call.objects.filter(
        client=OuterRef("client"), party=OuterRef("party"), began_at__gt=OuterRef("began_at")
    )
    cut_off = Station.objects.filter(
        call=OuterRef("pk"), state=State.ENDED.value, event=Event.LOST.value
    )
    came = Call.objects.filter(client__in=clients, contact__direction=Direction.IN)
    found = came.filter(Exists(cut_off), began_at__gte=at - LOST_FOR, ended_at__isnull=False)
    known = found.exclude(party="").exclude(contact__customer__protected=True)
    rows = known.exclude(Exists(later)).exclude(is_callback=True)
    return rows.select_related(
        "contact__customer", "client", "number__queue", "queue", "withheld"
    ).order_by("began_at", "pk")


def kept_in(clients: Collection[int], *, since: datetime, until: datetime) -> Kept:
    """Return how the callbacks were kept that calls of a period were promised (K10)."""
    found = list(
        Call.objects.filter(
            client__in=clients, is_callback=True, began_at__gte=since, began_at__lt=until
        )
    )
    # Who called again, or was answered in another way, is no promise that was broken.
    calls = [one for one in found if one.outcome != Outcome.SETTLED]
    reached = [one for one in calls if one.answered_at is not None]
    same_day = [one for one in reached if _is_in_time(one)]
    waiting = [one for one in calls if one.ended_at is None and one.answered_at is None]
    tried = _seconds_to_try([one.pk for one in calls])
    with connection.cursor() as cursor:
        cursor.execute(INVERSIONS, [list(clients), since, until])
        (inversions,) = cursor.fetchone() or (0,)
    return Kept(
        promised=len(calls),
        same_day=len(same_day),
        later=len(reached) - len(same_day),
        unreached=len(calls) - len(reached) - len(waiting),
        waiting=len(waiting),
        seconds_to_try=mean(tried) if tried else None,
        inversions=inversions,
    )


def _is_in_time(call: Call) -> bool:
    """Say whether somebody was reached in the time that was promised, or else that same day."""
    assert call.answered_at is not None
    if call.promised_until is not None:
        return call.answered_at <= call.promised_until
    return localdate(call.answered_at) == localdate(call.began_at)


def _seconds_to_try(calls: Collection[int]) -> list[float]:
    """Return for each call that was tried how long after the promise that was."""
    promised: dict[int, datetime] = {}
    tried: dict[int, datetime] = {}
    stations = Station.objects.filter(call__in=calls).order_by("call", "place")
    for call, state, event, at in stations.values_list("call", "state", "event", "at"):
        if event == Event.CONFIRMED:
            promised.setdefault(call, at)
        if state == State.DIALLING:
            tried.setdefault(call, at)
    return [(at - promised[call]).total_seconds() for call, at in tried.items() if call in promised]
