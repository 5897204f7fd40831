"""Fair to all: of equals the first to come is first, and nobody is passed for ever."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from gensvar.science.routing.commands import Offer
from gensvar.science.routing.events import (
    AgentChanged,
    AgentReady,
    ContactWaits,
    OfferAccepted,
    QueueChanged,
    Tick,
    WorkEnded,
)
from gensvar.science.routing.router import Router
from gensvar.science.routing.rows import Contact, Queue, Step
from gensvar.science.routing.tests.made import CAPACITY, agent

# Making a failing story shorter takes minutes: the one found is printed as it is.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
AGREED, HIGHEST = 90, 2
QUEUES = (
    Queue(1, 1, "phone", (Step(0, "streets"),), vulnerable_seconds=AGREED),
    Queue(2, 1, "phone", (Step(0, "water", 3), Step(40, "streets")), vulnerable_seconds=AGREED),
)
GOALS = (30.0, 120.0)
# Whoever comes so much later is never first: the goals, the highest priority, the agreement, the
# levels that an agent may lack, and the step that asks others.
NEVER_PASSED_BY = GOALS[1] - GOALS[0] + 60 * HIGHEST + AGREED + 3 * 10 + 40
KINDS = st.tuples(
    st.integers(1, 2), st.sampled_from(GOALS), st.sampled_from([0, 0, HIGHEST]), st.booleans()
)
HAPPENS = st.one_of(KINDS, KINDS, st.sampled_from(["ends", "ends", "in vain"]))


class Busy:
    """Two agents, mostly with a call in hand, and calls that come meanwhile."""

    def __init__(self):
        self.router = Router()
        self.at = 0.0
        self.came: dict[int, Contact] = {}
        # Since when: what the router tells of may have been before.
        self.waiting: dict[int, float] = {}
        self.in_hand: dict[int, int] = {}
        # Until when an agent is not asked about a contact.
        self.not_asked: dict[tuple[int, int], float] = {}
        for queue in QUEUES:
            self.tell(QueueChanged(0, queue))
        for number, skills in ((1, {"streets": 4}), (2, {"streets": 2, "water": 3})):
            self.tell(AgentChanged(0, agent(number, capacity=CAPACITY, **skills)))
            self.tell(AgentReady(0, number))

    def tell(self, event):
        """Tell the router; whoever is offered a call takes it."""
        for command in self.router.handle(event):
            if isinstance(command, Offer):
                self.waiting.pop(command.contact, None)
                self.passes_nobody(command)
                self.in_hand[command.agent] = command.contact
                self.tell(OfferAccepted(self.at, command.offer))

    def passes_nobody(self, offer):
        first = self.came[offer.contact]
        for other in (self.came[number] for number, at in self.waiting.items() if at <= offer.at):
            if self.not_asked.get((other.id, offer.agent), -1) >= offer.at:
                continue
            kind = (first.queue, first.goal_seconds, first.priority, first.is_vulnerable)
            is_equal = kind == (
                other.queue, other.goal_seconds, other.priority, other.is_vulnerable,
            )  # fmt: skip
            is_earlier = (other.arrived_at, other.id) < (first.arrived_at, first.id)
            assert not (is_equal and is_earlier), "an inversion among equals"
            if first.queue == other.queue or offer.agent == 2:
                assert first.arrived_at - other.arrived_at <= NEVER_PASSED_BY, "starved"

    def comes(self, queue, goal, priority, is_vulnerable):
        number = len(self.came) + 1
        row = Contact(number, queue, self.at, goal, priority, is_vulnerable=is_vulnerable)
        self.came[number] = row
        self.waits(row)

    def waits(self, row):
        self.waiting[row.id] = self.at
        self.tell(ContactWaits(self.at, row))

    def ends(self, *, is_in_vain=False):
        """Let the call that was longest in hand end; a callback in vain waits in its place."""
        if self.in_hand:
            who = next(iter(self.in_hand))
            row = self.came[self.in_hand.pop(who)]
            if is_in_vain:
                self.not_asked[row.id, who] = self.at + 60
                self.waits(row)
            else:
                self.tell(WorkEnded(self.at, who, row.id))


@settings(max_examples=200, deadline=None, phases=PHASES)
@given(st.lists(st.tuples(st.sampled_from([0.0, 1.0, 9.0, 45.0]), HAPPENS), max_size=60))
def test_whatever_comes_no_equal_is_passed_and_nobody_is_starved(history):
    busy = Busy()
    for seconds, happens in history:
        busy.at += seconds
        if isinstance(happens, str):
            busy.ends(is_in_vain=happens == "in vain")
        else:
            busy.comes(*happens)
    for _ in history:
        # By now everybody may be asked about everything again.
        busy.at += 61
        busy.tell(Tick(busy.at))
        busy.ends()
        busy.ends()
    assert not busy.waiting
