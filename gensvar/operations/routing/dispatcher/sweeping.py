"""What only time changes, or what nobody woke us for: looked at once a second."""

from datetime import datetime, timedelta

from django.db import connection

from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.routing.actions import dispatching
from gensvar.operations.routing.dispatcher.catching_up import CatchingUp
from gensvar.operations.routing.models import Seat, Status
from gensvar.operations.routing.queries import world
from gensvar.operations.routing.queries.levers import in_force, over_between
from gensvar.operations.routing.queries.world import instant
from gensvar.operations.routing.rules.levers import LeverKind
from gensvar.operations.routing.rules.presence import GONE
from gensvar.science.routing.commands import Command
from gensvar.science.routing.events import AgentAway, QueueClosed, QueueOpened
from gensvar.science.routing.rows import Presence

# Within this a closing day that was just published holds.
CALENDARS_HOLD = timedelta(seconds=15)
# So many that were missed are looked at in one turn; the next sweep finds the others.
MOST_MISSED = 2_000
COUNTS = """SELECT (SELECT count(*) FROM routing_waiting WHERE left_at IS NULL)
    + (SELECT count(*) FROM routing_offer WHERE ended_at IS NULL AND state <> 'offered'),
    EXISTS (SELECT FROM routing_wake)"""
ALL = """SELECT contact_id FROM routing_waiting WHERE left_at IS NULL
    UNION SELECT contact_id FROM routing_offer WHERE ended_at IS NULL"""


class Sweep:
    """Keeps when it looked last."""

    def __init__(self, hours: world.Hours, *, swept_at: datetime) -> None:
        self.hours = hours
        self.swept_at = swept_at
        self._read_at = swept_at

    def swept(self, catching_up: CatchingUp, *, at: datetime) -> list[Command]:
        """Return what follows from who is gone, what is over, what opens or was missed."""
        since, self.swept_at = self.swept_at, at
        ended = dispatching.end_wrap_up(at=at)
        commands = self._gone(catching_up, at=at)
        commands += self._opened(catching_up, at=at)
        queues, lent = over_between(since, at)
        changed = sorted({*_other_roles(since, at), *lent})
        return commands + catching_up.with_all(
            sorted({*ended, *_missed(catching_up)}), changed, queues, hours=self.hours, at=at
        )

    def _gone(self, catching_up: CatchingUp, *, at: datetime) -> list[Command]:
        """Count as away whose browser has not been heard of."""
        seats = catching_up.router.moves.board.seats
        silent = Seat.objects.exclude(status=Status.AWAY).filter(seen_at__lte=at - GONE)
        gone = [
            agent
            for agent in silent.order_by("agent").values_list("agent_id", flat=True)
            if agent in seats and seats[agent].presence is not Presence.AWAY
        ]
        dispatching.lose(gone, at=at)
        return catching_up.tell([AgentAway(instant(at), agent) for agent in gone])

    def _opened(self, catching_up: CatchingUp, *, at: datetime) -> list[Command]:
        if at - self._read_at >= CALENDARS_HOLD:
            self._read_at = at
            self.hours.forget()
        commands = []
        known = catching_up.router.moves.board.queues
        paused = {one.queue for one in in_force(at=at) if one.kind is LeverKind.PAUSE}
        for key, queue in catching_up.queues.items():
            is_open = key not in paused and self.hours.is_open(
                queue.row.client, queue.hours_of, at=at
            )
            if known[key].is_open != is_open:
                event = QueueOpened if is_open else QueueClosed
                commands += catching_up.tell([event(instant(at), key)])
        return commands


def _other_roles(since: datetime, until: datetime) -> list[int]:
    """Return the agents for whom a role began or ended between two moments."""
    grants = RoleGrant.objects.filter(since__gt=since, since__lte=until) | RoleGrant.objects.filter(
        until__gt=since, until__lte=until
    )
    return sorted(grants.filter(agent__seat__isnull=False).values_list("agent_id", flat=True))


def _missed(catching_up: CatchingUp) -> list[int]:
    """Return contacts of which the router and the database do not both know.

    The triggers leave nothing out; somebody who loads rows without them does. What has a wake is
    not missed, only not looked at yet.
    """
    turns = catching_up.router.moves.turns
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        count, has_wakes = cursor.fetchone()
        if has_wakes or count == len(turns):
            return []
        cursor.execute(ALL)
        return sorted({row[0] for row in cursor.fetchall()} ^ turns.keys())[:MOST_MISSED]
