"""What each case type is followed up by, on a page of its own."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.by_type import Followed, followed_up
from gensvar.oversight.kpi.views.asking import shown

COLUMNS: list[Column[Followed]] = [
    Column("case_type", lambda row: row.case_type, _("Case type")),
    Column("code", lambda row: row.code, _("Code")),
    Column("measure", lambda row: row.label, _("Measure")),
    Column("result", lambda row: row.value, _("Result")),
    Column("unit", lambda row: str(row.measure.unit), _("Unit")),
    Column("count", lambda row: None if row.is_hidden else row.whole, _("Built from")),
    Column("goal", lambda row: None if row.goal is None else float(row.goal), _("Goal")),
    Column("is_met", lambda row: row.is_met, _("Verdict")),
]


@require_safe
@requires("reports.read")
def by_type(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    types = followed_up(asked.client, asked.period, at=now())
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"arendetyper-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.case-types", format=wanted, agent_id=request.user.pk, at=now())
        rows = [row for one in types for row in one.rows]
        return export(rows, COLUMNS, Format(wanted), name=name)
    missed = sum(row.is_met is False for one in types for row in one.rows)
    context = {"shown": asked, "types": types, "missed": missed}
    return render(request, "kpi/by_type.html", context)
