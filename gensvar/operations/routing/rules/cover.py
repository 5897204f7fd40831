"""People against need in one half hour: how many a queue needs, and how many are here for it.

House rules. Nobody is counted twice: whoever may take from several queues counts in each by how
much of the need is there, and what is written has what the others leave. Queues that share people
need them together, so a quiet queue needs no one of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from gensvar.science.erlang.waiting import agents_needed
from gensvar.science.routing.rows import Agent, Queue

# A goal of all is met by no number of people.
MOST_SHARE = 0.99


@dataclass(frozen=True)
class Wanted:
    """What comes to a queue. people: so many are at work with it all the time, on average.

    mean_seconds: what a contact takes of one person, who may have several at once. goal_seconds:
    None where customers do not wait on the line, so that the work alone counts.
    """

    people: float
    mean_seconds: float
    goal_seconds: float | None
    share: float


def may_take(agent: Agent, queue: Queue) -> bool:
    """Return whether somebody takes what waits in a queue, at some step of it."""
    return (
        queue.client in agent.clients
        and agent.capacity.get(queue.channel, 0) > 0
        and any(
            one.name == step.skill and one.level >= step.level
            for step in queue.steps
            for one in agent.skills
        )
    )


def pools(taken: Iterable[Collection[int]]) -> list[set[int]]:
    """Return which queues share people, given what each person takes.

    >>> pools([{1, 2}, {2, 3}, {4}])
    [{1, 2, 3}, {4}]
    """
    found: list[set[int]] = []
    for queues in taken:
        joined = set(queues)
        for pool in [one for one in found if one & joined]:
            joined |= pool
            found.remove(pool)
        if joined:
            found.append(joined)
    return found


def needs(wanted: Mapping[int, Wanted], together: Iterable[Collection[int]]) -> dict[int, float]:
    """Return how many people each queue needs to reach its goal (Erlang C, as if nobody gave up).

    Of what queues that share people need together each has its part by its work.

    >>> calls = Wanted(people=10, mean_seconds=180, goal_seconds=20, share=0.8)
    >>> needs({1: calls}, [{1}]), needs({1: calls, 2: calls}, [{1, 2}])
    ({1: 14.0}, {1: 12.0, 2: 12.0})
    """
    found = {key: one.people for key, one in wanted.items()}
    for pool in together:
        live = {key: wanted[key] for key in pool if wanted[key].goal_seconds is not None}
        load = sum(one.people for one in live.values())
        if not load:
            continue
        mean = sum(one.people * one.mean_seconds for one in live.values()) / load
        for key, one in live.items():
            people = agents_needed(
                load,
                goal_seconds=one.goal_seconds or 0.0,
                mean_seconds=mean,
                share=min(one.share, MOST_SHARE),
            )
            found[key] = people * one.people / load
    return found


def divided(
    here: Iterable[tuple[Collection[int], float]],
    needed: Mapping[int, float],
    *,
    written: Collection[int] = (),
) -> dict[int, float]:
    """Return how many people each queue has, given what each person takes and for what part of it.

    What is written waits: it has those whom the other queues do not need.

    >>> divided([({1}, 1.0), ({1, 2}, 0.5)], {1: 3.0, 2: 1.0})
    {1: 1.375, 2: 0.125}
    >>> divided([({1, 2}, 1.0)], {1: 0.25, 2: 9.0}, written={2})
    {1: 0.25, 2: 0.75}
    """
    people = [
        (set(queues) - set(written), set(queues) & set(written), part) for queues, part in here
    ]
    first = dict.fromkeys(needed, 0.0)
    for live, rest, part in people:
        _add(first, live or rest, part, needed)
    found = dict.fromkeys(needed, 0.0)
    for live, rest, part in people:
        given = dict.fromkeys(live, 0.0)
        _add(given, live, part, needed)
        spared = part
        for key, share in given.items():
            kept = share * min(1.0, needed[key] / first[key]) if rest and first[key] else share
            found[key] += kept
            spared -= kept
        if rest:
            _add(found, rest, spared, needed)
    return found


def _add(
    to: dict[int, float], queues: Collection[int], part: float, needed: Mapping[int, float]
) -> None:
    """Add part of a person to queues, by how much each needs."""
    whole = sum(needed[key] for key in queues)
    for key in queues:
        to[key] += part * (needed[key] / whole if whole else 1 / len(queues))
