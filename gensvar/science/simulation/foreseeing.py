"""What the rest of the day is likely to give, and what it would be with something tried.

House rule. Everything that is tried is played with the same customers as the day without it, so
that what differs is what it does. An interval holds nine plays of ten: it is said of one day, the
one that comes, and not of a mean of many.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from gensvar.science.routing.events import Event
from gensvar.science.simulation.continuing import Rest, Start
from gensvar.science.simulation.scenario import Scenario
from gensvar.science.simulation.visits import Visit

HALF_HOUR = 1800.0
# The shares of plays below and above an interval.
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Likely:
    """A mean, and between what nine plays of ten lie."""

    mean: float
    low: float
    high: float

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class SoFar:
    """Of the day's contacts: how many were known to be in time or not already, and in time."""

    settled: int = 0
    in_time: int = 0


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the day will give for one queue.

    level: the day's share in time. breaks: the share of plays in which that is below the goal.
    breaks_at: from when on it stays below, in those plays. levels: by half hours from the start,
    the share in time of those who come or are known in each; None where nobody is.
    """

    level: Likely
    come: Likely
    breaks: float
    breaks_at: Likely | None
    levels: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What something does to one queue: its level then, and by how much that differs."""

    level: Likely
    change: Likely


@dataclass(frozen=True, slots=True)
class Foreseen:
    """By queue, and of what was tried by its name and then by queue."""

    predictions: Mapping[int, Prediction]
    effects: Mapping[str, Mapping[int, Effect]]


@dataclass(frozen=True, slots=True)
class Day:
    """One play of one queue: by half hours, how many were settled, and in time."""

    come: int
    settled: Sequence[int]
    in_time: Sequence[int]


def likely(values: Sequence[float]) -> Likely:
    """Return the mean of independent plays, and between what one more lies nine times of ten.

    From the order of the values alone, whatever their distribution (Wilks 1941, Annals of
    Mathematical Statistics 12:91–96); with fewer than 19 it is less often. ValueError for none.

    >>> likely([float(value) for value in range(99)])
    Likely(mean=49.0, low=4.0, high=94.0)
    """
    if not values:
        raise ValueError("no play, no interval")
    ordered = sorted(values)
    return Likely(fmean(ordered), _quantile(ordered, LOW), _quantile(ordered, HIGH))


def foresee(
    scenario: Scenario,
    start: Start,
    *,
    so_far: Mapping[int, SoFar],
    goals: Mapping[int, float],
    tries: Mapping[str, Sequence[Event]],
    runs: int,
    seed: int = 1,
) -> Foreseen:
    """Play the rest of a day so many times, as it is and with each of `tries`.

    goals: for the queues to be told of, the share that should be in time. tries: by name, what the
    router would be told, and when.
    """
    without = plays(scenario, start, goals, runs=runs, seed=seed)
    predictions = {
        queue: _prediction(days, so_far.get(queue, SoFar()), goals[queue], start)
        for queue, days in without.items()
    }
    effects = {}
    for name, events in tries.items():
        tried = replace(start, changes=(*start.changes, *events))
        with_it = plays(scenario, tried, goals, runs=runs, seed=seed)
        effects[name] = {
            queue: _effect(without[queue], days, so_far.get(queue, SoFar()))
            for queue, days in with_it.items()
        }
    return Foreseen(predictions, effects)


def plays(
    scenario: Scenario, start: Start, queues: Iterable[int], *, runs: int, seed: int
) -> dict[int, list[Day]]:
    """Return by queue what each play gave."""
    found: dict[int, list[Day]] = {queue: [] for queue in queues}
    for run in range(runs):
        by_queue: dict[int, list[Visit]] = {queue: [] for queue in found}
        for visit in Rest(scenario, start, seed=seed + run).run().come:
            if (queue := visit.stream.queue.id) in by_queue:
                by_queue[queue].append(visit)
        for queue, visits in by_queue.items():
            found[queue].append(_day(visits, start))
    return found


def level_of(day: Day, so_far: SoFar) -> float:
    """Return a whole day's share in time; 1 where nobody came or none is known yet."""
    settled = so_far.settled + sum(day.settled)
    return (so_far.in_time + sum(day.in_time)) / settled if settled else 1.0


def _day(visits: Sequence[Visit], start: Start) -> Day:
    slots = max(1, -int(-(start.until - start.at) // HALF_HOUR))
    settled, in_time, come = [0] * slots, [0] * slots, 0
    for visit in visits:
        come += visit.row.arrived_at > start.at
        at = visit.settled_at(start.until)
        if at is not None:
            # What was late already when the play began is known at once.
            slot = min(slots - 1, max(0, int((at - start.at) // HALF_HOUR)))
            settled[slot] += 1
            in_time[slot] += visit.is_in_time
    return Day(come, settled, in_time)


def _prediction(days: Sequence[Day], so_far: SoFar, goal: float, start: Start) -> Prediction:
    levels = [level_of(day, so_far) for day in days]
    broken = [
        start.at + HALF_HOUR * slot
        for day in days
        if (slot := _broken_in(day, so_far, goal)) is not None
    ]
    return Prediction(
        level=likely(levels),
        come=likely([day.come for day in days]),
        breaks=len(broken) / len(days),
        breaks_at=likely(broken) if broken else None,
        levels=tuple(_by_half_hours(days)),
    )


def _effect(without: Sequence[Day], with_it: Sequence[Day], so_far: SoFar) -> Effect:
    levels = [level_of(day, so_far) for day in with_it]
    before = [level_of(day, so_far) for day in without]
    changes = [after - first for after, first in zip(levels, before, strict=True)]
    return Effect(likely(levels), likely(changes))


def _broken_in(day: Day, so_far: SoFar, goal: float) -> int | None:
    """Return the half hour from whose end on the day's share stays below the goal."""
    settled, in_time, broken = so_far.settled, so_far.in_time, None
    for slot, (more, of_them) in enumerate(zip(day.settled, day.in_time, strict=True)):
        settled, in_time = settled + more, in_time + of_them
        if in_time >= goal * settled:
            broken = None
        elif broken is None:
            broken = slot
    return broken


def _by_half_hours(days: Sequence[Day]) -> Iterable[float | None]:
    for slot in range(len(days[0].settled)):
        settled = sum(day.settled[slot] for day in days)
        yield sum(day.in_time[slot] for day in days) / settled if settled else None


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return below what one more value lies with a share of probability."""
    place = min(len(ordered) - 1.0, max(0.0, share * (len(ordered) + 1) - 1))
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
