from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class OutlineComposed(Event):
    """What a report is made of was written down, or changed."""

    name: ClassVar = "publications.outline-composed"
    client_id: int
    outline_id: int
    measures: list[str]
    tables: list[str]
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class RemarkWritten(Event):
    name: ClassVar = "publications.remark-written"
    client_id: int
    outline_id: int
    remark_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class ReportPublished(Event):
    """A report stands for a period; with `restates_id` in place of another."""

    name: ClassVar = "publications.report-published"
    client_id: int
    outline_id: int
    publication_id: int
    starts_on: str
    digest: str
    restates_id: int | None
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class ReportDelivered(Event):
    """A published report left by mail; nobody's `agent_id`: by itself."""

    name: ClassVar = "publications.report-delivered"
    client_id: int
    publication_id: int
    recipient_id: int
    sha256: str
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class SubscriptionBegun(Event):
    name: ClassVar = "publications.subscription-begun"
    client_id: int
    outline_id: int
    recipient_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class SubscriptionEnded(Event):
    name: ClassVar = "publications.subscription-ended"
    client_id: int
    outline_id: int
    recipient_id: int
    agent_id: int
