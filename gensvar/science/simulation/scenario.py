"""What is played: who comes, how long they take and wait, who is at work, and by which rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

from gensvar.science.routing.rows import Agent, Policy, Queue
from gensvar.science.simulation.chance import FOR_EVER, NOTHING, Mix, Spread
from gensvar.science.simulation.hours import ALWAYS, Hours, Spell


class Unplayable(ValueError):
    """A scenario contradicts itself; the text says where."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """So many contacts on average in one stretch of the day, at any moment of it."""

    spell: Spell
    count: float

    def __post_init__(self) -> None:
        if not 0 <= self.count < inf:
            raise ValueError("a number of contacts is 0 or more")


@dataclass(frozen=True, slots=True)
class CallingBack:
    """Whoever has waited so long is offered to be called back, and keeps the place.

    accepts: the share who take it. reached: the share who answer when they are called.
    tries: how often at most; retry_seconds: until the next. ring_seconds: what one in vain takes.
    """

    after_seconds: float
    accepts: float
    reached: float = 1.0
    tries: int = 2
    retry_seconds: float = 600.0
    ring_seconds: float = 25.0

    def __post_init__(self) -> None:
        if not (0 <= self.accepts <= 1 and 0 <= self.reached <= 1 and self.tries >= 1):
            raise ValueError("shares are 0 to 1, and there is one try at least")


@dataclass(frozen=True, slots=True)
class Stream:
    """A queue and those who come to it.

    goal_seconds: within which they should be answered, in time that `hours` are open. hours: at
    whose end those in `turns_away` channels who still wait are turned away, and others wait on.
    patience: after which somebody who is not answered goes. answering: from offer to acceptance.
    languages: the shares who need another than the usual. vulnerable: the share of such customers.
    swing: how much days differ beyond chance, as standard deviation over mean of their volume.
    """

    name: str
    queue: Queue
    arrivals: Sequence[Arrivals]
    handling: Spread
    goal_seconds: float
    hours: Hours = ALWAYS
    wrap_up: Spread = NOTHING
    answering: Spread = NOTHING
    patience: Spread = FOR_EVER
    priority: int = 0
    languages: Mix = field(default_factory=lambda: Mix({}))
    vulnerable: float = 0.0
    calling_back: CallingBack | None = None
    swing: float = 0.0

    @property
    def turns_away(self) -> bool:
        """Whether a customer is there while they wait, and so not when the doors have closed."""
        return self.queue.channel in {"phone", "visit", "chat"}


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody at work: what they can, and when they are here."""

    agent: Agent
    shifts: Hours


@dataclass(frozen=True, slots=True)
class Scenario:
    """A centre, and for how many days it is played, the first a Monday.

    has_begun: a day that is under way is played as it is, also where nobody is left to serve.
    """

    name: str
    days: int
    streams: tuple[Stream, ...]
    workers: tuple[Worker, ...]
    policy: Policy = field(default_factory=Policy)
    has_begun: bool = False

    def __post_init__(self) -> None:
        if self.days < 1:
            raise Unplayable("days: one at least")
        if len({stream.queue.id for stream in self.streams}) < len(self.streams):
            raise Unplayable("queues: two have the same number")
        for stream in () if self.has_begun else self.streams:
            if stream.arrivals and not any(can_serve(one, stream) for one in self.workers):
                raise Unplayable(
                    f"queue {stream.name}: nobody at work while it is open has the skill, level,"
                    " language, client and room in the channel that it asks for"
                )
            for language in stream.languages.shares if stream.arrivals else ():
                if not any(can_serve(one, stream, language=language) for one in self.workers):
                    raise Unplayable(
                        f"queue {stream.name}: nobody at work while it is open speaks {language}"
                        " and can what it asks for; a step with any_language lets others take it"
                    )


def can_serve(worker: Worker, stream: Stream, *, language: str = "") -> bool:
    """Return whether somebody may ever take what comes to a queue, by any of its steps."""
    agent, queue = worker.agent, stream.queue
    speaks = not language or language in agent.languages
    asked = [(step.skill, step.level) for step in queue.steps if speaks or step.any_language]
    return (
        queue.client in agent.clients
        and agent.capacity.get(queue.channel, 0) > 0
        and any(skill.name == name and skill.level >= level
                for skill in agent.skills for name, level in asked)
        and _meet(worker.shifts, stream.hours)
    )  # fmt: skip


def _meet(shifts: Hours, hours: Hours) -> bool:
    return any(
        max(begin, opens) < min(end, closes)
        for day in range(7)
        for begin, end in shifts.on(day)
        for opens, closes in hours.on(day)
    )
