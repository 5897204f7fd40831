"""Which mailboxes there are, known without asking the database for every recipient."""

import asyncio
import time

from django.db import connection

from gensvar.channels.mail.models import Mailbox
from gensvar.channels.mail.rules import plain_address

FRESH_SECONDS = 5.0
# An unknown address is looked up at once, but a guesser cannot make us ask all the time.
LEAST_SECONDS = 0.5


class Mailboxes:
    """The mailboxes, read anew when they are old, or when somebody asks for an unknown one."""

    def __init__(self) -> None:
        self._known: dict[str, Mailbox] = {}
        self._read_at = -FRESH_SECONDS
        self._reading = asyncio.Lock()

    async def mailbox_at(self, address: str) -> Mailbox | None:
        """Return the mailbox that this address reaches, with or without a tag."""
        plain = plain_address(address)
        if time.monotonic() - self._read_at > FRESH_SECONDS:
            await self._read(older_than=FRESH_SECONDS)
        if plain not in self._known:
            await self._read(older_than=LEAST_SECONDS)
        found = self._known.get(plain)
        return found if found is None or found.takes_tags or "+" not in address else None

    async def _read(self, *, older_than: float) -> None:
        async with self._reading:
            if time.monotonic() - self._read_at > older_than:
                self._known = await asyncio.to_thread(_all)
                self._read_at = time.monotonic()


def _all() -> dict[str, Mailbox]:
    try:
        return {one.address.lower(): one for one in Mailbox.objects.select_related("client")}
    finally:
        connection.close()  # the thread may be another next time
