"""What stands in the database as one snapshot, from which a router is built."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from gensvar.operations.routing.queries import world
from gensvar.operations.routing.queries.world import instant
from gensvar.science.routing.rows import Held, Policy, Seated, Snapshot

POLICY = Policy()


def snapshot(
    queues: Iterable[world.KnownQueue],
    held: Sequence[world.Held],
    seated: Sequence[world.Seated],
    *,
    at: datetime,
    told_until: datetime,
) -> Snapshot:
    seats = {one.agent.id for one in seated}
    contacts = [*world.waits(), *world.in_hand()]
    known = {contact.id for contact in contacts}
    seconds = POLICY.declined_seconds
    since = at - timedelta(seconds=seconds)
    return Snapshot(
        at=instant(told_until),
        queues=tuple(one.row for one in queues),
        agents=tuple(Seated(one.agent, one.presence, one.since_at) for one in seated),
        contacts=tuple(contacts),
        held=tuple(
            Held(one.contact, one.agent, one.offered_at, number_of(one))
            for one in held
            if one.agent in seats and one.contact in known
        ),
        declined=tuple(
            one for one in world.declined(since=since, seconds=seconds) if one.agent in seats
        ),
        next_offer=world.last_number() + 1,
    )


def number_of(held: world.Held) -> int | None:
    """Return the number of an offer that is open; none for what is in hand."""
    return held.number if held.state == "offered" else None
