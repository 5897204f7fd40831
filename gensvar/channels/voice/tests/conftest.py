"""A town with a telephone: a number, a queue, agents with phones, the dispatcher and a clock."""

from datetime import time, timedelta

import pytest

from conftest import NOON
from gensvar.channels.voice.actions import advancing, beginning, setting
from gensvar.channels.voice.models import Call, Leg
from gensvar.channels.voice.queries import due
from gensvar.channels.voice.rules.legs import Heard
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import OpeningHours
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher

NUMBER = "0910-70 00 00"
EVAS = "070-111 11 11"
BRIDGE = "gensvar-test"


class Telephone:
    """What a bridge does, without one: events go in, orders come out and are remembered."""

    def __init__(self, client, *, lead, at):
        self.client, self.lead, self.at = client, lead, at
        self.orders = []
        self.ready = []
        self.skill = routing.add_skill(client, name="Telefon")
        wish = routing.QueueWish(
            name="Kundtjänst",
            channel="phone",
            goal_seconds=60,
            steps=[routing.StepWish(0, self.skill)],
            hours_of="phone",
            offer_seconds=15,
            wrap_up_seconds=60,
        )
        self.queue = routing.set_queue(client, wish, by=lead, at=at)
        for weekday in range(5):
            OpeningHours.objects.create(
                client=client, channel="phone", weekday=weekday, opens=time(8), closes=time(17)
            )
        self.number = setting.set_number(client, number=NUMBER, queue=self.queue, by=lead, at=at)
        self.dispatcher = Dispatcher(at=at)
        self.calls = 0

    def seat(self, agent, *, has_phone=True):
        routing.give_seat(
            agent, client=self.client, capacity={"phone": 1}, by=self.lead, at=self.at
        )
        routing.assess(agent, skill=self.skill, level=3, until=None, by=self.lead, at=self.at)
        routing.be_ready(agent, screen=agent.name, at=self.at)
        self.ready.append(agent)
        if has_phone:
            address = f"PJSIP/{agent.email.partition('@')[0]}"
            setting.give_phone(agent, client=self.client, address=address, by=None, at=self.at)

    def rings(self, *, to=NUMBER, party=EVAS):
        """Somebody calls."""
        self.calls += 1
        leg = f"trunk-{self.calls}"
        self.orders = beginning.begin(
            leg, to=to, party=party, bridge=BRIDGE, engine_run="1", at=self.at
        )
        return Call.objects.get(legs=leg)

    def passes(self, seconds):
        """Let time pass, in which the dispatcher has its turn and the calls follow."""
        self.at += timedelta(seconds=seconds)
        for agent in self.ready:
            routing.note_seen(agent, screen=agent.name, at=self.at)
        self.dispatcher.turn(at=self.at)
        self.orders = []
        for call, event in due(BRIDGE):
            self.orders += advancing.advance(call, event, at=self.at)
        return [order.command.value for order in self.orders]

    def hears(self, leg, heard=Heard.UP, **known):
        name = leg.name if isinstance(leg, Leg) else leg
        self.orders = advancing.hear(name, heard, at=self.at, **known)
        return [order.command.value for order in self.orders]

    def is_told(self):
        return [order.command.value for order in self.orders]

    def leg(self, call, role):
        return call.legs.filter(role=role).order_by("began_at", "name").last()

    def talking(self, agent):
        """A call that an agent has answered on the phone."""
        call = self.rings()
        self.passes(1)
        self.hears(self.leg(call, "agent"))
        call.refresh_from_db()
        assert call.state == "talking"
        return call


@pytest.fixture
def telephone(exempelby, cia):
    return Telephone(exempelby, lead=cia, at=NOON)


def open_at_all_hours(client: Client) -> None:
    """Let a customer have asked to be called whatever time it is: pages read the clock."""
    OpeningHours.objects.all().delete()
    for weekday in range(7):
        OpeningHours.objects.create(
            client=client, channel="phone", weekday=weekday, opens="00:00", closes="23:59:59"
        )
