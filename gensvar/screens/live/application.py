"""The stream as an ASGI application: one address, which a browser's EventSource opens."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host

from gensvar.screens.live.hub import Hub
from gensvar.screens.live.pipe import Pipe

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

PATH = "/live/"
CHAT_PATH = "/live/chatt/"
STREAM = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    # A proxy that gathers before it sends would make the stream late.
    (b"x-accel-buffering", b"no"),
]
KEYS_ARE_LET_IN = [
    (b"access-control-allow-headers", b"authorization"),
    (b"access-control-max-age", b"600"),
]


class Application:
    def __init__(self) -> None:
        self.hub = Hub()
        self._running: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            event = await receive()
            if event["type"] == "lifespan.startup":
                self._running = asyncio.create_task(self.hub.run())
                await send({"type": "lifespan.startup.complete"})
            elif event["type"] == "lifespan.shutdown":
                if self._running is not None:
                    self._running.cancel()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        if scope["path"] == "/healthz":
            return await _say(send, 200, b"ok\n")
        known = {PATH: {"GET"}, CHAT_PATH: {"GET", "OPTIONS"}}
        if scope["method"] not in known.get(scope["path"], ()):
            return await _say(send, 404, b"")
        if not is_of_ours(headers):
            return await _say(send, 403, b"")
        if scope["path"] == CHAT_PATH:
            return await self._chat(scope["method"], headers, receive, send)
        stream = await self.hub.open(session_key_in(headers))
        if stream is None:
            return await _say(send, 401, b"", _shared_with(headers))
        try:
            await _send(stream, receive, send, _shared_with(headers))
        finally:
            self.hub.drop(stream)
        return None

    async def _chat(
        self, method: str, headers: dict[str, str], receive: Receive, send: Send
    ) -> None:
        """Let a customer's browser hear of its chat; the key never stands in an address."""
        shared = _shared_with(headers)
        if method == "OPTIONS":
            return await _say(send, 204, b"", [*shared, *KEYS_ARE_LET_IN])
        scheme, _space, key = headers.get("authorization", "").partition(" ")
        talk = await self.hub.talks.open(key) if scheme == "Bearer" else None
        if talk is None:
            return await _say(send, 401, b"", shared)
        try:
            await _send(talk, receive, send, shared)
        finally:
            self.hub.talks.drop(talk)
        return None


def is_of_ours(headers: dict[str, str]) -> bool:
    """Say whether a page of ours asks: other sites may not listen with a visitor's cookie."""
    origin, host = headers.get("origin"), headers.get("host", "")
    name = _name(host)
    if not validate_host(name, settings.ALLOWED_HOSTS):
        return False
    return origin is None or urlsplit(origin).netloc in {host, f"{name}:{settings.PORT}"}


def session_key_in(headers: dict[str, str]) -> str:
    cookie = SimpleCookie()
    try:
        cookie.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    held = cookie.get(settings.SESSION_COOKIE_NAME)
    return held.value if held else ""


async def _send(
    stream: Pipe, receive: Receive, send: Send, more: list[tuple[bytes, bytes]]
) -> None:
    """Send what comes until the browser is gone or the stream is closed."""
    await send({"type": "http.response.start", "status": 200, "headers": STREAM + more})
    leaving = asyncio.ensure_future(_gone(receive))
    sending = asyncio.ensure_future(_pour(stream, send))
    await asyncio.wait({leaving, sending}, return_when=asyncio.FIRST_COMPLETED)
    for task in (leaving, sending):
        task.cancel()


async def _pour(stream: Pipe, send: Send) -> None:
    async for message in stream.messages():
        await send({"type": "http.response.body", "body": message, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _say(
    send: Send, status: int, body: bytes, more: list[tuple[bytes, bytes]] | None = None
) -> None:
    headers = [(b"content-type", b"text/plain"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers + (more or [])})
    await send({"type": "http.response.body", "body": body})


def _shared_with(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """Let the page read the stream where it stands at another port of the same host."""
    origin = headers.get("origin")
    if origin is None:
        return []
    return [
        (b"access-control-allow-origin", origin.encode("latin-1")),
        (b"access-control-allow-credentials", b"true"),
        (b"vary", b"origin"),
    ]


def _name(host: str) -> str:
    return host.rpartition(":")[0] if ":" in host.rpartition("]")[2] else host
