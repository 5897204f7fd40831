"""Queues, seats and skills of the town, so that what is written there is offered to somebody."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.conditions import resting
from gensvar.operations.contacts.models import Contact, Direction
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Skill
from gensvar.operations.routing.rules.presence import Reason

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
    _take_in_hand("ada", at=at)
    _have_a_heated_contact("bo", at=at)
    _have_worked_long("disa", at=at)


def _take_in_hand(name: str, *, at: datetime) -> None:
    """Let somebody be at work already: two of their cases are in hand."""
    agent = Agent.objects.get(email=f"{name}@exempelby.example")
    own = Case.objects.filter(agent=agent, state=State.WAITING_FOR_US, access=None).filter(
        ~resting()
    )
    for place, case in enumerate(own.order_by("-state_since", "pk")[:2], start=1):
        actions.take_in_hand(case.pk, by=agent, at=at - place * timedelta(minutes=9))


def _have_a_heated_contact(name: str, *, at: datetime) -> None:
    """Let whoever leads hear of something when they sign in."""
    agent = Agent.objects.get(email=f"{name}@exempelby.example")
    newest = Contact.objects.filter(agent=agent, direction=Direction.IN).order_by("-started_at")
    contact = newest.first()
    if contact is not None:
        heated = actions.mark_heated(contact, by=agent, at=at - timedelta(minutes=40))
        actions.answer_pause(heated, by=agent, is_pausing=False, at=at - timedelta(minutes=39))


def _have_worked_long(name: str, *, at: datetime) -> None:
    """Let whoever leads see that somebody had no break for over five hours, and went home."""
    agent = Agent.objects.get(email=f"{name}@exempelby.example")
    found_at = at - timedelta(minutes=15)
    actions.be_ready(agent, screen="demo", at=found_at - timedelta(hours=5, minutes=20))
    actions.note_seen(agent, screen="demo", at=found_at)
    actions.find_strain(at=found_at)
    actions.go_away(agent, reason=Reason.SIGNED_OUT, at=found_at)


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
        # Who writes in Arabic is left to whoever reads it until the next morning's first hours.
        language_seconds=4 * 3600,
        offer_seconds=45,
        wrap_up_seconds=0,
        subjects=subjects or [],
    )
    actions.set_queue(client, wish, by=lead, at=at)
