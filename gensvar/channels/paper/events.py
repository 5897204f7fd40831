from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class PaperEvent(Event):
    name: ClassVar = "paper.paper-event"
    paper_id: int
    client_id: int
    agent_id: int | None
    received_on: str


@dataclass(frozen=True, kw_only=True)
class PaperNoted(PaperEvent):
    """A letter or fax was scanned or noted, with the day on which it was received."""

    name: ClassVar = "paper.paper-noted"
    channel: str
    is_scanned: bool


@dataclass(frozen=True, kw_only=True)
class PaperDated(PaperEvent):
    """The day of receipt was put right before registration; `before` is what stood there."""

    name: ClassVar = "paper.paper-dated"
    before: str


@dataclass(frozen=True, kw_only=True)
class PaperRegistered(PaperEvent):
    """A paper became a contact, of a case or of none."""

    name: ClassVar = "paper.paper-registered"
    contact_id: int
    case_id: int | None


@dataclass(frozen=True, kw_only=True)
class LetterPosted(Event):
    """Somebody put a letter of ours in the post."""

    name: ClassVar = "paper.letter-posted"
    outgoing_id: int
    contact_id: int
    client_id: int
    agent_id: int
    posted_on: str
