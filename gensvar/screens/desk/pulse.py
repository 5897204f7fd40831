"""The pulse of one's own queues, in the strip: how many wait, and how the most pressing stands."""

from dataclasses import dataclass
from datetime import datetime

from gensvar.foundation.people.models import Agent
from gensvar.operations.routing.explaining import span
from gensvar.operations.routing.queries.floor import own_queues


@dataclass(frozen=True)
class Pulse:
    """oldest: how long it has waited that is nearest to its goal, or furthest past it."""

    waiting: int
    oldest: str = ""
    goal: str = ""
    is_late: bool = False

    @property
    def mark(self) -> str:
        return f"{self.waiting}-{self.oldest}-{self.goal}".replace(" ", "_")


def pulse_of(agent: Agent, *, at: datetime) -> Pulse | None:
    """Return how an agent's own queues stand; nothing for whoever takes from none."""
    queues = own_queues(agent, at=at)
    if not queues:
        return None
    waited = {
        one.queue: (at - one.oldest_at).total_seconds()
        for one in queues
        if one.oldest_at is not None
    }
    if not waited:
        return Pulse(0)
    worst = max(waited, key=lambda queue: waited[queue] / max(1, queue.goal_seconds))
    return Pulse(
        sum(one.waiting for one in queues),
        span(waited[worst]),
        span(worst.goal_seconds),
        is_late=waited[worst] > worst.goal_seconds,
    )
