from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class RegisterEvent(Event):
    """What every event of the register carries."""

    name: ClassVar = "register.register-event"
    client_id: int
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceAdded(RegisterEvent):
    name: ClassVar = "register.place-added"
    place_id: int


@dataclass(frozen=True, kw_only=True)
class PlaceChanged(RegisterEvent):
    name: ClassVar = "register.place-changed"
    place_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ResponsibilityGiven(RegisterEvent):
    """From a day a group answers for a place; `service_id` none means every service."""

    name: ClassVar = "register.responsibility-given"
    place_id: int
    group_id: int
    service_id: int | None
    hours: str
    on: str


@dataclass(frozen=True, kw_only=True)
class ResponsibilityEnded(RegisterEvent):
    """From a day a group no longer answers for a place."""

    name: ClassVar = "register.responsibility-ended"
    place_id: int
    group_id: int
    service_id: int | None
    hours: str
    on: str


@dataclass(frozen=True, kw_only=True)
class FallbackNamed(RegisterEvent):
    """A group gets from now on what nobody is named for."""

    name: ClassVar = "register.fallback-named"
    group_id: int


@dataclass(frozen=True, kw_only=True)
class ServiceTypeAdded(RegisterEvent):
    name: ClassVar = "register.service-type-added"
    service_id: int


@dataclass(frozen=True, kw_only=True)
class ServiceTypeEnded(RegisterEvent):
    name: ClassVar = "register.service-type-ended"
    service_id: int


@dataclass(frozen=True, kw_only=True)
class FindingMade(RegisterEvent):
    """The register named nobody where somebody was asked for."""

    name: ClassVar = "register.finding-made"
    place_id: int
    service_id: int | None


@dataclass(frozen=True, kw_only=True)
class PlacesImported(RegisterEvent):
    """A table of places was brought in."""

    name: ClassVar = "register.places-imported"
    added: int
    changed: int
