from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class CaseTypeEvent(Event):
    """What every event about a case type carries."""

    name: ClassVar = "casetypes.case-type-event"
    client_id: int
    agent_id: int | None
    case_type_id: int


@dataclass(frozen=True, kw_only=True)
class CaseTypeAdded(CaseTypeEvent):
    name: ClassVar = "casetypes.case-type-added"
    service: str


@dataclass(frozen=True, kw_only=True)
class CaseTypeChanged(CaseTypeEvent):
    """The template has a new version; `fields` names what differs from the one before."""

    name: ClassVar = "casetypes.case-type-changed"
    number: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CaseTypeMadeDefault(CaseTypeEvent):
    name: ClassVar = "casetypes.case-type-made-default"


@dataclass(frozen=True, kw_only=True)
class CaseTypeRetired(CaseTypeEvent):
    name: ClassVar = "casetypes.case-type-retired"


@dataclass(frozen=True, kw_only=True)
class CaseTypeRestored(CaseTypeEvent):
    name: ClassVar = "casetypes.case-type-restored"
