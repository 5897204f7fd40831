"""Routing decisions a second with 10,000 agents and 100,000 waiting, beside scanning everybody."""

import gc
import time
from collections.abc import Callable, Iterator
from random import Random

from gensvar.science.routing.commands import Offer
from gensvar.science.routing.events import (
    AgentChanged,
    AgentReady,
    ContactWaits,
    Event,
    OfferAccepted,
    QueueChanged,
    Tick,
    WorkEnded,
)
from gensvar.science.routing.router import Router
from gensvar.science.routing.rows import Agent, Contact, Queue, Skill, Step
from gensvar.science.routing.state import Seat, Turn

AGENTS, SKILLS, SKILLS_EACH = 10_000, 50, 4
WAITING, IDLE = 100_000, 1_500
CAPACITY = {"phone": 1, "chat": 3, "mail": 5}
GOALS = {"phone": 30.0, "chat": 60.0, "mail": 172_800.0}
DECISIONS, SCANS = 50_000, 100

Figure = tuple[str, float, str, str]


def run() -> Iterator[Figure]:
    """Yield the figures; events are made beforehand, only their handling is measured."""
    yield from _many_waiting()
    yield from _many_idle()


def _many_waiting() -> Iterator[Figure]:
    """Everybody works, and whoever is done gets the next of 100,000."""
    centre = Centre()
    for number in range(WAITING + 3 * AGENTS):
        centre.comes(list(CAPACITY)[number % 3])
    frozen()
    scan = _rate(lambda: _scan_contacts(centre), SCANS)
    waiting = sum(turn.seat is None for turn in centre.router.moves.turns.values())
    taken = [centre.ends(then=["phone", "chat", "mail"][turn % 3]) for turn in range(DECISIONS)]
    yield "contacts that wait", waiting, "contacts", "10,000 agents, all at work; 50 skills"
    yield "scanning all contacts", scan, "decisions/s", "baseline"
    yield from _told("whoever is done gets the next", taken, scan)
    yield from _rebuilt(centre)


def _many_idle() -> Iterator[Figure]:
    """1,500 stand by, and whoever calls gets one of them at once."""
    centre = Centre()
    for _ in range(AGENTS - IDLE):
        centre.comes("phone")
    frozen()
    scan = _rate(lambda: _scan_agents(centre), SCANS)
    taken = []
    for _ in range(DECISIONS):
        centre.ends()
        taken.append(centre.comes("phone"))
    yield "scanning all agents", scan, "decisions/s", "baseline; 1,500 of 10,000 idle"
    yield from _told("whoever calls gets the longest idle", taken, scan)


class Centre:
    """10,000 agents with 4 of 50 skills each, and a clock that moves 1 ms with each contact."""

    def __init__(self) -> None:
        self.random = Random(4)
        self.router = Router()
        self.now, self.contacts = 0.0, 0
        # Contact and agent, in no order.
        self.in_hand: list[tuple[int, int]] = []
        self.queue_ids: dict[str, list[int]] = {channel: [] for channel in CAPACITY}
        for number in range(SKILLS * len(CAPACITY)):
            channel = list(CAPACITY)[number % 3]
            step = Step(0, f"skill {number // 3}", 1 + number % 2)
            self.queue_ids[channel].append(number)
            self.tell(QueueChanged(0, Queue(number, 1, channel, (step,))))
        for number in range(AGENTS):
            self.tell(AgentChanged(0, self._agent(number)))
            self.tell(AgentReady(0, number))

    def tell(self, event: Event) -> float:
        """Return the seconds that handling takes, 0 where nothing is decided; accept all offers."""
        began = time.perf_counter()
        commands = self.router.handle(event)
        took = time.perf_counter() - began
        for command in commands:
            if isinstance(command, Offer):
                self.router.handle(OfferAccepted(self.now, command.offer))
                self.in_hand.append((command.contact, command.agent))
        return took if commands else 0.0

    def comes(self, channel: str) -> float:
        self.now += 0.001
        self.contacts += 1
        queue = self.random.choice(self.queue_ids[channel])
        priority = self.random.choice((0, 0, 0, 1))
        row = Contact(self.contacts, queue, self.now, GOALS[channel], priority)
        return self.tell(ContactWaits(self.now, row))

    def ends(self, then: str = "") -> float:
        """End some work; another contact may come in the meantime, outside the time taken."""
        if then:
            self.comes(then)
        place = self.random.randrange(len(self.in_hand))
        self.in_hand[place], self.in_hand[-1] = self.in_hand[-1], self.in_hand[place]
        contact, agent = self.in_hand.pop()
        return self.tell(WorkEnded(self.now, agent, contact))

    def _agent(self, number: int) -> Agent:
        names = self.random.sample(range(SKILLS), SKILLS_EACH)
        skills = tuple(Skill(f"skill {name}", self.random.randint(1, 4)) for name in names)
        return Agent(number, skills, frozenset({"sv"}), frozenset({1}), CAPACITY)


def frozen() -> None:
    """As a dispatcher does once it has started: what lives long is not looked through again."""
    gc.collect()
    gc.freeze()


def _told(figure: str, taken: list[float], scan: float) -> Iterator[Figure]:
    # An agent who still has a caller in hand gets nothing when a mail is done: no decision.
    taken = sorted(filter(None, taken))
    rate = len(taken) / sum(taken)
    yield figure, rate, "decisions/s", f"{rate / scan:.0f} times the scan"
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        yield f"{figure}, {name}", taken[int(share * len(taken))] * 1e6, "µs", ""
    yield f"{figure}, longest", taken[-1] * 1e6, "µs", ""


def _rebuilt(centre: Centre) -> Iterator[Figure]:
    snapshot = centre.router.snapshot()
    # As a dispatcher does: no looking for garbage while all that is made is kept.
    gc.disable()
    began = time.perf_counter()
    there = Router.rebuilt(snapshot)
    took = time.perf_counter() - began
    gc.enable()
    assert there.handle(Tick(centre.now)) == []
    yield "rebuilding from plain rows", took, "s", f"{len(snapshot.contacts)} contacts; goal 2 s"


def _rate(decide: Callable[[], object], times: int) -> float:
    began = time.perf_counter()
    for _ in range(times):
        decide()
    return times / (time.perf_counter() - began)


def _scan_contacts(centre: Centre) -> Turn | None:
    """Choose a contact for an agent by looking at all that wait."""
    moves = centre.router.moves
    seat = moves.board.seats[centre.random.randrange(AGENTS)]
    skills = {skill.name: skill.level for skill in seat.row.skills}
    best, least = None, float("inf")
    for turn in moves.turns.values():
        if turn.seat is None:
            step = moves.board.queues[turn.row.queue].steps[0]
            level = skills.get(step.skill, 0)
            if level >= step.level:
                key = turn.key + moves.board.policy.penalty(level)
                if key < least:
                    best, least = turn, key
    return best


def _scan_agents(centre: Centre) -> Seat | None:
    """Choose an agent for a caller by looking at all agents."""
    board = centre.router.moves.board
    step = board.queues[centre.random.choice(centre.queue_ids["phone"])].steps[0]
    best, rank = None, (0, float("inf"), 0)
    for seat in board.seats.values():
        if not seat.held:
            for skill in seat.row.skills:
                if skill.name == step.skill and skill.level >= step.level:
                    mine = (-skill.level, seat.since_at, seat.id)
                    if best is None or mine < rank:
                        best, rank = seat, mine
    return best
