from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class ChatSettingsChanged(Event):
    """What a client has decided about chat is another; `fields` names what."""

    name: ClassVar = "chat.chat-settings-changed"
    client_id: int
    agent_id: int | None
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ChatBegun(Event):
    """A customer has begun to chat and waits, or has left a message where nobody could answer."""

    name: ClassVar = "chat.chat-begun"
    chat_id: int
    contact_id: int
    case_id: int
    client_id: int
    is_left: bool = False


@dataclass(frozen=True, kw_only=True)
class ChatLineWritten(Event):
    """Somebody wrote a line in a chat: an agent, or without one the customer."""

    name: ClassVar = "chat.chat-line-written"
    chat_id: int
    contact_id: int
    message_id: int
    case_id: int
    client_id: int
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ChatSwitched(Event):
    """The customer is answered in another way; what was written stays in the case."""

    name: ClassVar = "chat.chat-switched"
    chat_id: int
    contact_id: int
    case_id: int
    client_id: int
    way: str
    promise_id: int | None
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ChatCopySent(Event):
    """A copy of a chat is on its way to the customer."""

    name: ClassVar = "chat.chat-copy-sent"
    chat_id: int
    case_id: int
    client_id: int
    outgoing_id: int


@dataclass(frozen=True, kw_only=True)
class ChatEnded(Event):
    """A chat is over; `by` tells through whom."""

    name: ClassVar = "chat.chat-ended"
    chat_id: int
    contact_id: int
    case_id: int
    client_id: int
    by: str
    seconds: float
    agent_id: int | None = None
