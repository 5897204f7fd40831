from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class AccountChanged(Event):
    """A client's account in a network was added or changed; `fields` names what."""

    name: ClassVar = "social.social-account-changed"
    account_id: int
    client_id: int
    agent_id: int | None
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AccountJoined(Event):
    """From now on we fetch what is written to an account, and publish replies, by ourselves."""

    name: ClassVar = "social.social-account-joined"
    account_id: int
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class AccountLeft(Event):
    """We fetch nothing more from an account's network, and have forgotten what let us in."""

    name: ClassVar = "social.social-account-left"
    account_id: int
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class AccountUnreachable(Event):
    """An account's network does not let us in, or does not answer; told once, when it begins."""

    name: ClassVar = "social.social-account-unreachable"
    account_id: int
    client_id: int


@dataclass(frozen=True, kw_only=True)
class AccountReachedAgain(Event):
    name: ClassVar = "social.social-account-reached-again"
    account_id: int
    client_id: int


@dataclass(frozen=True, kw_only=True)
class PostsTakenIn(Event):
    name: ClassVar = "social.posts-taken-in"
    intake_id: int
    account_id: int
    client_id: int
    agent_id: int | None
    way: str
    taken: int
    known: int


@dataclass(frozen=True, kw_only=True)
class PostTakenIn(Event):
    """A post became a contact of a case; `keep_until` is the last day it is kept."""

    name: ClassVar = "social.post-taken-in"
    post_id: int
    client_id: int
    contact_id: int
    case_id: int
    keep_until: str


@dataclass(frozen=True, kw_only=True)
class ReplyPosted(Event):
    """Somebody published our reply by hand where the post stands."""

    name: ClassVar = "social.reply-posted"
    outgoing_id: int
    contact_id: int
    client_id: int
    agent_id: int
    url: str
