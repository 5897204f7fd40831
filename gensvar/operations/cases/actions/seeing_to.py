"""In office hours, see that no question handed over is left to nobody."""

from datetime import datetime

from gensvar.operations.cases.actions.handing_over import move, warn
from gensvar.operations.cases.models import HandOverWarning
from gensvar.operations.cases.queries.responsibility import (
    clients_open_now,
    held_by_the_absent,
    not_accepted,
    unread,
)

IDLE = (("away", held_by_the_absent), ("unread", unread))


def see_to_hand_overs(*, at: datetime) -> int:
    """Move what lies with the absent or unread, warn of what nobody takes; return how many.

    Each is an act of its own, and done once however often this runs.
    """
    done = 0
    for client in clients_open_now(at=at):
        for because, found in IDLE:
            done += sum(bool(move(case, because=because, at=at)) for case in found(client, at=at))
        for handed in not_accepted(client, at=at):
            done += warn(handed, HandOverWarning.Kind.NOT_ACCEPTED, at=at)
    return done
