from datetime import timedelta

import pytest

from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher
from gensvar.operations.routing.models import Offer

SECOND = timedelta(seconds=1)
CAPACITY = {"phone": 1, "chat": 2, "mail": 3}


class Floor:
    """A contact centre and its clock: things happen, then the dispatcher has its turn."""

    def __init__(self, client, *, lead, at):
        self.client, self.lead, self.at = client, lead, at
        self.seated = []
        self.skill = actions.add_skill(client, name="gator")
        self.phone = self.queue("Gator", "phone", 30)
        self.mail = self.queue("Gator", "mail", 7200)
        self.dispatcher = Dispatcher(at=at)

    def queue(self, name, channel, goal, *steps, **wishes):
        wish = actions.QueueWish(
            name=name,
            channel=channel,
            goal_seconds=goal,
            steps=steps or (actions.StepWish(0, self.skill),),
            **wishes,
        )
        return actions.set_queue(self.client, wish, by=self.lead, at=self.at)

    def seat(self, agent, *, level=3, until=None, skill=None, is_ready=True):
        """Give somebody a seat and a skill, and let them be ready."""
        actions.give_seat(agent, client=self.client, capacity=CAPACITY, by=self.lead, at=self.at)
        self.assess(agent, level=level, until=until, skill=skill)
        self.seated.append(agent)
        if is_ready:
            self.ready(agent)

    def assess(self, agent, *, level=3, until=None, skill=None):
        actions.assess(
            agent,
            skill=skill or self.skill,
            level=level,
            until=until,
            by=self.lead,
            at=self.at,
        )

    def ready(self, agent):
        actions.be_ready(agent, screen=f"window of {agent.name}", at=self.at)

    def comes(self, queue=None, *, language="", **known):
        queue = queue or self.phone
        contact = register_contact(
            self.client,
            channel=queue.channel,
            direction="in",
            customer=None,
            language=language,
            at=self.at,
        )
        actions.wait(contact, queue=queue, at=self.at, **known)
        return contact

    def turn(self, *, after=0.0, seen=True):
        """Let time pass, in which everybody's browser is there, and the dispatcher look."""
        self.at += after * SECOND
        if seen:
            for agent in self.seated:
                actions.note_seen(agent, screen=f"window of {agent.name}", at=self.at)
        self.dispatcher.turn(at=self.at)

    def offered(self, agent):
        """Return the only live offer of an agent."""
        return Offer.objects.live().filter(agent=agent).get()

    def accepted(self, agent):
        return actions.accept(self.offered(agent), by=agent, at=self.at)


@pytest.fixture
def floor(exempelby, cia, noon):
    return Floor(exempelby, lead=cia, at=noon)


@pytest.fixture
def adas_call(floor, ada):
    """A call that is offered to Ada."""
    floor.seat(ada)
    floor.turn()
    floor.comes()
    floor.turn(after=1)
    return floor.offered(ada)
