"""How an order goes from made to done, and what it is called."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final


class WorkStage(StrEnum):
    ORDERED = "ordered"
    STARTED = "started"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


WAYS: Final[Mapping[WorkStage, frozenset[WorkStage]]] = {
    WorkStage.ORDERED: frozenset({WorkStage.STARTED, WorkStage.CANCELLED}),
    WorkStage.STARTED: frozenset({WorkStage.PAUSED, WorkStage.DONE}),
    WorkStage.PAUSED: frozenset({WorkStage.STARTED, WorkStage.CANCELLED}),
    WorkStage.DONE: frozenset(),
    WorkStage.CANCELLED: frozenset(),
}
OVER: Final = frozenset({WorkStage.DONE, WorkStage.CANCELLED})


def may_go(start: WorkStage, to: WorkStage) -> bool:
    return to in WAYS[start]


def code(number: int) -> str:
    """Return what an order is called.

    >>> code(881)
    'A-881'
    """
    return f"A-{number}"


def promised_or_planned(promised: datetime | None, planned: datetime | None) -> datetime | None:
    """Return by when an order shall be done: what was promised, else what was planned."""
    return promised or planned


def is_late(due: datetime | None, finished: datetime | None, *, at: datetime) -> bool:
    """Say whether an order was, or by now is, finished too late."""
    return due is not None and (finished or at) > due
