"""The websocket on which Asterisk tells what happens; one that is lost is opened again."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from random import random
from typing import Any

import aiohttp

from gensvar.channels.voice.engine.connection import Connection
from gensvar.channels.voice.engine.hearing import Hearing
from gensvar.channels.voice.engine.interface import Connected, Signal

log = logging.getLogger(__name__)
HEARTBEAT_SECONDS = 5
ARRIVES_SECONDS = 2.0
LONGEST_PAUSE_SECONDS = 5.0
NOISE = ("ChannelVarset", "ChannelDialplan", "ChannelCallerId", "ChannelConnectedLine")


class Listening:
    def __init__(self, connection: Connection, *, name: str) -> None:
        self.name, self._connection, self._ask = name, connection, connection.ask
        # What we find out ourselves is told with all the rest.
        self.own: asyncio.Queue[Signal] = asyncio.Queue()
        self._hearing = Hearing()
        self._awaited: dict[str, asyncio.Event] = {}

    async def signals(self) -> AsyncIterator[Signal]:
        waiting: asyncio.Queue[Signal] = self.own
        listening = asyncio.create_task(self._listen(waiting))
        try:
            while True:
                yield await waiting.get()
        finally:
            listening.cancel()

    async def _listen(self, waiting: asyncio.Queue[Signal]) -> None:
        pause = 0.2
        while True:
            try:
                async with self._connection.open().ws_connect(
                    f"{self._connection.url}/events",
                    params={"app": self.name, "subscribeAll": "false"},
                    heartbeat=HEARTBEAT_SECONDS,
                    max_msg_size=0,
                ) as socket:
                    pause = 0.2
                    await self._begin(waiting)
                    async for said in socket:
                        if said.type is aiohttp.WSMsgType.TEXT:
                            self._hear(json.loads(said.data), waiting)
            # A 404 just after its start is an Asterisk that still loads.
            except (aiohttp.ClientError, OSError, TimeoutError) as error:
                log.warning("telephone_system_unheard", extra={"trouble": type(error).__name__})
            await asyncio.sleep(pause * (0.5 + random()))  # noqa: S311 only to spread
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    def _hear(self, event: dict[str, Any], waiting: asyncio.Queue[Signal]) -> None:
        if event["type"] == "StasisStart" and (
            arrived := self._awaited.get(event["channel"]["id"])
        ):
            arrived.set()
        for signal in self._hearing.heard(event):
            waiting.put_nowait(signal)

    @contextmanager
    def awaited(self, leg: str) -> Iterator[Callable[[], Awaitable[None]]]:
        """Yield what waits until a leg has come to us: before, it obeys nothing."""
        arrived = self._awaited.setdefault(leg, asyncio.Event())

        async def arrival() -> None:
            with suppress(TimeoutError):
                await asyncio.wait_for(arrived.wait(), ARRIVES_SECONDS)

        try:
            yield arrival
        finally:
            self._awaited.pop(leg, None)

    async def _begin(self, waiting: asyncio.Queue[Signal]) -> None:
        await self._ask(
            "PUT",
            f"/applications/{self.name}/eventFilter",
            body={"disallowed": [{"type": one} for one in NOISE]},
        )
        info = await self._ask("GET", "/asterisk/info", params={"only": "status"})
        waiting.put_nowait(Connected(datetime.now().astimezone(), run_of(info) if info else ""))


def run_of(info: Any) -> str:
    """Return what tells one run of Asterisk from the next."""
    return str(info["status"]["startup_time"])
