"""Whoever the telephone system lost is called back, in the place from when they called."""

from datetime import timedelta

import pytest

from gensvar.channels.voice.actions import advancing, beginning, steering
from gensvar.channels.voice.actions.regaining import NoBridge, NotLost, call_back_lost
from gensvar.channels.voice.calling_back import callbacks_waiting, calls_lost, kept_in
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import BRIDGE, NUMBER
from gensvar.operations.contacts.calling import NotAtThisHour, WantsNoCalls, block_calls
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer


@pytest.fixture(autouse=True)
def bridge(telephone):
    steering.beat(BRIDGE, engine="simulated", at=telephone.at)


def loses(telephone, **known):
    """Somebody waits when Asterisk dies; a minute passes."""
    call = telephone.rings(**known)
    advancing.advance(call.pk, Event.LOST, at=telephone.at)
    telephone.at += timedelta(seconds=60)
    steering.beat(BRIDGE, engine="simulated", at=telephone.at)
    call.refresh_from_db()
    return call


def lost(telephone):
    return list(calls_lost([telephone.client.pk], at=telephone.at))


def test_who_was_cut_off_is_a_candidate_in_the_queue_or_in_a_talk(telephone, ada):
    waiting = loses(telephone)
    telephone.seat(ada)
    talking = telephone.rings(party="070-222 22 22")
    telephone.passes(1)
    telephone.hears(telephone.leg(talking, "agent"))
    advancing.advance(talking.pk, Event.LOST, at=telephone.at)
    missed = beginning.miss(
        "trunk-9",
        to=NUMBER,
        party="070-333 33 33",
        began_at=telephone.at,
        ended_at=telephone.at,
        is_answered=False,
    )

    assert lost(telephone) == [waiting, talking, missed]
    telephone.at += timedelta(days=1)
    assert waiting not in lost(telephone)


def test_who_gave_up_hides_or_is_protected_is_none(telephone, eva):
    gave_up = telephone.rings(party="070-222 22 22")
    telephone.hears(telephone.leg(gave_up, "caller"), Heard.GONE)
    loses(telephone, party="anonymous")
    eva.protected = True
    eva.save(update_fields=["protected"])
    loses(telephone)

    assert lost(telephone) == []


def test_whoever_calls_again_is_a_candidate_no_more_and_of_two_lost_calls_the_newer_is(telephone):
    loses(telephone)
    newer = loses(telephone)
    assert lost(telephone) == [newer]

    telephone.rings()

    assert lost(telephone) == []


def test_they_are_called_back_in_the_place_they_had_and_a_case_is_begun(telephone, ada):
    cut_off = loses(telephone)
    later = telephone.rings(party="070-222 22 22")
    telephone.at += timedelta(seconds=1)
    steering.beat(BRIDGE, engine="simulated", at=telephone.at)

    call = call_back_lost(cut_off, by=ada, at=telephone.at)

    rows = callbacks_waiting([telephone.client.pk], at=telephone.at)
    assert [(one.call, one.place) for one in rows] == [(call, 1)]
    assert rows[0].arrived_at == cut_off.began_at < later.began_at
    assert lost(telephone) == []
    with pytest.raises(NotLost):
        call_back_lost(cut_off, by=ada, at=telephone.at)
    telephone.seat(ada)
    telephone.passes(1)
    routing.accept(Offer.objects.live().get(contact=call.contact_id), by=ada, at=telephone.at)
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"))
    (dial,) = telephone.orders
    assert dial.address == "+46701111111"
    telephone.hears(telephone.leg(call, "caller"))
    call.refresh_from_db()
    assert call.state == "talking"
    assert call.contact.cases.get().agent == ada
    kept = kept_in(
        [telephone.client.pk], since=telephone.at - timedelta(days=1), until=telephone.at
    )
    assert (kept.promised, kept.same_day, kept.inversions) == (1, 1, 0)
    assert kept.seconds_to_try is not None


def test_nobody_is_called_at_night_or_who_wants_no_calls_or_without_a_telephone(telephone, ada):
    cut_off = loses(telephone)
    night = telephone.at.replace(hour=21)
    with pytest.raises(NotAtThisHour):
        call_back_lost(cut_off, by=ada, at=night)
    with pytest.raises(NoBridge):
        call_back_lost(cut_off, by=ada, at=telephone.at + timedelta(seconds=30))
    block_calls(telephone.client, number="+46701111111", by=ada, at=telephone.at)
    with pytest.raises(WantsNoCalls):
        call_back_lost(cut_off, by=ada, at=telephone.at)
    assert lost(telephone) == [cut_off]
