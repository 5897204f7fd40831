"""Which answers were missed, and how fresh those were that customers got."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.answers import Missed, answer_support
from gensvar.oversight.kpi.queries.readability import readability
from gensvar.oversight.kpi.views.asking import shown

COLUMNS: list[Column[Missed]] = [
    Column("subject", lambda row: row.subject, _("Subject")),
    Column("group", lambda row: row.group, _("Answer group")),
    Column("missed", lambda row: row.count, _("Answers missed")),
    Column("cases", lambda row: row.cases, _("Cases")),
    Column(
        "share",
        lambda row: round(float(row.share.value), 6) if row.share and row.share.value else None,
        _("Share"),
    ),
    Column("open", lambda row: row.open, _("Still without")),
    Column("first_on", lambda row: row.first_on, _("First asked")),
    Column("article", lambda row: row.article.code if row.article else "", _("Article")),
    Column("answered_on", lambda row: row.answered_on, _("Answered")),
    Column("days", lambda row: row.days, _("Days to an article")),
]


@require_safe
@requires("reports.read")
def answers(request: AgentRequest) -> HttpResponseBase:
    """Show the subjects about which answers were missed, until an article answered (PRO-12)."""
    asked = shown(request)
    found = answer_support(asked.client, asked.period, today=localdate())
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"saknade-svar-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.answers", format=wanted, agent_id=request.user.pk, at=now())
        return export(found.missed, COLUMNS, Format(wanted), name=name)
    context = {
        "shown": asked,
        "found": found,
        "readability": readability(asked.client, asked.period),
        "reads_articles": request.identity.may("knowledge.read", client_id=asked.client.pk),
    }
    return render(request, "kpi/answers.html", context)
