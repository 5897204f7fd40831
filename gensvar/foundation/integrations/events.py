from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class TokenMade(Event):
    name: ClassVar = "integrations.token-made"
    token_id: int
    client_id: int | None
    agent_id: int | None
    scopes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TokenRevoked(Event):
    name: ClassVar = "integrations.token-revoked"
    token_id: int
    client_id: int | None
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class ListExported(Event):
    """Somebody took a whole list out of the system."""

    name: ClassVar = "integrations.list-exported"
    agent_id: int | None
    listed: str
    format: str


@dataclass(frozen=True, kw_only=True)
class WebhookEvent(Event):
    """What every event about a webhook carries."""

    name: ClassVar = "integrations.webhook-event"
    webhook_id: int
    client_id: int | None
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class WebhookAdded(WebhookEvent):
    name: ClassVar = "integrations.webhook-added"


@dataclass(frozen=True, kw_only=True)
class WebhookChanged(WebhookEvent):
    name: ClassVar = "integrations.webhook-changed"


@dataclass(frozen=True, kw_only=True)
class WebhookEnded(WebhookEvent):
    name: ClassVar = "integrations.webhook-ended"


@dataclass(frozen=True, kw_only=True)
class WebhookTested(WebhookEvent):
    """Somebody asked for a message to try the address with."""

    name: ClassVar = "integrations.webhook-tested"


@dataclass(frozen=True, kw_only=True)
class WebhookGaveUp(WebhookEvent):
    """An event could not be told, however often it was tried."""

    name: ClassVar = "integrations.webhook-gave-up"
    delivery_id: int
