"""Queues, seats and skills of the town, so that what is written there is offered to somebody."""

from collections.abc import Mapping
from datetime import datetime

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Skill

DAY = 24 * 3600
# What each queue is about; the one without subjects takes the rest.
WRITTEN = ("mail", "web", "sms")
ALL_ROUND = "Kundtjänst"
# A queue of its own for what not everybody may answer.
OF_ITS_OWN = ("Bygglov", ("Bygglov",))
ROOM = {"phone": 1, "chat": 2, "mail": 2, "web": 2, "sms": 2}
# How well somebody knows the town's questions, and building permits.
LEVELS = {
    "ada": (4, 3),
    "bo": (3, 0),
    "disa": (3, 2),
    "emil": (2, 0),
    "frida": (2, 4),
    "goran": (1, 0),
    "cia": (4, 2),
}


def seat_the_town(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Give the front desk queues, skills and seats; nobody is ready until they say so."""
    client = clients["exempelby"]
    lead = Agent.objects.get(email="cia@exempelby.example")
    everything = actions.add_skill(client, name=ALL_ROUND)
    permits = actions.add_skill(client, name=OF_ITS_OWN[0])
    for channel in WRITTEN:
        _queue(client, "Allmänna frågor", channel, everything, lead, at=at)
    subjects = list(Subject.objects.filter(client=client, name__in=OF_ITS_OWN[1]))
    for channel in WRITTEN:
        _queue(client, OF_ITS_OWN[0], channel, permits, lead, at=at, subjects=subjects)
    for name, levels in LEVELS.items():
        agent = Agent.objects.get(email=f"{name}@exempelby.example")
        actions.give_seat(agent, client=client, capacity=ROOM, by=lead, at=at)
        for skill, level in zip((everything, permits), levels, strict=True):
            actions.assess(agent, skill=skill, level=level, by=lead, at=at)
    actions.add_away_reason(client, name="Receptionen", counts_as_work=True, by=lead, at=at)


def _queue(
    client: Client,
    name: str,
    channel: str,
    skill: Skill,
    lead: Agent,
    *,
    at: datetime,
    subjects: list[Subject] | None = None,
) -> None:
    wish = actions.QueueWish(
        name=name,
        channel=channel,
        goal_seconds=DAY,
        steps=[actions.StepWish(0, skill)],
        offer_seconds=45,
        wrap_up_seconds=0,
        subjects=subjects or [],
    )
    actions.set_queue(client, wish, by=lead, at=at)
