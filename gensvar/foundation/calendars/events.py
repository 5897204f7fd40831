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
