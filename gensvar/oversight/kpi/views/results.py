from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.drawing import bars_drawn
from gensvar.oversight.kpi.queries.goals import GoalResult, goal_results
from gensvar.oversight.kpi.queries.keeping import promises_kept
from gensvar.oversight.kpi.queries.volumes import Week, experience, volumes
from gensvar.oversight.kpi.views.asking import shown

GOAL_COLUMNS: list[Column[GoalResult]] = [
    Column("measure", lambda row: row.label, _("Measure")),
    Column("part", lambda row: row.share.part if row.share else None, _("Numerator")),
    Column("whole", lambda row: row.share.whole if row.share else row.count, _("Denominator")),
    Column("result", lambda row: row.value, _("Result")),
    Column("goal", lambda row: row.goal.target if row.goal else None, _("Goal")),
    Column("is_met", lambda row: row.is_met, _("Verdict")),
]
WEEK_COLUMNS: list[Column[Week]] = [
    Column("week", lambda row: row.number, _("Week")),
    Column("starts_on", lambda row: row.starts_on, _("From")),
    Column("contacts", lambda row: row.count, _("Contacts")),
    Column("is_approximate", lambda row: row.is_approximate, _("Approximate")),
    Column("is_imported", lambda row: row.is_imported, _("Imported")),
    Column("phone", lambda row: row.parts[0] if row.parts else None, _("Phone")),
    Column("mail", lambda row: row.parts[1] if row.parts else None, _("E-mail")),
    Column("web", lambda row: row.parts[2] if row.parts else None, _("Web")),
    Column("other", lambda row: row.parts[3] if row.parts else None, _("Other")),
]


@require_safe
@requires("reports.read")
def goals(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    measured = goal_results(asked.client, asked.period, at=now())
    results = [row.as_told() for row in measured]
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"mal-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.goals", format=wanted, agent_id=request.user.pk, at=now())
        return export(results, GOAL_COLUMNS, Format(wanted), name=name)
    context = {
        "shown": asked,
        "results": results,
        "promises": promises_kept(asked.client, asked.period),
        "experience": experience(asked.client),
    }
    return render(request, "kpi/goals.html", context)


@require_safe
@requires("reports.read")
def volume(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    found = volumes(asked.client, asked.period)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"volymer-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.volumes", format=wanted, agent_id=request.user.pk, at=now())
        return export(found.weeks, WEEK_COLUMNS, Format(wanted), name=name)
    context = {
        "shown": asked,
        "volumes": found,
        "may_import": request.identity.may("reports.write", client_id=asked.client.pk),
        "chart": bars_drawn([(week.count, week.parts) for week in found.weeks]),
    }
    return render(request, "kpi/volumes.html", context)
