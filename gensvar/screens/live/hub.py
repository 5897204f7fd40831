"""The open streams, and what is put into each: one look at the database for all of them."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from json import dumps
from typing import Any, TypeVar

from django.db import connection
from django.utils.timezone import now

from gensvar.operations.routing.actions.dispatching import CHANNEL
from gensvar.screens.live.hearing import heard
from gensvar.screens.live.seeing import Listener, listener_by, seen_by
from gensvar.screens.live.watching import Change, Watch

LOOK_SECONDS = 0.2
PING_SECONDS = 10.0
# How often it is looked whether somebody is still signed in, and with which rights.
RECHECK_SECONDS = 30.0
# A browser that does not read for so many messages is told to look at everything again.
MOST_WAITING = 50
PING = b"event: ping\ndata:\n\n"
OFFERS = b"event: offers\ndata:\n\n"
ALL = b"event: all\ndata:\n\n"
# Kept short, so that a browser that lost the stream is soon back.
RETRY = b"retry: 2000\n\n"
log = logging.getLogger(__name__)
T = TypeVar("T")


class Stream:
    """One browser's: what waits to be sent to it, until it is closed."""

    def __init__(self, session_key: str, listener: Listener) -> None:
        self.session_key = session_key
        self.listener = listener
        self._waiting: asyncio.Queue[bytes | None] = asyncio.Queue()

    def put(self, message: bytes) -> None:
        if self._waiting.qsize() >= MOST_WAITING:
            while not self._waiting.empty():
                self._waiting.get_nowait()
            message = ALL
        self._waiting.put_nowait(message)

    def close(self) -> None:
        self._waiting.put_nowait(None)

    async def messages(self) -> AsyncIterator[bytes]:
        yield RETRY + PING
        while (message := await self._waiting.get()) is not None:
            yield message


class Hub:
    """All streams of this process. It looks at the database in threads of its own."""

    def __init__(self) -> None:
        self.streams: set[Stream] = set()
        self._looking = ThreadPoolExecutor(1, thread_name_prefix="looking")
        self._asking = ThreadPoolExecutor(4, thread_name_prefix="asking")
        self._is_live = False

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
        await asyncio.gather(self._look(), self._hear(), self._ping(), self._recheck())

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
                    self._call(set(said.get("agents", ())))
            except Exception:
                log.exception("live_cannot_hear")
            await asyncio.sleep(1)

    def _call(self, agents: set[int]) -> None:
        for stream in self.streams:
            if stream.listener.agent_id in agents:
                stream.put(OFFERS)

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


def message(event: str, data: Any) -> bytes:
    return f"event: {event}\ndata: {dumps(data)}\n\n".encode()


def _asked(ask: Callable[[], T]) -> T:
    """Ask the database, and leave a connection that failed to be opened anew."""
    try:
        return ask()
    except Exception:
        connection.close()
        raise
