"""What is announced of cases that are erased or held back."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event
from gensvar.operations.cases.events.base import CaseEvent


@dataclass(frozen=True, kw_only=True)
class CaseHeld(CaseEvent):
    """Somebody has said why a case must not be erased."""

    name: ClassVar = "disposal.case-held"
    hold_id: int


@dataclass(frozen=True, kw_only=True)
class CaseReleased(CaseEvent):
    """A case may be erased in its time again."""

    name: ClassVar = "disposal.case-released"
    hold_id: int


@dataclass(frozen=True, kw_only=True)
class CaseDisposed(CaseEvent):
    """What was said in a case is erased, with the words of these contacts."""

    name: ClassVar = "disposal.case-disposed"
    contact_ids: tuple[int, ...] = ()
    type_version: int = 0


@dataclass(frozen=True, kw_only=True)
class ProtocolWritten(Event):
    """A protocol of what was erased is kept."""

    name: ClassVar = "disposal.protocol-written"
    client_id: int
    protocol_id: int
