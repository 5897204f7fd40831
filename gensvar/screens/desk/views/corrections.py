"""Answers that were wrong, whom they reached, and in which forms we answer at all."""

from collections.abc import Sequence
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.queries import support as queries
from gensvar.operations.knowledge.models import Form, Version
from gensvar.operations.knowledge.queries.reaching import clients_of
from gensvar.screens.desk.views.acts import GET_AND_POST
from gensvar.screens.desk.words import state_looks

ONE_YEAR = timedelta(days=365)


@require_safe
@requires("cases.read")
def corrections(request: AgentRequest) -> HttpResponse:
    found = queries.corrections(clients_of(request.identity))
    return render(request, "desk/corrections.html", {"found": found})


@GET_AND_POST
@requires("cases.write")
def correction(request: AgentRequest, version: int) -> HttpResponse:
    """Show the cases that were answered with what was wrong, and follow them up."""
    known = Version.objects.filter(
        client__in=clients_of(request.identity), corrects__isnull=False, approved_at__isnull=False
    )
    chosen = get_object_or_404(known.select_related("article", "corrects"), pk=version)
    cases = list(queries.answered_wrongly(chosen))
    waiting = [case for case in cases if not case.is_followed]  # type: ignore[attr-defined]
    if request.method == "POST":
        followed = actions.follow_up_correction(
            chosen, waiting, reopening="reopen" in request.POST, by=request.user, at=now()
        )
        said = ngettext(
            "%(count)s case is followed up. Nothing is sent to the customer.",
            "%(count)s cases are followed up. Nothing is sent to any customer.",
            followed,
        )
        messages.success(request, said % {"count": followed})
        return HttpResponseRedirect(request.path)
    context = {
        "version": chosen,
        "cases": cases,
        "waiting": len(waiting),
        "looks": state_looks(),
    }
    return render(request, "desk/correction.html", context)


@require_safe
@requires("cases.read")
def coverage(request: AgentRequest) -> HttpResponse:
    """Show in which forms the most asked subjects are answered, and what is missing."""
    clients = choices.clients_named(clients_of(request.identity))
    client = _chosen(request, clients)
    rows = queries.coverage(client, since=now() - ONE_YEAR)
    forms = [(form.value, str(form.label)) for form in Form] + [("english", _("English"))]
    totals = {key: sum(key in row.forms for row in rows) for key, _label in forms}
    context = {"rows": rows, "forms": forms, "totals": totals, "clients": clients, "client": client}
    return render(request, "desk/coverage.html", context)


@require_safe
@requires("cases.read")
def support_use(request: AgentRequest) -> HttpResponse:
    """Show how often cases of each subject are answered with something approved."""
    clients = choices.clients_named(clients_of(request.identity))
    client = _chosen(request, clients)
    rows = queries.used_by_subject(client, since=now() - ONE_YEAR)
    total = (sum(row.supported for row in rows), sum(row.cases for row in rows))
    context = {"rows": rows, "total": total, "clients": clients, "client": client}
    return render(request, "desk/support_use.html", context)


def _chosen(request: AgentRequest, clients: Sequence[tuple[int, str]]) -> int:
    asked = request.GET.get("uppdragsgivare", "")
    first = clients[0][0] if clients else 0
    return next((pk for pk, _name in clients if str(pk) == asked), first)
