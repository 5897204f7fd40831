from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class ReportSent(Event):
    """A report left; `agent_id` is who asked for it again, nobody where it left by itself."""

    name: ClassVar = "reports.report-sent"
    client_id: int
    agent_id: int | None
    report_id: int
    kind: str
    department: str
    recipient_id: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class CommentWritten(Event):
    name: ClassVar = "reports.comment-written"
    client_id: int
    agent_id: int
    comment_id: int


@dataclass(frozen=True, kw_only=True)
class MeetingPlanned(Event):
    name: ClassVar = "reports.meeting-planned"
    client_id: int
    agent_id: int
    meeting_id: int


@dataclass(frozen=True, kw_only=True)
class MeetingHeld(Event):
    name: ClassVar = "reports.meeting-held"
    client_id: int
    agent_id: int
    meeting_id: int
