"""Whom no bridge took: the dialplan keeps them in Asterisk's own variables until we have read them.

See asterisk/conf/extensions.conf for who writes them there.
"""

from datetime import UTC, datetime

from gensvar.channels.voice.engine.connection import Connection
from gensvar.channels.voice.engine.interface import Missed

MISSED = "GENSVAR_MISSED"


class SafetyNet:
    def __init__(self, connection: Connection) -> None:
        self._ask = connection.ask

    async def missed(self) -> list[Missed]:
        last, seen = await self._number(MISSED), await self._number(f"{MISSED}_SEEN")
        found = []
        for place in range(seen + 1, last + 1):
            written = await self._variable(f"{MISSED}_{place}")
            if (one := missed_of(place, written)) is not None:
                found.append(one)
        return found

    async def forget(self, upto: int) -> None:
        for name, value in ((f"{MISSED}_SEEN", str(upto)), (f"{MISSED}_{upto}", "")):
            params = {"variable": name, "value": value}
            await self._ask("POST", "/asterisk/variable", params=params)

    async def _number(self, name: str) -> int:
        written = await self._variable(name)
        return int(written) if written.isdigit() else 0

    async def _variable(self, name: str) -> str:
        answer = await self._ask("GET", "/asterisk/variable", params={"variable": name})
        return str(answer["value"]) if answer else ""


def missed_of(place: int, written: str) -> Missed | None:
    """Return a call as the dialplan writes it: leg/to/party/began/ended/what became of it."""
    parts = written.split("/")
    if len(parts) != 6 or not (parts[3].isdigit() and parts[4].isdigit()):
        return None
    leg, to, party, began, ended, became = parts
    return Missed(
        place,
        leg,
        to,
        party,
        datetime.fromtimestamp(int(began), UTC),
        datetime.fromtimestamp(int(ended), UTC),
        is_answered=became == "ANSWER",
    )
