"""Whether every contact was registered, day by day."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.registering import Registered, registration
from gensvar.oversight.kpi.views.asking import shown


def _told(row: Registered, count: int) -> int | None:
    return None if row.is_hidden else count


COLUMNS: list[Column[Registered]] = [
    Column("day", lambda row: row.day, _("Day")),
    Column("contacts", lambda row: _told(row, row.contacts), _("Contacts")),
    Column("with_case", lambda row: _told(row, row.with_case), _("With a case")),
    Column("with_reason", lambda row: _told(row, row.with_reason), _("With a reason")),
    Column("neither", lambda row: _told(row, row.neither), _("Neither")),
    Column(
        "share",
        lambda row: None if row.is_hidden else round(float(row.share.value or 0), 6),
        _("Registered"),
    ),
]


@require_safe
@requires("reports.read")
def registered(request: AgentRequest) -> HttpResponseBase:
    """Show the registration rate: contacts with a case or a reason, of all (SKE-01)."""
    asked = shown(request)
    whole, days = registration(asked.client, asked.period)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"registrering-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.registration", format=wanted, agent_id=request.user.pk, at=now())
        return export(days, COLUMNS, Format(wanted), name=name)
    context = {
        "shown": asked,
        "whole": whole,
        "days": days,
        "lists_contacts": request.identity.may("contacts.read", client_id=asked.client.pk),
    }
    return render(request, "kpi/registration.html", context)
