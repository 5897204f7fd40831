from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class CustomerAdded(Event):
    name: ClassVar = "customers.customer-added"
    customer_id: int
    client_id: int


@dataclass(frozen=True, kw_only=True)
class CustomerChanged(Event):
    """`fields` names what was changed; the values stay where they can be erased."""

    name: ClassVar = "customers.customer-changed"
    customer_id: int
    client_id: int
    agent_id: int | None
    fields: tuple[str, ...]
