"""Routing decisions a second with 10,000 agents and 100,000 waiting, beside scanning everybody.

Rates are of processor time, so that what else the machine does counts little, and beside them
stands a router that only chooses, over the same agents and the same kinds of contacts.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from random import Random

from benchmarks.bare_router import BareRouter, Place
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
DECISIONS, SCANS, AT_ONCE = 50_000, 100, 500
CHANNELS = tuple(CAPACITY)

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
    bare = _bare_many_waiting(centre)
    rate = _many_rate(centre)
    taken = [centre.ends(then=CHANNELS[turn % 3]) for turn in range(DECISIONS)]
    yield "contacts that wait", waiting, "contacts", "10,000 agents, all at work; 50 skills"
    yield "scanning all contacts", scan, "decisions/s", "baseline"
    yield from _told("whoever is done gets the next", rate, taken, scan, bare)
    yield from _rebuilt(centre)


def _many_idle() -> Iterator[Figure]:
    """1,500 stand by, and whoever calls gets one of them at once."""
    centre = Centre()
    for _ in range(AGENTS - IDLE):
        centre.comes("phone")
    frozen()
    scan = _rate(lambda: _scan_agents(centre), SCANS)
    bare = _bare_many_idle(centre)
    rate = _idle_rate(centre)
    taken = []
    for _ in range(DECISIONS):
        centre.ends()
        taken.append(centre.comes("phone"))
    yield "scanning all agents", scan, "decisions/s", "baseline; 1,500 of 10,000 idle"
    yield from _told("whoever calls gets the longest idle", rate, taken, scan, bare)


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
        row = self.contact(channel)
        return self.tell(ContactWaits(self.now, row))

    def contact(self, channel: str) -> Contact:
        """Draw the next who comes."""
        self.now += 0.001
        self.contacts += 1
        queue = self.random.choice(self.queue_ids[channel])
        priority = self.random.choice((0, 0, 0, 1))
        return Contact(self.contacts, queue, self.now, GOALS[channel], priority)

    def drawn(self, count: int) -> list[tuple[int, int]]:
        """Draw some of those in hand, to be ended."""
        self.random.shuffle(self.in_hand)
        found = self.in_hand[-count:]
        del self.in_hand[-count:]
        return found

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


def _many_rate(centre: Centre) -> float:
    """Return decisions a second: so many are done at once, and all get the next that waits."""
    spent = decided = 0.0
    for _ in range(DECISIONS // AT_ONCE):
        ended = [WorkEnded(centre.now, agent, contact) for contact, agent in centre.drawn(AT_ONCE)]
        for number in range(AT_ONCE):
            centre.comes(CHANNELS[number % 3])
        took, offers = _handled(centre, ended)
        spent, decided = spent + took, decided + offers
    return decided / spent


def _idle_rate(centre: Centre) -> float:
    """Return decisions a second: so many callers come at once, and all are taken."""
    spent = decided = 0.0
    for _ in range(DECISIONS // AT_ONCE):
        for _ended in range(AT_ONCE):
            centre.ends()
        rows = [centre.contact("phone") for _ in range(AT_ONCE)]
        # When all have arrived: one told of before it came would be looked at a second time.
        took, offers = _handled(centre, [ContactWaits(centre.now, row) for row in rows])
        spent, decided = spent + took, decided + offers
    return decided / spent


def _handled(centre: Centre, events: Sequence[Event]) -> tuple[float, int]:
    """Return the processor time that events take, and how many offers they lead to."""
    handle = centre.router.handle
    began = time.process_time()
    told = [handle(event) for event in events]
    took = time.process_time() - began
    offers = [command for commands in told for command in commands if isinstance(command, Offer)]
    for offer in offers:
        centre.router.handle(OfferAccepted(centre.now, offer.offer))
        centre.in_hand.append((offer.contact, offer.agent))
    return took, len(offers)


def _bare(centre: Centre) -> BareRouter:
    """Return a router that only chooses, with the same agents."""
    board = centre.router.moves.board
    bare = BareRouter(CAPACITY, {level: board.policy.penalty(level) for level in range(1, 5)})
    for seat in board.seats.values():
        bare.join(seat.id, [(skill.name, skill.level) for skill in seat.row.skills])
    return bare


def _bare_comes(bare: BareRouter, centre: Centre, channel: str) -> tuple[int, Place, float, int]:
    row = centre.contact(channel)
    step = centre.router.moves.board.queues[row.queue].steps[0]
    key = row.arrived_at + row.goal_seconds - 60.0 * row.priority
    return row.id, (step.skill, channel), key, step.level


def _bare_many_waiting(centre: Centre) -> float:
    bare, random = _bare(centre), Random(5)
    channels: dict[int, str] = {}
    in_hand = []
    for number in range(WAITING + 9 * AGENTS):
        contact, place, key, least = _bare_comes(bare, centre, CHANNELS[number % 3])
        channels[contact] = place[1]
        if (agent := bare.comes(contact, place, key, least)) is not None:
            in_hand.append((agent, place[1]))
    frozen()
    spent, decided = 0.0, 0
    for _ in range(DECISIONS // AT_ONCE):
        random.shuffle(in_hand)
        ended = [in_hand.pop() for _ in range(AT_ONCE)]
        for number in range(AT_ONCE):
            contact, place, key, least = _bare_comes(bare, centre, CHANNELS[number % 3])
            channels[contact] = place[1]
            if (agent := bare.comes(contact, place, key, least)) is not None:
                in_hand.append((agent, place[1]))
        began = time.process_time()
        found = [(agent, bare.ends(agent, channel)) for agent, channel in ended]
        spent += time.process_time() - began
        got = [(agent, channels[taken]) for agent, taken in found if taken is not None]
        in_hand += got
        decided += len(got)
    return decided / spent


def _bare_many_idle(centre: Centre) -> float:
    bare, random = _bare(centre), Random(5)
    in_hand: list[int] = []

    def come() -> None:
        contact, place, key, least = _bare_comes(bare, centre, "phone")
        if (agent := bare.comes(contact, place, key, least)) is not None:
            in_hand.append(agent)

    while len(in_hand) < AGENTS - IDLE:
        come()
    frozen()
    spent, decided = 0.0, 0
    for _ in range(DECISIONS // AT_ONCE):
        random.shuffle(in_hand)
        for _ended in range(AT_ONCE):
            bare.ends(in_hand.pop(), "phone")
        coming = [_bare_comes(bare, centre, "phone") for _ in range(AT_ONCE)]
        began = time.process_time()
        found = [bare.comes(*one) for one in coming]
        spent += time.process_time() - began
        got = [agent for agent in found if agent is not None]
        in_hand += got
        decided += len(got)
    return decided / spent


def frozen() -> None:
    """As a dispatcher does once it has started: what lives long is not looked through again."""
    gc.collect()
    gc.freeze()


def _told(
    figure: str, rate: float, taken: list[float], scan: float, bare: float
) -> Iterator[Figure]:
    # An agent who still has a caller in hand gets nothing when a mail is done: no decision.
    taken = sorted(filter(None, taken))
    yield f"{figure}, choosing alone", bare, "decisions/s", "a bare router, of processor time"
    compared = f"of processor time: {rate / scan:.0f} times the scan, {rate / bare:.2f} of choosing"
    yield figure, rate, "decisions/s", compared
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
    began = time.process_time()
    for _ in range(times):
        decide()
    return times / (time.process_time() - began)


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
