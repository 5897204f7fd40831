"""Figures as they were published: all of them, one with those it restates, and the acts."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.timezone import now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.oversight.kpi.forms import RestateForm
from gensvar.oversight.kpi.models import PublishedFigure
from gensvar.oversight.kpi.publishing import publish_figure, restate_figure
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.published import (
    Standing,
    content_of,
    figure_of,
    hindrance,
    published,
    standing,
)
from gensvar.oversight.kpi.queries.told import Told
from gensvar.oversight.kpi.views.asking import Shown, shown
from gensvar.oversight.kpi.views.wording import UNITS, amount_said, language, name_of, worded
from gensvar.science.kpi.definitions import Definition, Measure

MOST_LISTED = 200


@dataclass(frozen=True)
class Kept:
    """A way of counting as it was published."""

    name: str
    key: str
    unit: str
    part: Fraction | None
    whole: Fraction | None
    value: Fraction | None
    shown: str
    made_of: str


@dataclass(frozen=True)
class Exported:
    """A row of a file: a way of counting of a published figure."""

    figure: PublishedFigure
    definition: Definition
    kept: Kept

    @property
    def days(self) -> str:
        period = Period(self.figure.starts_on, self.figure.ends_on)
        return f"{period.starts_on} – {period.last_day}"


COLUMNS: list[Column[Exported]] = [
    Column("id", lambda row: row.figure.pk, _("Number")),
    Column("code", lambda row: row.figure.code, pgettext_lazy("measure", "Code")),
    Column("name", lambda row: row.definition.said(language()), _("Measure")),
    Column("way", lambda row: row.kept.key, _("Way of counting")),
    Column("version", lambda row: row.figure.version, _("Version")),
    Column("from", lambda row: row.figure.starts_on, _("From")),
    Column(
        "to",
        lambda row: Period(row.figure.starts_on, row.figure.ends_on).last_day,
        pgettext_lazy("days", "To"),
    ),
    Column("unit", lambda row: row.kept.unit, _("Unit")),
    Column("numerator", lambda row: plain(row.kept.part), _("Numerator")),
    Column("denominator", lambda row: plain(row.kept.whole), _("Denominator")),
    Column("value", lambda row: plain(row.kept.value), _("Result")),
    Column("shown", lambda row: row.kept.shown, _("Shown")),
    Column("digest", lambda row: row.figure.digest, _("Data hash")),
    Column("published_at", lambda row: row.figure.at, _("Published")),
    Column("restates", lambda row: row.figure.restates_id, _("In place of")),
    Column("because", lambda row: row.figure.because, _("Why")),
]


def plain(value: Fraction | None) -> float | int | None:
    """Return a number exact to six decimals."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round(float(value), 6)


def figures_said(figure: PublishedFigure) -> list[Kept]:
    """Return each way of counting of a published figure, in words."""
    definition = known_definitions(figure.client).get(figure.code)
    return [] if definition is None else list(_kept(figure, definition))


def _kept(figure: PublishedFigure, definition: Definition) -> list[Kept]:
    version = definition.versions[figure.version - 1]
    ways = figure.figures["ways"]
    return [_said(definition, one, ways[one.key]) for one in version.measures if one.key in ways]


def _said(definition: Definition, measure: Measure, kept: dict[str, Any] | None) -> Kept:
    unit, _decimals = definition.unit_of(measure)
    words = {"name": name_of(definition, measure), "key": measure.key, "unit": str(UNITS[unit])}
    if kept is None:
        return Kept(**words, part=None, whole=None, value=None, shown="–", made_of="")
    found = figure_of(kept)
    made_of = ""
    if found.is_division and found.part is not None and found.whole is not None:
        made_of = f"{amount_said(found.part)} / {amount_said(found.whole)}"
    return Kept(
        **words,
        part=found.part,
        whole=found.whole,
        value=found.value,
        shown=worded(kept["shown"], unit),
        made_of=made_of,
    )


def publication_of(request: AgentRequest, one: Told, *, at: datetime) -> dict[str, Any]:
    """Return what was published for the shown days; parts of a measure are not."""
    code, client, period = one.definition.code, one.client, one.period
    is_of_all = one.queue is None and not one.channel
    kept = published(code, client, period) if is_of_all else []
    may_write = request.identity.may("reports.write", client_id=client.pk)
    is_told = is_of_all and one.figures is not None
    return {
        "standing": standing(kept, at=at) if kept else None,
        "figures_said": figures_said,
        "may_publish": is_told
        and not kept
        and may_write
        and not hindrance(code, client, period, at=at),
    }


@require_safe
@requires("reports.read")
def listed(request: AgentRequest) -> HttpResponseBase:
    """List the figures that a client has published, the newest first."""
    asked = shown(request)
    rows = PublishedFigure.objects.filter(client=asked.client).select_related("by", "client")
    known = known_definitions(asked.client)
    found = [
        Exported(row, known[row.code], kept)
        for row in rows.order_by("-pk")[:MOST_LISTED]
        if row.code in known
        for kept in _kept(row, known[row.code])
    ]
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        note_export("kpi.published", format=wanted, agent_id=request.user.pk, at=now())
        return export(found, COLUMNS, Format(wanted), name="publicerat")
    heads = {row.figure.pk: row for row in reversed(found)}
    context = {"shown": asked, "rows": sorted(heads.values(), key=lambda row: -row.figure.pk)}
    return render(request, "kpi/publications.html", context)


@require_POST
@requires("reports.write")
def publish(request: AgentRequest, code: str) -> HttpResponse:
    """Let the figure of the shown days stand."""
    asked = _may_write(request)
    definition = known_definitions(asked.client).get(code)
    if definition is None:
        raise Http404
    row = publish_figure(asked.client, definition, asked.period, by=request.user, at=now())
    messages.success(request, _now("The figure is published. It stands, whatever comes late."))
    return redirect("kpi:published", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.read")
def restate(request: AgentRequest, figure_id: int) -> HttpResponse:
    """Show a published figure with those it restates, and take the reason to restate it."""
    rows = PublishedFigure.objects.select_related("client")
    found = rows.filter(pk=figure_id).first()
    if found is None:
        raise Http404
    period = Period(found.starts_on, found.ends_on)
    versions = published(found.code, found.client, period)
    may_write = found.client_id in reach(request.identity, "reports.write").clients
    form = RestateForm(request.POST or None)
    if request.method == "POST":
        if not may_write:
            raise Http404
        if form.is_valid() and (row := _restated(request, versions[-1], form)):
            return redirect("kpi:published", row.pk)
    stands = standing(versions, at=now())
    definition = known_definitions(found.client)[found.code]
    days = {"start": period.starts_on.isoformat(), "end": period.last_day.isoformat()}
    context = {
        "figure": found,
        "versions": [(row, _kept(row, definition)) for row in versions],
        "definition": definition,
        "name": definition.said(language()),
        "period": period,
        "standing": stands,
        "again": _again(stands, definition),
        "form": form,
        "may_write": may_write,
        "query": urlencode({"client": found.client.code, **days}),
    }
    return render(request, "kpi/published.html", context, status=422 if form.errors else 200)


def _again(stands: Standing, definition: Definition) -> list[Kept]:
    """Return what the days come to now, by the definition of the newest version."""
    if stands.now is None:
        return []
    ways = content_of(stands.now)["ways"]
    return [_said(definition, one, ways[one.key]) for one in stands.now.version.measures]


def _restated(
    request: AgentRequest, newest: PublishedFigure, form: RestateForm
) -> PublishedFigure | None:
    given = form.cleaned_data
    try:
        row = restate_figure(
            newest, given["because"], by=request.user, at=now(), by_todays=given["by_todays"]
        )
    except Refused as refused:
        form.add_error("because", refused.words())
        return None
    messages.success(request, _now("The figure is restated. Both stand beside each other."))
    return row


def _may_write(request: AgentRequest) -> Shown:
    asked = shown(request)
    if asked.client.pk not in reach(request.identity, "reports.write").clients:
        raise Http404
    return asked
