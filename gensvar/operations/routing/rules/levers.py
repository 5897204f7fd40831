"""Levers: what may be tried for some hours, and what the router is told of each.

House rule. The same two functions change the rows that the dispatcher hands to its router and those
that a day is foreseen with, so that what was promised is what is done.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gensvar.science.routing.events import AgentChanged, Event, QueueChanged
from gensvar.science.routing.rows import Agent, Queue, Skill, Step


class LeverKind(StrEnum):
    # Those who know something else are asked too, by a step more of the queue.
    WIDEN = "widen"
    # Some people know what the queue asks for, though otherwise they do not.
    LEND = "lend"
    # Some people take one at a time of a channel that they otherwise do not take.
    ROOM = "room"
    # Nothing is offered from the queue; contacts keep their places.
    PAUSE = "pause"


@dataclass(frozen=True)
class Lever:
    """begins_at, ends_at: on the router's scale. skill, level: what is asked for, or lent."""

    kind: LeverKind
    queue: int
    begins_at: float
    ends_at: float
    skill: str = ""
    level: int = 1
    channel: str = ""
    agents: frozenset[int] = frozenset()

    def is_in_force(self, at: float) -> bool:
        return self.begins_at <= at < self.ends_at

    @property
    def what(self) -> tuple[LeverKind, int, str, str, frozenset[int]]:
        """What tells it from others, whenever it is pulled."""
        return self.kind, self.queue, self.skill, self.channel, self.agents


def queue_with(row: Queue, levers: Collection[Lever]) -> Queue:
    """Return a queue as it is while levers are in force.

    >>> water = Queue(1, 1, "phone", (Step(0, "water"),))
    >>> lever = Lever(LeverKind.WIDEN, 1, 0, 3600, skill="all")
    >>> [step.skill for step in queue_with(water, [lever]).steps]
    ['water', 'all']
    """
    for lever in levers:
        if lever.queue != row.id:
            continue
        if lever.kind is LeverKind.PAUSE:
            row = replace(row, is_open=False)
        if lever.kind is LeverKind.WIDEN:
            row = replace(row, steps=_widened(row, lever))
    return row


def agent_with(row: Agent, levers: Collection[Lever]) -> Agent:
    """Return an agent as they are while levers are in force."""
    for lever in levers:
        if row.id not in lever.agents:
            continue
        if lever.kind is LeverKind.LEND:
            row = replace(row, skills=_lent(row, lever))
        if lever.kind is LeverKind.ROOM:
            room = max(1, row.capacity.get(lever.channel, 0))
            row = replace(row, capacity={**row.capacity, lever.channel: room})
    return row


def told(
    levers: Sequence[Lever],
    queues: Mapping[int, Queue],
    agents: Mapping[int, Agent],
    *,
    since: float,
) -> tuple[Event, ...]:
    """Return what a router is told of levers from an instant on, at each that begins or ends.

    queues, agents: as they are without any lever.
    """
    moments = {lever.ends_at for lever in levers} | {max(since, one.begins_at) for one in levers}
    changed: list[Event] = []
    for at in sorted(moment for moment in moments if moment >= since):
        here = [one for one in levers if one.is_in_force(at)]
        touched = [one for one in levers if at in {max(since, one.begins_at), one.ends_at}]
        about = {one.queue for one in touched} & queues.keys()
        lent = frozenset().union(*(one.agents for one in touched)) & agents.keys()
        changed += [QueueChanged(at, queue_with(queues[one], here)) for one in sorted(about)]
        changed += [AgentChanged(at, agent_with(agents[one], here)) for one in sorted(lent)]
    return tuple(changed)


def proposed(
    needy: Sequence[int],
    queues: Mapping[int, Queue],
    agents: Collection[Agent],
    *,
    at: float,
    until: float,
    can_wait: Collection[int],
    most: int,
) -> list[Lever]:
    """Return what could be tried for queues in need, those in most need first.

    agents: those who are here. can_wait: queues that nobody would miss for some hours.
    """
    found: dict[object, Lever] = {}
    for number in needy:
        queue, step = queues[number], queues[number].steps[0]

        def lever(kind: LeverKind, of: int = number, **more: object) -> Lever:
            return Lever(kind, of, at, until, **more)  # type: ignore[arg-type]

        client = [one for one in agents if queue.client in one.clients]
        for one in (
            *_lendings(client, queue, step, lever),
            *_rooms(client, queue, step, lever),
            *_widenings(client, queue, step, lever),
            *_pauses(queue, queues, can_wait, lever),
        ):
            found.setdefault(one.what, one)
    return list(found.values())[:most]


Making = Callable[..., Lever]
# As many as are lent at a time, so that those they leave are not left alone.
MOST_LENT = 2


def _lendings(here: Sequence[Agent], queue: Queue, step: Step, lever: Making) -> Iterator[Lever]:
    """Lend the skill to some who have room in the channel and do not know it well enough."""
    could = [
        one
        for one in here
        if one.capacity.get(queue.channel, 0) and _level(one, step.skill) < step.level
    ]
    # Whoever knows least else leaves least behind.
    could.sort(key=lambda one: (sum(skill.level > 0 for skill in one.skills), one.id))
    if could:
        chosen = frozenset(one.id for one in could[:MOST_LENT])
        yield lever(LeverKind.LEND, skill=step.skill, level=step.level, agents=chosen)


def _rooms(here: Sequence[Agent], queue: Queue, step: Step, lever: Making) -> Iterator[Lever]:
    could = [
        one
        for one in here
        if not one.capacity.get(queue.channel, 0) and _level(one, step.skill) >= step.level
    ]
    if could:
        chosen = frozenset(one.id for one in could[:MOST_LENT])
        yield lever(LeverKind.ROOM, channel=queue.channel, agents=chosen)


def _widenings(here: Sequence[Agent], queue: Queue, step: Step, lever: Making) -> Iterator[Lever]:
    """Ask those too who know something else, the most people first."""
    asked = {one.skill for one in queue.steps}
    others: dict[str, int] = {}
    for one in here:
        if one.capacity.get(queue.channel, 0) and _level(one, step.skill) < step.level:
            for skill in one.skills:
                if skill.name not in asked and skill.level > 0:
                    others[skill.name] = others.get(skill.name, 0) + 1
    if others:
        most = min(others, key=lambda name: (-others[name], name))
        yield lever(LeverKind.WIDEN, skill=most)


def _pauses(
    queue: Queue, queues: Mapping[int, Queue], can_wait: Collection[int], lever: Making
) -> Iterator[Lever]:
    """Let another queue wait that the same people answer."""
    asked = {step.skill for step in queue.steps}
    for other in sorted(can_wait):
        row = queues[other]
        same = row.client == queue.client and asked & {step.skill for step in row.steps}
        if other != queue.id and row.is_open and same:
            yield lever(LeverKind.PAUSE, other)


def _widened(row: Queue, lever: Lever) -> tuple[Step, ...]:
    """Let the step begin with the first, or when the last agent is not waited for any more."""
    more = Step(row.last_agent_seconds, lever.skill, lever.level, row.steps[0].any_language)
    steps = [*row.steps, more]
    # The first step stays the first: it says who is asked for.
    return (steps[0], *sorted(steps[1:], key=lambda step: step.after_seconds))


def _lent(row: Agent, lever: Lever) -> tuple[Skill, ...]:
    if _level(row, lever.skill) >= lever.level:
        return row.skills
    others = tuple(skill for skill in row.skills if skill.name != lever.skill)
    return (*others, Skill(lever.skill, lever.level, lever.ends_at))


def _level(row: Agent, skill: str) -> int:
    return max((one.level for one in row.skills if one.name == skill), default=0)
