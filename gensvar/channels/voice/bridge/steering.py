"""One bridge: what the engine and the queue say goes to the table, and its orders to the engine.

House rules. The database decides, in threads; nothing here does. Of one call one thing is done at a
time. What was committed and not carried out is carried out again when a bridge comes back: every
order may come twice. While the database is away, what was heard waits; those who talk go on.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from gensvar.channels.voice import queries, recorded, watched
from gensvar.channels.voice.actions import (
    advancing,
    asking,
    beginning,
    pressing,
    steering,
    taping,
    watching,
)
from gensvar.channels.voice.bridge.lanes import Lanes
from gensvar.channels.voice.bridge.memory import Memory, in_database
from gensvar.channels.voice.bridge.recovering import Recovery
from gensvar.channels.voice.engine.interface import (
    Connected,
    Engine,
    Left,
    LegHeard,
    Offered,
    Pressed,
    Said,
    Signal,
)
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Event
from gensvar.foundation.refusals import Refused

log = logging.getLogger(__name__)
# How often the queue is looked at though nobody called, and how often we say that we live.
LOOK_SECONDS, BEAT_SECONDS = 0.5, 1.0


class Steering:
    def __init__(self, engine: Engine, *, name: str, clock: Callable[[], datetime]) -> None:
        self.engine, self.name, self.clock = engine, name, clock
        self.woken = asyncio.Event()
        self._memory = Memory()
        self._ask = self._memory.ask
        self._lanes = Lanes()
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_connected = asyncio.Event()
        self._run = ""
        self._recovery = Recovery(
            engine, name=name, clock=clock, memory=self._memory, lanes=self._lanes
        )

    async def run(self) -> None:
        """Steer until cancelled."""
        await self._ask(steering.beat, self.name, engine=self.engine.kind, at=self.clock())
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._hear())
                group.create_task(self._look())
                group.create_task(self._live())
        finally:
            await self._leave()

    async def _leave(self) -> None:
        """Stop so that another bridge has our calls at once."""
        for task in self._tasks:
            task.cancel()
        await asyncio.shield(asyncio.to_thread(in_database, steering.leave, self.name))
        await self.engine.close()
        self._memory.close()

    async def _hear(self) -> None:
        async for signal in self.engine.signals():
            if isinstance(signal, Connected):
                self._run = signal.run
            # In the order in which they were heard: each call's lane is asked for at once.
            task = asyncio.create_task(self._handle(signal, self._lanes.of(signal)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            task.add_done_callback(_tell_of_trouble)

    async def _handle(self, signal: Signal, lane: AbstractAsyncContextManager[None]) -> None:
        async with lane:
            match signal:
                case Connected():
                    if await self._recovery.catch_up():
                        self._is_connected.set()
                case Offered():
                    await self._take(signal)
                case LegHeard():
                    await self._carry_out(await self._hear_leg(signal))
                case Pressed():
                    orders = await self._ask(pressing.press, signal.leg, signal.key, at=signal.at)
                    await self._carry_out(orders)
                case Said():
                    orders = await self._ask(advancing.finish_saying, signal.saying, at=signal.at)
                    await self._carry_out(orders)
                case Left():
                    told = self._ask(advancing.finish_message, signal.message, at=signal.at)
                    await self._carry_out(await told)

    async def _hear_leg(self, signal: LegHeard) -> list[Order]:
        if watching.is_coach(signal.leg):
            return await self._ask(watching.hear_coach, signal.leg, signal.heard, at=signal.at)
        at, cause = signal.at, signal.cause
        return await self._ask(advancing.hear, signal.leg, signal.heard, at=at, cause=cause)

    async def _take(self, offered: Offered) -> None:
        """Claim a call that comes, and begin with it."""
        if offered.is_from_agent or not await self.engine.claim(offered):
            return
        try:
            orders = await self._ask(
                beginning.begin,
                offered.leg,
                to=offered.to,
                party=offered.party,
                bridge=self.name,
                engine_run=self._run,
                at=offered.at,
                offers_text=offered.offers_text,
            )
        except beginning.UnknownNumber:
            log.warning("call_to_unknown_number", extra={"digits": len(offered.to)})
            await self.engine.refuse(offered)
            return
        if orders:
            self._lanes.know([offered.leg], orders[0].call)
        await self._carry_out(orders)

    async def _carry_out(self, orders: Iterable[Order]) -> None:
        for order in orders:
            await self.engine.carry_out(order)

    # The queue, the browsers, and other bridges.

    async def _look(self) -> None:
        await self._is_connected.wait()
        while True:
            for call, event in await self._ask(queries.due, self.name):
                await self._follow(call, event)
            for call, event in await self._ask(queries.timely, self.name, at=self.clock()):
                await self._follow(call, event)
            for asked in await self._ask(queries.asked_now, self.name):
                orders = await self._ask(asking.carry_out, asked, at=self.clock())
                await self._carry_out(orders)
            for recording in await self._ask(recorded.to_see_to, self.name):
                await self._carry_out(await self._ask(taping.see_to, recording, at=self.clock()))
            for watch in await self._ask(watched.watches_to_see_to, self.name):
                await self._carry_out(
                    await self._ask(watching.see_to_watch, watch, at=self.clock())
                )
            self.woken.clear()
            try:
                await asyncio.wait_for(self.woken.wait(), LOOK_SECONDS)
            except TimeoutError:
                continue

    async def _follow(self, call: int, event: Event) -> None:
        async with self._lanes.of_call(call):
            try:
                orders = await self._ask(advancing.advance, call, event, at=self.clock())
            except Refused as refusal:
                log.warning("call_not_moved", extra={"call": call, "because": refusal.code})
                return
            await self._carry_out(orders)

    async def _live(self) -> None:
        """Say that we live, and take over from whoever does not."""
        await self._is_connected.wait()
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            await self._ask(steering.beat, self.name, engine=self.engine.kind, at=self.clock())
            await self._recovery.take_over()
            await self._recovery.note_missed()


def _tell_of_trouble(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.error("call_event_failed", exc_info=error)
