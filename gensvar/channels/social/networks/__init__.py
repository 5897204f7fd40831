"""What we ask of a network whose own programs' door we use; one file per network."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from gensvar.channels.social.rules import Written


class Trouble(Exception):
    """The network did not do what we asked; `words` is what it said."""

    def __init__(self, words: str) -> None:
        self.words = words[:500]
        super().__init__(self.words)


class NotLetIn(Trouble):
    """The token is wrong, was taken back, or does not allow this."""


class NotNow(Trouble):
    """It certainly did nothing, but may later; not before `until`, where it says so."""

    def __init__(self, words: str, *, until: datetime | None = None) -> None:
        self.until = until
        super().__init__(words)


class Unsure(Trouble):
    """Nobody can tell whether it was done; to ask again with the same key is harmless."""


class RefusedForGood(Trouble):
    """It will not do this, however often it is asked."""


@dataclass(frozen=True)
class Door:
    """Where a network's server is asked, and what lets us in."""

    server: str
    token: str


@dataclass(frozen=True)
class Ourselves:
    """Who the server says that we are, how long our posts may be, and whether it hides any of what
    is written to us."""

    handle: str
    most_letters: int
    hides: bool = False


@dataclass(frozen=True)
class Page:
    """What came after a place, oldest first, and the place to go on from."""

    posts: Sequence[Written] = field(default_factory=tuple)
    cursor: str = ""
    is_last: bool = True


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A reply to publish; the same `key` is never published twice."""

    to: str
    handle: str
    words: str
    visibility: str
    key: str


@dataclass(frozen=True)
class Published:
    """How the network knows our reply, and where it stands."""

    id: str
    url: str


class Network(Protocol):
    """Every call raises NotLetIn, NotNow, Unsure or RefusedForGood where it does not go well."""

    def ourselves(self, door: Door) -> Ourselves:
        """Say whose account the token opens."""

    def newest(self, door: Door) -> str:
        """Return the place after all that has been written to us until now."""

    def after(self, door: Door, cursor: str, *, at: datetime) -> Page:
        """Return what has been written to us after a place."""

    def publish(self, door: Door, answer: Answer) -> Published:
        """Publish a reply to whoever may read it by its visibility, and to nobody else."""


def network_named(name: str) -> Network | None:
    """Return the network, where we can ask it ourselves."""
    from gensvar.channels.social.networks.mastodon import MastodonNetwork

    return MastodonNetwork() if name == "mastodon" else None
