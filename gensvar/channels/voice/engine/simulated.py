"""A telephone system in memory, without sound: for the demo, for tests, and where there is none.

Phones and callers are whoever a story makes them. Time is the loop's.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from gensvar.channels.voice.engine.interface import (
    Connected,
    LegHeard,
    Offered,
    Pressed,
    Said,
    Signal,
    Standing,
)
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Command
from gensvar.channels.voice.rules.legs import Heard

NORMAL, BUSY, NO_ANSWER, UNREACHABLE, UNALLOCATED = 16, 17, 19, 20, 1
# What is written is read at so many letters a second.
LETTERS_PER_SECOND = 15.0


@dataclass
class Leg:
    name: str
    is_up: bool = False
    has_music: bool = False
    saying: str = ""
    bridge: str = ""


@dataclass(frozen=True)
class Behaviour:
    """What a phone does when it is rung: lifts after so long, never, or is busy at once."""

    lifts_after: float | None = 0.0
    is_busy: bool = False


@dataclass
class Simulated:
    """The engine, and the world around it: `phones` by address, and callers that a story makes."""

    phones: dict[str, Behaviour] = field(default_factory=dict)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    kind: str = "simulated"
    run: str = "1"

    def __post_init__(self) -> None:
        self.legs: dict[str, Leg] = {}
        self.bridges: dict[str, set[str]] = {}
        self._happened: asyncio.Queue[Signal] = asyncio.Queue()
        self._timers: set[asyncio.TimerHandle] = set()
        self._numbers = count(1)

    # What a story does.

    def call(self, to: str, *, party: str = "") -> str:
        """Let somebody call a number; return their leg."""
        leg = Leg(f"caller-{next(self._numbers)}")
        self.legs[leg.name] = leg
        self._tell(Offered(leg.name, to, party, self.clock()))
        return leg.name

    def hang_up(self, name: str, *, cause: int = NORMAL) -> None:
        self._gone(name, cause)

    def press(self, name: str, key: str) -> None:
        self._tell(Pressed(name, key, self.clock()))

    def lose_sound(self, name: str) -> None:
        """Let a phone lose its power."""
        self._gone(name, 44, Heard.DIED)

    def restart(self) -> None:
        """Lose everybody, as a machine that is started anew does."""
        self.run = str(int(self.run) + 1)
        self.legs.clear()
        self.bridges.clear()
        self._tell(Connected(self.clock()))

    # What a bridge does.

    async def signals(self) -> AsyncIterator[Signal]:
        yield Connected(self.clock())
        while True:
            yield await self._happened.get()

    async def claim(self, offered: Offered) -> bool:
        return offered.leg in self.legs

    async def refuse(self, offered: Offered) -> None:
        self._gone(offered.leg, UNALLOCATED)

    async def stands(self) -> Standing:
        return Standing(self.run, {name: leg.is_up for name, leg in self.legs.items()})

    async def adopt(self, legs: frozenset[str]) -> None:
        """There is one bridge for each engine of this kind: nothing is another's."""

    async def close(self) -> None:
        for timer in self._timers:
            timer.cancel()

    async def carry_out(self, order: Order) -> None:
        word = order.command.value.partition("-")[0]
        if word in {"ring", "dial"}:
            self._ring(order)
        elif word == "end":
            for name in self.bridges.pop(order.bridge, set()):
                if name in self.legs:
                    self.legs[name].bridge = ""
        elif (leg := self.legs.get(order.leg)) is not None:
            if word in {"say", "ask"}:
                self._say(leg, order)
            else:
                self._do(leg, order, word)

    def _do(self, leg: Leg, order: Order, word: str) -> None:
        match word:
            case "answer":
                leg.is_up = True
            case "music":
                leg.has_music = True
            case "stop":
                leg.has_music = leg.has_music and order.command is not Command.STOP_MUSIC
                leg.saying = "" if leg.saying == order.saying else leg.saying
            case "join":
                leg.bridge = order.bridge
                self.bridges.setdefault(order.bridge, set()).add(leg.name)
            case "part":
                self._part(leg)
            case "release":
                self._gone(leg.name, NORMAL)

    def _say(self, leg: Leg, order: Order) -> None:
        leg.saying = order.saying
        letters = sum(len(words) for words in order.words)
        self._after(letters / LETTERS_PER_SECOND, lambda: self._has_said(leg, order.saying))

    def _has_said(self, leg: Leg, saying: str) -> None:
        """What was stopped, or begun anew in other words, is told of as Asterisk tells of it."""
        leg.saying = "" if leg.saying == saying else leg.saying
        self._tell(Said(saying, self.clock()))

    def _ring(self, order: Order) -> None:
        if order.leg in self.legs:
            return
        behaviour = self.phones.get(order.address)
        if behaviour is None or behaviour.is_busy:
            cause = UNREACHABLE if behaviour is None else BUSY
            self._tell(LegHeard(order.leg, Heard.GONE, self.clock(), cause))
            return
        self.legs[order.leg] = Leg(order.leg)
        if behaviour.lifts_after is not None and behaviour.lifts_after <= order.seconds:
            self._after(behaviour.lifts_after, lambda: self._lifted(order.leg))
        else:
            self._after(order.seconds, lambda: self._gone(order.leg, NO_ANSWER))

    def _lifted(self, name: str) -> None:
        leg = self.legs.get(name)
        if leg is not None and not leg.is_up:
            leg.is_up = True
            self._tell(LegHeard(name, Heard.UP, self.clock()))

    def _gone(self, name: str, cause: int, heard: Heard = Heard.GONE) -> None:
        leg = self.legs.pop(name, None)
        if leg is not None:
            self._part(leg)
            self._tell(LegHeard(name, heard, self.clock(), cause))

    def _part(self, leg: Leg) -> None:
        self.bridges.get(leg.bridge, set()).discard(leg.name)
        leg.bridge = ""

    def _after(self, seconds: float, act: Callable[[], None]) -> None:
        self._timers.add(asyncio.get_running_loop().call_later(seconds, act))

    def _tell(self, signal: Signal) -> None:
        self._happened.put_nowait(signal)
