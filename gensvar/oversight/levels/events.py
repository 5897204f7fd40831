from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class IssueEvent(Event):
    """What every event of an issue carries."""

    name: ClassVar = "levels.issue-event"
    issue_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class IssueLifted(IssueEvent):
    """An issue was made on a level, or lifted to it."""

    name: ClassVar = "levels.issue-lifted"
    level: str


@dataclass(frozen=True, kw_only=True)
class IssueDecided(IssueEvent):
    """A level decided about an issue."""

    name: ClassVar = "levels.issue-decision-made"
    level: str


@dataclass(frozen=True, kw_only=True)
class IssueClosed(IssueEvent):
    name: ClassVar = "levels.issue-closed"


@dataclass(frozen=True, kw_only=True)
class WishDecided(Event):
    """The line decided about a wish."""

    name: ClassVar = "levels.wish-decision-made"
    case_id: int
    client_id: int
    agent_id: int
    outcome: str


@dataclass(frozen=True, kw_only=True)
class BoardArchived(Event):
    """A dashboard was kept as it stood for a month."""

    name: ClassVar = "levels.board-archived"
    client_id: int
    board: str
    on: str
    sha256: str
