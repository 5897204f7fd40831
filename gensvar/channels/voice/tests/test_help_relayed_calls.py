"""Calls by way of a relay are known, given time, and never counted against who handles them."""

from datetime import timedelta
from functools import partial

import pytest

from gensvar.channels.voice.actions import beginning, pressing
from gensvar.channels.voice.actions.relays import (
    NotANumberOfARelay,
    mark_assisted,
    relay_numbers,
    set_relay_numbers,
)
from gensvar.channels.voice.engine.hearing import Hearing
from gensvar.channels.voice.models import Assisted
from gensvar.channels.voice.queries import timely
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.relays import TIMES_AS_LONG, Way
from gensvar.channels.voice.tests.conftest import BRIDGE, NUMBER
from gensvar.foundation.events.models import EventRecord

RELAY = "020-600 650"


def test_a_relay_is_known_by_its_number_and_anybody_else_is_not(telephone):
    relayed, other = telephone.rings(party=RELAY), telephone.rings()

    assert relayed.assisted.way == "text-relay"
    assert not Assisted.objects.filter(call=other).exists()
    told = EventRecord.objects.get(name="voice.call-assisted")
    assert (told.payload["way"], told.contact_id) == ("text-relay", relayed.contact_id)


def test_a_call_that_comes_with_real_time_text_is_marked_and_one_by_a_relay_stays_that(telephone):
    begin = partial(beginning.begin, to=NUMBER, bridge=BRIDGE, engine_run="1", at=telephone.at)
    begin("trunk-7", party="070-111 11 11", offers_text=True)
    begin("trunk-8", party=RELAY, offers_text=True)

    ways = Assisted.objects.order_by("call").values_list("way", flat=True)
    assert list(ways) == ["real-time-text", "text-relay"]


@pytest.mark.parametrize(
    ("told", "offers"),
    [
        ("700,^gensvar-,in:0910700000,text", True),
        ("700,^gensvar-,in:0910700000,", False),
        ("", False),
    ],
)
def test_asterisk_tells_of_real_time_text_where_the_dialplan_stands(told, offers):
    event = {
        "type": "CallBroadcast",
        "timestamp": "2026-05-04T12:00:00.000+0200",
        "channel": {
            "id": "1",
            "caller": {"number": ""},
            "dialplan": {"exten": "0910700000", "app_data": told},
        },
    }
    (offered,) = Hearing().heard(event)

    assert (offered.to, offered.offers_text) == ("0910700000", offers)


def test_numbers_of_our_own_take_the_place_of_the_usual_ones(telephone, exempelby, cia):
    wish = {Way.VIDEO: "0910-70 01 00\n0910-70 01 01", Way.TEXT: ""}
    set_relay_numbers(exempelby, wish, by=cia, at=telephone.at)

    assert relay_numbers(exempelby)[Way.TEXT] == []
    assert telephone.rings(party="0910-70 01 01").assisted.way == "video-relay"
    assert not Assisted.objects.filter(call=telephone.rings(party=RELAY)).exists()


def test_a_number_that_is_none_is_refused_and_nothing_is_changed(telephone, exempelby, cia):
    with pytest.raises(NotANumberOfARelay):
        set_relay_numbers(exempelby, {Way.TEXT: "020-600 650\nabc"}, by=cia, at=telephone.at)

    assert telephone.rings(party=RELAY).assisted.way == "text-relay"


def test_whoever_talks_says_that_there_is_a_relay_and_that_there_is_none(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)

    mark_assisted(call, Way.SPEECH, by=ada, at=telephone.at)
    assert call.assisted.by == ada
    mark_assisted(call, None, by=ada, at=telephone.at)
    mark_assisted(call, None, by=ada, at=telephone.at)

    assert not Assisted.objects.exists()
    ways = EventRecord.objects.filter(name="voice.call-assisted").order_by("pk")
    assert [one.payload["way"] for one in ways] == ["speech-relay", ""]


def test_a_relay_has_three_times_as_long_to_press_a_key_and_is_never_cut(telephone):
    telephone.number.callback_after_seconds = 0
    telephone.number.save()
    call = telephone.rings(party=RELAY)
    telephone.at += timedelta(seconds=20)
    pressing.press(telephone.leg(call, "caller").name, "1", at=telephone.at)
    call.refresh_from_db()
    assert call.state == "confirming"
    usual = 25.0

    telephone.at += timedelta(seconds=usual + 35)
    assert timely(BRIDGE, at=telephone.at) == []
    telephone.at += timedelta(seconds=usual * TIMES_AS_LONG - 59)

    # Even then nothing ends: they wait on, as before.
    assert timely(BRIDGE, at=telephone.at) == [(call.pk, Event.STAYS)]
