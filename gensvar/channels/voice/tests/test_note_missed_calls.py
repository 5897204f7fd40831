from datetime import timedelta

import pytest

from gensvar.channels.voice.actions import beginning, steering
from gensvar.channels.voice.models import Call, Leg
from gensvar.channels.voice.queries import path_of
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import EVAS, NUMBER
from gensvar.operations.contacts.models import Contact

pytestmark = pytest.mark.django_db


def missed(telephone, leg="trunk-1", *, to=NUMBER, is_answered=False):
    return beginning.miss(
        leg,
        to=to,
        party=EVAS,
        began_at=telephone.at,
        ended_at=telephone.at + timedelta(seconds=9),
        is_answered=is_answered,
    )


def test_a_call_that_no_bridge_took_stands_in_the_record_as_lost(telephone):
    call = missed(telephone)

    assert (call.party, call.number) == ("+46701111111", telephone.number)
    call.refresh_from_db()
    assert (call.state, call.outcome) == ("ended", "lost")
    assert call.ended_at - call.began_at == timedelta(seconds=9)
    assert [(stop.state, stop.seconds) for stop in path_of(call.contact)] == [
        ("offered", 9.0),
        ("ended", 0.0),
    ]
    assert not call.legs.exclude(state="gone").exists()
    call.contact.refresh_from_db()
    assert call.contact.ended_at is not None


def test_one_that_somebody_answered_in_our_place_was_sent_elsewhere(telephone):
    call = missed(telephone, is_answered=True)

    call.refresh_from_db()
    assert call.outcome == "overflow"


def test_a_missed_call_that_is_told_of_twice_is_one(telephone):
    missed(telephone)

    assert missed(telephone) is None
    assert Contact.objects.count() == 1


def test_a_call_that_was_taken_after_all_is_not_missed(telephone):
    call = telephone.rings()

    assert missed(telephone, call.legs.get().name) is None
    call.refresh_from_db()
    assert call.ended_at is None


def test_a_missed_call_to_nowhere_is_refused(telephone):
    with pytest.raises(beginning.UnknownNumber):
        missed(telephone, to="0910-99 99 99")

    assert not Call.objects.exists()


def test_legs_of_calls_that_are_over_are_let_go_of_once_more(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    agent = telephone.leg(call, "agent")
    assert agent.state == "released"

    orders = steering.let_go_of_strays(known={agent.name: True}, at=telephone.at)
    assert [order.command.value for order in orders] == ["release-agent"]
    assert steering.let_go_of_strays(known={}, at=telephone.at) == []
    assert not Leg.objects.exclude(state="gone").exists()
