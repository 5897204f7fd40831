"""The router: `handle` takes one event and returns what is to be done, the same every time.

House rule. The clock only moves by events; what falls due between two of them happens first, each
at its own moment. So ticks may come seldom or often, and nothing is decided differently.
"""

from typing import Self

from gensvar.science.routing.board import Board
from gensvar.science.routing.commands import Command
from gensvar.science.routing.events import Event
from gensvar.science.routing.handling import HANDLERS
from gensvar.science.routing.moves import Moves
from gensvar.science.routing.rebuilding import restore, taken
from gensvar.science.routing.rows import Policy, Snapshot


class Router:
    """Who gets the next contact.

    >>> from gensvar.science.routing.events import AgentChanged, AgentReady
    >>> from gensvar.science.routing.events import ContactWaits, QueueChanged
    >>> from gensvar.science.routing.rows import Agent, Contact, Queue, Skill, Step
    >>> router = Router()
    >>> streets = Queue(1, client=1, channel="phone", steps=(Step(0, "streets"),))
    >>> ada = Agent(1, (Skill("streets", 3),), frozenset({"sv"}), frozenset({1}), {"phone": 1})
    >>> for event in QueueChanged(0, streets), AgentChanged(0, ada), AgentReady(0, 1):
    ...     assert router.handle(event) == []
    >>> [offer] = router.handle(ContactWaits(9, Contact(7, 1, arrived_at=9, goal_seconds=30)))
    >>> (offer.contact, offer.agent, offer.why.idle_since_at)
    (7, 1, 0)
    """

    def __init__(self, policy: Policy | None = None) -> None:
        self.moves = Moves(Board(policy or Policy()))

    @classmethod
    def rebuilt(cls, snapshot: Snapshot, *, policy: Policy | None = None) -> Self:
        """Return a router that goes on from a snapshot; what it offers at once comes with `handle`.

        Long-lived: call gc.freeze() after this, or collections look through all that waits.
        """
        router = cls(policy)
        restore(router.moves, snapshot)
        return router

    def snapshot(self) -> Snapshot:
        return taken(self.moves)

    @property
    def next_wake(self) -> float | None:
        """When the next Tick is due, if nothing else happens before; None while nothing is."""
        return self.moves.looks.next_at()

    def handle(self, event: Event) -> list[Command]:
        """Return what is to be done after an event, in order.

        Raises Unknown for a queue or agent never told of, ValueError for a contact whose arrival or
        goal is no number; neither changes anything.
        """
        moves = self.moves
        if moves.looks.none_before <= event.at:
            moves.advance(event.at)
        elif moves.now < event.at:
            moves.now = event.at
        HANDLERS[type(event)](moves, event)
        commands, moves.commands = moves.commands, []
        return commands
