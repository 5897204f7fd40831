"""The town's phones: a server that speaks as 46elks does, and who writes by text message.

Everything goes by HTTP, in both directions, as with the real one; nothing leaves the machine.
"""

import logging
import struct
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import httpx
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.utils.timezone import now

from gensvar.channels.sms.actions.numbers import add_number, address_for
from gensvar.channels.sms.local_elks import PASSWORD, USER, LocalElks, incoming
from gensvar.channels.sms.models import Arrival, Number, SinkText
from gensvar.config.demo.cast import TEXT_NUMBER
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group

# The demo's phones show the newest; the rest is forgotten.
KEPT = 500
TRIES = 60
WIDE, HIGH = 320, 240
# Who writes first, from the series of numbers kept free for films and books.
WRITERS = (
    ("+46701740611", "Hej! Soptunnan på Kyrkgatan 4 har inte tömts på två veckor.", False),
    ("+46701740612", "Gatlyktan vid busshållplatsen på Strandgatan blinkar. Se bild.", True),
    ("+46701740613", "När öppnar badet på söndag?", False),
)
log = logging.getLogger(__name__)


def join_phones(client: Client, *, at: datetime) -> None:
    """Give the town a number at its own server."""
    add_number(
        client,
        number=TEXT_NUMBER,
        user=USER,
        secret=PASSWORD,
        group=Group.objects.get(client=client, is_front=True),
        by=None,
        at=at,
    )


@contextmanager
def phones_of_the_town(*, are_used: bool) -> Iterator[None]:
    """Answer as 46elks does until the town is stopped; if used, three customers write at once."""
    if not settings.DEMO:
        raise ImproperlyConfigured("The phones are for the demo only.")
    with LocalElks(port=settings.ELKS_PORT) as elks:
        elks.exchange.on_sent = _keep
        if are_used:
            threading.Thread(target=_write_first, args=(elks,), daemon=True).start()
        yield


def _keep(sent: dict[str, str]) -> None:
    try:
        kept = SinkText.objects.create(
            at=now(), sender=sent["from"][:20], recipient=sent["to"][:20], text=sent["message"]
        )
        SinkText.objects.filter(pk__lte=kept.pk - KEPT).delete()
    finally:
        connection.close()


def _write_first(elks: LocalElks) -> None:
    """Let the first customers write, once in the life of a town, when its doors are open."""
    try:
        number = Number.objects.filter(number=TEXT_NUMBER).first()
        if number is None or Arrival.objects.filter(number=number).exists():
            return
        address = address_for(number, "in")
    finally:
        connection.close()
    for sender, words, has_picture in WRITERS:
        pictures = (elks.picture(_street_lamp()),) if has_picture else ()
        _call(address, incoming(words, sender=sender, to=TEXT_NUMBER, pictures=pictures))


def _street_lamp() -> bytes:
    """Draw a lamp in the dark, as a PNG: nobody's photograph."""
    lamp, post, night = b"\xff\xd9\x66", b"\x66\x6c\x75", b"\x14\x1c\x2c"
    rows = b""
    for y in range(HIGH):
        row = [
            lamp
            if (x - WIDE // 2) ** 2 + (y - 60) ** 2 < 30**2
            else (post if abs(x - WIDE // 2) < 4 and y > 60 else night)
            for x in range(WIDE)
        ]
        rows += b"\0" + b"".join(row)
    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _call(address: str, form: dict[str, str]) -> None:
    for _try in range(TRIES):
        try:
            if httpx.post(address, data=form, timeout=10, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            pass  # the door is not open yet
        time.sleep(1)
    log.warning("demo_text_failed")
