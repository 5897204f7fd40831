"""What another exchange told of: the same as calls of our own, and never mistaken for them."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class LogImported(Event):
    """A log was brought in, with so many calls that were new."""

    name: ClassVar = "exchange.log-import-made"
    log_import_id: int
    client_id: int
    calls: int
    refused: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class ImportedCallQueued(Event):
    """A call began to wait."""

    name: ClassVar = "exchange.imported-call-queued"
    imported_call_id: int
    client_id: int
    queue_id: int


@dataclass(frozen=True, kw_only=True)
class ImportedCallLeft(Event):
    """Its wait was over: answered, abandoned or sent elsewhere."""

    name: ClassVar = "exchange.imported-call-left"
    imported_call_id: int
    client_id: int
    queue_id: int
    outcome: str
    waited_seconds: float


@dataclass(frozen=True, kw_only=True)
class ImportedCallCompleted(Event):
    """Whoever answered was done with it; what they did afterwards a log does not tell."""

    name: ClassVar = "exchange.imported-call-completed"
    imported_call_id: int
    client_id: int
    queue_id: int
    talked_seconds: float
    wrap_up_seconds: float


@dataclass(frozen=True, kw_only=True)
class ImportedCallTransferred(Event):
    """It was sent on; `before` tells whether those two had spoken, as of a call of ours."""

    name: ClassVar = "exchange.imported-call-transferred"
    imported_call_id: int
    client_id: int
    queue_id: int
    before: str
