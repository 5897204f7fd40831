"""Simulated contacts a second, beside ciw and simpy on the same model, and whether they agree."""

import random
import time
from collections.abc import Callable, Iterator, Sequence

import ciw
import simpy

from gensvar.science.routing.rows import Agent, Queue, Skill, Step
from gensvar.science.simulation.chance import Spread
from gensvar.science.simulation.estimating import Estimate, estimate
from gensvar.science.simulation.figures import figures_of
from gensvar.science.simulation.hours import ALWAYS, DAY, WEEK, Hours, Spell
from gensvar.science.simulation.playing import Play
from gensvar.science.simulation.scenario import Arrivals, Scenario, Stream, Worker

Figure = tuple[str, float, str, str]
# Abandoned share and share answered within the goal of one run, and how many came.
Told = tuple[float, float, int]

# M/M/100+M with 95 Erlang: exact values from Erlang A.
AGENTS, HANDLING, PATIENCE, GOAL = 100, 240.0, 120.0, 20.0
PER_SECOND = 95 / HANDLING
RUNS, SECONDS = 5, 40_000.0
# A centre of many skills: 10 kinds of calls, 20 groups of 25 who know 3 each.
KINDS, GROUPS, EACH = 10, 20, 25


def run() -> Iterator[Figure]:
    """Yield the figures; the three play the same model, each with its own chance."""
    model = "M/M/100+M, 95 Erlang, patience 120 s"
    results = {}
    for name, play in (("gensvar", _ours), ("simpy", _simpy), ("ciw", _ciw)):
        results[name] = yield from _measured(name, play, model)
    ours = results["gensvar"]
    for name in ("simpy", "ciw"):
        for place, figure in enumerate(("abandoned", "answered within 20 s")):
            mine, theirs = ours[place], results[name][place]
            apart = abs(mine.mean - theirs.mean)
            allowed = mine.half_width + theirs.half_width
            verdict = "agrees" if apart <= allowed else "DIFFERS"
            yield (
                f"{figure}, apart from {name}",
                apart * 100,
                "points",
                f"{verdict}: the intervals allow {allowed * 100:.2f}",
            )
    yield from _measured("gensvar", _many_skills, "10 kinds of calls, 500 agents with 3 skills")
    yield from _measured("simpy", _simpy_skills, "10 kinds of calls, 500 agents with 3 skills")


def _measured(
    name: str, play: Callable[[int], Told], model: str
) -> Iterator[Figure | tuple[Estimate, Estimate]]:
    began = time.process_time()
    told = [play(seed) for seed in range(1, RUNS + 1)]
    took = time.process_time() - began
    abandoned, in_goal = (estimate([one[place] for one in told]) for place in (0, 1))
    yield f"{name}", sum(one[2] for one in told) / took, "contacts/s", model
    for figure, found in (("abandoned", abandoned), ("answered within 20 s", in_goal)):
        yield f"{name}, {figure}", found.mean * 100, "%", f"± {found.half_width * 100:.2f}"
    return abandoned, in_goal


# One queue


def _ours(seed: int) -> Told:
    shifts = Hours((Spell(0, DAY, frozenset(range(WEEK))),))
    stream = _calls(1, "calls", PER_SECOND)
    workers = tuple(Worker(_agent(number, ["calls"]), shifts) for number in range(AGENTS))
    return _told(Play(Scenario("one queue", 1, (stream,), workers), seed=seed))


def _simpy(seed: int) -> Told:
    """Play the same by simpy's own means: a resource, and a request that may be given up."""
    chance, env = random.Random(seed), simpy.Environment()
    agents = simpy.Resource(env, capacity=AGENTS)
    waits: list[float | None] = []

    def caller():
        came = env.now
        with agents.request() as mine:
            got = yield mine | env.timeout(chance.expovariate(1 / PATIENCE))
            if mine in got:
                waits.append(env.now - came)
                yield env.timeout(chance.expovariate(1 / HANDLING))
            else:
                waits.append(None)

    def source():
        while True:
            yield env.timeout(chance.expovariate(PER_SECOND))
            env.process(caller())

    env.process(source())
    env.run(until=SECONDS)
    return _shares(waits)


def _ciw(seed: int) -> Told:
    ciw.seed(seed)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(PER_SECOND)],
        service_distributions=[ciw.dists.Exponential(1 / HANDLING)],
        number_of_servers=[AGENTS],
        reneging_time_distributions=[ciw.dists.Exponential(1 / PATIENCE)],
    )
    played = ciw.Simulation(network)
    played.simulate_until_max_time(SECONDS)
    records = played.get_all_records(only=["service", "renege"])
    return _shares([one.waiting_time if one.record_type == "service" else None for one in records])


# Many skills


def _skills() -> list[list[str]]:
    chance = random.Random(7)
    return [[f"kind {n}" for n in chance.sample(range(KINDS), 3)] for _ in range(GROUPS)]


def _many_skills(seed: int) -> Told:
    shifts = Hours((Spell(0, DAY, frozenset(range(WEEK))),))
    each = 0.94 * GROUPS * EACH / HANDLING / KINDS
    streams = tuple(
        _calls(number, f"kind {number}", each, end=SECONDS / 4) for number in range(KINDS)
    )
    workers = tuple(
        Worker(_agent(group * EACH + place, names), shifts)
        for group, names in enumerate(_skills())
        for place in range(EACH)
    )
    return _told(Play(Scenario("many skills", 1, streams, workers), seed=seed))


def _simpy_skills(seed: int) -> Told:
    """Play it with a store of agents, filtered by what each knows, as simpy's manual does."""
    chance, env = random.Random(seed), simpy.Environment()
    agents = simpy.FilterStore(env)
    agents.items = [frozenset(names) for names in _skills() for _ in range(EACH)]
    waits: list[float | None] = []
    each = 0.94 * GROUPS * EACH / HANDLING / KINDS

    def caller(kind: str):
        came = env.now
        mine = agents.get(lambda agent: kind in agent)
        got = yield mine | env.timeout(chance.expovariate(1 / PATIENCE))
        if mine in got:
            waits.append(env.now - came)
            yield env.timeout(chance.expovariate(1 / HANDLING))
            yield agents.put(got[mine])
        else:
            mine.cancel()
            waits.append(None)

    def source(kind: str):
        while True:
            yield env.timeout(chance.expovariate(each))
            env.process(caller(kind))

    for number in range(KINDS):
        env.process(source(f"kind {number}"))
    env.run(until=SECONDS / 4)
    return _shares(waits)


def _calls(number: int, skill: str, per_second: float, *, end: float = SECONDS) -> Stream:
    every_day = frozenset(range(WEEK))
    return Stream(
        skill,
        Queue(number, 1, "phone", (Step(0, skill),)),
        [Arrivals(Spell(0, end, every_day), per_second * end)],
        Spread(HANDLING),
        GOAL,
        ALWAYS,
        patience=Spread(PATIENCE),
    )


def _agent(number: int, skills: Sequence[str]) -> Agent:
    known = tuple(Skill(name, 3) for name in skills)
    return Agent(number, known, frozenset({"sv"}), frozenset({1}), {"phone": 1})


def _told(play: Play) -> Told:
    figures = figures_of(play.run().visits)
    return figures.abandoned_share, figures.service_level, figures.came


def _shares(waits: Sequence[float | None]) -> Told:
    answered = [wait for wait in waits if wait is not None]
    in_goal = sum(wait <= GOAL for wait in answered)
    return 1 - len(answered) / len(waits), in_goal / len(waits), len(waits)
