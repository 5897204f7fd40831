from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class DisruptionEvent(Event):
    """What every event of a disruption carries."""

    name: ClassVar = "disruptions.disruption-event"
    disruption_id: int
    client_id: int
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class DisruptionBegun(DisruptionEvent):
    name: ClassVar = "disruptions.disruption-begun"


@dataclass(frozen=True, kw_only=True)
class DisruptionChanged(DisruptionEvent):
    name: ClassVar = "disruptions.disruption-changed"
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DisruptionEnded(DisruptionEvent):
    """It is over, and whoever follows it shall hear."""

    name: ClassVar = "disruptions.disruption-ended"


@dataclass(frozen=True, kw_only=True)
class DisruptionFollowed(DisruptionEvent):
    """A customer asked on the portal to hear when it is over."""

    name: ClassVar = "disruptions.disruption-followed"
    customer_id: int
