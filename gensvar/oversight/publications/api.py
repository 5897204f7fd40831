"""Published reports over the API: what each tells, and the very bytes that everybody is given."""

from datetime import date, datetime, timedelta
from typing import Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import export
from gensvar.foundation.integrations.listing import AS_FILE
from gensvar.foundation.integrations.paging import Page, PageAsked, page_of
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.periods import clients_with_figures
from gensvar.oversight.publications.actions import file_name
from gensvar.oversight.publications.exporting import COLUMNS, rows_of
from gensvar.oversight.publications.models import Publication, Rendition
from gensvar.oversight.publications.queries import reports_of

router = Router(tags=["figures"])
ROUTERS = {"/published-reports": router}


class PublishedReport(Schema):
    id: int
    client: str = Field(description="The client's code.")
    name: str
    from_: date = Field(alias="from")
    to: date = Field(description="The last day.")
    published_at: datetime
    published_by: str
    digest: str = Field(description="SHA-256 over all that the report says.")
    restates: int | None = Field(description="Stands in place of this one, which is kept.")
    because: str


class ReportRow(Schema):
    part: str = Field(description="The code of a measure, or the name of a table.")
    name: str
    way: str
    numerator: float | None = Field(description="Null where so few are not told.")
    denominator: float | None
    value: float | None
    shown: str
    unit: str
    version: int | None = Field(description="Of the definition.")
    digest: str = Field(description="The data hash of the figure.")


class RenditionOut(Schema):
    language: str
    form: str
    sha256: str


class WholePublishedReport(PublishedReport):
    items: list[ReportRow]
    renditions: list[RenditionOut]


class PublishedReportPage(Page[PublishedReport]):
    pass


class ReportsAsked(PageAsked):
    client: str = Field("", max_length=40, description="A client's code; without, all of yours.")


class PublishedReportAsked(Schema):
    format: Literal["csv", "xlsx", "json"] | None = Field(None, description="As a file.")


class RenditionAsked(Schema):
    language: Literal["sv", "en"] = "sv"


@router.get("", response=PublishedReportPage, by_alias=True, summary="List published reports")
@requires("reports.read")
def list_published_reports(request: AgentRequest, asked: Query[ReportsAsked]) -> Any:
    """Reports as they were published, the newest first, with those that they restate."""
    page = page_of(_readable(request, asked.client), asked)
    items: Any = page["items"]
    return {**page, "items": [_out(row) for row in items]}


@router.get(
    "/{report_id}",
    response=WholePublishedReport,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="One published report",
)
@requires("reports.read")
def one_published_report(
    request: AgentRequest, report_id: int, asked: Query[PublishedReportAsked]
) -> Any:
    """Every figure with numerator and denominator, as it was published; or that as a file."""
    found = get_object_or_404(_readable(request), pk=report_id)
    if asked.format:
        agent = request.identity.agent_id
        note_export("publications.report", format=asked.format, agent_id=agent, at=now())
        rows = [(found, row) for row in rows_of(found)]
        return export(rows, COLUMNS, asked.format, name=file_name(found))
    renditions = found.renditions.defer("content").order_by("language", "form")
    return {**_out(found), "items": list(rows_of(found)), "renditions": list(renditions)}


@router.get("/{report_id}/renditions/{form}", summary="A published report as text, page or PDF")
@requires("reports.read")
def rendition(
    request: AgentRequest,
    report_id: int,
    form: str,
    asked: Query[RenditionAsked],
) -> Any:
    """The bytes that everybody is given, as txt, html or pdf; their SHA-256 is in the report."""
    found = get_object_or_404(_readable(request), pk=report_id)
    row = get_object_or_404(Rendition, publication=found, form=form, language=asked.language)
    kinds = {"txt": "text/plain", "html": "text/html", "pdf": "application/pdf"}
    answer = HttpResponse(bytes(row.content), content_type=kinds[row.form])
    answer["Content-Disposition"] = f'attachment; filename="{file_name(found)}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _readable(request: AgentRequest, client: str = "") -> Any:
    clients = clients_with_figures(request.identity)
    return reports_of([one for one in clients if client in {"", one.code}])


def _out(row: Publication) -> dict[str, Any]:
    return {
        "id": row.pk,
        "client": row.client.code,
        "name": row.name,
        "from": row.starts_on,
        "to": row.ends_on - timedelta(days=1),
        "published_at": row.at,
        "published_by": row.by.name,
        "digest": row.digest,
        "restates": row.restates_id,
        "because": row.because,
    }
