"""All measures: those against goals with the misses first, and what each is."""

from dataclasses import dataclass

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.against import Judged, against_goals
from gensvar.oversight.kpi.queries.measured import is_fed
from gensvar.oversight.kpi.queries.own import own_definitions
from gensvar.oversight.kpi.queries.wholeness import completeness, completeness_of
from gensvar.oversight.kpi.views.asking import shown
from gensvar.oversight.kpi.views.wording import (
    DIRECTIONS,
    OWNERS,
    UNITS,
    figure_said,
    language,
    worded,
)
from gensvar.science.kpi.definitions import Definition
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import times_shown, told


@dataclass(frozen=True)
class Row:
    """A measure as the list tells it."""

    definition: Definition

    @property
    def name(self) -> str:
        return self.definition.said(language())

    @property
    def unit(self) -> object:
        return UNITS[self.definition.unit]

    @property
    def direction(self) -> object:
        return DIRECTIONS[self.definition.direction]

    @property
    def owner(self) -> object:
        return OWNERS[self.definition.owner]

    @property
    def target(self) -> str:
        return self.definition.target_said(language())

    @property
    def version(self) -> int:
        return len(self.definition.versions)

    @property
    def has_data(self) -> bool:
        return is_fed(self.definition)

    @property
    def missing(self) -> str:
        """Return why there is no figure, or none in some way of counting."""
        reason = registry().reasons.get(self.definition.missing)
        return reason.said(language()) if reason else ""


COLUMNS: list[Column[Row]] = [
    Column("code", lambda row: row.definition.code, pgettext_lazy("measure", "Code")),
    Column("name", lambda row: row.name, _("Measure")),
    Column("unit", lambda row: row.unit, _("Unit")),
    Column("direction", lambda row: row.direction, _("Direction")),
    Column("target", lambda row: row.target, _("Usual goal")),
    Column("pair", lambda row: row.definition.pair, _("Paired with")),
    Column("version", lambda row: row.version, _("Version")),
    Column("source", lambda row: row.definition.source, _("Source")),
    Column("has_data", lambda row: row.has_data, _("Has data")),
    Column("missing", lambda row: row.missing, _("Why data is missing")),
]


@require_safe
@requires("reports.read")
def definitions(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    known = registry()
    rows = [Row(one) for one in known.definitions.values()]
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        note_export("kpi.definitions", format=wanted, agent_id=request.user.pk, at=now())
        return export(rows, COLUMNS, Format(wanted), name="nyckeltal")
    own = [Row(one) for one in own_definitions(asked.client).values()]
    sections = [(str(_("Own measures")), own)] if own else []
    sections += [
        (said.said(language()), [row for row in rows if row.definition.section == letter])
        for letter, said in known.sections.items()
    ]
    fed = sum(row.has_data for row in rows)
    at = now()
    judged = [_verdict(row) for row in against_goals(asked.client, asked.period, at=at)]
    context = {
        "shown": asked,
        "sections": sections,
        "count": len(rows),
        "fed": fed,
        "judged": judged,
        "may_write": request.identity.may("reports.write", client_id=asked.client.pk),
        "missed": sum(row.is_met is False for row in judged),
        "complete": completeness(asked.client, asked.period, at=at),
        "incomplete": {
            row.code
            for row in judged
            if not completeness_of(row.code, asked.client, asked.period, at=at).is_whole
        },
    }
    return render(request, "kpi/definitions.html", context)


@dataclass(frozen=True)
class Verdict:
    """A measure beside its goal, as it is told."""

    code: str
    name: str
    result: str
    target: str
    is_met: bool | None
    pair: str
    pair_result: str


def _verdict(row: Judged) -> Verdict:
    unit, decimals = row.definition.unit_of(row.measure)
    target = Figure(row.target / times_shown(unit))
    beside = row.pair
    return Verdict(
        code=row.definition.code,
        name=row.definition.said(language()),
        result=figure_said(row.definition, row.measure, row.figure) if row.figure else "–",
        target=worded(told(target, unit, decimals), unit),
        is_met=row.is_met,
        pair=beside.code if beside else "",
        pair_result=figure_said(beside, beside.headline, row.pair_figure)
        if beside and row.pair_figure
        else "–",
    )
