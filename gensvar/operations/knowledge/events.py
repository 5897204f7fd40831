from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class CatalogueEvent(Event):
    """What every event about the catalogue carries."""

    name: ClassVar = "knowledge.catalogue-event"
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class AreaAdded(CatalogueEvent):
    name: ClassVar = "knowledge.area-added"
    area_id: int


@dataclass(frozen=True, kw_only=True)
class AreaChanged(CatalogueEvent):
    name: ClassVar = "knowledge.area-changed"
    area_id: int
    fields: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SubjectAdded(CatalogueEvent):
    name: ClassVar = "knowledge.subject-added"
    subject_id: int


@dataclass(frozen=True, kw_only=True)
class SubjectChanged(CatalogueEvent):
    """`fields` names what was changed; area and group are named by id in `old` and `new`."""

    name: ClassVar = "knowledge.subject-changed"
    subject_id: int
    fields: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SubjectRetired(CatalogueEvent):
    name: ClassVar = "knowledge.subject-retired"
    subject_id: int


@dataclass(frozen=True, kw_only=True)
class SubjectRestored(CatalogueEvent):
    name: ClassVar = "knowledge.subject-restored"
    subject_id: int


@dataclass(frozen=True, kw_only=True)
class CatalogueImported(CatalogueEvent):
    name: ClassVar = "knowledge.catalogue-imported"
    added: int
    changed: int
