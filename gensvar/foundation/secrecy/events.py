from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class AccessListAdded(Event):
    name: ClassVar = "secrecy.access-list-added"
    client_id: int
    access_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class AccessListRenamed(Event):
    name: ClassVar = "secrecy.access-list-renamed"
    client_id: int
    access_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class AccessGiven(Event):
    """A person or a group may from now on read the cases of a list; `agent_id` gave it."""

    name: ClassVar = "secrecy.access-given"
    client_id: int
    access_id: int
    agent_id: int | None
    to_agent_id: int | None
    to_group_id: int | None


@dataclass(frozen=True, kw_only=True)
class AccessTaken(Event):
    """A person or a group may no longer read the cases of a list; `agent_id` took it."""

    name: ClassVar = "secrecy.access-taken"
    client_id: int
    access_id: int
    agent_id: int | None
    from_agent_id: int | None
    from_group_id: int | None
