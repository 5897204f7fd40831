"""What everybody on the floor may see on the wall: figures, and no name of anybody."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q
from django.db.models.functions import Extract

from gensvar.foundation.calendars.queries import zone
from gensvar.operations.routing.models import Offer, OfferState, Waiting
from gensvar.operations.routing.queries.floor import QueueNow, present, queues_now


@dataclass(frozen=True)
class Wall:
    """worst: the queue with most past its goal, or else whose first has waited longest.

    settled, in_time: of today, as the floor counts. goal_share: the queues' goals, by their size.
    """

    waiting: int
    late: int
    worst: QueueNow | None
    settled: int
    in_time: int
    goal_share: float
    ready: int
    here: int
    callbacks: int
    next_callback_at: datetime | None


def wall_of(clients: Collection[int], *, at: datetime) -> Wall:
    """Return the figures of these clients at a moment."""
    queues = queues_now(clients, at=at)
    busy = [one for one in queues if one.oldest_at is not None]
    worst = min(busy, key=lambda one: (-one.late, one.oldest_at or at), default=None)
    by_queue = in_time_today(clients, at=at)
    settled = sum(count for count, _good in by_queue.values())
    goals = {one.queue.pk: one.queue.goal_percent / 100 for one in queues}
    wanted = sum(goals.get(queue, 0.8) * count for queue, (count, _good) in by_queue.items())
    people = [one for one in present(clients, at=at) if one.seat.status != "away"]
    here = [one for one in people if not one.is_gone]
    working = set(
        Offer.objects.live()
        .filter(agent__in=[one.seat.agent_id for one in here])
        .exclude(state=OfferState.OFFERED)
        .values_list("agent_id", flat=True)
    )
    callbacks = Waiting.objects.now().filter(client__in=clients, not_before__isnull=False)
    return Wall(
        waiting=sum(one.waiting for one in queues),
        late=sum(one.late for one in queues),
        worst=worst,
        settled=settled,
        in_time=sum(good for _count, good in by_queue.values()),
        goal_share=wanted / settled if settled else 0.8,
        ready=sum(one.seat.status == "ready" and one.seat.agent_id not in working for one in here),
        here=len(here),
        callbacks=callbacks.count(),
        next_callback_at=callbacks.order_by("not_before")
        .values_list("not_before", flat=True)
        .first(),
    )


def in_time_today(clients: Collection[int], *, at: datetime) -> dict[int, tuple[int, int]]:
    """Return by queue how many were answered or gave up today, and how many of them in time."""
    midnight = at.astimezone(zone()).replace(hour=0, minute=0, second=0, microsecond=0)
    took = ExpressionWrapper(F("left_at") - F("arrived_at"), DurationField())
    seconds: Any = Extract(took, "epoch")
    ended = Waiting.objects.filter(
        client__in=clients, left_at__gte=midnight, outcome__in=["answered", "abandoned"]
    ).annotate(seconds=seconds)
    in_time = Q(outcome="answered", seconds__lte=F("goal_seconds"))
    rows = ended.values_list("queue").annotate(n=Count("pk"), good=Count("pk", filter=in_time))
    return {queue: (count, good) for queue, count, good in rows}
