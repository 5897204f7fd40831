"""Whatever happens in whatever order: what must always be so."""

from collections import Counter
from dataclasses import replace
from unittest.mock import patch

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from gensvar.science.routing import state
from gensvar.science.routing.commands import Offer, Reason, Requeue, Withdraw
from gensvar.science.routing.events import (
    AgentAway,
    AgentBusy,
    AgentChanged,
    AgentReady,
    ContactChanged,
    ContactLeft,
    ContactWaits,
    OfferAccepted,
    OfferDeclined,
    OfferTimedOut,
    QueueChanged,
    QueueClosed,
    QueueOpened,
    Tick,
    WorkEnded,
)
from gensvar.science.routing.router import Router
from gensvar.science.routing.rows import Agent, Contact, Presence, Queue, Skill, Step
from gensvar.science.routing.tests.reference import checked, scanning

SKILLS, LANGUAGES = ("childcare", "streets"), ("sv", "ar")
CHANNELS = {"phone": 1, "chat": 2, "mail": 2}
QUEUES = (
    Queue(1, 1, "phone", (Step(0, "childcare", 3), Step(20, "childcare"), Step(40, "streets"))),
    Queue(2, 1, "phone", (Step(0, "streets"),), vulnerable_seconds=90, last_agent_seconds=15),
    Queue(3, 2, "chat", (Step(0, "streets", 2), Step(30, "streets", 1, any_language=True))),
    Queue(4, 1, "mail", (Step(0, "childcare"),), last_agent_seconds=30, language_seconds=45),
)
# What each of them may become, and again: asked of fewer, or of others.
OTHERWISE = (
    Queue(1, 1, "phone", (Step(0, "childcare"), Step(30, "streets", 2))),
    Queue(2, 1, "phone", (Step(0, "streets", 2), Step(20, "childcare")), language_seconds=10),
    Queue(3, 2, "chat", (Step(0, "streets"),), vulnerable_seconds=30, last_agent_seconds=20),
    Queue(4, 1, "mail", (Step(0, "childcare", 3), Step(10, "childcare"))),
)
ids = st.integers(1, 4)
skills = st.lists(
    st.builds(
        Skill,
        st.sampled_from(SKILLS),
        st.integers(0, 4),
        st.sampled_from([float("inf"), 50.0, 100.0]),
    ),
    unique_by=lambda skill: skill.name,
).map(tuple)
agents = st.builds(
    Agent,
    ids,
    skills,
    st.frozensets(st.sampled_from(LANGUAGES), min_size=1),
    st.frozensets(st.integers(1, 2), min_size=1),
    st.dictionaries(st.sampled_from(sorted(CHANNELS)), st.integers(0, 3)),
)
contacts = st.builds(
    Contact,
    st.just(0),
    st.integers(1, 4),
    st.just(0.0),
    st.sampled_from([5.0, 20.0, 60.0]),
    st.integers(0, 2),
    st.sampled_from(["", *LANGUAGES]),
    st.booleans(),
    st.none() | ids,
)


# Making a failing story shorter takes minutes: the one found is printed as it is.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


class Told(RuleBasedStateMachine):
    """A router and a model of its own: who waits, is offered or in hand, made of the commands."""

    def __init__(self):
        super().__init__()
        # Heaps and lists are tidied at every turn, as they are when thousands came and went.
        self.small = patch.object(state, "SMALL", 1)
        self.small.start()
        self.router = scanning()
        self.was_taken_over = False
        self.now = 0.0
        self.events, self.commands = [], []
        self.waiting, self.offered, self.in_hand = set(), {}, {}
        self.rows, self.agents = {}, {}

    def tell(self, event):
        self.events.append(event)
        for command in self.router.handle(event):
            self.commands.append(command)
            self.note(command)

    def note(self, command):
        match command:
            case Offer():
                assert command.contact in self.waiting, "offered twice at once, or not waiting"
                self.waiting.remove(command.contact)
                self.offered[command.offer] = command.contact, command.agent
                channel = self.channel(command.contact)
                assert (
                    self.held(command.agent, channel)
                    <= self.agents[command.agent].capacity[channel]
                )
            case Withdraw() if command.reason is not Reason.TOO_LATE:
                assert self.offered[command.offer] == (command.contact, command.agent)
                if command.reason is Reason.LEFT:
                    del self.offered[command.offer]
            case Requeue():
                found = [key for key, held in self.offered.items() if held[0] == command.contact]
                assert len(found) == 1
                del self.offered[found[0]]
                self.waiting.add(command.contact)

    def channel(self, contact):
        return QUEUES[self.rows[contact].queue - 1].channel

    def held(self, agent, channel):
        both = [*self.offered.values(), *self.in_hand.items()]
        return Counter((who, self.channel(contact)) for contact, who in both)[agent, channel]

    def told(self, commands):
        """Alarms and overflows may be told again, or not, by a router that took over."""
        kinds = (Offer, Withdraw, Requeue) if self.was_taken_over else object
        return [command for command in commands if isinstance(command, kinds)]

    def known(self):
        return self.waiting | {held[0] for held in self.offered.values()} | set(self.in_hand)


class Town(Told):
    """A small centre that is told of anything."""

    @initialize(known=st.lists(agents, min_size=2, max_size=4, unique_by=lambda agent: agent.id))
    def opens(self, known):
        for queue in QUEUES:
            self.tell(QueueChanged(0.0, queue))
        for agent in known:
            self.agents[agent.id] = agent
            self.tell(AgentChanged(0.0, agent))
            self.tell(AgentReady(0.0, agent.id))

    @rule(seconds=st.sampled_from([0.0, 1.0, 7.0, 15.0, 61.0]))
    def time_passes(self, seconds):
        self.now += seconds

    @rule()
    def wakes(self):
        if (wake := self.router.next_wake) is not None:
            self.now = max(self.now, wake)
            self.tell(Tick(self.now))

    @rule(row=contacts, early=st.sampled_from([0.0, 0.0, 30.0]), later=st.sampled_from([0.0, 25.0]))
    def somebody_comes(self, row, early, later):
        number = len(self.rows) + 1
        begins = self.now + later if later else row.not_before_at
        row = replace(row, id=number, arrived_at=self.now - early, not_before_at=begins)
        self.rows[number] = row
        self.waiting.add(number)
        self.tell(ContactWaits(self.now, row))

    @rule(data=st.data(), row=contacts)
    def something_about_a_contact_changes(self, data, row):
        if known := sorted(self.known()):
            number = data.draw(st.sampled_from(known))
            row = replace(row, id=number, arrived_at=self.rows[number].arrived_at)
            self.rows[number] = row
            self.tell(ContactChanged(self.now, row))

    @rule(data=st.data())
    def somebody_leaves(self, data):
        if self.rows:
            number = data.draw(st.sampled_from(sorted(self.rows)))
            self.waiting.discard(number)
            self.tell(ContactLeft(self.now, number))

    @rule(
        data=st.data(), answer=st.sampled_from([OfferAccepted] * 4 + [OfferDeclined, OfferTimedOut])
    )
    def an_offer_is_answered(self, data, answer):
        if self.offered:
            number = data.draw(st.sampled_from(sorted(self.offered)))
            if answer is OfferAccepted:
                contact, agent = self.offered.pop(number)
                self.in_hand[contact] = agent
            self.tell(answer(self.now, number))

    @rule(data=st.data())
    def work_ends(self, data):
        if self.in_hand:
            contact = data.draw(st.sampled_from(sorted(self.in_hand)))
            self.tell(WorkEnded(self.now, self.in_hand.pop(contact), contact))

    @rule(data=st.data())
    def a_contact_is_handed_on(self, data):
        if self.in_hand:
            contact = data.draw(st.sampled_from(sorted(self.in_hand)))
            del self.in_hand[contact]
            self.waiting.add(contact)
            self.tell(ContactWaits(self.now, self.rows[contact]))

    @rule(data=st.data(), becomes=st.sampled_from([AgentReady] * 3 + [AgentBusy, AgentAway]))
    def an_agent_becomes(self, data, becomes):
        agent = data.draw(st.sampled_from(sorted(self.agents)))
        self.tell(becomes(self.now, agent))

    @rule(agent=agents)
    def an_agent_learns_or_forgets(self, agent):
        self.agents[agent.id] = agent
        self.tell(AgentChanged(self.now, agent))

    @rule(queue=st.integers(1, 4), happens=st.sampled_from([QueueOpened, QueueOpened, QueueClosed]))
    def a_queue_opens_or_closes(self, queue, happens):
        self.tell(happens(self.now, queue))

    @rule(queue=st.sampled_from(QUEUES + OTHERWISE))
    def a_queue_changes(self, queue):
        self.tell(QueueChanged(self.now, queue))

    @rule()
    def another_router_takes_over(self):
        """What it knows is enough to go on; it would else be told at once by what it offers."""
        self.was_taken_over = True
        there = checked(Router.rebuilt(self.router.snapshot()))
        assert there.moves.commands == []
        assert there.snapshot() == self.router.snapshot()
        self.router = there

    @invariant()
    def nobody_is_lost(self):
        turns = self.router.moves.turns
        assert set(turns) == self.known()
        assert {turn.id for turn in turns.values() if turn.seat is None} == self.waiting
        assert {n: (t.id, t.seat.id) for n, t in self.router.moves.offers.items()} == self.offered

    @invariant()
    def nobody_waits_whom_somebody_could_take(self):
        self.tell(Tick(self.now))
        moves = self.router.moves
        for turn in moves.turns.values():
            if turn.seat is None:
                assert moves.board.nobody_could_take(turn, moves.now)

    @invariant()
    def who_is_not_ready_is_offered_nothing(self):
        seats = self.router.moves.board.seats
        for _, agent in self.offered.values():
            assert seats[agent].presence is Presence.READY

    def teardown(self):
        """The same events give the same commands, from the first to the last."""
        self.small.stop()
        again = Router()
        commands = [one for event in self.events for one in again.handle(event)]
        assert self.told(commands) == self.told(self.commands)


Town.TestCase.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, phases=PHASES
)
TestTown = Town.TestCase
