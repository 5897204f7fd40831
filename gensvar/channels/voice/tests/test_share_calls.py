"""Bridges that share calls: one dies, another goes on, and an engine that was started anew."""

from datetime import timedelta

import pytest

from gensvar.channels.voice.actions import asking, setting, steering
from gensvar.channels.voice.models import Leg
from gensvar.channels.voice.queries import unserved
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.tests.conftest import BRIDGE
from gensvar.operations.routing.models import Offer, Waiting


def test_a_bridge_that_is_not_heard_of_loses_its_calls_to_another_once(telephone):
    call = telephone.rings()
    steering.beat(BRIDGE, engine="simulated", at=telephone.at)
    steering.beat("gensvar-b", engine="simulated", at=telephone.at)
    assert steering.take_over("gensvar-b") == []

    later = telephone.at + timedelta(seconds=4)
    assert steering.beat("gensvar-b", engine="simulated", at=later) == [BRIDGE]
    assert steering.take_over("gensvar-b") == [call]
    steering.beat("gensvar-c", engine="simulated", at=later)
    assert steering.take_over("gensvar-c") == []
    call.refresh_from_db()
    assert call.bridge == "gensvar-b"


def test_after_a_break_calls_whose_legs_are_still_there_go_on(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)
    known = dict.fromkeys(Leg.objects.values_list("name", flat=True), True)

    orders = steering.reconcile(call.pk, known=known, run="1", at=telephone.at)
    assert [one.command.value for one in orders] == ["stop-music", "join-caller", "join-agent"]
    call.refresh_from_db()
    assert call.state == "talking"


def test_after_a_break_a_caller_who_is_gone_is_let_go_of(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)
    known = {telephone.leg(call, "agent").name: True}

    orders = steering.reconcile(call.pk, known=known, run="1", at=telephone.at)
    assert [one.command.value for one in orders][:2] == ["release-agent", "end-bridge"]
    call.refresh_from_db()
    assert call.outcome == "answered"


def test_an_engine_started_anew_has_lost_everybody_and_nothing_stays_open(telephone, ada):
    telephone.seat(ada)
    talking = telephone.talking(ada)
    waiting = telephone.rings()
    for call in (waiting, talking):
        steering.reconcile(call.pk, known={}, run="2", at=telephone.at)
        call.refresh_from_db()

    outcomes = {waiting.outcome, talking.outcome}
    assert outcomes == {"lost", "answered"}
    assert not Waiting.objects.now().exists()
    assert not Offer.objects.filter(state__in=["offered", "in-hand"]).exists()
    assert not Leg.objects.exclude(state="gone").exists()


def test_nobody_waits_where_it_is_closed_and_nobody_is_left(telephone, ada):
    call = telephone.rings()
    assert unserved(BRIDGE, at=telephone.at) == []
    telephone.at += timedelta(hours=8)

    assert unserved(BRIDGE, at=telephone.at) == [call.pk]
    telephone.seat(ada)
    assert unserved(BRIDGE, at=telephone.at) == []


def test_what_was_asked_for_is_done_once(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)
    asked = asking.ask(call, Event.HOLD, by=ada, at=telephone.at)
    asking.ask(call, Event.HOLD, by=ada, at=telephone.at)

    assert asking.carry_out(asked.pk, at=telephone.at)
    assert asking.carry_out(asked.pk, at=telephone.at) == []
    second = call.asked.latest("pk")
    assert asking.carry_out(second.pk, at=telephone.at) == []
    second.refresh_from_db()
    assert second.is_refused


def test_a_number_leads_to_one_queue_and_a_phone_to_one_agent(telephone, ada, bo, energi, admin):
    telephone.seat(ada)
    with pytest.raises(setting.NotForCalls):
        setting.set_number(
            energi, number="0910-70 00 00", queue=telephone.queue, by=None, at=telephone.at
        )
    with pytest.raises(setting.NoSuchNumber):
        setting.set_number(
            telephone.client, number="hej", queue=telephone.queue, by=None, at=telephone.at
        )
    with pytest.raises(setting.PhoneTaken):
        setting.give_phone(
            bo, client=telephone.client, address="PJSIP/ada", by=None, at=telephone.at
        )
    with pytest.raises(setting.DaysMissing):
        setting.say_at(
            telephone.number, occasion="deviating", words="Hej", by=None, at=telephone.at
        )
