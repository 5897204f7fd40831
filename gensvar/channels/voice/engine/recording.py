"""Recording a talk: Asterisk copies each direction of the caller's line to a track of its own.

House rules. Two tracks cost less than one that is mixed, since the bridge stays as simple as it is.
A copy obeys nothing before it has come to us. What is recorded lies with Asterisk until a job has
fetched it.
"""

import asyncio
import logging
from urllib.parse import quote

from gensvar.channels.voice.engine.connection import Connection
from gensvar.channels.voice.engine.listening import Listening
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Command

log = logging.getLogger(__name__)
# What the caller says comes in; what they hear goes out to them.
SIDES = ("in", "out")


class Recording:
    def __init__(self, connection: Connection, listening: Listening) -> None:
        self._ask, self._send = connection.ask, connection.send
        self._listening = listening

    async def carry_out(self, order: Order) -> None:
        async with asyncio.TaskGroup() as both:
            for side in SIDES:
                name = f"{order.track}-{side}"
                match order.command:
                    case Command.RECORD:
                        both.create_task(self._record(order.leg, name, side))
                    case Command.PAUSE_RECORDING:
                        both.create_task(self._ask("POST", f"/recordings/live/{name}/pause"))
                    case Command.RESUME_RECORDING:
                        both.create_task(self._ask("DELETE", f"/recordings/live/{name}/pause"))
                    case _:
                        both.create_task(self._stop(name))

    async def recording(self, track: str) -> str:
        found = await self._ask("GET", f"/recordings/live/{track}-{SIDES[0]}")
        return str(found["state"]) if found else ""

    async def _record(self, leg: str, name: str, side: str) -> None:
        with self._listening.awaited(name) as arrival:
            path = f"/channels/{quote(leg, safe='')}/snoop/{name}"
            params = {"app": self._listening.name, "spy": side}
            status, _body = await self._send("POST", path, params=params)
            if status < 300:
                await arrival()
        if status >= 300 and status != 409:
            return
        params = {"name": name, "format": "alaw", "ifExists": "fail"}
        status, _body = await self._send("POST", f"/channels/{name}/record", params=params)
        if status >= 300 and status not in {404, 409}:
            log.error("call_not_recorded", extra={"track": name, "status": status})

    async def _stop(self, name: str) -> None:
        await self._ask("POST", f"/recordings/live/{name}/stop")
        await self._ask("DELETE", f"/channels/{name}")
