"""Play the town where there is no telephone system: people call, wait, talk and hang up."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from typing import Any

import psycopg

from gensvar.channels.voice.actions.playing import PLAYED
from gensvar.channels.voice.bridge.memory import Memory
from gensvar.channels.voice.engine.played import Played
from gensvar.channels.voice.queries import legs_to_lift

LOOK_SECONDS, AGAIN_SECONDS = 0.3, 1.0
# How long somebody looks for the next key.
KEY_SECONDS = 1.5
Said = Callable[[str], AsyncIterator[Any]]


class Playing:
    def __init__(self, engine: Played, *, bridge: str, said_on: Said) -> None:
        self.engine, self.bridge, self._said_on = engine, bridge, said_on
        self._memory = Memory()
        self._callers: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Play until cancelled."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._lift())
                group.create_task(self._come())
        finally:
            for caller in self._callers:
                caller.cancel()
            self._memory.close()

    async def _lift(self) -> None:
        """Lift the phones of those who have said in their browser that they answer."""
        while True:
            for leg in await self._memory.ask(legs_to_lift, self.bridge):
                self.engine.lift(leg)
            await asyncio.sleep(LOOK_SECONDS)

    async def _come(self) -> None:
        while True:
            with suppress(psycopg.Error, OSError):
                async for said in self._said_on(PLAYED):
                    caller = asyncio.create_task(self._call(said))
                    self._callers.add(caller)
                    caller.add_done_callback(self._callers.discard)
            await asyncio.sleep(AGAIN_SECONDS)

    async def _call(self, said: Mapping[str, Any]) -> None:
        leg = self.engine.call(str(said["to"]), party=str(said["party"]))
        for key in str(said.get("keys", "")):
            await asyncio.sleep(KEY_SECONDS)
            self.engine.press(leg, key)
        patience = float(said["patience"])
        while patience > 0 and self.engine.is_there(leg) and not self.engine.talks(leg):
            patience -= LOOK_SECONDS
            await asyncio.sleep(LOOK_SECONDS)
        if self.engine.talks(leg):
            await asyncio.sleep(float(said["talks"]))
        # Whoever is on hold waits to say goodbye.
        while self.engine.is_there(leg) and patience > 0 and not self.engine.talks(leg):
            await asyncio.sleep(LOOK_SECONDS)
        self.engine.hang_up(leg)
