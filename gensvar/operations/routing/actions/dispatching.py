"""What only the dispatcher does: make offers and take them back, and say what time has ended.

House rule. Each act holds only where things still stand as the router thought; what somebody else
changed first is returned, to be told back.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from gensvar.foundation.events.actions import announce
from gensvar.operations.routing.actions.presence import miss_an_offer
from gensvar.operations.routing.actions.taking import completed
from gensvar.operations.routing.events import (
    ContactOffered,
    OfferTimedOut,
    OfferWithdrawn,
    PresenceLost,
    QueueAlarmRaised,
    QueueStepBegun,
)
from gensvar.operations.routing.models import Leadership, Offer, OfferState, Seat
from gensvar.operations.routing.rules.presence import GONE
from gensvar.operations.routing.rules.why import recorded
from gensvar.science.routing import commands
from gensvar.science.routing.rows import Queue

# Where the browsers' stream and the wallboard listen; ids only.
CHANNEL = "gensvar_routing"
# What one notification may hold, well below the 8,000 bytes of PostgreSQL.
MOST_TOLD = 500
MAKE = """
    INSERT INTO routing_offer (id, contact_id, client_id, queue_id, agent_id, channel, state,
                               offered_at, expires_at, why, ended_because)
    SELECT one.id, w.contact_id, w.client_id, w.queue_id, one.agent, q.channel, 'offered',
           %s, %s + make_interval(secs => q.offer_seconds), one.why, ''
    FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::jsonb[])
        AS one (id, contact, agent, why)
    JOIN routing_waiting w ON w.contact_id = one.contact AND w.left_at IS NULL
    JOIN routing_queue q ON q.id = w.queue_id
    JOIN routing_seat s ON s.agent_id = one.agent AND s.status = 'ready' AND s.seen_at > %s
    ORDER BY one.id
    ON CONFLICT DO NOTHING
    RETURNING id, contact_id, client_id, queue_id, agent_id, expires_at
"""
END = """
    UPDATE routing_offer SET state = %s, ended_at = %s, ended_because = one.reason
    FROM unnest(%s::bigint[], %s::text[]) AS one (id, reason)
    WHERE routing_offer.id = one.id AND state = 'offered' AND expires_at <= %s
    RETURNING routing_offer.id, contact_id, client_id, agent_id, offered_at, ended_because
"""
# Of an offer that is taken back it does not matter how long it had left.
NEVER_MIND = datetime.max.replace(tzinfo=UTC)
STILL_TAKEN = """SELECT id FROM routing_offer
    WHERE id = ANY(%s) AND state IN ('in-hand', 'wrap-up', 'done', 'handed-on')"""


def make_offers(
    offers: Sequence[commands.Offer], *, skills: Mapping[str, str], at: datetime
) -> dict[int, datetime]:
    """Write offers down whose contact still waits and whose agent is still there and free.

    Return until when each of those may be accepted; the others were not made.
    """
    if not offers:
        return {}
    waited = {offer.offer: offer.at - offer.why.contact.arrived_at for offer in offers}
    made = _all(
        MAKE,
        [
            at,
            at,
            [offer.offer for offer in offers],
            [offer.contact for offer in offers],
            [offer.agent for offer in offers],
            [json.dumps(recorded(offer.why, skills)) for offer in offers],
            at - GONE,
        ],
    )
    for number, contact, client, queue, agent, _expires_at in made:
        announce(
            ContactOffered(
                offer_id=number,
                contact_id=contact,
                client_id=client,
                queue_id=queue,
                agent_id=agent,
                waited_seconds=waited[number],
            ),
            at=at,
        )
    return {row[0]: row[-1] for row in made}


def withdraw(gone: Sequence[commands.Withdraw], *, at: datetime) -> set[int]:
    """Take offers back that nobody has answered; return the numbers of those that are taken."""
    if not gone:
        return set()
    numbers = [one.offer for one in gone]
    reasons = [one.reason.value for one in gone]
    ended = _end(OfferState.WITHDRAWN, numbers, reasons, at=at, before=NEVER_MIND)
    for number, contact, client, agent, offered_at, reason in ended:
        announce(
            OfferWithdrawn(
                offer_id=number,
                contact_id=contact,
                client_id=client,
                agent_id=agent,
                reason=reason,
                offered_seconds=(at - offered_at).total_seconds(),
            ),
            at=at,
        )
    missing = set(numbers) - {row[0] for row in ended}
    return {row[0] for row in _all(STILL_TAKEN, [sorted(missing)])} if missing else set()


def time_out(numbers: Sequence[int], *, at: datetime) -> list[int]:
    """End offers that nobody answered in time, and count their agents as away; return which."""
    if not numbers:
        return []
    ended = _end(OfferState.TIMED_OUT, numbers, [""] * len(numbers), at=at, before=at)
    for number, contact, client, agent, offered_at, _reason in ended:
        announce(
            OfferTimedOut(
                offer_id=number,
                contact_id=contact,
                client_id=client,
                agent_id=agent,
                offered_seconds=(at - offered_at).total_seconds(),
            ),
            at=at,
        )
        miss_an_offer(Seat.objects.select_for_update().get(agent=agent), at=at)
    return sorted(row[0] for row in ended)


def end_wrap_up(*, at: datetime) -> list[int]:
    """Be done with contacts whose wrap-up has taken all the time that the queue gives.

    Return which.
    """
    ended = []
    due = Offer.objects.filter(state=OfferState.WRAP_UP, wrap_up_until__lte=at)
    for offer in due.select_for_update(skip_locked=True):
        # When it was over, not when somebody looked.
        until = offer.wrap_up_until or at
        Offer.objects.filter(pk=offer.pk).update(state=OfferState.DONE, ended_at=until)
        announce(completed(offer, at=until, is_by_cap=True), at=at)
        ended.append(offer.contact_id)
    return ended


def lose(agents: Iterable[int], *, at: datetime) -> None:
    """Note that the browsers of people who had not gone away are gone."""
    for seat in Seat.objects.filter(agent__in=list(agents)):
        announce(PresenceLost(agent_id=seat.agent_id, client_id=seat.client_id), at=at)


def widen(contact: int, queue: Queue, *, step: int, at: datetime) -> None:
    """Note that others than at first may take a contact."""
    announce(
        QueueStepBegun(contact_id=contact, client_id=queue.client, queue_id=queue.id, step=step),
        at=at,
    )


def alarm(contact: int, queue: Queue, *, trouble: str, at: datetime) -> None:
    """Tell whoever leads the floor."""
    announce(
        QueueAlarmRaised(
            contact_id=contact, client_id=queue.client, queue_id=queue.id, trouble=trouble
        ),
        at=at,
    )


def beat(*, at: datetime, rebuilds: int, is_new: bool) -> None:
    """Say that this dispatcher leads, and is at work."""
    found = Leadership.objects.filter(pk=1)
    values: dict[str, Any] = {"beat_at": at}
    if is_new:
        values |= {"since": at, "rebuilds": 0}
    else:
        values["rebuilds"] = rebuilds
    if not found.update(**values):
        Leadership.objects.create(pk=1, since=at, beat_at=at, rebuilds=rebuilds)


def tell(*, agents: Iterable[int], queues: Iterable[int]) -> None:
    """Wake whoever listens, when this transaction is committed."""
    of_agents, of_queues = sorted(agents), sorted(queues)
    for place in range(0, max(len(of_agents), len(of_queues)), MOST_TOLD):
        told = {
            "agents": of_agents[place : place + MOST_TOLD],
            "queues": of_queues[place : place + MOST_TOLD],
        }
        _all("SELECT pg_notify(%s, %s)", [CHANNEL, json.dumps(told)])


def _end(
    state: OfferState,
    numbers: Sequence[int],
    reasons: Sequence[str],
    *,
    at: datetime,
    before: datetime,
) -> list[tuple[Any, ...]]:
    return _all(END, [state.value, at, list(numbers), list(reasons), before])


def _all(words: str, given: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(words, given)
        return list(cursor.fetchall())
