"""Asterisk over ARI: events by a websocket, commands by HTTP kept alive.

House rules. 404 is somebody who is gone, 409 something that is done already, 5xx on a ring a phone
that cannot be reached. Commands go by HTTP, since those on the websocket wait for each other. A leg
is rung with a name of ours, so that ringing twice rings once.
"""

import logging
from datetime import datetime
from urllib.parse import quote

from gensvar.channels.voice.engine.connection import Connection
from gensvar.channels.voice.engine.interface import (
    LegHeard,
    Offered,
    Said,
    Standing,
)
from gensvar.channels.voice.engine.listening import Listening, run_of
from gensvar.channels.voice.engine.messages import Messages
from gensvar.channels.voice.engine.missed import SafetyNet
from gensvar.channels.voice.engine.recording import Recording
from gensvar.channels.voice.engine.watching import Watching
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Command
from gensvar.channels.voice.rules.legs import Heard

log = logging.getLogger(__name__)
UNREACHABLE = 20
REASON_UNALLOCATED = 1
JOINS = {Command.JOIN_CALLER, Command.JOIN_AGENT, Command.JOIN_COLLEAGUE, Command.JOIN_COACH}


class Ari:
    """One Asterisk, as one bridge sees it; `name` is the bridge's, by which calls are offered."""

    kind = "asterisk"

    def __init__(self, *, url: str, user: str, password: str, name: str, trunk: str) -> None:
        self.name, self.trunk = name, trunk
        self._connection = Connection(url=url, user=user, password=password)
        self._ask, self._send = self._connection.ask, self._connection.send
        self._listening = Listening(self._connection, name=name)
        self.signals, self._tell = self._listening.signals, self._listening.own.put_nowait
        self._recording = Recording(self._connection, self._listening)
        self.recording = self._recording.recording
        self._messages = Messages(self._connection, self._listening)
        self._watching = Watching(self._connection, self._listening)
        net = SafetyNet(self._connection)
        self.missed, self.forget_missed = net.missed, net.forget

    async def claim(self, offered: Offered) -> bool:
        params = {"channelId": offered.leg, "application": self.name}
        with self._listening.awaited(offered.leg) as arrival:
            status, _body = await self._send("POST", "/events/claim", params=params)
            if status < 300:
                await arrival()
        return status < 300

    async def refuse(self, offered: Offered) -> None:
        params = {"reason_code": str(REASON_UNALLOCATED)}
        await self._ask("DELETE", f"/channels/{_part(offered.leg)}", params=params)

    async def stands(self) -> Standing:
        info = await self._ask("GET", "/asterisk/info", params={"only": "status"})
        channels = await self._ask("GET", "/channels")
        if info is None or channels is None:
            raise ConnectionError("Asterisk does not say how it stands")
        return Standing(
            run_of(info),
            {channel["id"]: channel["state"] == "Up" for channel in channels},
        )

    async def adopt(self, legs: frozenset[str]) -> None:
        for leg in sorted(legs):
            # One that still rings cannot be moved; that it ends is heard of all the same.
            await self._ask(
                "POST",
                f"/applications/{self.name}/subscription",
                params={"eventSource": f"channel:{leg}"},
            )
            params = {"app": self.name}
            await self._ask("POST", f"/channels/{_part(leg)}/move", params=params)

    async def close(self) -> None:
        await self._connection.close()

    async def carry_out(self, order: Order) -> None:
        if order.address:
            await self._ring(order)
        elif order.command is Command.TAKE_MESSAGE:
            await self._messages.take(order)
        elif order.track:
            await self._recording.carry_out(order)
        elif order.ear:
            await self._watching.carry_out(order)
        elif order.saying and order.command is not Command.STOP_SAYING:
            await self._say(order)
        else:
            await self._to_the_call(order)

    async def _to_the_call(self, order: Order) -> None:
        match order.command:
            case _ if order.command in JOINS:
                await self._join(order)
            case Command.PART_CALLER | Command.PART_COACH:
                path = f"/bridges/{order.bridge}/removeChannel"
                await self._ask("POST", path, params={"channel": order.leg})
            case Command.END_BRIDGE:
                await self._ask("DELETE", f"/bridges/{order.bridge}")
            case Command.STOP_SAYING:
                await self._ask("DELETE", f"/playbacks/{order.saying}")
            case _:
                await self._to_the_leg(order)

    async def _to_the_leg(self, order: Order) -> None:
        leg = f"/channels/{_part(order.leg)}"
        method, path = {
            Command.ANSWER: ("POST", f"{leg}/answer"),
            Command.MUSIC: ("POST", f"{leg}/moh"),
            Command.STOP_MUSIC: ("DELETE", f"{leg}/moh"),
        }.get(order.command, ("DELETE", leg))
        await self._ask(method, path)

    async def _ring(self, order: Order) -> None:
        address = order.address
        if not address.startswith("PJSIP/"):
            address = f"PJSIP/{address}@{self.trunk}"
        params = {
            "endpoint": address,
            "app": self.name,
            "timeout": str(max(1, round(order.seconds))),
            "callerId": order.shown,
        }
        variables = {
            "PJSIP_HEADER(add,X-Gensvar-Call)": str(order.call),
            "PJSIP_TRANSFER_HANDLING()": "ari-only",
        }
        status, _body = await self._send(
            "POST", f"/channels/{order.leg}", params=params, body={"variables": variables}
        )
        if status >= 400 and status != 409:
            at = datetime.now().astimezone()
            self._tell(LegHeard(order.leg, Heard.GONE, at, UNREACHABLE))

    async def _say(self, order: Order) -> None:
        """Say what has been recorded. Where nothing has, all has been said."""
        status = 404
        if order.sounds:
            path = f"/channels/{_part(order.leg)}/play/{order.saying}"
            status, _body = await self._send("POST", path, params={"media": ",".join(order.sounds)})
        if status >= 400:
            self._tell(Said(order.saying, datetime.now().astimezone()))

    async def _join(self, order: Order) -> None:
        params = {"type": "mixing,dtmf_events", "name": str(order.call)}
        await self._ask("POST", f"/bridges/{order.bridge}", params=params)
        path = f"/bridges/{order.bridge}/addChannel"
        await self._ask("POST", path, params={"channel": order.leg})


def _part(name: str) -> str:
    return quote(name, safe="")
