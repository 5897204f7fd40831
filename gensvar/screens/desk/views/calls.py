"""The page of calls, the way of each, and the calls of a case."""

from typing import Any, cast
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET, require_safe

from gensvar.channels.voice.models import Call
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export, rows_seen_by
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.models import Errand
from gensvar.screens.desk.calling import helped_in
from gensvar.screens.desk.calls import (
    WITH,
    calls_asked_for,
    outcomes,
    row_of,
    watches_of,
    way_of,
)
from gensvar.screens.desk.reaching import case_or_404, clients_of
from gensvar.screens.desk.views.referrals import _day

PAGE = 100
BIGGEST = 2**63 - 1
COLUMNS: tuple[Column[Call], ...] = (
    Column("at", lambda row: row.began_at, _("When")),
    Column("client", lambda row: row.client.public_name, _("Client")),
    Column("direction", lambda row: row.contact.get_direction_display(), _("Direction")),
    Column("with", lambda row: row_of(row, at=now()).who, pgettext_lazy("a call", "With")),
    Column("queue", lambda row: row.number.queue.name if row.number else "", _("Queue")),
    Column(
        "agent", lambda row: row.contact.agent.name if row.contact.agent else "", _("Answered by")
    ),
    Column(
        "outcome", lambda row: row_of(row, at=now()).outcome, pgettext_lazy("a call", "Outcome")
    ),
    Column("seconds", lambda row: row_of(row, at=now()).seconds, _("Seconds")),
)


@require_safe
@requires("contacts.read")
def calls(request: AgentRequest) -> HttpResponse:
    """List the calls of some days, with somebody, or that ended in some way."""
    clients = clients_of(request.identity, "contacts.read")
    asked = _asked(request)
    rows = calls_asked_for(clients, **asked)
    place = request.GET.get("efter", "")
    start = int(place) if place.isascii() and place.isdigit() and len(place) < 7 else 0
    at = now()
    shown = [row_of(one, at=at) for one in rows[start : start + PAGE + 1]]
    kept = {"ord": asked["q"], "fran": asked["since"], "till": asked["until"]}
    kept["utfall"] = asked["outcome"]
    context: dict[str, Any] = {
        "rows": shown[:PAGE],
        "older": start + PAGE if len(shown) > PAGE else None,
        "asked": asked,
        "outcomes": outcomes(),
        "address": urlencode({name: value for name, value in kept.items() if value}),
        "has_clients": len(clients) > 1,
        "may_export": request.identity.may("cases.export"),
    }
    return render(request, "desk/calls.html", context)


@require_safe
@requires("contacts.read")
def one(request: AgentRequest, call_id: int) -> HttpResponse:
    """Show where a call was, and for how many seconds at each place."""
    clients = clients_of(request.identity, "contacts.read")
    rows = Call.objects.filter(client__in=clients).select_related(*WITH)
    found = get_object_or_404(rows, pk=min(call_id, BIGGEST))
    context = {
        "row": row_of(found, at=now()),
        "way": way_of(found),
        "helped": helped_in(found),
        "errand": Errand.objects.filter(contact=found.contact_id).first(),
        "cases": list(found.contact.cases.order_by("pk")),
        "watches": watches_of(found, seen_by=request.user),
        "may": request.identity.may,
    }
    return render(request, "desk/one_call.html", context)


@require_safe
@requires("cases.read")
def of_case(request: AgentRequest, number: str) -> HttpResponse:
    """Draw the calls of a case, each with its way."""
    case = case_or_404(request, number)
    rows = Call.objects.filter(contact__cases=case).select_related(*WITH)
    at = now()
    told = [(row_of(one, at=at), way_of(one)) for one in rows.order_by("began_at")]
    context = {"calls": told, "case": case, "may": request.identity.may}
    template = "desk/_case_calls.html" if request.htmx else "desk/case_calls.html"  # type: ignore[attr-defined]
    return render(request, template, context)


def _asked(request: AgentRequest) -> dict[str, Any]:
    """Return the conditions of an address; what is no day is no condition."""
    return {
        "q": request.GET.get("ord", "").replace("\0", "").strip()[:80],
        "since": _day(request.GET.get("fran", "")),
        "until": _day(request.GET.get("till", "")),
        "outcome": request.GET.get("utfall", "")[:10],
    }


# The rows are streamed after this view has returned, in a transaction of their own.
@require_GET
@transaction.non_atomic_requests
def exported(request: HttpRequest, format: str) -> HttpResponseBase:
    with transaction.atomic():
        return _exported(cast(AgentRequest, request), format)


@requires("cases.export")
def _exported(request: AgentRequest, format: str) -> HttpResponseBase:
    if format not in set(Format):
        raise Http404
    at = now()
    rows = calls_asked_for(clients_of(request.identity, "cases.export"), **_asked(request))
    note_export("call", format=format, agent_id=request.user.pk, at=at)
    seen = rows_seen_by(request.identity, "cases.export", rows)
    name = f"samtal-{localdate(at).isoformat()}"
    return export(seen, COLUMNS, format, name=name, semicolon=request.LANGUAGE_CODE == "sv")


exported.permission = "cases.export"  # type: ignore[attr-defined]
