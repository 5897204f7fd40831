"""A coach at a talk, proved by tones: who hears whom while they listen, whisper or take part."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from caller import Caller
from telephone import PASSWORD, USER, Asterisk
from tones import DeskPhone, levels, share

from gensvar.channels.voice.engine.ari import Ari
from gensvar.channels.voice.engine.interface import Connected, LegHeard, Offered
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Command
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.contract import Ear

CALLERS, AGENTS, COACHS = 400, 700, 1_000
C = Command
AGENT, COACH = "gensvar-1-agent-1", "gensvar-1-coach-1"
SETTLES_SECONDS, HEARD_SECONDS, PATIENCE_SECONDS = 0.5, 1.0, 20.0
# Of what somebody hears, for each tone its share.
Shares = Mapping[str, Mapping[int, float]]


class Talk:
    """Somebody talks with an agent whom a coach has on the phone; each has a tone of their own."""

    def __init__(self, asterisk: Asterisk, ear: Ear) -> None:
        self.asterisk, self.ear = asterisk, ear
        self.agent = DeskPhone("ada", frequency=AGENTS)
        self.coach = DeskPhone("cia", frequency=COACHS)
        for name, phone in (("ada", self.agent), ("cia", self.coach)):
            asterisk.give_account(name, phone.contact)
        self.caller = Caller(asterisk.sip, "0910700000", party="0701111111", frequency=CALLERS)
        self.turn = 0

    async def begin(self) -> None:
        self.offered = await self.ear.hears(Offered)
        assert await self.ear.engine.claim(self.offered)
        await self.ear.does(C.ANSWER, leg=self.offered.leg)
        for command, leg, address in (
            (C.RING_AGENT, AGENT, "PJSIP/ada"),
            (C.RING_COACH, COACH, "PJSIP/cia"),
        ):
            ring = Order(command=command, call=1, leg=leg, address=address, seconds=20.0)
            await self.ear.engine.carry_out(ring)
            await self.ear.hears(LegHeard, leg=leg, heard=Heard.UP)
        await self.ear.does(C.JOIN_CALLER, leg=self.offered.leg)
        await self.ear.does(C.JOIN_AGENT, leg=AGENT)

    async def begins(self, command: Command) -> None:
        """Listen or whisper; each time by an ear of its own."""
        self.turn += 1
        await self._by_ear(command)

    async def stops(self) -> None:
        await self._by_ear(C.STOP_LISTENING)

    async def _by_ear(self, command: Command) -> None:
        await self.ear.does(command, leg=COACH, at_leg=AGENT, ear=f"ear-1-1-{self.turn}")

    async def sounds(self, is_so: Callable[[Shares], bool]) -> None:
        """Wait until it sounds so; a machine with much to do takes its time."""
        ends = {"caller": self.caller.sound, "agent": self.agent.sound, "coach": self.coach.sound}
        deadline = asyncio.get_running_loop().time() + PATIENCE_SECONDS
        while True:
            await asyncio.sleep(SETTLES_SECONDS)
            since = {name: sound.since() for name, sound in ends.items()}
            await asyncio.sleep(HEARD_SECONDS)
            heard = {name: levels(bytes(ends[name].heard[since[name] :])) for name in ends}
            found = {
                name: {tone: share(sound, tone) for tone in (CALLERS, AGENTS, COACHS)}
                for name, sound in heard.items()
            }
            if is_so(found):
                return
            assert asyncio.get_running_loop().time() < deadline, f"it sounds so: {found}"

    async def end(self) -> None:
        await self._by_ear(C.RELEASE_COACH)
        await self.ear.does(C.RELEASE_CALLER, leg=self.offered.leg)
        await self.ear.does(C.RELEASE_AGENT, leg=AGENT)
        await self.ear.does(C.END_BRIDGE)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.asterisk.channels():
                await asyncio.sleep(0.1)

    def leave(self) -> None:
        for one in (self.agent, self.coach, self.caller):
            one.leave()


@asynccontextmanager
async def talking(asterisk: Asterisk) -> AsyncIterator[Talk]:
    name = f"gensvar-coaches-{os.getpid()}"
    engine = Ari(url=asterisk.url, user=USER, password=PASSWORD, name=name, trunk="trunk")
    ear = Ear(engine)
    listening = asyncio.create_task(ear.listen())
    await ear.hears(Connected)
    talk = Talk(asterisk, ear)
    try:
        await talk.begin()
        await talk.sounds(alone)
        yield talk
        await talk.end()
    finally:
        talk.leave()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await engine.close()


def alone(one: Shares) -> bool:
    """Say whether caller and agent hear each other, and nobody else."""
    return one["caller"][AGENTS] > 0.8 and one["agent"][CALLERS] > 0.8


def listens(one: Shares) -> bool:
    return alone(one) and min(one["coach"][CALLERS], one["coach"][AGENTS]) > 0.3


def whispers(one: Shares) -> bool:
    is_in_one_ear = min(one["agent"][COACHS], one["agent"][CALLERS]) > 0.3
    return is_in_one_ear and one["caller"][AGENTS] > 0.8 and one["caller"][COACHS] < 0.02


def takes_part(one: Shares) -> bool:
    return min(one["caller"][COACHS], one["agent"][COACHS], one["coach"][CALLERS]) > 0.3


def test_a_coach_hears_both_and_is_heard_by_nobody_by_the_agent_or_by_both(
    asterisk: Asterisk,
) -> None:
    async def story() -> None:
        async with talking(asterisk) as talk:
            await talk.begins(C.LISTEN)
            await talk.sounds(listens)
            await talk.stops()
            await talk.begins(C.WHISPER)
            await talk.sounds(whispers)
            await talk.stops()
            await talk.ear.does(C.JOIN_COACH, leg=COACH)
            await talk.sounds(takes_part)
            await talk.ear.does(C.PART_COACH, leg=COACH)
            await talk.begins(C.LISTEN)
            await talk.sounds(listens)
            await talk.stops()
            await talk.sounds(lambda one: alone(one) and max(one["coach"].values()) < 0.1)

    asyncio.run(story())


def test_those_who_talk_go_on_when_the_coach_who_takes_part_is_let_go(asterisk: Asterisk) -> None:
    async def story() -> None:
        async with talking(asterisk) as talk:
            await talk.ear.does(C.JOIN_COACH, leg=COACH)
            await talk.sounds(takes_part)
            await talk.ear.does(C.RELEASE_COACH, leg=COACH, at_leg=AGENT, ear="ear-1-1-0")
            await talk.ear.hears(LegHeard, leg=COACH, heard=Heard.GONE)
            await talk.sounds(alone)

    asyncio.run(story())
