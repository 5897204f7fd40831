from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi import queries
from gensvar.oversight.kpi.forms import PeriodForm
from gensvar.oversight.kpi.queries import Period, SubjectRow

SUBJECT_COLUMNS: list[Column[SubjectRow]] = [
    Column("subject", lambda row: row.subject, _("Subject")),
    Column("count", lambda row: row.count, _("Count")),
    Column("total", lambda row: row.share.whole, _("Total")),
    Column("share", lambda row: round(float(row.share.value or 0), 6), _("Share")),
    Column("rank", lambda row: row.rank, _("Rank")),
]


@dataclass(frozen=True)
class Shown:
    """Whose figures, for which days, and the form that asked."""

    client: Client
    clients: list[Client]
    period: Period
    form: PeriodForm

    def query(self, **more: str) -> str:
        start, end = self.period.starts_on.isoformat(), self.period.last_day.isoformat()
        return urlencode({"client": self.client.code, "start": start, "end": end, **more})


@require_safe
@requires("reports.read")
def subjects(request: AgentRequest) -> HttpResponseBase:
    shown = _shown(request)
    ranking = queries.subject_ranking(shown.client, shown.period)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"amnen-{shown.period.starts_on}-{shown.period.last_day}"
        note_export("kpi.subjects", format=wanted, agent_id=request.user.pk, at=now())
        return export(ranking.rows, SUBJECT_COLUMNS, Format(wanted), name=name)
    chosen = request.GET.get("subject", "")
    context = {
        "shown": shown,
        "ranking": ranking,
        "rows": ranking.rows if "all" in request.GET else ranking.top,
        "shows_all": "all" in request.GET,
        "chosen": next((row for row in ranking.rows if row.subject == chosen), None),
        "facts": queries.subject_facts(shown.client, shown.period, chosen) if chosen else None,
    }
    return render(request, "kpi/subjects.html", context)


@require_safe
@requires("reports.read")
def goals(request: AgentRequest) -> HttpResponse:
    shown = _shown(request)
    context: dict[str, Any] = {
        "shown": shown,
        "results": queries.goal_results(shown.client, shown.period),
        "weeks": queries.weeks_since_start(shown.client, shown.period),
        "imported": queries.imported_shares(shown.client),
    }
    return render(request, "kpi/goals.html", context)


def _shown(request: AgentRequest) -> Shown:
    clients = _clients(request)
    code = request.GET.get("client", "")
    client = next((one for one in clients if one.code == code or not code), None)
    if client is None:
        raise Http404
    usual = queries.usual_period(client, today=localdate())
    asked = _asked(request)
    form = PeriodForm(asked, initial={"start": usual.starts_on, "end": usual.last_day})
    period = usual
    if asked and form.is_valid():
        last = form.cleaned_data["end"]
        period = Period(form.cleaned_data["start"], last + timedelta(days=1))
    return Shown(client, clients, period, form)


def _asked(request: HttpRequest) -> dict[str, str] | None:
    given = {key: request.GET[key] for key in ("start", "end") if request.GET.get(key)}
    return given or None


def _clients(request: AgentRequest) -> list[Client]:
    """Return the clients whose figures the viewer may see, the first being the usual one."""
    allowed = [grant.client_id for grant in request.identity.grants if grant.allows("reports.read")]
    clients = Client.objects.order_by("pk")
    if None in allowed:
        return list(clients)
    return list(clients.filter(pk__in=[client for client in allowed if client is not None]))
