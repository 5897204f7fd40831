"""Tell the router what is so by now: of the contacts, agents and queues that somebody woke it for.

House rule. What was answered comes before what was taken away, and that before what is new: so
nobody is offered what they have, nor what the next line would take from them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from math import inf

from gensvar.operations.routing.queries import world
from gensvar.operations.routing.queries.world import instant
from gensvar.operations.routing.rules.catching_up import Believed, How, Stands, events_for
from gensvar.science.routing.commands import Command, Offer
from gensvar.science.routing.events import (
    AgentAway,
    AgentBusy,
    AgentChanged,
    AgentReady,
    Event,
    QueueChanged,
)
from gensvar.science.routing.router import Router
from gensvar.science.routing.rows import Contact, Presence

BECAME = {
    "offered": How.OFFERED,
    "in-hand": How.IN_HAND,
    "wrap-up": How.IN_HAND,
    "done": How.IN_HAND,
    "handed-on": How.IN_HAND,
    "declined": How.OVER,
    "timed-out": How.OVER,
    "withdrawn": How.OVER,
}
TOLD_BY: Mapping[Presence, type[AgentReady | AgentBusy | AgentAway]] = {
    Presence.READY: AgentReady,
    Presence.BUSY: AgentBusy,
    Presence.AWAY: AgentAway,
}


class CatchingUp:
    """Knows what the router believes; `unwritten` are its offers that are not in the database."""

    def __init__(self, router: Router, queues: dict[int, world.KnownQueue]) -> None:
        self.router = router
        self.queues = queues
        self.unwritten: set[int] = set()

    def tell(self, events: Iterable[Event]) -> list[Command]:
        commands: list[Command] = []
        for event in events:
            commands += self.router.handle(event)
        self.unwritten |= {one.offer for one in commands if isinstance(one, Offer)}
        return commands

    def with_wakes(
        self, wakes: Sequence[tuple[str, int]], *, hours: world.Hours, at: datetime
    ) -> list[Command]:
        """Tell of everything that something was written about."""
        by_kind: dict[str, list[int]] = {"contact": [], "agent": [], "queue": []}
        for about, key in wakes:
            by_kind[about].append(key)
        return self.with_all(
            by_kind["contact"], by_kind["agent"], by_kind["queue"], hours=hours, at=at
        )

    def with_all(
        self,
        contacts: Sequence[int],
        agents: Sequence[int],
        queues: Sequence[int] = (),
        *,
        hours: world.Hours,
        at: datetime,
    ) -> list[Command]:
        if not (contacts or agents or queues):
            return []
        read = world.queues(hours, at=at, only=queues) if queues else []
        new = [one for one in read if one.row.id not in self.queues]
        commands = self._with_queues(new, at=at)
        stands = self._stands(contacts)
        turns = self.router.moves.turns
        commands += self._with_contacts([key for key in contacts if key in turns], stands, at=at)
        commands += self._with_queues([one for one in read if one not in new], at=at)
        seated = {one.agent.id: one for one in world.agents(at=at, only=agents)} if agents else {}
        commands += self._with_agents(seated, agents, at=at)
        coming = self._in_order([key for key in contacts if key not in turns], stands)
        commands += self._with_contacts(coming, stands, at=at)
        return commands + self._with_ready(seated, at=at)

    def with_open_offers(
        self, held: Iterable[world.Held], seated: Iterable[world.Seated], *, at: datetime
    ) -> list[Command]:
        """Tell a router that was just built what became of offers while nobody looked."""
        is_open = {one.contact: one.agent for one in held if one.state == "offered"}
        commands = self._with_contacts(is_open, self._stands(list(is_open)), at=at)
        for one in seated:
            if one.agent.id in is_open.values():
                here = TOLD_BY[one.presence](instant(at), one.agent.id)
                commands += self.tell([AgentChanged(instant(at), one.agent), here])
        return commands

    def with_refused(self, refused: Sequence[Offer], *, at: datetime) -> list[Command]:
        """Tell why offers could not be made, as the database has it now."""
        contacts = [one.contact for one in refused]
        agents = sorted({one.agent for one in refused})
        seated = {one.agent.id: one for one in world.agents(at=at, only=agents)}
        commands = self._with_agents(seated, agents, at=at)
        return commands + self._with_contacts(contacts, self._stands(contacts), at=at)

    def _with_queues(self, found: Iterable[world.KnownQueue], *, at: datetime) -> list[Command]:
        commands = []
        for known in found:
            if self.queues.get(known.row.id) != known:
                self.queues[known.row.id] = known
                commands += self.tell([QueueChanged(instant(at), known.row)])
        return commands

    def _in_order(self, contacts: Iterable[int], stands: Mapping[int, Stands]) -> list[int]:
        """Return contacts as they count: of those who are new at one look no one comes to a free
        agent before another who counts first.
        """
        board = self.router.moves.board

        def place(key: int) -> tuple[float, float, int]:
            row = stands[key].waits
            if row is None or row.queue not in board.queues:
                return inf, inf, key
            return board.policy.key_of(row, board.queues[row.queue]), row.arrived_at, key

        return sorted(contacts, key=place)

    def _with_contacts(
        self, contacts: Iterable[int], stands: Mapping[int, Stands], *, at: datetime
    ) -> list[Command]:
        commands = []
        for key in contacts:
            commands += self.tell(events_for(key, self._believed(key), stands[key], instant(at)))
        return commands

    def _with_agents(
        self, seated: Mapping[int, world.Seated], asked: Iterable[int], *, at: datetime
    ) -> list[Command]:
        """Tell what agents may take by now, and who is busy or away."""
        commands = []
        seats = self.router.moves.board.seats
        for one in seated.values():
            seat = seats.get(one.agent.id)
            if seat is None or seat.row != one.agent:
                commands += self.tell([AgentChanged(instant(at), one.agent)])
        for key in asked:
            # Whose seat was taken away is away.
            here = seated[key].presence if key in seated else Presence.AWAY
            if key in seats and here not in {seats[key].presence, Presence.READY}:
                commands += self.tell([TOLD_BY[here](instant(at), key)])
        return commands

    def _with_ready(self, seated: Mapping[int, world.Seated], *, at: datetime) -> list[Command]:
        seats = self.router.moves.board.seats
        ready = [
            AgentReady(instant(at), key)
            for key, one in seated.items()
            if one.presence is Presence.READY and seats[key].presence is not Presence.READY
        ]
        return self.tell(ready)

    def _believed(self, contact: int) -> Believed | None:
        turn = self.router.moves.turns.get(contact)
        if turn is None:
            return None
        return Believed(
            turn.row,
            agent=turn.seat.id if turn.seat is not None else None,
            offer=turn.offer,
            is_written=turn.offer not in self.unwritten,
        )

    def _stands(self, contacts: Sequence[int]) -> dict[int, Stands]:
        turns = self.router.moves.turns
        asked = [turns[key].offer for key in contacts if key in turns]
        numbers = [number for number in asked if number is not None]
        waiting: dict[int, Contact] = {row.id: row for row in world.waits(contacts)}
        offers = world.offers_of(contacts, numbers)
        live = {
            one.contact: (one.number, one.agent, BECAME[one.state]) for one in offers if one.is_live
        }
        became = {one.contact: BECAME[one.state] for one in offers if one.number in numbers}
        return {key: Stands(waiting.get(key), live.get(key), became.get(key)) for key in contacts}
