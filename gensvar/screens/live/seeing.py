"""Who is listening, and which of the cases that changed they may know of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gensvar.foundation.people.access import Reach, bound_as, reach
from gensvar.foundation.people.sessions import signed_in_by
from gensvar.operations.cases.models import Case
from gensvar.screens.live.watching import Change

PERMISSION = "cases.read"


@dataclass(frozen=True)
class Listener:
    """Whose browser it is, and what they reached when that was last looked at."""

    agent_id: int
    reach: Reach | None


def listener_by(session_key: str, *, at: datetime) -> Listener | None:
    """Return who is signed in by a session, nobody where it is over."""
    identity = signed_in_by(session_key, at=at)
    if identity is None or identity.agent_id is None:
        return None
    reached = reach(identity, PERMISSION) if identity.may(PERMISSION) else None
    return Listener(identity.agent_id, reached)


def seen_by(listener: Listener, changes: Iterable[Change]) -> list[str]:
    """Return the numbers of those cases that a listener may know of.

    What is restricted, or reached by way of a group, is for the database to say, as on any page.
    """
    reached = listener.reach
    if reached is None:
        return []
    seen, doubtful = set(), {}
    for change in changes:
        if change.client_id in reached.clients and not change.is_restricted:
            seen.add(change.number)
        elif change.is_restricted or reached.groups:
            doubtful[change.case_id] = change.number
    if doubtful:
        with bound_as(reached):
            found = Case.objects.filter(pk__in=doubtful).values_list("number", flat=True)
            seen.update(found)
    return sorted(seen)
