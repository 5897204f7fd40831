"""Reports over the API: one's own copies, to the byte as they were sent."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.paging import Page, PageAsked, page_of
from gensvar.foundation.people.access import AgentRequest, Reach, requires, seeing_as
from gensvar.oversight.reports.actions import send_again
from gensvar.oversight.reports.models import Report
from gensvar.oversight.reports.rules import ReportKind

router = Router(tags=["reports"])
ROUTERS = {"/reports": router}


class ReportOut(Schema):
    id: int
    kind: ReportKind
    client: str = Field(description="The client's code.")
    department: str
    starts_on: date
    ends_on: date = Field(description="The first day after the period.")
    made_at: datetime
    subject: str
    sha256: str = Field(description="Of the words of the mail, as UTF-8.")

    @staticmethod
    def resolve_client(report: Report) -> str:
        return report.client.code


class WholeReport(ReportOut):
    text: str = Field(description="The mail, word for word.")
    figures: dict[str, Any]


class ReportPage(Page[ReportOut]):
    pass


class ReportAsked(PageAsked):
    kind: ReportKind | None = None


@router.get("", response=ReportPage, summary="List the reports that you were sent")
@requires("reports.read")
def list_reports(request: AgentRequest, asked: Query[ReportAsked]) -> Any:
    rows = _own(request).defer("content", "figures")
    return page_of(rows.filter(kind=asked.kind) if asked.kind else rows, asked)


@router.get("/{report_id}", response=WholeReport, summary="One report, as it was sent")
@requires("reports.read")
def one_report(request: AgentRequest, report_id: int) -> Any:
    return get_object_or_404(_own(request), pk=report_id)


@router.post("/{report_id}/sendings", response={202: ReportOut}, summary="Send a report again")
@requires("reports.send")
def send_report_again(request: AgentRequest, report_id: int) -> Any:
    report = get_object_or_404(_own(request).select_related("recipient"), pk=report_id)
    with seeing_as(Reach(clients=frozenset({report.client_id}), agent_id=request.user.pk)):
        send_again(report, by=request.user, at=now())
    return Status(202, report)


def _own(request: AgentRequest) -> Any:
    return Report.objects.filter(recipient=request.identity.agent_id).select_related("client")
