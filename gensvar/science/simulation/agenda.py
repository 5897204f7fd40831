"""What is to happen in a play, the earliest first, and of the same instant what was put first."""

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Any

Do = Callable[[Any], None]


class Agenda:
    def __init__(self) -> None:
        self._entries: list[tuple[float, int, Do, Any]] = []
        self._numbers = count()

    def put(self, at: float, do: Do, what: object) -> None:
        heappush(self._entries, (at, next(self._numbers), do, what))

    @property
    def next_at(self) -> float:
        """When the next is due; infinite where nothing is."""
        return self._entries[0][0] if self._entries else inf

    def take(self) -> tuple[float, Do, Any]:
        """Return when the next is due, and what is to be done with what."""
        at, _number, do, what = heappop(self._entries)
        return at, do, what
