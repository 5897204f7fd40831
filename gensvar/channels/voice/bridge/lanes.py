"""One lane for each call, so that of one call one thing is done at a time, in order."""

import asyncio
from collections.abc import Iterable

from gensvar.channels.voice.engine.interface import (
    Left,
    LegHeard,
    Offered,
    Pressed,
    Said,
    Signal,
)


class Lanes:
    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._calls: dict[str, str] = {}

    def know(self, legs: Iterable[str], call: int) -> None:
        """Know which call legs belong to whose names the engine gave."""
        self._calls |= dict.fromkeys(legs, str(call))

    def of(self, signal: Signal) -> asyncio.Lock:
        match signal:
            case Offered() | LegHeard() | Pressed():
                key = self._calls.get(signal.leg, signal.leg)
                if key.startswith("gensvar-"):
                    key = key.split("-")[1]
            case Said():
                key = signal.saying.partition("-")[0]
            case Left():
                key = signal.message.split("-")[1]
            case _:
                key = ""
        return self._locks.setdefault(key, asyncio.Lock())

    def of_call(self, call: int) -> asyncio.Lock:
        return self._locks.setdefault(str(call), asyncio.Lock())
