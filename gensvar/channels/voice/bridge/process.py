"""`gensvar bridge`: steer calls until told to stop. Any number of them share the work."""

import asyncio
import json
import logging
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from django.utils.timezone import now
from psycopg import sql

from gensvar.channels.voice.actions.waking import CHANNEL
from gensvar.channels.voice.bridge.playing import Playing
from gensvar.channels.voice.bridge.steering import Steering
from gensvar.channels.voice.engine.ari import Ari
from gensvar.channels.voice.engine.interface import Engine
from gensvar.channels.voice.engine.played import Played
from gensvar.operations.routing.actions.dispatching import CHANNEL as ROUTING

log = logging.getLogger(__name__)
AGAIN_SECONDS = 1.0
# What the driver of our framework needs and a plain connection does not know.
OF_DJANGO = {"context", "cursor_factory", "server_side_binding", "prepare_threshold", "pool"}


def run() -> int:
    """Steer until SIGTERM; return the exit code."""
    asyncio.run(_steer())
    return 0


async def _steer() -> None:
    name = f"gensvar-{socket.gethostname()[:40]}-{os.getpid()}"
    bridge = Steering(engine(name), name=name, clock=now)
    working = asyncio.create_task(bridge.run())
    beside = [asyncio.create_task(_listen(bridge.woken.set))]
    if isinstance(bridge.engine, Played):
        playing = Playing(bridge.engine, bridge=name, said_on=_said_on)
        beside.append(asyncio.create_task(playing.run()))
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, working.cancel)
    log.info("bridge_steers", extra={"engine": bridge.engine.kind})
    try:
        await working
    except asyncio.CancelledError:
        log.info("bridge_stops")
    finally:
        for task in beside:
            task.cancel()


def engine(name: str) -> Engine:
    """Return Asterisk where one is configured, and else the simulated engine."""
    if not settings.ARI_URL:
        return Played()
    return Ari(
        url=settings.ARI_URL,
        user=settings.ARI_USER,
        password=settings.ARI_PASSWORD,
        name=name,
        trunk=settings.SIP_TRUNK,
    )


async def _listen(wake: Callable[[], None]) -> None:
    """Hear at once what the dispatcher and the browsers have done; without it we look anyway."""
    while True:
        try:
            async for _said in _said_on(ROUTING, CHANNEL):
                wake()
        except (psycopg.Error, OSError):
            await asyncio.sleep(AGAIN_SECONDS)


async def _said_on(*channels: str) -> AsyncIterator[Any]:
    given = {
        key: value
        for key, value in connection.get_connection_params().items()
        if key not in OF_DJANGO
    }
    async with await psycopg.AsyncConnection.connect(**given, autocommit=True) as listening:
        for channel in channels:
            await listening.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
        async for said in listening.notifies():
            yield json.loads(said.payload)
