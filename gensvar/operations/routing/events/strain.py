"""Threatening contacts and work that is too heavy: what was found, and what was done about it."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class ContactHeated(Event):
    """An agent says that a contact was threatening; what was said is not told."""

    name: ClassVar = "routing.contact-heated"
    contact_id: int
    client_id: int
    agent_id: int
    in_a_row: int


@dataclass(frozen=True, kw_only=True)
class PauseAnswered(Event):
    """An agent who was offered a pause after a heated contact takes it, or works on."""

    name: ClassVar = "routing.contact-pause-answered"
    contact_id: int
    client_id: int
    agent_id: int
    has_paused: bool


@dataclass(frozen=True, kw_only=True)
class HeatHeardOf(Event):
    """Whoever leads says that they know of a heated contact; `agent_id` is who leads."""

    name: ClassVar = "routing.contact-heat-heard-of"
    contact_id: int
    client_id: int
    agent_id: int
    of_agent_id: int


@dataclass(frozen=True, kw_only=True)
class StrainFound(Event):
    """Somebody's work has been too heavy for too long; figures of it are not told."""

    name: ClassVar = "routing.strain-found"
    strain_id: int
    client_id: int
    agent_id: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class StrainAnswered(Event):
    """An agent whose work is too heavy takes the break that was proposed, or works on."""

    name: ClassVar = "routing.strain-answered"
    strain_id: int
    client_id: int
    agent_id: int
    has_paused: bool


@dataclass(frozen=True, kw_only=True)
class StrainSeen(Event):
    """Whoever leads has looked at an agent's strain; `agent_id` is who looked."""

    name: ClassVar = "routing.strain-seen"
    strain_id: int
    client_id: int
    agent_id: int
    of_agent_id: int


@dataclass(frozen=True, kw_only=True)
class StrainHeardOf(Event):
    """Whoever leads says that they have seen to an agent; `agent_id` is who leads."""

    name: ClassVar = "routing.strain-heard-of"
    strain_id: int
    client_id: int
    agent_id: int
    of_agent_id: int
