"""Who was ready when today, from the record of what they chose and of browsers that were lost."""

from collections.abc import Iterator
from datetime import datetime

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.routing.events import PresenceChosen, PresenceLost
from gensvar.operations.routing.models import Seat, Status
from gensvar.operations.routing.rules.presence import is_gone

Spell = tuple[datetime, datetime]


def ready_spells(*, since: datetime, at: datetime) -> dict[int, list[Spell]]:
    """Return by agent from when to when they were ready, since an instant until another."""
    known: dict[int, list[tuple[datetime, bool, bool]]] = {}
    names = [PresenceChosen.name, PresenceLost.name]
    records = EventRecord.objects.filter(name__in=names, at__gte=since, at__lte=at)
    for name, moment, told in records.order_by("id").values_list("name", "at", "payload"):
        was = name == PresenceLost.name or told["before"] == Status.READY
        becomes = name == PresenceChosen.name and told["status"] == Status.READY
        known.setdefault(told["agent_id"], []).append((moment, was, becomes))
    return {
        seat.agent_id: list(_spells(seat, known.get(seat.agent_id, []), since=since, at=at))
        for seat in Seat.objects.all()
    }


def _spells(
    seat: Seat, changes: list[tuple[datetime, bool, bool]], *, since: datetime, at: datetime
) -> Iterator[Spell]:
    """Yield the spells that begin and end with these changes: when, ready before, ready after."""
    is_ready = seat.status == Status.READY and not is_gone(seat.seen_at, at=at)
    begun = since if (changes[0][1] if changes else is_ready) else None
    for moment, _was, becomes in changes:
        if begun is not None:
            yield begun, moment
        begun = moment if becomes else None
    if is_ready:
        # Of a browser that came back nothing is recorded: it was lost for a moment only.
        yield begun or changes[-1][0], at
    elif begun is not None and seat.seen_at is not None and seat.seen_at > begun:
        yield begun, min(seat.seen_at, at)
