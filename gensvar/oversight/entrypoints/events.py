from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class EntryPointEvent(Event):
    name: ClassVar = "entrypoints.entry-point-event"
    client_id: int
    agent_id: int
    entry_id: int


@dataclass(frozen=True, kw_only=True)
class EntryPointPublished(EntryPointEvent):
    name: ClassVar = "entrypoints.entry-point-published"


@dataclass(frozen=True, kw_only=True)
class EntryPointChanged(EntryPointEvent):
    name: ClassVar = "entrypoints.entry-point-changed"
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class EntryPointTried(EntryPointEvent):
    name: ClassVar = "entrypoints.entry-point-tried"
    worked: bool


@dataclass(frozen=True, kw_only=True)
class EntryPointWithdrawn(EntryPointEvent):
    """It is published no more."""

    name: ClassVar = "entrypoints.entry-point-withdrawn"
