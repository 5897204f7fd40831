"""Today by half hours, for each queue: who came and was expected, who was needed and is here."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from gensvar.operations.routing.queries.readiness import ready_spells
from gensvar.operations.routing.queries.today import LIVE_CHANNELS, Today
from gensvar.operations.routing.rules.cover import Wanted, divided, may_take, needs, pools
from gensvar.science.simulation.hours import DAY
from gensvar.science.simulation.measuring import HALF_HOUR, SLOTS

# From when to when somebody is here, in seconds of the play.
Spells = Sequence[tuple[float, float]]


def half_hours(today: Today, *, at: datetime) -> dict[int, dict[str, Any]]:
    """Return by queue the half hours from the first with anybody in it until the day is over.

    first: its number (0 to 47). What has come counts for the need of what is past, and what is
    expected for the rest; the half hour that is under way belongs to the rest.
    """
    taken = {key: _taken(today, key) for key in today.agents}
    here = {key: spells for key, spells in _here(today, at=at).items() if taken[key]}
    together = pools(taken[key] for key in here)
    written = {key for key, row in today.queues.items() if row.channel not in LIVE_CHANNELS}
    now = int(today.start.at % DAY // HALF_HOUR)
    needed, people = [], []
    for slot in range(SLOTS):
        wanted = {key: _wanted(today, key, slot, taken, is_past=slot < now) for key in today.queues}
        needed.append(needs(wanted, together))
        parts = [(taken[key], _part(spells, slot)) for key, spells in here.items()]
        people.append(divided(parts, needed[-1], written=written))
    end = min(SLOTS, -int(-(today.start.until - today.start.at // DAY * DAY) // HALF_HOUR))
    found = {}
    for key, known in today.measured.items():
        usual = known.usual if known.days else [0.0] * SLOTS
        expected = [*usual[:now], *known.rest[now:]]
        first = _first(known.came_in, expected, [one[key] for one in people], now)
        slots = range(first, max(end, now + 1))
        found[key] = {
            "first": first,
            "came": [known.came_in.get(slot, 0) for slot in slots if slot <= now],
            "expected": [round(expected[slot], 1) for slot in slots],
            "need": [round(needed[slot][key], 2) for slot in slots],
            "here": [round(people[slot][key], 2) for slot in slots],
        }
    return found


def _first(
    came: Mapping[int, int], expected: Sequence[float], here: Sequence[float], now: int
) -> int:
    """Return the first half hour in which anything was; what lies far before the others counts."""
    for slot in range(now):
        if came.get(slot, 0) or expected[slot] >= 1 or here[slot]:
            return slot
    return now


def _taken(today: Today, agent: int) -> frozenset[int]:
    row = today.agents[agent]
    return frozenset(key for key, queue in today.queues.items() if may_take(row, queue))


def _wanted(
    today: Today, key: int, slot: int, taken: Mapping[int, frozenset[int]], *, is_past: bool
) -> Wanted:
    known, queue, name = today.measured[key], today.queues[key], today.names[key]
    count = known.came_in.get(slot, 0) if is_past else known.rest[slot]
    rooms = [today.agents[one].capacity[queue.channel] for one in taken if key in taken[one]]
    room = sum(rooms) / len(rooms) if rooms else 1.0
    wrap_up = known.wrap_up.mean if name.wrap_up_seconds else 0.0
    seconds = (known.handling.mean + wrap_up) / room
    return Wanted(
        people=count * seconds / HALF_HOUR,
        mean_seconds=max(1.0, seconds),
        goal_seconds=float(name.goal_seconds) if queue.channel in LIVE_CHANNELS else None,
        share=name.goal_percent / 100,
    )


def _here(today: Today, *, at: datetime) -> dict[int, list[tuple[float, float]]]:
    """Return when each was ready today, and from now on when they are counted on."""
    midnight = at - timedelta(seconds=today.start.at % DAY)
    found = {
        agent: [
            (begin.timestamp() - today.origin, end.timestamp() - today.origin)
            for begin, end in spells
        ]
        for agent, spells in ready_spells(since=midnight, at=at).items()
        if agent in today.agents
    }
    for worker in today.scenario.workers:
        found.setdefault(worker.agent.id, []).extend(
            _still(worker.shifts.on(today.scenario.days - 1), today.start.at)
        )
    return found


def _still(spells: Spells, now: float) -> Iterator[tuple[float, float]]:
    for begin, end in spells:
        if end > now:
            yield max(begin, now), end


def _part(spells: Spells, slot: int) -> float:
    """Return what part of a half hour of today somebody is here."""
    if not spells:
        return 0.0
    day = spells[0][0] // DAY * DAY
    begin = day + slot * HALF_HOUR
    within = (min(end, begin + HALF_HOUR) - max(first, begin) for first, end in spells)
    return sum(part for part in within if part > 0) / HALF_HOUR
