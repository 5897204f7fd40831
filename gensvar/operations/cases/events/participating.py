"""Who follows a case beside its customer."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.operations.cases.events.base import CaseEvent


@dataclass(frozen=True, kw_only=True)
class ParticipantAdded(CaseEvent):
    """Somebody beside the customer may follow the case; without an agent, the customer said so."""

    name: ClassVar = "cases.participant-added"
    participant_id: int


@dataclass(frozen=True, kw_only=True)
class ParticipantEnded(CaseEvent):
    """Somebody follows the case no longer; without an agent, the customer said so."""

    name: ClassVar = "cases.participant-ended"
    participant_id: int


@dataclass(frozen=True, kw_only=True)
class ParticipantEntered(CaseEvent):
    """A participant opened the case with their own code."""

    name: ClassVar = "cases.participant-entered"
    participant_id: int


@dataclass(frozen=True, kw_only=True)
class ParticipantCodeAsked(CaseEvent):
    """Somebody had a participant's code sent anew; without an agent, the customer asked."""

    name: ClassVar = "cases.participant-code-asked"
    participant_id: int


@dataclass(frozen=True, kw_only=True)
class ParticipantLeft(CaseEvent):
    """A participant did not want to follow the case any longer."""

    name: ClassVar = "cases.participant-left"
    participant_id: int


@dataclass(frozen=True, kw_only=True)
class ParticipantTold(CaseEvent):
    """A participant was told that something has happened in the case."""

    name: ClassVar = "cases.participant-told"
    participant_id: int
