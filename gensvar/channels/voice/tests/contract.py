"""What every engine is held to: the same stories, with the simulated one and with Asterisk.

A `world` has an engine, and people in it: `call(to, seconds=…)` lets somebody call and hang up,
`presses(to, keys)` lets somebody call and press keys when they are answered,
`phone(name, lifts_after=…, is_busy=…)` and `dead_phone(name)` say where somebody is rung.
"""

import asyncio
import contextlib
import time

from gensvar.channels.voice.engine.interface import (
    Connected,
    Left,
    LegHeard,
    Offered,
    Pressed,
    Said,
)
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Command
from gensvar.channels.voice.rules.legs import Heard

C = Command
PATIENCE_SECONDS = 15.0


class Ear:
    """Hears an engine, and remembers."""

    def __init__(self, engine):
        self.engine, self.heard, self._new = engine, [], asyncio.Event()

    async def listen(self):
        async for signal in self.engine.signals():
            self.heard.append(signal)
            self._new.set()

    async def hears(self, kind, **known):
        """Return the first signal of a kind that says this; fail when it does not come."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                for signal in self.heard:
                    if isinstance(signal, kind) and all(
                        getattr(signal, name) == value for name, value in known.items()
                    ):
                        return signal
                self._new.clear()
                await self._new.wait()

    def count(self, **known):
        return sum(
            all(getattr(signal, name, None) == value for name, value in known.items())
            for signal in self.heard
        )

    async def does(self, *commands, **given):
        for command in commands:
            await self.engine.carry_out(Order(command=command, call=given.pop("call", 1), **given))


def play(world, story):
    async def whole():
        engine = world.engine()
        ear = Ear(engine)
        listening = asyncio.create_task(ear.listen())
        try:
            await ear.hears(Connected)
            await story(ear)
        finally:
            listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await listening
            await engine.close()

    asyncio.run(whole())


async def comes(ear, world, *, seconds=60.0, to="0910700000"):
    """Let somebody call, and be answered."""
    world.call(to, seconds=seconds)
    offered = await ear.hears(Offered)
    assert await ear.engine.claim(offered)
    await ear.does(C.ANSWER, leg=offered.leg)
    return offered


def rings(command, name, address, seconds=5.0):
    return Order(command=command, call=1, leg=name, address=address, seconds=seconds)


def test_a_call_says_what_was_dialled_and_by_whom_and_its_end_is_heard_once(world):
    async def story(ear):
        offered = await comes(ear, world, seconds=0.5)
        assert (offered.to, offered.party) == ("0910700000", "0701111111")
        assert offered.leg in (await ear.engine.stands()).legs
        gone = await ear.hears(LegHeard, leg=offered.leg, heard=Heard.GONE)
        assert gone.at >= offered.at
        assert offered.leg not in (await ear.engine.stands()).legs
        assert ear.count(leg=offered.leg, heard=Heard.GONE) == 1

    play(world, story)


def test_a_phone_is_rung_lifted_joined_and_released(world):
    async def story(ear):
        phone = world.phone("ada", lifts_after=0.3)
        offered = await comes(ear, world)
        await ear.does(C.MUSIC, leg=offered.leg)
        await ear.engine.carry_out(rings(C.RING_AGENT, "gensvar-1-agent-1", phone))
        up = await ear.hears(LegHeard, leg="gensvar-1-agent-1", heard=Heard.UP)
        assert up.at >= offered.at
        await ear.does(C.STOP_MUSIC, C.JOIN_CALLER, leg=offered.leg)
        await ear.does(C.JOIN_AGENT, leg="gensvar-1-agent-1")
        legs = (await ear.engine.stands()).legs
        assert legs[offered.leg]
        assert legs["gensvar-1-agent-1"]
        await ear.does(C.RELEASE_CALLER, leg=offered.leg)
        await ear.does(C.RELEASE_AGENT, leg="gensvar-1-agent-1")
        await ear.does(C.END_BRIDGE)
        await ear.hears(LegHeard, leg=offered.leg, heard=Heard.GONE)
        await ear.hears(LegHeard, leg="gensvar-1-agent-1", heard=Heard.GONE)

    play(world, story)


def test_a_phone_that_nobody_lifts_is_given_up(world):
    async def story(ear):
        phone = world.phone("bo", lifts_after=None)
        await ear.engine.carry_out(rings(C.RING_AGENT, "gensvar-2-agent-1", phone, 1.0))
        gone = await ear.hears(LegHeard, leg="gensvar-2-agent-1", heard=Heard.GONE)
        assert gone.cause not in {17, 21}
        assert ear.count(leg="gensvar-2-agent-1", heard=Heard.UP) == 0

    play(world, story)


def test_a_phone_in_use_says_so(world):
    async def story(ear):
        phone = world.phone("cia", is_busy=True)
        await ear.engine.carry_out(rings(C.RING_AGENT, "gensvar-3-agent-1", phone))
        gone = await ear.hears(LegHeard, leg="gensvar-3-agent-1", heard=Heard.GONE)
        assert gone.cause == 17

    play(world, story)


def test_a_phone_that_is_not_there_is_heard_of_at_once(world):
    async def story(ear):
        phone = world.dead_phone("disa")
        async with asyncio.timeout(2):
            await ear.engine.carry_out(rings(C.RING_AGENT, "gensvar-4-agent-1", phone))
            await ear.hears(LegHeard, leg="gensvar-4-agent-1", heard=Heard.GONE)

    play(world, story)


def test_what_is_ordered_twice_is_done_once(world):
    async def story(ear):
        phone = world.phone("tom", lifts_after=0.3)
        ring = rings(C.RING_AGENT, "gensvar-5-agent-1", phone)
        await ear.engine.carry_out(ring)
        await ear.engine.carry_out(ring)
        await ear.hears(LegHeard, leg="gensvar-5-agent-1", heard=Heard.UP)
        for _time in range(2):
            await ear.does(C.JOIN_AGENT, leg="gensvar-5-agent-1")
        for _time in range(2):
            await ear.does(C.RELEASE_AGENT, leg="gensvar-5-agent-1")
        await ear.hears(LegHeard, leg="gensvar-5-agent-1", heard=Heard.GONE)
        await ear.does(C.END_BRIDGE)
        await ear.does(C.END_BRIDGE)
        assert ear.count(leg="gensvar-5-agent-1", heard=Heard.UP) == 1

    play(world, story)


def test_orders_about_somebody_who_is_gone_do_nothing(world):
    async def story(ear):
        for command in (C.ANSWER, C.MUSIC, C.STOP_MUSIC, C.PART_CALLER, C.RELEASE_CALLER):
            await ear.does(command, leg="gensvar-9-caller-1")
        await ear.does(C.SAY_GREETING, leg="gensvar-9-caller-1", saying="9-1")

    play(world, story)


def test_a_phone_stops_ringing_when_it_is_let_go_of(world):
    async def story(ear):
        phone = world.phone("hanna", lifts_after=None)
        await ear.engine.carry_out(rings(C.RING_AGENT, "gensvar-6-agent-1", phone, 30.0))
        await asyncio.sleep(0.3)
        await ear.does(C.RELEASE_AGENT, leg="gensvar-6-agent-1")
        await ear.hears(LegHeard, leg="gensvar-6-agent-1", heard=Heard.GONE)

    play(world, story)


def test_what_is_said_comes_to_its_end_also_where_there_is_nothing_to_hear(world):
    async def story(ear):
        offered = await comes(ear, world)
        given = {"sounds": ("sound:beep",), "words": ("Hej",), "leg": offered.leg}
        await ear.does(C.SAY_GREETING, saying="1-2", **given)
        said = await ear.hears(Said, saying="1-2")
        assert said.at >= offered.at
        await ear.does(C.SAY_CLOSED, saying="1-3", leg=offered.leg)
        await ear.hears(Said, saying="1-3")
        await ear.does(C.RELEASE_CALLER, leg=offered.leg)

    play(world, story)


def test_a_call_to_nowhere_is_refused(world):
    async def story(ear):
        world.call("0910999999", seconds=60)
        offered = await ear.hears(Offered)
        assert await ear.engine.claim(offered)
        await ear.engine.refuse(offered)
        async with asyncio.timeout(5):
            while offered.leg in (await ear.engine.stands()).legs:
                await asyncio.sleep(0.05)

    play(world, story)


def test_keys_are_heard_one_by_one_also_while_something_is_said(world):
    async def story(ear):
        world.presses("0910700000", "10#")
        offered = await ear.hears(Offered)
        assert await ear.engine.claim(offered)
        given = {"sounds": ("sound:gensvar/sv/callback",), "words": ("Tryck 1. " * 20,)}
        await ear.does(C.ANSWER, leg=offered.leg)
        await ear.does(C.SAY_MENU, leg=offered.leg, saying="1-2", **given)
        await ear.hears(Pressed, leg=offered.leg, key="#")
        pressed = [one.key for one in ear.heard if isinstance(one, Pressed)]
        assert pressed == ["1", "0", "#"]
        assert ear.count(saying="1-2") == 0
        await ear.does(C.RELEASE_CALLER, leg=offered.leg)

    play(world, story)


def test_what_is_said_stops_when_it_is_told_to_and_the_music_goes_on(world):
    async def story(ear):
        offered = await comes(ear, world)
        given = {"sounds": ("sound:gensvar/sv/callback",), "words": ("Tryck 1. " * 20,)}
        await ear.does(C.MUSIC, leg=offered.leg)
        await ear.does(C.SAY_PLACE, leg=offered.leg, saying="1-2", **given)
        await asyncio.sleep(0.3)
        assert ear.count(saying="1-2") == 0
        async with asyncio.timeout(2):
            await ear.does(C.STOP_SAYING, leg=offered.leg, saying="1-2")
            await ear.hears(Said, saying="1-2")
        await ear.does(C.STOP_SAYING, leg=offered.leg, saying="1-2")
        await ear.does(C.STOP_MUSIC, C.RELEASE_CALLER, leg=offered.leg)
        await ear.hears(LegHeard, leg=offered.leg, heard=Heard.GONE)
        assert ear.count(saying="1-2") == 1

    play(world, story)


def test_whom_nobody_claims_is_remembered_until_it_is_written_down(world):
    async def story(ear):
        for one in await ear.engine.missed():
            await ear.engine.forget_missed(one.place)
        world.call("0910700000", party="0702222222", seconds=0.3)
        offered = await ear.hears(Offered)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not (missed := await ear.engine.missed()):
                await asyncio.sleep(0.1)
        (one,) = missed
        assert (one.leg, one.to, one.party) == (offered.leg, "0910700000", "0702222222")
        assert one.began_at <= one.ended_at
        assert not one.is_answered
        assert not await ear.engine.claim(offered)
        await ear.engine.forget_missed(one.place)
        assert await ear.engine.missed() == []

    play(world, story)


def test_a_talk_is_recorded_paused_and_ended_and_twice_is_once(world):
    async def story(ear):
        offered = await comes(ear, world)
        # A name that no recording has had before.
        track = f"track-1-{offered.at.timestamp():.0f}"
        record = Order(command=C.RECORD, call=1, leg=offered.leg, track=track)
        for _time in range(2):
            await ear.engine.carry_out(record)
        assert await ear.engine.recording(track) == "recording"
        for _time in range(2):
            await ear.does(C.PAUSE_RECORDING, track=track)
        assert await ear.engine.recording(track) == "paused"
        await ear.does(C.RESUME_RECORDING, track=track)
        assert await ear.engine.recording(track) == "recording"
        for _time in range(2):
            await ear.does(C.STOP_RECORDING, track=track)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await ear.engine.recording(track):
                await asyncio.sleep(0.05)
        assert offered.leg in (await ear.engine.stands()).legs
        await ear.does(C.RELEASE_CALLER, leg=offered.leg)
        await ear.hears(LegHeard, leg=offered.leg, heard=Heard.GONE)
        await ear.engine.carry_out(record)
        assert await ear.engine.recording(track) == ""

    play(world, story)


def test_a_coach_listens_whispers_joins_and_leaves_and_those_who_talk_go_on(world):
    async def story(ear):
        phone, coachs = world.phone("ada", lifts_after=0.2), world.phone("bo", lifts_after=0.2)
        offered = await comes(ear, world)
        agent, coach = "gensvar-1-agent-1", "gensvar-1-coach-1"
        await ear.engine.carry_out(rings(C.RING_AGENT, agent, phone))
        await ear.hears(LegHeard, leg=agent, heard=Heard.UP)
        await ear.does(C.JOIN_CALLER, leg=offered.leg)
        await ear.does(C.JOIN_AGENT, leg=agent)
        await ear.engine.carry_out(rings(C.RING_COACH, coach, coachs))
        await ear.hears(LegHeard, leg=coach, heard=Heard.UP)
        given = {"leg": coach, "at_leg": agent}
        for command, name in ((C.LISTEN, "ear-1-1-1"), (C.WHISPER, "ear-1-1-2")):
            for _time in range(2):
                await ear.does(command, ear=name, **given)
            for _time in range(2):
                await ear.does(C.STOP_LISTENING, ear=name, **given)
        for _time in range(2):
            await ear.does(C.JOIN_COACH, leg=coach)
        await ear.does(C.PART_COACH, leg=coach)
        await ear.does(C.LISTEN, ear="ear-1-1-3", **given)
        for _time in range(2):
            await ear.does(C.RELEASE_COACH, ear="ear-1-1-3", **given)
        await ear.hears(LegHeard, leg=coach, heard=Heard.GONE)
        legs = (await ear.engine.stands()).legs
        assert legs[offered.leg]
        assert legs[agent]
        assert ear.count(leg=agent, heard=Heard.GONE) == 0
        assert not [one for one in ear.heard if getattr(one, "leg", "").startswith("ear-")]
        await ear.does(C.RELEASE_CALLER, leg=offered.leg)
        await ear.does(C.RELEASE_AGENT, leg=agent)
        await ear.does(C.END_BRIDGE)
        await ear.hears(LegHeard, leg=agent, heard=Heard.GONE)

    play(world, story)


def takes(leg, message, *, seconds=30.0, quiet_seconds=2.0):
    return Order(
        command=C.TAKE_MESSAGE,
        call=1,
        leg=leg,
        track=message,
        seconds=seconds,
        quiet_seconds=quiet_seconds,
    )


def test_silence_ends_a_message_and_its_end_is_told_once(world):
    async def story(ear):
        offered = await comes(ear, world)
        message = f"message-1-{time.time_ns()}"
        await ear.engine.carry_out(takes(offered.leg, message))
        # Told twice it is taken once.
        await ear.engine.carry_out(takes(offered.leg, message))
        await ear.hears(Left, message=message)
        assert ear.count(message=message) == 1
        assert offered.leg in (await ear.engine.stands()).legs

    play(world, story)


def test_a_message_ends_with_the_call_and_is_not_longer_than_it_may_be(world):
    async def story(ear):
        offered = await comes(ear, world, seconds=6.0)
        first, last = (f"message-{place}-{time.time_ns()}" for place in (1, 2))
        await ear.engine.carry_out(takes(offered.leg, first, seconds=1.0, quiet_seconds=15.0))
        over = await ear.hears(Left, message=first)
        # A telephone system counts whole seconds, and its tone comes first.
        assert (over.at - offered.at).total_seconds() < 5
        await ear.engine.carry_out(takes(offered.leg, last, quiet_seconds=15.0))
        await ear.hears(Left, message=last)
        await ear.hears(LegHeard, leg=offered.leg, heard=Heard.GONE)

    play(world, story)


def test_the_hash_key_ends_a_message(world):
    async def story(ear):
        world.presses("0910700000", "111111#")
        offered = await ear.hears(Offered)
        assert await ear.engine.claim(offered)
        await ear.does(C.ANSWER, leg=offered.leg)
        message = f"message-1-{time.time_ns()}"
        await ear.engine.carry_out(takes(offered.leg, message, quiet_seconds=15.0))
        left = await ear.hears(Left, message=message)
        assert (left.at - offered.at).total_seconds() < 10

    play(world, story)
