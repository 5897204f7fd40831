"""Taking a message: Asterisk plays the tone, and ends it by the hash key, by silence or by length.

What is said lies with Asterisk until a job has fetched it.
"""

import logging
from datetime import datetime
from urllib.parse import quote

from gensvar.channels.voice.engine.connection import Connection
from gensvar.channels.voice.engine.interface import Left
from gensvar.channels.voice.engine.listening import Listening
from gensvar.channels.voice.orders import Order

log = logging.getLogger(__name__)
SIDE = "in"
TAKEN_ALREADY, NOBODY_THERE = 409, 404


class Messages:
    def __init__(self, connection: Connection, listening: Listening) -> None:
        self._ask, self._send = connection.ask, connection.send
        self._tell = listening.own.put_nowait

    async def take(self, order: Order) -> None:
        """Take a message; of one that was over while nobody heard of it, tell that it is."""
        name = f"{order.track}-{SIDE}"
        params = {
            "name": name,
            "format": "alaw",
            "maxDurationSeconds": str(round(order.seconds)),
            "maxSilenceSeconds": str(round(order.quiet_seconds)),
            "beep": "true",
            "terminateOn": "#",
            "ifExists": "fail",
        }
        path = f"/channels/{quote(order.leg, safe='')}/record"
        status, _body = await self._send("POST", path, params=params)
        if status == TAKEN_ALREADY and await self._ask("GET", f"/recordings/live/{name}"):
            return
        if status >= 300 and status != NOBODY_THERE:
            if status != TAKEN_ALREADY:
                log.error("message_not_taken", extra={"track": order.track, "status": status})
            self._tell(Left(order.track, datetime.now().astimezone()))
