"""Callbacks: in which place each is, whether anybody overtook them, and when one is not needed."""

from collections import Counter
from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.channels.voice.actions.pressing import press
from gensvar.channels.voice.actions.settling import NoCallback, settle_callback
from gensvar.channels.voice.calling_back import callbacks_waiting, kept_in
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.rules.legs import Heard
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer, OfferState

DAY = timedelta(days=1)


def wants_callback(telephone, number):
    telephone.number.callback_after_seconds = 0
    telephone.number.save()
    call = telephone.rings(party=f"+4670174{number:04d}")
    leg = f"trunk-{telephone.calls}"
    press(leg, "1", at=telephone.at)
    press(leg, "1", at=telephone.at)
    telephone.hears(leg, Heard.GONE)
    call.refresh_from_db()
    assert call.state == "callback"
    return call


def kept(telephone):
    return kept_in([telephone.client.pk], since=NOON - DAY, until=NOON + DAY)


def called_back(telephone, agent, call):
    """Let an agent take the callback, and the customer answer; then both hang up."""
    routing.accept(Offer.objects.live().get(contact=call.contact_id), by=agent, at=telephone.at)
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"))
    telephone.hears(telephone.leg(call, "caller"))
    telephone.passes(60)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    telephone.hears(telephone.leg(call, "agent"), Heard.GONE)


def test_who_waits_is_told_with_place_and_tries(telephone):
    first = wants_callback(telephone, 1)
    telephone.at += timedelta(seconds=10)
    second = wants_callback(telephone, 2)

    rows = callbacks_waiting([telephone.client.pk], at=telephone.at)

    assert [(one.call, one.place, one.call.tries) for one in rows] == [
        (first, 1, 0),
        (second, 2, 0),
    ]
    assert rows[0].arrived_at < rows[1].arrived_at
    assert not rows[0].is_being_called


def test_a_callback_that_was_kept_counts_when_the_call_came(telephone, ada):
    call = wants_callback(telephone, 1)
    telephone.seat(ada)
    telephone.passes(300)
    called_back(telephone, ada, call)

    found = kept(telephone)

    assert (found.promised, found.same_day, found.unreached, found.waiting) == (1, 1, 0, 0)
    assert found.seconds_to_try == pytest.approx(301.0)
    assert found.share == 1.0


def test_whoever_came_later_and_was_answered_first_is_an_inversion(telephone, ada):
    call = wants_callback(telephone, 1)
    telephone.at += timedelta(seconds=10)
    later = telephone.rings(party="070-333 33 33")
    telephone.at += timedelta(seconds=10)
    assert kept(telephone).inversions == 0

    # As no dispatcher does: the later one is given to somebody past the callback.
    Offer.objects.create(
        pk=1,
        contact=later.contact,
        client=telephone.client,
        queue=telephone.queue,
        agent=ada,
        channel="phone",
        state=OfferState.DONE,
        offered_at=telephone.at,
        expires_at=telephone.at,
        accepted_at=telephone.at,
        ended_at=telephone.at,
    )
    later.contact.waits.update(left_at=telephone.at, outcome="answered")

    assert kept(telephone).inversions == 1
    assert kept(telephone).waiting == 1
    assert call.contact.waits.get().left_at is None


def test_after_a_try_that_nobody_answered_whoever_is_next_overtakes_nobody(telephone, ada):
    call = wants_callback(telephone, 1)
    telephone.at += timedelta(seconds=10)
    later = telephone.rings(party="070-333 33 33")
    telephone.seat(ada)
    telephone.passes(1)
    routing.accept(Offer.objects.live().get(), by=ada, at=telephone.at)
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"))
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE, cause=19)
    telephone.hears(telephone.leg(call, "agent"), Heard.GONE)
    telephone.passes(1)
    telephone.hears(telephone.leg(later, "agent"))

    later.refresh_from_db()
    assert later.state == "talking"
    assert kept(telephone).inversions == 0
    (row,) = callbacks_waiting([telephone.client.pk], at=telephone.at)
    assert (row.call.tries, row.not_before > telephone.at) == (1, True)


def test_a_callback_that_is_not_needed_is_made_by_nobody(telephone, ada):
    call = wants_callback(telephone, 1)

    settle_callback(call, by=ada, at=telephone.at)
    telephone.passes(1)

    call.refresh_from_db()
    assert (call.state, call.outcome) == ("ended", "settled")
    assert EventRecord.objects.filter(name="voice.callback-settled").count() == 1
    with pytest.raises(NoCallback):
        settle_callback(call, by=ada, at=telephone.at)
    # Nobody was let down by it.
    assert kept(telephone).promised == 0


def seat_four(telephone, client, lead):
    for number in range(4):
        agent = Agent.objects.create_user(
            f"a{number}@exempelby.example", name=f"A{number}", manager=lead, created_at=NOON
        )
        RoleGrant.objects.create(agent=agent, role="agent", client=client, since=NOON)
        telephone.seat(agent)


def go_on(telephone, talks):
    """Let everybody answer what rings, talk for three turns, and hang up."""
    telephone.passes(10)
    for offer in Offer.objects.filter(state=OfferState.OFFERED, contact__call__is_callback=True):
        routing.accept(offer, by=offer.agent, at=telephone.at)
    telephone.passes(1)
    now = Call.objects.going_on()
    for call in now.filter(state__in=["ringing", "dialling-agent"]):
        telephone.hears(telephone.leg(call, "agent"))
    for call in now.filter(state="dialling"):
        telephone.hears(telephone.leg(call, "caller"))
    for call in now.filter(state="talking"):
        talks[call.pk] += 1
        if talks[call.pk] > 3:
            telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
            telephone.hears(telephone.leg(call, "agent"), Heard.GONE)


def test_in_a_day_of_75_callbacks_and_4_agents_nobody_is_overtaken(telephone, exempelby, cia):
    """EXT-06, through the dispatcher and the tables of calls."""
    telephone.queue.wrap_up_seconds = 0
    telephone.queue.save()
    seat_four(telephone, exempelby, cia)
    talks = Counter[int]()
    for turn in range(150):
        if turn % 2 == 0:
            wants_callback(telephone, turn)
        if turn % 9 == 0:
            telephone.rings(party=f"+4670175{turn:04d}")
        go_on(telephone, talks)
    for _turn in range(250):
        if not Call.objects.going_on().exists():
            break
        go_on(telephone, talks)

    found = kept(telephone)
    assert (found.promised, found.same_day, found.waiting) == (75, 75, 0)
    assert found.inversions == 0
