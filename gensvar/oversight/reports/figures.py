"""Count one number of a report for one person, ready to be kept, sent and shown."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.reports.models import Comment
from gensvar.oversight.reports.queries.agenda import agenda_of
from gensvar.oversight.reports.queries.overdue import overdue_in
from gensvar.oversight.reports.queries.statistics import statistics_of
from gensvar.oversight.reports.rules import Issue, ReportKind
from gensvar.science.worktime.calendar import Calendar


@dataclass(frozen=True)
class Counted:
    """The figures by name, as they are kept, and what somebody wanted said beside them."""

    figures: dict[str, Any]
    comment: str


def counted(
    client: Client, department: str, issue: Issue, *, calendar: Calendar, at: datetime
) -> Counted:
    """Return the figures as the caller's reach allows; statistics are the same for everybody."""
    given: dict[str, Any] = {"calendar": calendar, "at": at}
    if issue.kind == ReportKind.OVERDUE:
        found: Any = overdue_in(client, department, **given)
    elif issue.kind == ReportKind.STATISTICS:
        first, after = issue.starts_on, issue.ends_on
        found = statistics_of(client, department, starts_on=first, ends_on=after, **given)
    else:
        found = agenda_of(client, department, starts_on=issue.starts_on, **given)
    return Counted(asdict(found), _comment(client, department, issue))


def _comment(client: Client, department: str, issue: Issue) -> str:
    written = Comment.objects.filter(
        client=client, department=department, kind=issue.kind, starts_on=issue.starts_on
    )
    newest = written.order_by("-at", "-pk").first()
    return newest.text if newest else ""
