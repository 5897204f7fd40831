"""Where there is no telephone system: callers are played, and phones lift when somebody answers."""

import asyncio

import pytest

from gensvar.channels.voice.actions.playing import let_call
from gensvar.channels.voice.bridge.playing import Playing
from gensvar.channels.voice.engine.interface import Connected, LegHeard, Offered, Pressed
from gensvar.channels.voice.engine.played import Played
from gensvar.channels.voice.models import Bridge
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.queries import is_played, legs_to_lift
from gensvar.channels.voice.rules.calls import Command
from gensvar.channels.voice.rules.legs import Heard
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer

SAID = {"to": "0910700000", "party": "0701111111", "patience": 0.2, "talks": 0.2}


async def nobody(_channel):
    yield SAID
    await asyncio.Event().wait()


async def heard(signals, kind):
    async with asyncio.timeout(10):
        async for signal in signals:
            if isinstance(signal, kind):
                return signal
    return None


def played(story):
    async def whole():
        engine = Played()
        playing = Playing(engine, bridge="b", said_on=nobody)
        signals = engine.signals()
        assert isinstance(await anext(signals), Connected)
        calling = asyncio.create_task(playing._come())
        try:
            await story(engine, signals)
        finally:
            calling.cancel()
            await engine.close()

    asyncio.run(whole())


def test_whoever_calls_gives_up_when_nobody_answers():
    async def story(engine, signals):
        offered = await heard(signals, Offered)
        assert (offered.to, offered.party) == (SAID["to"], SAID["party"])
        gone = await heard(signals, LegHeard)
        assert (gone.leg, gone.heard) == (offered.leg, Heard.GONE)

    played(story)


def test_whoever_calls_presses_the_keys_that_they_were_given(monkeypatch):
    monkeypatch.setitem(SAID, "keys", "78#")
    monkeypatch.setattr("gensvar.channels.voice.bridge.playing.KEY_SECONDS", 0.02)

    async def story(engine, signals):
        offered = await heard(signals, Offered)
        for key in "78#":
            pressed = await heard(signals, Pressed)
            assert (pressed.leg, pressed.key) == (offered.leg, key)

    played(story)


def test_an_agents_phone_rings_until_it_is_lifted_and_others_lift_by_themselves():
    async def story(engine, signals):
        for command, leg in ((Command.RING_AGENT, "a"), (Command.DIAL_CALLER, "c")):
            await engine.carry_out(
                Order(command=command, call=1, leg=leg, address=leg, seconds=20.0)
            )
        first = await heard(signals, LegHeard)
        while first.leg not in {"a", "c"}:
            first = await heard(signals, LegHeard)
        assert (first.leg, first.heard) == ("c", Heard.UP)
        engine.lift("a")
        engine.lift("a")
        up = await heard(signals, LegHeard)
        assert (up.leg, up.heard) == ("a", Heard.UP)

    played(story)


def test_the_phone_of_whoever_answers_in_the_browser_is_lifted(telephone, ada):
    telephone.seat(ada)
    call = telephone.rings()
    telephone.passes(1)
    assert legs_to_lift("gensvar-test") == []

    routing.accept(Offer.objects.get(), by=ada, at=telephone.at)
    telephone.passes(1)
    assert legs_to_lift("gensvar-test") == [telephone.leg(call, "agent").name]


def test_it_is_said_that_nothing_is_heard_only_where_that_is_so(db, noon):
    assert not is_played()
    Bridge.objects.create(name="b", engine="played", started_at=noon, beat_at=noon)
    assert is_played()
    Bridge.objects.create(name="c", engine="asterisk", started_at=noon, beat_at=noon)
    assert not is_played()


def test_nobody_is_played_where_there_is_a_telephone_system(settings, db):
    settings.ARI_URL = "http://127.0.0.1:8088/ari"
    with pytest.raises(Exception, match="no telephone system"):
        let_call("0910700000", party="", patience=1.0, talks=1.0)
