"""The open streams, and what is put into each: one look at the database for all of them."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from django.db import connection
from django.utils.timezone import now

from gensvar.operations.routing.actions.dispatching import CHANNEL
from gensvar.screens.live.chatting import Talks
from gensvar.screens.live.hearing import heard
from gensvar.screens.live.pipe import PING, Pipe, message
from gensvar.screens.live.seeing import Listener, listener_by, seen_by
from gensvar.screens.live.watching import Change, Watch

LOOK_SECONDS = 0.2
PING_SECONDS = 10.0
# How often it is looked whether somebody is still signed in, and with which rights.
RECHECK_SECONDS = 30.0
OFFERS = b"event: offers\ndata:\n\n"
CHATS = b"event: chats\ndata:\n\n"
log = logging.getLogger(__name__)
T = TypeVar("T")


class Stream(Pipe):
    """One browser's of somebody signed in."""

    def __init__(self, session_key: str, listener: Listener) -> None:
        super().__init__()
        self.session_key = session_key
        self.listener = listener


class Hub:
    """All streams of this process. It looks at the database in threads of its own."""

    def __init__(self) -> None:
        self.streams: set[Stream] = set()
        self._looking = ThreadPoolExecutor(1, thread_name_prefix="looking")
        self._asking = ThreadPoolExecutor(4, thread_name_prefix="asking")
        self._is_live = False
        self.talks = Talks(self._ask, lambda agents: self._call(agents, CHATS))

    async def open(self, session_key: str) -> Stream | None:
        """Return a stream for whoever is signed in by this session, nothing for nobody."""
        listener = await self._ask(partial(listener_by, session_key, at=now()))
        if listener is None:
            return None
        stream = Stream(session_key, listener)
        self.streams.add(stream)
        return stream

    def drop(self, stream: Stream) -> None:
        self.streams.discard(stream)

    async def run(self) -> None:
        """Look, hear and ping until cancelled; never give up for a database that is away."""
        own = (self._look(), self._hear(), self._ping(), self._recheck())
        await asyncio.gather(*own, self.talks.run())

    async def _look(self) -> None:
        watch: Watch | None = None
        while True:
            try:
                if watch is None:
                    watch = await self._in(self._looking, Watch)
                if changes := await self._in(self._looking, watch.changes):
                    await self._tell(changes)
                self._is_live = True
            except Exception:
                # Without a ping the browsers see for themselves that they are not told.
                self._is_live = False
                log.exception("live_cannot_look")
                await asyncio.sleep(1)
            await asyncio.sleep(LOOK_SECONDS)

    async def _hear(self) -> None:
        """Pass on at once what the dispatcher says of those to whom something is offered."""
        while True:
            try:
                async for said in heard(CHANNEL):
                    self._call(set(said.get("agents", ())), OFFERS)
            except Exception:
                log.exception("live_cannot_hear")
            await asyncio.sleep(1)

    def _call(self, agents: set[int], what: bytes) -> None:
        for stream in self.streams:
            if stream.listener.agent_id in agents:
                stream.put(what)

    async def _tell(self, changes: frozenset[Change]) -> None:
        streams = list(self.streams)
        by_listener = {stream.listener for stream in streams}
        told = await self._ask(lambda: {one: seen_by(one, changes) for one in by_listener})
        for stream in streams:
            if numbers := told[stream.listener]:
                stream.put(message("cases", numbers))

    async def _ping(self) -> None:
        while True:
            await asyncio.sleep(PING_SECONDS)
            if self._is_live:
                for stream in list(self.streams):
                    stream.put(PING)

    async def _recheck(self) -> None:
        """Close the streams of those who have signed out; others get the rights of this moment."""
        while True:
            await asyncio.sleep(RECHECK_SECONDS)
            for stream in list(self.streams):
                try:
                    listener = await self._ask(partial(listener_by, stream.session_key, at=now()))
                except Exception:
                    log.exception("live_cannot_recheck")
                    break
                if listener is None:
                    stream.close()
                else:
                    stream.listener = listener

    async def _ask(self, ask: Callable[[], T]) -> T:
        return await self._in(self._asking, ask)

    async def _in(self, threads: ThreadPoolExecutor, ask: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(threads, _asked, ask)


def _asked(ask: Callable[[], T]) -> T:
    """Ask the database, and leave a connection that failed to be opened anew."""
    try:
        return ask()
    except Exception:
        connection.close()
        raise
