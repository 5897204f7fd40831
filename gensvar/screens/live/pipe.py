"""One browser's stream: what waits to be sent to it, until it is closed."""

import asyncio
from collections.abc import AsyncIterator
from json import dumps
from typing import Any

# A browser that does not read for so many messages is told to look at everything again.
MOST_WAITING = 50
PING = b"event: ping\ndata:\n\n"
ALL = b"event: all\ndata:\n\n"
# Kept short, so that a browser that lost the stream is soon back.
RETRY = b"retry: 2000\n\n"


class Pipe:
    def __init__(self) -> None:
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


def message(event: str, data: Any) -> bytes:
    return f"event: {event}\ndata: {dumps(data)}\n\n".encode()
