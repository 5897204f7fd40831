from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class HallSet(Event):
    """A place for visits was set up, or has other desks and errands."""

    name: ClassVar = "counter.hall-set"
    hall_id: int
    client_id: int
    agent_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SittingBegun(Event):
    name: ClassVar = "counter.sitting-begun"
    desk_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class SittingEnded(Event):
    name: ClassVar = "counter.sitting-ended"
    desk_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class TicketEvent(Event):
    name: ClassVar = "counter.ticket-event"
    ticket_id: int
    contact_id: int
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class TicketDrawn(TicketEvent):
    name: ClassVar = "counter.ticket-drawn"
    errand_id: int


@dataclass(frozen=True, kw_only=True)
class TicketCalled(TicketEvent):
    name: ClassVar = "counter.ticket-called"
    desk_id: int
    times: int


@dataclass(frozen=True, kw_only=True)
class TicketEnded(TicketEvent):
    """The visit is over; `is_no_show` where nobody came when called."""

    name: ClassVar = "counter.ticket-ended"
    is_no_show: bool
