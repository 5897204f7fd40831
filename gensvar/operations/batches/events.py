"""What is announced of batches; each act on each case is announced by itself too."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class BatchEvent(Event):
    name: ClassVar = "batches.batch-event"
    batch_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class BatchAsked(BatchEvent):
    """Somebody wants to see what an act would do with many cases."""

    name: ClassVar = "batches.batch-asked"
    act: str
    cases: int


@dataclass(frozen=True, kw_only=True)
class BatchConfirmed(BatchEvent):
    name: ClassVar = "batches.batch-confirmed"
    act: str


@dataclass(frozen=True, kw_only=True)
class BatchDone(BatchEvent):
    name: ClassVar = "batches.batch-done"
    done: int
    skipped: int


@dataclass(frozen=True, kw_only=True)
class BatchUndoAsked(BatchEvent):
    name: ClassVar = "batches.batch-undo-asked"


@dataclass(frozen=True, kw_only=True)
class BatchUndone(BatchEvent):
    name: ClassVar = "batches.batch-undone"
    undone: int
    kept: int
