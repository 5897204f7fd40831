"""What every engine can do and what it tells. The same tests hold each of them to it.

House rules. Names are ours, but for a leg that calls us. What is told twice is done once; what is
told of somebody who is gone is let be. Time is the engine's own.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.legs import Heard


@dataclass(frozen=True)
class Offered:
    """Somebody calls. The call is whoever claims it first."""

    leg: str
    to: str
    party: str
    at: datetime
    is_from_agent: bool = False
    # It came with real-time text beside the sound.
    offers_text: bool = False


@dataclass(frozen=True)
class LegHeard:
    leg: str
    heard: Heard
    at: datetime
    cause: int | None = None


@dataclass(frozen=True)
class Said:
    """What was said has been said to its end, or could not be said."""

    saying: str
    at: datetime


@dataclass(frozen=True)
class Left:
    """A message is over: by a key, by silence, by its length, or it could not be taken."""

    message: str
    at: datetime


@dataclass(frozen=True)
class Pressed:
    """Somebody pressed a key."""

    leg: str
    key: str
    at: datetime


@dataclass(frozen=True)
class Connected:
    """We hear the engine from now on, in this run of it; what was before must be asked for."""

    at: datetime
    run: str = ""


@dataclass(frozen=True)
class Missed:
    """Somebody called and no bridge was there in time: they heard what is said then, or were rung
    through to whoever stands in for us."""

    place: int
    leg: str
    to: str
    party: str
    began_at: datetime
    ended_at: datetime
    is_answered: bool = False


Signal = Offered | LegHeard | Said | Left | Pressed | Connected


@dataclass(frozen=True)
class Standing:
    """What an engine knows at a moment: in which run of it, and which legs there are, up or not."""

    run: str
    legs: Mapping[str, bool]


class Engine(Protocol):
    kind: str

    def signals(self) -> AsyncIterator[Signal]:
        """Yield what happens, for ever; a connection that is lost is made again."""
        ...

    async def claim(self, offered: Offered) -> bool:
        """Take a call that is offered to every bridge; false where another was faster."""
        ...

    async def refuse(self, offered: Offered) -> None:
        """Tell whoever calls that the number leads nowhere."""
        ...

    async def carry_out(self, order: Order) -> None:
        """Do what is ordered. Who cannot be rung is heard of as gone."""
        ...

    async def stands(self) -> Standing: ...

    async def missed(self) -> list[Missed]:
        """Return whom nobody took, oldest first, until they are let go of by their place."""
        ...

    async def forget_missed(self, upto: int) -> None: ...

    async def recording(self, track: str) -> str:
        """Say whether something is `recording` or `paused` just now, or neither."""
        ...

    async def adopt(self, legs: frozenset[str]) -> None:
        """Hear of these legs from now on, which another bridge had."""
        ...

    async def close(self) -> None: ...
