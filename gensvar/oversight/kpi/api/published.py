"""Figures as they were published, and the acts of publishing and restating."""

from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.paging import Page, PageAsked, page_of
from gensvar.foundation.integrations.parameters import Date
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.oversight.kpi.api.answering import exact
from gensvar.oversight.kpi.api.asking import PeriodAsked, figures_asked
from gensvar.oversight.kpi.models import PublishedFigure
from gensvar.oversight.kpi.publishing import publish_figure, restate_figure
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.periods import Period, clients_with_figures
from gensvar.oversight.kpi.queries.published import figure_of
from gensvar.science.kpi.telling import NO_VALUE

router = Router(tags=["figures"])


class PublishedWay(Schema):
    key: str
    shown: str = Field(description="As it was shown, with a decimal point, without a unit.")
    part: float | None = Field(description="Null where so few are not told.")
    whole: float | None
    value: float | None


class PublishedOut(Schema):
    id: int
    client: str
    code: str
    version: int = Field(description="Of the definition.")
    from_: date = Field(alias="from")
    to: date = Field(description="The last day.")
    limits: dict[str, float]
    figures: list[PublishedWay]
    digest: str = Field(description="The data hash: SHA-256.")
    published_at: datetime
    published_by: str
    restates: int | None = Field(description="Stands in place of this one, which is kept.")
    because: str


class PublishedPage(Page[PublishedOut]):
    pass


class PublishedAsked(PageAsked):
    client: str = Field("", max_length=40, description="A client's code; without, all of yours.")
    code: str = Field("", max_length=12, description="Only of this measure.")
    since: Date | None = Field(None, description="Only of periods that begin on it or later.")


class PublishIn(Schema):
    client: str = Field("", max_length=40)
    code: str = Field(max_length=12, examples=["K02"])
    from_: date = Field(alias="from")
    to: date = Field(description="The last day, included.")


class RestateIn(Schema):
    because: str = Field(max_length=500)
    by_todays: bool = Field(False, description="By the definition and limits in force today.")


@router.get("", response=PublishedPage, by_alias=True, summary="List published figures")
@requires("reports.read")
def list_published(request: AgentRequest, asked: Query[PublishedAsked]) -> Any:
    """Figures as they were published, the newest first, with those that they restate."""
    clients = [
        one for one in clients_with_figures(request.identity) if asked.client in {"", one.code}
    ]
    rows = PublishedFigure.objects.filter(client__in=clients).select_related("client", "by")
    rows = rows.filter(code=asked.code) if asked.code else rows
    rows = rows.filter(starts_on__gte=asked.since) if asked.since else rows
    page = page_of(rows, asked)
    items: Any = page["items"]
    return {**page, "items": [_out(row) for row in items]}


@router.get("/{figure_id}", response=PublishedOut, by_alias=True, summary="A published figure")
@requires("reports.read")
def one_published(request: AgentRequest, figure_id: int) -> Any:
    return _out(_readable(request, figure_id))


@router.post("", response={201: PublishedOut}, by_alias=True, summary="Publish a figure")
@requires("reports.write")
def publish(request: AgentRequest, body: PublishIn) -> Any:
    """Let a measure's figure stand for a period that is over and whole."""
    asked = PeriodAsked.model_validate({"client": body.client, "from": body.from_, "to": body.to})
    client, period = figures_asked(request, asked)
    if client.pk not in reach(request.identity, "reports.write").clients:
        raise Http404
    definition = known_definitions(client).get(body.code)
    if definition is None:
        raise invalid("#/code", _("There is no such measure."))
    return Status(201, _out(publish_figure(client, definition, period, by=request.user, at=now())))


@router.post(
    "/{figure_id}/restatements",
    response={201: PublishedOut},
    by_alias=True,
    summary="Restate a published figure",
)
@requires("reports.write")
def restate(request: AgentRequest, figure_id: int, body: RestateIn) -> Any:
    """Publish a figure anew, with the reason; the one before is kept."""
    found = _readable(request, figure_id)
    if found.client_id not in reach(request.identity, "reports.write").clients:
        raise Http404
    row = restate_figure(found, body.because, by=request.user, at=now(), by_todays=body.by_todays)
    return Status(201, _out(row))


def _readable(request: AgentRequest, figure_id: int) -> PublishedFigure:
    rows = PublishedFigure.objects.filter(client__in=clients_with_figures(request.identity))
    return get_object_or_404(rows.select_related("client", "by"), pk=figure_id)


def _out(row: PublishedFigure) -> dict[str, Any]:
    return {
        "id": row.pk,
        "client": row.client.code,
        "code": row.code,
        "version": row.version,
        "from": row.starts_on,
        "to": Period(row.starts_on, row.ends_on).last_day,
        "limits": row.figures["limits"],
        "figures": [_way(key, kept) for key, kept in row.figures["ways"].items()],
        "digest": row.digest,
        "published_at": row.at,
        "published_by": row.by.name,
        "restates": row.restates_id,
        "because": row.because,
    }


def _way(key: str, kept: dict[str, Any] | None) -> dict[str, Any]:
    if kept is None:
        return {"key": key, "shown": NO_VALUE, "part": None, "whole": None, "value": None}
    found = figure_of(kept)
    return {
        "key": key,
        "shown": kept["shown"],
        "part": exact(found.part),
        "whole": exact(found.whole),
        "value": exact(found.value),
    }
