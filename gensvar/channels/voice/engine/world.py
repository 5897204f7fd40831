"""The world around a simulated engine: phones that ring, and people who call and hang up."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from gensvar.channels.voice.engine.interface import (
    Connected,
    Left,
    LegHeard,
    Missed,
    Offered,
    Pressed,
    Signal,
)
from gensvar.channels.voice.rules.legs import Heard

NORMAL, BUSY, NO_ANSWER, UNREACHABLE, UNALLOCATED = 16, 17, 19, 20, 1
# What is written is read at so many letters a second.
LETTERS_PER_SECOND = 15.0
# A call that no bridge has claimed by then is taken care of without one.
CLAIM_SECONDS = 0.7
# Callers say so much after the tone, and then nothing.
SPEAKS_SECONDS = 1.0


@dataclass
class Leg:
    name: str
    is_up: bool = False
    has_music: bool = False
    saying: str = ""
    # The message that is being left.
    message: str = ""
    bridge: str = ""


@dataclass(frozen=True)
class Behaviour:
    """What a phone does when it is rung: lifts after so long, never, or is busy at once."""

    lifts_after: float | None = 0.0
    is_busy: bool = False


@dataclass
class World:
    """`phones` by address, and callers that a story makes."""

    phones: dict[str, Behaviour] = field(default_factory=dict)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    kind: str = "simulated"
    run: str = "1"

    def __post_init__(self) -> None:
        self.legs: dict[str, Leg] = {}
        self.bridges: dict[str, set[str]] = {}
        self.tracks: dict[str, str] = {}
        self.ears: dict[str, str] = {}
        self.taken: set[str] = set()
        self._happened: asyncio.Queue[Signal] = asyncio.Queue()
        self._timers: set[asyncio.TimerHandle] = set()
        self._numbers = count(1)
        self._unclaimed: dict[str, Offered] = {}
        self._missed: list[Missed] = []

    def call(self, to: str, *, party: str = "") -> str:
        """Let somebody call a number; return their leg."""
        leg = Leg(f"caller-{next(self._numbers)}")
        self.legs[leg.name] = leg
        self._unclaimed[leg.name] = Offered(leg.name, to, party, self.clock())
        self._tell(self._unclaimed[leg.name])
        self._after(CLAIM_SECONDS, lambda: self._miss(leg.name))
        return leg.name

    def hang_up(self, name: str, *, cause: int = NORMAL) -> None:
        self._gone(name, cause)

    def press(self, name: str, key: str) -> None:
        self._tell(Pressed(name, key, self.clock()))
        if key == "#" and name in self.legs:
            self._has_left(self.legs[name], self.legs[name].message)

    def lose_sound(self, name: str) -> None:
        """Let a phone lose its power."""
        self._gone(name, 44, Heard.DIED)

    def restart(self) -> None:
        """Lose everybody, as a machine that is started anew does."""
        self.run = str(int(self.run) + 1)
        self.legs.clear()
        self.bridges.clear()
        self._tell(Connected(self.clock(), self.run))

    def _lifted(self, name: str) -> None:
        leg = self.legs.get(name)
        if leg is not None and not leg.is_up:
            leg.is_up = True
            self._tell(LegHeard(name, Heard.UP, self.clock()))

    def _gone(self, name: str, cause: int, heard: Heard = Heard.GONE) -> None:
        leg = self.legs.pop(name, None)
        if leg is not None:
            self._part(leg)
            self._has_left(leg, leg.message)
            self._tell(LegHeard(name, heard, self.clock(), cause))

    def _miss(self, name: str) -> None:
        """Let go of a caller whom no bridge took, and remember them."""
        offered = self._unclaimed.pop(name, None)
        if offered is None:
            return
        self.legs.pop(name, None)
        place = next(self._numbers)
        self._missed.append(
            Missed(place, name, offered.to, offered.party, offered.at, self.clock())
        )

    def _has_left(self, leg: Leg, message: str) -> None:
        """Tell once that a message is over."""
        if message and leg.message == message:
            leg.message = ""
            self._tell(Left(message, self.clock()))

    def _part(self, leg: Leg) -> None:
        self.bridges.get(leg.bridge, set()).discard(leg.name)
        leg.bridge = ""

    def _after(self, seconds: float, act: Callable[[], None]) -> None:
        self._timers.add(asyncio.get_running_loop().call_later(seconds, act))

    def _tell(self, signal: Signal) -> None:
        self._happened.put_nowait(signal)
