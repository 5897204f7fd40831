"""How many calls were transferred, and why."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.transfers import Transferred, transfers
from gensvar.oversight.kpi.views.asking import shown

COLUMNS: list[Column[Transferred]] = [
    Column("reason", lambda row: row.reason, _("Reason")),
    Column("calls", lambda row: row.calls, _("Calls")),
    Column("cold", lambda row: row.cold, pgettext_lazy("transferred", "Unannounced")),
    Column("answered", lambda row: row.answered, _("Answered calls")),
    Column("share", lambda row: round(float(row.share.value or 0), 6), _("Share")),
]


@require_safe
@requires("reports.read")
def transferred(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    whole, rows = transfers(asked.client, asked.period)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"kopplade-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.transfers", format=wanted, agent_id=request.user.pk, at=now())
        return export([] if whole.is_hidden else rows, COLUMNS, Format(wanted), name=name)
    context = {"shown": asked, "whole": whole, "rows": rows}
    return render(request, "kpi/transfers.html", context)
