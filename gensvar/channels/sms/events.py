from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class NumberChanged(Event):
    """A number for text messages was added or changed; `fields` names what."""

    name: ClassVar = "sms.number-changed"
    number_id: int
    client_id: int
    agent_id: int | None
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TextUnreadable(Event):
    """A provider's call could not be read; a case shows it as it came."""

    name: ClassVar = "sms.text-unreadable"
    arrival_id: int
    client_id: int
    case_id: int
