"""Who is here, what waits, and what somebody is offered, for screens and programs."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    Count,
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    Min,
    Q,
    Value,
)
from django.db.models.functions import Extract

from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.routing.models import (
    AgentSkill,
    Offer,
    OfferState,
    Queue,
    QueueStep,
    Seat,
    Status,
    Taken,
    Waiting,
)
from gensvar.operations.routing.rules.presence import is_gone


@dataclass(frozen=True)
class Offered:
    """A contact on offer to somebody: what it is about, and until when they may take it."""

    offer: Offer
    waiting: Waiting | None
    case: Case | None
    seconds_left: int


@dataclass(frozen=True)
class Present:
    """An agent on the floor: what they chose, whether they are seen, what they have in hand."""

    seat: Seat
    is_gone: bool
    offered: int
    in_hand: int


@dataclass(frozen=True)
class QueueNow:
    """A queue with how many wait in it, and since when the first of them."""

    queue: Queue
    waiting: int
    oldest_at: datetime | None
    late: int


def seat_of(agent: Agent) -> Seat | None:
    """Return somebody's seat, if they take contacts, with the reasons that its client has."""
    return Seat.objects.with_reasons(agent)


def offers_to(agent: Agent, *, at: datetime) -> list[Offered]:
    """Return what is on offer to an agent, first what must be answered first."""
    open_still = Offer.objects.filter(
        agent=agent, ended_at=None, state=OfferState.OFFERED, expires_at__gt=at
    )
    offers = list(open_still.select_related("contact__customer", "queue").order_by("expires_at"))
    waits = {
        one.contact_id: one
        for one in Waiting.objects.now().filter(contact__in=[one.contact_id for one in offers])
    }
    # Read apart: of a case that is hidden from whoever asks nothing is told, and nothing offered.
    known = [one.case_id for one in waits.values() if one.case_id]
    cases = {case.pk: case for case in Case.objects.filter(pk__in=known).select_related("subject")}
    return [
        Offered(
            offer,
            waiting,
            cases.get(waiting.case_id) if waiting and waiting.case_id else None,
            max(1, round((offer.expires_at - at).total_seconds())),
        )
        for offer in offers
        if (waiting := waits.get(offer.contact_id)) is not None
        and (waiting.case_id is None or waiting.case_id in cases)
    ]


def present(clients: Collection[int], *, at: datetime) -> list[Present]:
    """Return everybody with a seat at these clients: those who are here first."""
    live = Q(agent__offers__ended_at=None)
    offered = Q(agent__offers__state=OfferState.OFFERED)
    seats = (
        Seat.objects.filter(client__in=clients, agent__is_active=True)
        .select_related("agent", "client")
        .annotate(
            offered=Count("agent__offers", filter=live & offered),
            in_hand=Count(
                "agent__offers", filter=live & ~offered & Q(agent__offers__id__isnull=False)
            ),
        )
    )
    by_hand = Counter(
        Taken.objects.live().filter(agent__seat__in=seats).values_list("agent", flat=True)
    )
    rows = [
        Present(
            seat,
            seat.status != Status.AWAY and is_gone(seat.seen_at, at=at),
            seat.offered,
            seat.in_hand + by_hand[seat.agent_id],
        )
        for seat in seats
    ]
    order = [Status.READY, Status.BUSY, Status.AWAY]
    return sorted(
        rows,
        key=lambda row: (
            order.index(Status(row.seat.status)),
            row.is_gone,
            str(row.seat.agent.name),
        ),
    )


def own_queues(agent: Agent, *, at: datetime) -> list[QueueNow]:
    """Return the queues that an agent takes from, by now or when a contact has waited longer."""
    seat = Seat.objects.filter(agent=agent).first()
    if seat is None:
        return []
    known = AgentSkill.objects.filter(Q(until=None) | Q(until__gt=at), agent=agent)
    skilled = Q(pk__in=())
    for skill, level in known.values_list("skill", "level"):
        skilled |= Q(skill=skill, level__lte=level)
    steps = QueueStep.objects.filter(skilled, queue__ended_at=None)
    taken = set(steps.values_list("queue", flat=True))
    room = {channel for channel, most in seat.capacity.items() if most}
    clients = set(steps.values_list("client", flat=True))
    return [
        one
        for one in queues_now(clients, at=at)
        if one.queue.pk in taken and one.queue.channel in room
    ]


def queues_now(clients: Collection[int], *, at: datetime) -> list[QueueNow]:
    """Return the queues in use, and what waits in each; who is called at a later time does not."""
    queues = Queue.objects.in_use().filter(client__in=clients).select_related("client")
    waiting = Q(waits__left_at=None, waits__arrived_at__lte=at)
    waited = ExpressionWrapper(
        Value(at, output_field=DateTimeField()) - F("waits__arrived_at"), DurationField()
    )
    since_arrival = Extract(waited, "epoch")
    counted: Any = queues.annotate(
        count=Count("waits", filter=waiting),
        oldest=Min("waits__arrived_at", filter=waiting),
        late=Count("waits", filter=waiting & Q(waits__goal_seconds__lt=since_arrival)),
    )
    return [
        QueueNow(queue, queue.count, queue.oldest, queue.late)
        for queue in counted.order_by("client", "channel", "name")
    ]
