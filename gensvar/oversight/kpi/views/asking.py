"""Whose figures for which days a page was asked for."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import Http404
from django.utils.http import urlencode
from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest
from gensvar.oversight.kpi.forms import PeriodForm
from gensvar.oversight.kpi.queries.periods import Period, clients_with_figures, usual_period


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

    def cases_of(self, subject_id: int, *, need: str = "") -> str:
        """Return the conditions under which the list of cases shows what a count is made of."""
        start, end = self.period.starts_on.isoformat(), self.period.last_day.isoformat()
        conditions: dict[str, str | int] = {
            "lage": "alla",
            "amne": subject_id,
            "fran": start,
            "till": end,
        }
        if need:
            conditions["behov"] = need
        if len(self.clients) > 1:
            conditions["uppdragsgivare"] = self.client.pk
        return urlencode(conditions)


def shown(request: AgentRequest) -> Shown:
    clients = clients_with_figures(request.identity)
    code = request.GET.get("client", "")
    client = next((one for one in clients if one.code == code or not code), None)
    if client is None:
        raise Http404
    usual = usual_period(client, today=localdate())
    given = {key: request.GET[key] for key in ("start", "end") if request.GET.get(key)}
    form = PeriodForm(given or None, initial={"start": usual.starts_on, "end": usual.last_day})
    period = usual
    if given and form.is_valid():
        last = form.cleaned_data["end"]
        period = Period(form.cleaned_data["start"], last + timedelta(days=1))
    return Shown(client, clients, period, form)
