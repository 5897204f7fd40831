"""How soon those who write are answered, month by month."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.answer_times import AnswerTimes, answer_times
from gensvar.oversight.kpi.rules import Share
from gensvar.oversight.kpi.views.asking import shown

Told = int | float | None


def _unless_hidden(count: Callable[[AnswerTimes], Told]) -> Callable[[AnswerTimes], Told]:
    return lambda row: None if row.is_hidden else count(row)


def _share(share: Share) -> float | None:
    return None if share.value is None else round(float(share.value), 6)


COLUMNS: list[Column[AnswerTimes]] = [
    Column("month", lambda row: row.month, _("Month")),
    Column("mails", _unless_hidden(lambda row: row.mails), _("E-mail")),
    Column("one_day", _unless_hidden(lambda row: _share(row.one_day)), _("Within one working day")),
    Column("two_days", _unless_hidden(lambda row: _share(row.two_days)), _("Within two")),
    Column("half", _unless_hidden(lambda row: row.half), _("Half within, hours")),
    Column("nine_in_ten", _unless_hidden(lambda row: row.nine_in_ten), _("Nine in ten, hours")),
]


@require_safe
@requires("reports.read")
def answered(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    whole, rows, excluded = answer_times(asked.client, asked.period, at=now())
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"svarstider-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.answer-times", format=wanted, agent_id=request.user.pk, at=now())
        return export(rows, COLUMNS, Format(wanted), name=name)
    context = {"shown": asked, "whole": whole, "rows": rows, "excluded": excluded}
    return render(request, "kpi/answer_times.html", context)
