from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class ClientAdded(Event):
    """The record of it is nobody's own: it was written before anybody could see the client."""

    name: ClassVar = "agreements.client-added"
    new_client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class ClientChanged(Event):
    """`fields` names what was changed; `old` and `new` are in the same order."""

    name: ClassVar = "agreements.client-changed"
    client_id: int
    agent_id: int
    fields: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TextWritten(Event):
    """A new version of a text that leaves by itself."""

    name: ClassVar = "agreements.text-written"
    client_id: int
    agent_id: int
    text_id: int
    use: str
    language: str


@dataclass(frozen=True, kw_only=True)
class TextWithdrawn(Event):
    """A version that had not begun to hold was taken back."""

    name: ClassVar = "agreements.text-withdrawn"
    client_id: int
    agent_id: int
    text_id: int
    use: str
    language: str
