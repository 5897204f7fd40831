"""A coach at a talk: Asterisk copies what the agent hears and says to a bridge of the coach's own.

House rules. The talk's bridge is left alone until the coach joins it. Who whispers is heard in the
agent's ear and nowhere else. A copy obeys nothing before it has come to us.
"""

import logging
from urllib.parse import quote

from gensvar.channels.voice.engine.connection import Connection
from gensvar.channels.voice.engine.listening import Listening
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Command

log = logging.getLogger(__name__)
WHISPERS = {Command.LISTEN: "none", Command.WHISPER: "out"}


class Watching:
    def __init__(self, connection: Connection, listening: Listening) -> None:
        self._ask, self._send = connection.ask, connection.send
        self._listening = listening

    async def carry_out(self, order: Order) -> None:
        match order.command:
            case Command.LISTEN | Command.WHISPER:
                await self._hear(order)
            case Command.RELEASE_COACH:
                await self._ask("DELETE", f"/channels/{order.leg}")
                await self._ask("DELETE", f"/channels/{order.ear}")
                await self._ask("DELETE", f"/bridges/{_bridge(order)}")
            case _:
                await self._ask("DELETE", f"/channels/{order.ear}")

    async def _hear(self, order: Order) -> None:
        with self._listening.awaited(order.ear) as arrival:
            path = f"/channels/{quote(order.at_leg, safe='')}/snoop/{order.ear}"
            params = {
                "app": self._listening.name,
                "spy": "both",
                "whisper": WHISPERS[order.command],
            }
            status, _body = await self._send("POST", path, params=params)
            if status < 300:
                await arrival()
        if status >= 300 and status != 409:
            log.error("coach_hears_nothing", extra={"ear": order.ear, "status": status})
            return
        params = {"type": "mixing", "name": _bridge(order)}
        await self._ask("POST", f"/bridges/{_bridge(order)}", params=params)
        path = f"/bridges/{_bridge(order)}/addChannel"
        await self._ask("POST", path, params={"channel": f"{order.ear},{order.leg}"})


def _bridge(order: Order) -> str:
    return f"{order.bridge}-coach"
