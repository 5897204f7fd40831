"""The agent at the counter: sits down, takes the next, calls again, is done."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.channels.counter.actions.sitting import in_hand, sit_down, stand_up
from gensvar.channels.counter.actions.tickets import (
    call_again,
    call_next,
    end_visit,
    note_no_show,
)
from gensvar.channels.counter.models import Desk, Sitting, Ticket
from gensvar.channels.counter.queries import Visits, desks_of, halls_of, visits_of, waiting_in
from gensvar.channels.counter.rules import CALLS_BEFORE_NO_SHOW
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Contact
from gensvar.operations.routing.models import Offer, OfferState
from gensvar.operations.routing.queries.floor import seat_of

LOOKED_BACK = timedelta(days=30)
COLUMNS: list[Column[Visits]] = [
    Column("day", lambda row: row.day, _("Day")),
    Column("errand", lambda row: row.errand, _("Errand")),
    Column("drawn", lambda row: row.drawn, _("Numbers drawn")),
    Column("served", lambda row: row.served, _("Served")),
    Column("no_shows", lambda row: row.no_shows, _("Did not come")),
    Column(
        "waited_seconds",
        lambda row: int(row.waited.total_seconds()) if row.waited is not None else None,
        _("Median wait (s)"),
    ),
]


@require_http_methods(["GET", "HEAD", "POST"])
@requires("routing.take")
def desk(request: AgentRequest) -> HttpResponse:
    """My desk: who is here, who waits, and what is on offer to me."""
    if request.method == "POST":
        return _act(request)
    sitting = (
        Sitting.objects.select_related("desk__hall__client").filter(agent=request.user, until=None)
    ).first()
    halls = list(halls_of(_clients(request, "routing.take")))
    ticket = in_hand(request.user)
    on_offer = Offer.objects.filter(
        agent=request.user, channel=Channel.VISIT, state=OfferState.OFFERED
    )
    offered = Ticket.objects.filter(contact__in=on_offer.values("contact")).first()
    context = {
        "sitting": sitting,
        "halls": halls,
        "desks": [] if sitting else desks_of(halls),
        "seat": seat_of(request.user),
        "ticket": ticket,
        "case": Case.objects.filter(contacts=ticket.contact_id).order_by("-pk").first()
        if ticket
        else None,
        # What has become confidential meanwhile is told no more of, and registered once.
        "may_register": ticket is not None
        and Contact.objects.filter(pk=ticket.contact_id).exists(),
        "calls": list(ticket.calls.select_related("desk").order_by("pk")) if ticket else [],
        "calls_needed": CALLS_BEFORE_NO_SHOW,
        "may_read": request.identity.may("reports.read"),
        "offered": offered,
        "waiting": waiting_in(sitting.desk.hall) if sitting else [],
    }
    template = "_desk" if request.htmx else "desk"  # type: ignore[attr-defined]
    return render(request, f"counter/{template}.html", context)


def _act(request: AgentRequest) -> HttpResponse:
    act = ACTS.get(request.POST.get("act", ""))
    if act is not None:
        try:
            messages.success(request, act(request))
        except Refused as refusal:
            messages.error(request, refusal.words())
    return HttpResponseRedirect(reverse("counter:desk"))


def _sit(request: AgentRequest) -> str:
    halls = halls_of(_clients(request, "routing.take"))
    asked = request.POST.get("desk", "")
    key = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else 0
    rows = Desk.objects.filter(hall__in=halls, retired_at=None).select_related("hall__skill")
    chosen = get_object_or_404(rows, pk=key)
    sit_down(chosen, by=request.user, at=now())
    return _now("You sit at desk %(desk)s. Be ready, and visits are offered to you.") % {
        "desk": chosen.name
    }


def _stand(request: AgentRequest) -> str:
    stand_up(request.user, at=now())
    return _now("You have left the desk. No visits are offered to you.")


def _next(request: AgentRequest) -> str:
    ticket = call_next(by=request.user, at=now())
    return _now("%(ticket)s is called to your desk.") % {"ticket": ticket}


def _again(request: AgentRequest) -> str:
    ticket = call_again(by=request.user, at=now())
    return _now("%(ticket)s is called again.") % {"ticket": ticket}


def _no_show(request: AgentRequest) -> str:
    ticket = note_no_show(by=request.user, at=now())
    return _now("%(ticket)s did not come. It is counted so.") % {"ticket": ticket}


def _done(request: AgentRequest) -> str:
    ticket = end_visit(by=request.user, at=now())
    return _now("The visit %(ticket)s is over.") % {"ticket": ticket}


ACTS: dict[str, Callable[[AgentRequest], str]] = {
    "sit": _sit,
    "stand": _stand,
    "next": _next,
    "again": _again,
    "no-show": _no_show,
    "done": _done,
}


@require_safe
@requires("reports.read")
def visits(request: AgentRequest, hall_id: int) -> HttpResponseBase:
    """A hall's visits by day and errand, as a page and as a file."""
    halls = halls_of(_clients(request, "reports.read"))
    hall = get_object_or_404(halls, pk=min(hall_id, 2**63 - 1))
    rows = visits_of(hall, since=localdate() - LOOKED_BACK)
    if (wanted := request.GET.get("format", "")) in set(Format):
        note_export("counter", format=wanted, agent_id=request.user.pk, at=now())
        return export(rows, COLUMNS, wanted, name="besok")
    context: dict[str, Any] = {"hall": hall, "rows": rows, "halls": list(halls)}
    return render(request, "counter/visits.html", context)


def _clients(request: AgentRequest, permission: str) -> frozenset[int]:
    clients = reach(request.identity, permission).clients
    if not clients:
        raise PermissionDenied(permission)
    return clients
