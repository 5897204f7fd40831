"""The register of ways in: whether each has an owner, has been tried, and where it leads."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.queries import choices
from gensvar.oversight.entrypoints import actions
from gensvar.oversight.entrypoints.forms import EntryPointForm, TrialForm
from gensvar.oversight.entrypoints.models import EntryPoint, Trial
from gensvar.oversight.entrypoints.queries import Way, among, ways
from gensvar.oversight.entrypoints.rules import ALL, FAILED, ORPHANS, UNTRIED

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
WANTED = {
    ALL: _("All"),
    ORPHANS: _("Without owner"),
    UNTRIED: _("Not tried for a year"),
    FAILED: _("Did not work"),
}
PLAIN = ("kind", "address", "published_in", "volume", "volume_source")
COLUMNS: list[Column[Way]] = [
    Column("kind", lambda way: way.entry.get_kind_display(), _("Kind")),
    Column("address", lambda way: way.entry.address, _("Entry point")),
    Column("published_in", lambda way: way.entry.published_in, _("Where it is published")),
    Column("leads_to", lambda way: str(way.entry.leads_to or ""), _("Leads to")),
    Column("owner", lambda way: "" if way.is_orphan else str(way.entry.owner), _("Owner")),
    Column("tried", lambda way: way.tried_at, _("Last tried")),
    Column("worked", lambda way: way.tried_at and way.worked, pgettext_lazy("trial", "Worked")),
    Column("volume", lambda way: way.entry.volume, _("Contacts in a year")),
    Column("volume_source", lambda way: way.entry.volume_source, _("Where that is known from")),
]


@require_safe
@requires("reports.read")
def register(request: AgentRequest) -> HttpResponseBase:
    clients = reach(request.identity, "reports.read").clients
    found = ways(clients, today=localdate())
    if (wanted := request.GET.get("format", "")) in set(Format):
        note_export("entrypoints", format=wanted, agent_id=request.user.pk, at=now())
        return export(found, COLUMNS, wanted, name="kontaktvagar")
    asked = request.GET.get("visa", "")
    asked = asked if asked in WANTED else ALL
    context = {
        "ways": among(found, asked),
        "asked": asked,
        "wanted": [(key, label, len(among(found, key))) for key, label in WANTED.items()],
        "total": len(found),
        "orphans": len(among(found, ORPHANS)),
        "volume": sum(way.entry.volume or 0 for way in found),
        "may_write": bool(_clients(request)),
    }
    return render(request, "entrypoints/register.html", context)


@GET_AND_POST
@requires("reports.write")
def new(request: AgentRequest) -> HttpResponse:
    client = Client.objects.filter(pk__in=_clients(request)).order_by("-kind", "pk").first()
    if client is None:
        raise PermissionDenied("reports.write")
    form = _form(client, None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.publish(client, form.described(), by=request.user, at=now())
        except Refused as refusal:
            form.add_error("address", refusal.words())
        else:
            messages.success(request, _now("%(address)s is in the register.") % {"address": made})
            return HttpResponseRedirect(reverse("entrypoints:register"))
    context = {"form": form, "entry": None, "client": client}
    return render(request, "entrypoints/entry.html", context, status=422 if form.errors else 200)


@GET_AND_POST
@requires("reports.write")
def entry(request: AgentRequest, pk: int) -> HttpResponse:
    """One way in: what is known of it, and each time that it was tried."""
    found = _found(request, pk)
    form = _form(found.client, found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(found, form.described(), by=request.user, at=now())
        except Refused as refusal:
            form.add_error("address", refusal.words())
        else:
            messages.success(request, _now("Saved."))
            return HttpResponseRedirect(reverse("entrypoints:entry", args=[found.pk]))
    return _page(request, found, form, TrialForm())


@require_POST
@requires("reports.write")
def trying(request: AgentRequest, pk: int) -> HttpResponse:
    found, form = _found(request, pk), TrialForm(request.POST)
    if not form.is_valid():
        return _page(request, found, _form(found.client, found), form)
    worked, note = form.cleaned_data["worked"] == "yes", form.cleaned_data["note"]
    return _after(
        request,
        found,
        lambda: actions.try_out(found, worked=worked, note=note, by=request.user, at=now()),
        _now("Noted that it was tried."),
    )


@require_POST
@requires("reports.write")
def withdrawing(request: AgentRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    said = _now("%(address)s is no longer in the register.") % {"address": found}
    _after(request, found, lambda: actions.withdraw(found, by=request.user, at=now()), said)
    return HttpResponseRedirect(reverse("entrypoints:register"))


def _after(request: AgentRequest, found: EntryPoint, act: Any, said: str) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.words())
    else:
        messages.success(request, said)
    return HttpResponseRedirect(reverse("entrypoints:entry", args=[found.pk]))


def _page(
    request: AgentRequest, found: EntryPoint, form: EntryPointForm, trial: TrialForm
) -> HttpResponse:
    context = {
        "entry": found,
        "form": form,
        "trial": trial,
        "client": found.client,
        "trials": Trial.objects.filter(entry=found).select_related("by").order_by("-at", "-pk"),
    }
    status = 422 if form.errors or trial.errors else 200
    return render(request, "entrypoints/entry.html", context, status=status)


def _form(
    client: Client, found: EntryPoint | None, sent: QueryDict | None = None
) -> EntryPointForm:
    """Offer the groups of the client, those who may own, and whoever owns it already."""
    groups = choices.groups([client.pk])
    agents = dict(choices.agents([client.pk], at=now()))
    initial: dict[str, Any] = {}
    if found is not None:
        initial = {name: getattr(found, name) for name in PLAIN}
        initial |= {"leads_to": found.leads_to_id, "owner": found.owner_id}
        if found.owner is not None:
            agents.setdefault(found.owner.pk, found.owner.name)
    return EntryPointForm(sent, groups=groups, agents=list(agents.items()), initial=initial)


def _clients(request: AgentRequest) -> frozenset[int]:
    return reach(request.identity, "reports.write").clients


def _found(request: AgentRequest, pk: int) -> EntryPoint:
    if pk >= 2**63:
        raise Http404
    rows = EntryPoint.objects.filter(client__in=_clients(request), withdrawn_at=None)
    return get_object_or_404(rows.select_related("client", "owner"), pk=pk)
