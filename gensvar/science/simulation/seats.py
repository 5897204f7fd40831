"""Somebody at work in a simulated day: what they have in hand, and how their time goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from gensvar.science.simulation.scenario import Worker
from gensvar.science.simulation.visits import Visit


@dataclass(slots=True, eq=False)
class Work:
    """A visit in hand: when it will be done, or, while it is interrupted, how much is left."""

    visit: Visit
    seat: "Seat"
    ends_at: float
    left: float = 0.0
    is_reached: bool = True

    @property
    def channel(self) -> str:
        return self.visit.stream.queue.channel


class Seat:
    """busy_seconds: with something in hand or wrapping up. paid_seconds: that, or on a shift."""

    __slots__ = (
        "busy_seconds",
        "held",
        "interrupts",
        "is_here",
        "now",
        "paid_seconds",
        "worker",
        "wraps_until",
    )

    def __init__(self, worker: Worker, *, interrupts: Mapping[str, frozenset[str]]) -> None:
        self.worker = worker
        self.interrupts = interrupts
        self.held: list[Work] = []
        self.is_here = False
        self.wraps_until = -inf
        self.now = 0.0
        self.busy_seconds = 0.0
        self.paid_seconds = 0.0

    @property
    def id(self) -> int:
        return self.worker.agent.id

    def reach(self, at: float) -> None:
        """Let time pass until an instant, and account for it."""
        passed, self.now = at - self.now, at
        if self.held or self.wraps_until >= at:
            self.busy_seconds += passed
            self.paid_seconds += passed
        elif self.is_here:
            self.paid_seconds += passed

    def begin(self, work: Work) -> None:
        """Take a visit in hand, and lay aside what it interrupts."""
        lesser = self.interrupts.get(work.channel, frozenset())
        for other in self.held:
            if other.channel in lesser and other.ends_at < inf:
                other.left, other.ends_at = other.ends_at - self.now, inf
        self.held.append(work)

    def end(self, work: Work, *, free_at: float) -> list[Work]:
        """Be done with a visit, and return what is taken up again once the wrap-up is over."""
        self.held.remove(work)
        pressing = frozenset().union(
            *(self.interrupts.get(other.channel, frozenset()) for other in self.held)
        )
        resumed = [
            other for other in self.held if other.ends_at == inf and other.channel not in pressing
        ]
        for other in resumed:
            other.ends_at = free_at + other.left
        return resumed
