"""Somebody is always faster: what the router is told then, and that nothing is lost by it."""

from random import Random
from typing import Any

import pytest
from django.db import connection

from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher
from gensvar.operations.routing.models import LIVE, Offer, Waiting
from gensvar.operations.routing.tests.conftest import SECOND


def believed(floor):
    """Return who has what as the router has it."""
    turns = floor.dispatcher.router.moves.turns.values()
    return {turn.id: (turn.seat.id if turn.seat else None, turn.is_in_hand) for turn in turns}


def standing(floor):
    """Return who has what as the database has it."""
    found = dict.fromkeys(Waiting.objects.now().values_list("contact_id", flat=True), (None, False))
    live = Offer.objects.live().values_list("contact_id", "agent_id", "state")
    return found | {contact: (agent, state != "offered") for contact, agent, state in live}


def test_accepted_and_done_between_two_looks(floor, adas_call, ada):
    floor.accepted(ada)
    actions.end_conversation(adas_call, by=ada, at=floor.at)
    actions.finish(adas_call, by=ada, at=floor.at)
    floor.comes()

    floor.turn(after=1)

    assert floor.offered(ada) != adas_call
    assert floor.dispatcher.rebuilds == 0


def test_accepted_and_handed_on_between_two_looks(floor, adas_call, ada, bo):
    floor.seat(bo)
    floor.accepted(ada)
    actions.hand_on(adas_call, to=floor.phone, by=ada, at=floor.at)

    floor.turn(after=1)

    assert floor.offered(bo).contact == adas_call.contact
    assert floor.dispatcher.rebuilds == 0


def test_accepted_and_gone_to_lunch_between_two_looks_is_still_in_hand(floor, adas_call, ada):
    floor.accepted(ada)
    actions.go_away(ada, reason="lunch", at=floor.at)

    floor.turn(after=1)

    assert standing(floor) == believed(floor) == {adas_call.contact_id: (ada.pk, True)}
    assert floor.dispatcher.rebuilds == 0


def test_an_offer_that_the_database_refuses_is_told_back(floor, ada, bo, monkeypatch):
    """Ada goes away after she was looked at, and before her offer is written."""
    from gensvar.operations.routing.actions import dispatching

    floor.seat(bo)
    floor.turn(after=5)
    floor.seat(ada, level=4)
    floor.turn(after=5)
    contact = floor.comes()
    make = dispatching.make_offers
    asked: list[list[int]] = []

    def too_late(offers, **others):
        if not asked:
            actions.go_away(ada, reason="lunch", at=floor.at)
        asked.append([offer.agent for offer in offers])
        return make(offers, **others)

    monkeypatch.setattr(dispatching, "make_offers", too_late)
    floor.turn(after=1)

    assert asked[:2] == [[ada.pk], [bo.pk]]
    assert Offer.objects.get().contact == contact
    floor.turn()
    assert standing(floor) == believed(floor) == {contact.pk: (bo.pk, False)}


def test_an_offer_accepted_while_it_is_taken_back_makes_the_router_anew(
    floor, adas_call, ada, monkeypatch
):
    from gensvar.operations.routing.actions import dispatching

    def taken(gone, **others):
        monkeypatch.undo()
        return {one.offer for one in gone}

    monkeypatch.setattr(dispatching, "withdraw", taken)
    floor.assess(ada, level=0)

    floor.turn(after=1)

    assert floor.dispatcher.rebuilds == 1
    assert believed(floor) == standing(floor) == {adas_call.contact_id: (None, False)}


@pytest.mark.parametrize("meanwhile", ["away", "left", "lost"])
def test_a_new_leader_takes_back_what_nobody_can_answer_any_more(floor, adas_call, ada, meanwhile):
    """What happened while nobody led, or in the very moment in which the offer was written."""
    match meanwhile:
        case "away":
            actions.go_away(ada, reason="lunch", at=floor.at)
        case "left":
            Waiting.objects.now().update(left_at=floor.at, outcome="abandoned")
        case "lost":
            floor.assess(ada, level=0)

    floor.dispatcher = Dispatcher(at=floor.at)

    adas_call.refresh_from_db()
    assert adas_call.state == "withdrawn"
    assert believed(floor) == standing(floor)


def test_who_left_in_the_moment_of_the_offer_is_offered_to_nobody(floor, adas_call):
    Waiting.objects.now().update(left_at=floor.at, outcome="abandoned")

    floor.turn()

    adas_call.refresh_from_db()
    assert (adas_call.state, adas_call.ended_because) == ("withdrawn", "left")
    assert believed(floor) == standing(floor) == {}


def test_a_new_leader_knows_what_the_old_one_knew(floor, ada, bo):
    floor.seat(ada)
    floor.seat(bo, level=2)
    floor.turn()
    for _ in range(4):
        floor.comes()
        floor.at += SECOND
    floor.turn(after=1)
    floor.accepted(ada)
    actions.decline(floor.offered(bo), by=bo, at=floor.at)
    floor.turn()
    before = believed(floor), floor.dispatcher.router.snapshot()

    floor.dispatcher = Dispatcher(at=floor.at)

    after = believed(floor), floor.dispatcher.router.snapshot()
    assert after[0] == before[0] == standing(floor)
    assert set(after[1].declined) == set(before[1].declined)
    assert len(before[1].declined) == 1
    assert after[1].next_offer == before[1].next_offer


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_router_and_database_agree_and_nobody_is_lost(floor, cia, noon, seed):
    """Agents do what they like, mostly too late; now and then the leader is replaced."""
    random = Random(seed)
    agents = []
    for number in range(5):
        agent = Agent.objects.create_user(
            f"a{number}@exempelby.example", name=f"A{number}", created_at=noon
        )
        RoleGrant.objects.create(agent=agent, role="agent", client=floor.client, since=noon)
        floor.seat(agent, level=random.randint(1, 4))
        agents.append(agent)
    came = 0
    for _ in range(120):
        for _ in range(random.randint(0, 3)):
            came += _something(floor, random, agents)
        if random.random() < 0.7:
            floor.turn(after=random.choice([0.02, 1, 5, 20]), seen=random.random() < 0.95)
            assert believed(floor) == standing(floor)
        if random.random() < 0.05:
            floor.dispatcher = Dispatcher(at=floor.at)
    floor.turn(after=1)

    assert believed(floor) == standing(floor)
    assert Contact.objects.count() == came
    for contact in Contact.objects.all():
        waits, live = contact.waits.now().count(), contact.offers.filter(state__in=LIVE).count()
        last = contact.waits.latest("pk")
        assert waits <= 1
        assert waits + live >= 1 or last.left_at is not None
    answered = Waiting.objects.filter(outcome="answered").count()
    accepted = Offer.objects.filter(accepted_at__isnull=False).count()
    assert answered == accepted > 0


def _something(floor, random, agents):
    """Let one thing happen; return how many contacts came by it."""
    agent, kind = random.choice(agents), random.randint(0, 9)
    try:
        if kind < 3:
            floor.comes(random.choice([floor.phone, floor.mail]))
            return 1
        if kind < 7:
            _with_an_offer(floor, random)
        elif kind == 7:
            for waiting in Waiting.objects.now().order_by("-pk")[:1]:
                actions.leave(waiting.contact, outcome="abandoned", at=floor.at)
        elif kind == 8:
            actions.go_away(agent, reason="break", at=floor.at)
        else:
            floor.ready(agent)
    except Refused:
        assert not connection.needs_rollback
    return 0


def _with_an_offer(floor, random):
    """Let the agent of an offer, open or long over, do something with it."""
    acts: list[Any] = [actions.accept] * 2 + [actions.end_conversation, actions.finish]
    acts += [actions.decline, lambda offer, **by: actions.hand_on(offer, to=offer.queue, **by)]
    offers = list(Offer.objects.order_by("-pk")[:8])
    if offers:
        offer = random.choice(offers)
        random.choice(acts)(offer, by=offer.agent, at=floor.at)
