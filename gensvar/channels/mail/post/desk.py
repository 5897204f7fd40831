"""The child at the door: listens for mail, fetches it from mailboxes, and sends what waits."""

import asyncio
import contextlib
import logging
import signal
import threading
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from gensvar.channels.mail.post.carrier import SmtpCarrier
from gensvar.channels.mail.post.certificate import certificate_of_the_door
from gensvar.channels.mail.post.directory import Mailboxes
from gensvar.channels.mail.post.door import Door
from gensvar.channels.mail.post.fetching import Fetchers
from gensvar.channels.mail.post.keeping import Keeper
from gensvar.channels.mail.post.sending import Sender
from gensvar.channels.mail.sink import open_sink

# How long conversations under way may go on after we were told to stop.
FAREWELL_SECONDS = 10
log = logging.getLogger(__name__)


def run_desk(wake_up: int) -> None:
    asyncio.run(_desk(wake_up))


async def _desk(wake_up: int) -> None:
    told_to_stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, told_to_stop.set)
    keeper = Keeper(wake_up=wake_up)
    keeper.start()
    stop_threads = threading.Event()
    workers: list[threading.Thread] = [Fetchers(stop_threads, wake_up=wake_up)]
    if url := settings.MAIL_OUT_URL:
        workers.append(Sender(stop_threads, carrier=SmtpCarrier(url)))
    servers = await _listen(Door(Mailboxes(), keeper, certificate=certificate_of_the_door()))
    if settings.DEMO:
        servers.append(await open_sink(port=settings.SINK_PORT))
    for worker in workers:
        worker.start()
    log.info("post_is_open", extra={"port": settings.SMTP_PORT})
    await told_to_stop.wait()
    stop_threads.set()
    await _say_farewell(servers)
    keeper.stop()
    for thread in (keeper, *workers):
        await asyncio.to_thread(thread.join, FAREWELL_SECONDS)


async def _listen(door: Door) -> list[asyncio.AbstractServer]:
    """Open the doors; Postfix and its like hand over through any of them."""
    loop = asyncio.get_running_loop()
    hostname = urlsplit(settings.BASE_URL).hostname or "localhost"

    def conversation() -> asyncio.BaseProtocol:
        return door.conversation(hostname=hostname)

    servers: list[asyncio.AbstractServer] = [
        await loop.create_server(
            conversation, settings.SMTP_BIND, settings.SMTP_PORT, backlog=1_000
        )
    ]
    if path := settings.LMTP_SOCKET:
        with contextlib.suppress(FileNotFoundError):
            Path(path).unlink()
        servers.append(await loop.create_unix_server(conversation, path, backlog=1_000))
        # Who may reach the folder may hand over mail.
        Path(path).chmod(0o666)
    return servers


async def _say_farewell(servers: list[asyncio.AbstractServer]) -> None:
    for server in servers:
        server.close()
    me = asyncio.current_task()
    talking = [task for task in asyncio.all_tasks() if task is not me]
    if talking:
        await asyncio.wait(talking, timeout=FAREWELL_SECONDS)
