"""The cast and a small centre to try single rules on: phone calls about childcare and streets."""

from gensvar.science.routing.commands import Offer
from gensvar.science.routing.events import (
    AgentChanged,
    AgentReady,
    ContactWaits,
    OfferAccepted,
    QueueChanged,
)
from gensvar.science.routing.rows import Agent, Contact, Queue, Skill, Step
from gensvar.science.routing.tests.reference import scanning

ADA, BO, CIA = 1, 2, 3
CHILDCARE, STREETS, MAIL, CHAT = 1, 2, 3, 4
QUEUES = (
    Queue(CHILDCARE, 1, "phone", (Step(0, "childcare"),)),
    Queue(STREETS, 1, "phone", (Step(0, "streets"),)),
    Queue(MAIL, 1, "mail", (Step(0, "streets"),)),
    Queue(CHAT, 1, "chat", (Step(0, "streets"),)),
)
CAPACITY = {"phone": 1, "chat": 3, "mail": 1}


def agent(number, *, languages=("sv",), clients=(1,), capacity=CAPACITY, **levels) -> Agent:
    """Return an agent with a level in each named skill, or a level and when it ends."""
    skills = [
        Skill(name, *(level if isinstance(level, tuple) else (level,)))
        for name, level in levels.items()
    ]
    return Agent(number, tuple(skills), frozenset(languages), frozenset(clients), capacity)


class Centre:
    """A router, checked at each choice against a look at everybody, and what it commanded."""

    def __init__(self, *agents, queues=QUEUES, policy=None):
        self.router = scanning(policy)
        self.told = []
        for queue in queues:
            self.tell(QueueChanged(0, queue))
        for one in agents:
            self.tell(AgentChanged(0, one))

    def tell(self, event):
        commands = self.router.handle(event)
        self.told += commands
        return commands

    def ready(self, *agents, at=0.0):
        return [one for agent in agents for one in self.tell(AgentReady(at, agent))]

    def comes(self, number, queue, *, at, goal_seconds=30.0, arrived_at=None, **more):
        arrived_at = at if arrived_at is None else arrived_at
        row = Contact(number, queue, arrived_at, goal_seconds, **more)
        return self.tell(ContactWaits(at, row))

    def taken(self, number, queue, *, at, **more):
        """Let a contact come, be offered and be accepted."""
        offer = only(Offer, self.comes(number, queue, at=at, **more))
        self.tell(OfferAccepted(at, offer.offer))
        return offer


def only(kind, commands):
    [found] = [command for command in commands if isinstance(command, kind)]
    return found


def offers(commands):
    """Return who was offered what: contact and agent."""
    return [(one.contact, one.agent) for one in commands if isinstance(one, Offer)]
