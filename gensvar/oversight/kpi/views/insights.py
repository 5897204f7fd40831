"""What becomes visible in customer service, and where it is written down."""

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.oversight.kpi.actions import note_insight
from gensvar.oversight.kpi.forms import InsightForm
from gensvar.oversight.kpi.queries.insights import CauseRow, causes
from gensvar.oversight.kpi.rules import told
from gensvar.oversight.kpi.views.asking import Shown, shown

COLUMNS: list[Column[CauseRow]] = [
    Column("cause", lambda row: row.label, _("Cause")),
    Column("count", lambda row: told(row.count, row.hidden), _("Count")),
    Column("page", lambda row: row.page, _("Page")),
]


@require_safe
@requires("reports.read")
def insights(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        note_export("kpi.insights", format=wanted, agent_id=request.user.pk, at=now())
        return export(causes(asked.client, asked.period), COLUMNS, wanted, name="insikter")
    return _page(request, asked, InsightForm(client=asked.client))


@require_POST
@requires("cases.answer")
def note(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    if asked.client.pk not in reach(request.identity, "cases.answer").clients:
        raise Http404
    form = InsightForm(request.POST, client=asked.client)
    if not form.is_valid():
        return _page(request, asked, form, status=422)
    note_insight(asked.client, by=request.user, at=now(), **form.cleaned_data)
    messages.success(request, _now("Noted. It is only ever shown as a number."))
    return HttpResponseRedirect(f"{reverse('kpi:insights')}?client={asked.client.code}")


def _page(
    request: AgentRequest, asked: Shown, form: InsightForm, *, status: int = 200
) -> HttpResponseBase:
    context = {
        "shown": asked,
        "rows": causes(asked.client, asked.period),
        "form": form,
        "may_note": asked.client.pk in reach(request.identity, "cases.answer").clients,
    }
    return render(request, "kpi/insights.html", context, status=status)
