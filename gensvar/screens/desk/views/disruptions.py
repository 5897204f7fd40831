"""Disruptions on the desk: what goes on, what came of it, and what everybody is told."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions as on_cases
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.causes import cases_of, counted, likely_cases
from gensvar.operations.disruptions import actions
from gensvar.operations.disruptions.forms import DisruptionForm, EndForm
from gensvar.operations.disruptions.models import Disruption, Step
from gensvar.screens.desk.reaching import case_or_404, clients_of, posted
from gensvar.screens.desk.views.acts import attempt

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
MOST_PAST = 30
MOST_CASES = 100


@require_GET
@requires("disruptions.read")
def disruptions(request: AgentRequest) -> HttpResponse:
    rows = Disruption.objects.filter(client__in=clients_of(request.identity, "disruptions.read"))
    rows = rows.select_related("client", "subject")
    context = {
        "not_over": list(rows.not_over()),
        "over": list(rows.exclude(ended_at=None).order_by("-ended_at", "-pk")[:MOST_PAST]),
        "may_write": bool(reach(request.identity, "disruptions.write").clients),
        "at": now(),
    }
    return render(request, "desk/disruptions.html", context)


@GET_AND_POST
@requires("disruptions.write")
def new(request: AgentRequest) -> HttpResponse:
    at = now()
    form = DisruptionForm(posted(request), clients=_clients(request), at=at)
    if request.method == "POST" and form.is_valid():
        client = Client.objects.get(pk=form.cleaned_data["client"])
        made = actions.begin(client, form.described(), by=request.user, at=at)
        messages.success(request, _("The disruption is open. It now stands on every desk."))
        return _to(made)
    return _form(request, "desk/disruption_form.html", {"form": form, "disruption": None})


@require_GET
@requires("disruptions.read")
def disruption(request: AgentRequest, pk: int) -> HttpResponse:
    found = _found(request, pk, "disruptions.read")
    may_write = found.client_id in reach(request.identity, "disruptions.write").clients
    opens_cases = request.identity.may("cases.read", client_id=found.client_id)
    context = {
        "disruption": found,
        "counts": counted(found),
        "cases": list(cases_of(found)[:MOST_CASES]) if opens_cases else [],
        "likely": likely_cases(found) if _may_attach(request, found) else [],
        "steps": list(Step.objects.filter(disruption=found).select_related("by").order_by("at")),
        "may_write": may_write and not found.is_over,
        "at": now(),
    }
    return render(request, "desk/disruption.html", context)


@GET_AND_POST
@requires("disruptions.write")
def change(request: AgentRequest, pk: int) -> HttpResponse:
    found, at = _found(request, pk, "disruptions.write"), now()
    form = DisruptionForm(posted(request), clients=[found.client], at=at, of=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(found, form.described(), by=request.user, at=at)
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            messages.success(request, _("Changed. Followers hear only of the end."))
            return _to(found)
    return _form(request, "desk/disruption_form.html", {"form": form, "disruption": found})


@GET_AND_POST
@requires("disruptions.write")
def end(request: AgentRequest, pk: int) -> HttpResponse:
    found = _found(request, pk, "disruptions.write")
    form = EndForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.end(found, by=request.user, at=now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            messages.success(request, _("It is over. Every follower is told once, now."))
            return _to(found)
    context = {"form": form, "disruption": found, "counts": counted(found)}
    return _form(request, "desk/disruption_end.html", context)


@require_POST
@requires("cases.answer")
def attach(request: AgentRequest, number: str) -> HttpResponse:
    """Put one case with a disruption, or take it away."""
    case = case_or_404(request, number)
    if "remove" in request.POST:
        return attempt(
            request,
            case,
            lambda: on_cases.detach(case, by=request.user, at=now()),
            done=_("The case stands by itself again. Nothing is sent to the customer."),
            undoes=True,
        )
    given = request.POST.get("disruption", "")
    found = _found(request, int(given) if given.isdecimal() else 0, "cases.answer")
    return attempt(
        request,
        case,
        lambda: on_cases.attach(case, found, by=request.user, at=now()),
        done=_("The case is with the disruption. Its customer hears once, when it is over."),
        undoes=True,
    )


@require_POST
@requires("cases.answer")
def attach_several(request: AgentRequest, pk: int) -> HttpResponse:
    """Put the chosen cases with a disruption."""
    found = _found(request, pk, "cases.answer")
    chosen = [int(one) for one in request.POST.getlist("case") if one.isdecimal()]
    done = 0
    for case in Case.objects.filter(pk__in=chosen[:MOST_CASES]).order_by("pk"):
        try:
            on_cases.attach(case, found, by=request.user, at=now())
        except Refused as refusal:
            messages.error(request, f"{case.number}: {refusal.words()}")
        else:
            done += 1
    told = ngettext(
        "One case is with the disruption.", "%(count)s cases are with the disruption.", done
    )
    messages.info(request, told % {"count": done})
    return _to(found)


def _form(request: AgentRequest, template: str, context: dict[str, object]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, template, context, status=status)


def _to(disruption: Disruption) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk_disruption", args=[disruption.pk]))


def _clients(request: AgentRequest) -> list[Client]:
    allowed = reach(request.identity, "disruptions.write").clients
    clients = list(Client.objects.filter(pk__in=allowed).order_by("pk"))
    if not clients:
        raise Http404
    return clients


def _found(request: AgentRequest, pk: int, permission: str) -> Disruption:
    # What is public every role of the database sees; whose it is, is asked here.
    rows = Disruption.objects.select_related("client", "subject", "opened_by", "ended_by")
    clients = clients_of(request.identity, permission)
    if pk >= 2**63:
        raise Http404
    return get_object_or_404(rows.filter(client__in=clients), pk=pk)


def _may_attach(request: AgentRequest, disruption: Disruption) -> bool:
    return disruption.client_id in reach(request.identity, "cases.answer").clients
