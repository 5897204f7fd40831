"""In how many working days answers are promised, as told by the slices that promise them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gensvar.foundation.agreements.models import Client


@dataclass(frozen=True)
class AnswerTime:
    """What is answered within so many working days."""

    days: int
    name: str


_told: list[Callable[[Client], Iterable[AnswerTime]]] = []


def promises_days(tell: Callable[[Client], Iterable[AnswerTime]]) -> None:
    """Let a slice say what it promises, so that hours are refused with which it cannot be kept."""
    _told.append(tell)


def longest_answer_time(client: Client) -> AnswerTime | None:
    found = [one for tell in _told for one in tell(client)]
    return max(found, key=lambda one: one.days, default=None)
