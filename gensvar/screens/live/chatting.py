"""Streams of customers who chat: each hears that its own chat has news, and never what."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from django.utils.timezone import now

from gensvar.channels.chat.actions.calling import CHANNEL
from gensvar.channels.chat.queries import Key, chat_behind
from gensvar.channels.chat.rules import is_key
from gensvar.screens.live.hearing import heard
from gensvar.screens.live.pipe import PING, Pipe

NEWS = b"event: news\ndata:\n\n"
PING_SECONDS = 10.0
# How often it is looked whether a key still opens its chat.
RECHECK_SECONDS = 30.0
# One chat in several tabs; of more the oldest is closed.
MOST_TABS = 4
log = logging.getLogger(__name__)
Ask = Callable[[Callable[[], Key | None]], Awaitable[Key | None]]
Call = Callable[[set[int]], None]


class Talk(Pipe):
    """The stream of one tab of a customer's."""

    def __init__(self, key: str, chat_id: int) -> None:
        super().__init__()
        self.key = key
        self.chat_id = chat_id


class Talks:
    """All customers' streams of this process."""

    def __init__(self, ask: Ask, call_agents: Call) -> None:
        self.open_ones: dict[int, list[Talk]] = {}
        self._ask = ask
        self._call_agents = call_agents

    async def open(self, key: str) -> Talk | None:
        """Return a stream for the chat that a key opens, nothing for any other key."""
        behind = await self._behind(key)
        if behind is None:
            return None
        talk = Talk(key, behind.chat_id)
        tabs = self.open_ones.setdefault(talk.chat_id, [])
        if len(tabs) >= MOST_TABS:
            tabs.pop(0).close()
        tabs.append(talk)
        return talk

    def drop(self, talk: Talk) -> None:
        tabs = self.open_ones.get(talk.chat_id, [])
        if talk in tabs:
            tabs.remove(talk)
        if not tabs:
            self.open_ones.pop(talk.chat_id, None)

    async def run(self) -> None:
        await asyncio.gather(self._hear(), self._ping(), self._recheck())

    async def _hear(self) -> None:
        while True:
            try:
                async for said in heard(CHANNEL):
                    for chat_id in said.get("chats", ()):
                        for talk in self.open_ones.get(chat_id, ()):
                            talk.put(NEWS)
                    self._call_agents(set(said.get("agents", ())))
            except Exception:
                log.exception("live_cannot_hear_chats")
            await asyncio.sleep(1)

    async def _ping(self) -> None:
        while True:
            await asyncio.sleep(PING_SECONDS)
            for talk in self._all():
                talk.put(PING)

    async def _recheck(self) -> None:
        while True:
            await asyncio.sleep(RECHECK_SECONDS)
            for talk in self._all():
                try:
                    behind = await self._behind(talk.key)
                except Exception:
                    log.exception("live_cannot_recheck_chats")
                    break
                if behind is None:
                    talk.close()

    async def _behind(self, key: str) -> Key | None:
        if not is_key(key):
            return None
        behind = await self._ask(partial(chat_behind, key, at=now()))
        return None if behind is None or behind.is_over or behind.is_hidden else behind

    def _all(self) -> list[Talk]:
        return [talk for tabs in self.open_ones.values() for talk in tabs]
