"""A telephone system in memory, without sound: for the demo, for tests, and where there is none.

Phones and callers are whoever a story makes them. Time is the loop's.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from gensvar.channels.voice.engine.interface import (
    Connected,
    LegHeard,
    Missed,
    Offered,
    Said,
    Signal,
    Standing,
)
from gensvar.channels.voice.engine.world import (
    BUSY,
    LETTERS_PER_SECOND,
    NO_ANSWER,
    NORMAL,
    SPEAKS_SECONDS,
    UNALLOCATED,
    UNREACHABLE,
    Leg,
    World,
)
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Command
from gensvar.channels.voice.rules.legs import Heard


@dataclass
class Simulated(World):
    """What a bridge does with the world."""

    async def signals(self) -> AsyncIterator[Signal]:
        yield Connected(self.clock(), self.run)
        while True:
            yield await self._happened.get()

    async def claim(self, offered: Offered) -> bool:
        return self._unclaimed.pop(offered.leg, None) is not None and offered.leg in self.legs

    async def missed(self) -> list[Missed]:
        return list(self._missed)

    async def forget_missed(self, upto: int) -> None:
        self._missed = [one for one in self._missed if one.place > upto]

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
        elif order.track or order.ear:
            self._beside(order, word)
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
                self._has_said(leg, order.saying)
            case "join":
                leg.bridge = order.bridge
                self.bridges.setdefault(order.bridge, set()).add(leg.name)
            case "part":
                self._part(leg)
            case "release":
                self._gone(leg.name, NORMAL)

    def _beside(self, order: Order, word: str) -> None:
        """Do what is no part of the call itself."""
        if order.track:
            self._record(order, word)
        else:
            self._watch(order)

    def _record(self, order: Order, word: str) -> None:
        """Record nothing that could be heard, and know how far each recording is."""
        match word:
            case "record" if order.leg in self.legs:
                self.tracks.setdefault(order.track, "recording")
            case "take":
                self._take(order)
            case "pause" | "resume" if order.track in self.tracks:
                self.tracks[order.track] = "paused" if word == "pause" else "recording"
            case "stop":
                self.tracks.pop(order.track, None)

    def _take(self, order: Order) -> None:
        """Let a caller speak, and be silent; who has left that message already leaves no other."""
        leg = self.legs.get(order.leg)
        if leg is None or leg.message or order.track in self.taken:
            return
        self.taken.add(order.track)
        leg.message = order.track
        seconds = min(order.seconds, SPEAKS_SECONDS + order.quiet_seconds)
        self._after(seconds, lambda: self._has_left(leg, order.track))

    def _watch(self, order: Order) -> None:
        """Know who listens to whom, though nothing can be heard."""
        match order.command:
            case Command.LISTEN | Command.WHISPER if {order.leg, order.at_leg} <= set(self.legs):
                self.ears[order.ear] = order.command
            case Command.RELEASE_COACH:
                self.ears.pop(order.ear, None)
                self._gone(order.leg, NORMAL)
            case _:
                self.ears.pop(order.ear, None)

    async def recording(self, track: str) -> str:
        return self.tracks.get(track, "")

    def _say(self, leg: Leg, order: Order) -> None:
        leg.saying = order.saying
        letters = sum(len(words) for words in order.words)
        self._after(letters / LETTERS_PER_SECOND, lambda: self._has_said(leg, order.saying))

    def _has_said(self, leg: Leg, saying: str) -> None:
        """Tell once that it is over, said to its end or stopped, as Asterisk does."""
        if saying and leg.saying == saying:
            leg.saying = ""
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
