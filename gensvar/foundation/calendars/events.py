from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class HoursChanged(Event):
    """A channel's week; `old` and `new` hold a line for each weekday, Monday first."""

    name: ClassVar = "calendars.hours-changed"
    client_id: int
    agent_id: int
    channel: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class HoursPlanned(Event):
    """A channel's week from a coming day on; otherwise as in HoursChanged."""

    name: ClassVar = "calendars.hours-planned"
    client_id: int
    agent_id: int
    channel: str
    on: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PublicHolidaysChosen(Event):
    """Whose public holidays a client is closed on from a day; `on` is empty where since ever."""

    name: ClassVar = "calendars.public-holidays-chosen"
    client_id: int
    agent_id: int
    country: str
    with_eves: bool
    on: str


@dataclass(frozen=True, kw_only=True)
class ClosingDaysImported(Event):
    """Closing days were read from a file; `days` holds each new one."""

    name: ClassVar = "calendars.closing-days-imported"
    client_id: int
    agent_id: int
    days: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DeviationPublished(Event):
    """A day with other hours; `channel` is empty where it holds for all."""

    name: ClassVar = "calendars.deviation-published"
    client_id: int
    agent_id: int
    channel: str
    on: str
    hours: str


@dataclass(frozen=True, kw_only=True)
class DeviationWithdrawn(Event):
    name: ClassVar = "calendars.deviation-withdrawn"
    client_id: int
    agent_id: int
    channel: str
    on: str
