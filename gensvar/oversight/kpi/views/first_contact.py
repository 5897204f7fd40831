"""What was solved in the first contact, channel by channel."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.first_contact import FirstContact, first_contacts
from gensvar.oversight.kpi.views.asking import shown


def _unless_hidden(
    count: Callable[[FirstContact], int | float | None],
) -> Callable[[FirstContact], int | float | None]:
    return lambda row: None if row.is_hidden else count(row)


def _apart(
    count: Callable[[FirstContact], int],
) -> Callable[[FirstContact], int | None]:
    return lambda row: count(row) if row.tells_referred else None


COLUMNS: list[Column[FirstContact]] = [
    Column("channel", lambda row: row.channel, _("Channel")),
    Column("cases", _unless_hidden(lambda row: row.cases), _("Cases")),
    Column("solved", _apart(lambda row: row.solved), _("Solved by us")),
    Column("referred", _apart(lambda row: row.referred), _("Referred elsewhere")),
    Column(
        "share",
        _unless_hidden(lambda row: round(float(row.share.value or 0), 6)),
        _("Solved at once"),
    ),
]


@require_safe
@requires("reports.read")
def solved_at_once(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    whole, rows = first_contacts(asked.client, asked.period)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"forsta-kontakten-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.first-contact", format=wanted, agent_id=request.user.pk, at=now())
        return export(rows, COLUMNS, Format(wanted), name=name)
    context = {"shown": asked, "whole": whole, "rows": rows}
    return render(request, "kpi/first_contact.html", context)
