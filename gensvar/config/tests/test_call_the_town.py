"""The demo's callers and colleagues, played faster than the clock."""

from datetime import timedelta

import pytest

from gensvar.config.demo import callers, words
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.operations.cases.models import Case
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher
from gensvar.operations.routing.models import Offer, OfferState, Outcome, Waiting

TURN = timedelta(seconds=2)
TURNS = 600


@pytest.fixture
def town(exempelby, cia, noon):
    Agent.objects.create_user("petra@exempelby.example", name="Petra Sund", created_at=noon)
    for name in callers.COLLEAGUES:
        agent = Agent.objects.create_user(
            f"{name}@exempelby.example", name=name.title(), created_at=noon
        )
        RoleGrant.objects.create(agent=agent, role="agent", client=exempelby, since=noon)
    area = ServiceArea.objects.create(client=exempelby, name="Allt")
    for name in words.TITLES:
        Subject.objects.create(client=exempelby, area=area, name=name)
    callers.join_switchboard(exempelby, at=noon)


def played(*, at, turns=TURNS, seed=4):
    """Play twenty minutes; return when they end."""
    switchboard = callers.Switchboard(contacts_per_minute=100, seed=seed, at=at)
    dispatcher = Dispatcher(at=at)
    for _ in range(turns):
        at += TURN
        switchboard.turn(at=at)
        dispatcher.turn(at=at)
        live = Offer.objects.live().values_list("agent_id", flat=True)
        assert len(live) == len(set(live)) <= len(callers.COLLEAGUES)
    return at


@pytest.mark.django_db
def test_callers_are_answered_or_give_up_and_every_answered_call_is_a_case(town, noon):
    at = played(at=noon)

    came = list(Waiting.objects.values_list("outcome", flat=True))
    assert len(came) > 20
    assert {Outcome.ANSWERED, Outcome.ABANDONED} <= set(came) <= {*Outcome.values, ""}
    done = Offer.objects.filter(state__in=[OfferState.WRAP_UP, OfferState.DONE])
    cases = Case.objects.filter(contacts__in=done.values("contact"))
    assert cases.count() == done.count() > 10
    assert not cases.exclude(state="closed").exists()
    assert all(case.opened_at <= at for case in cases)


@pytest.mark.django_db
def test_a_town_started_anew_hangs_up_on_whoever_was_on_the_line(town, noon):
    at = played(at=noon, turns=150)
    talking = set(Offer.objects.live().values_list("contact_id", flat=True))
    assert talking

    played(at=at, turns=40, seed=5)

    ended = Offer.objects.filter(contact__in=talking)
    assert {offer.state for offer in ended} <= {OfferState.DONE, OfferState.WITHDRAWN}
