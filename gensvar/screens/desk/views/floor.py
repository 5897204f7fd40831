"""Being there: what somebody chose, what is on offer to them, and who else is here."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from markupsafe import Markup

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import AgentSkill, Offer, Status
from gensvar.operations.routing.queries.floor import seat_of
from gensvar.screens.desk.floor import mark_of, screen_of, shown_offers, standing
from gensvar.screens.desk.views.acts import lead_back
from gensvar.screens.desk.views.phone import phone_address


def strip(request: AgentRequest) -> Markup:
    """Draw the status for the strip of a page; nothing for whoever takes no contacts."""
    seat = seat_of(request.user)
    if seat is None:
        return Markup()
    stands = standing(seat, screen=screen_of(request), at=now())
    context = {"stands": stands, "phone_address": phone_address(request)}
    drawn = render_to_string("desk/_strip.html", context, request)
    return Markup(drawn)  # noqa: S704 drawn by a template of ours


@require_POST
@requires("routing.take")
def here(request: AgentRequest) -> HttpResponse:
    """Hear that somebody's browser is there, and say what has changed for them."""
    at = now()
    actions.note_seen(request.user, screen=screen_of(request), at=at)
    return _changed(request)


def _changed(request: AgentRequest, *, refusal: str = "") -> HttpResponse:
    """Draw again what is another than when the browser last asked."""
    seat = seat_of(request.user)
    if seat is None:
        return HttpResponse(status=204)
    at = now()
    stands = standing(seat, screen=screen_of(request), at=at)
    offers = [] if stands.is_elsewhere else shown_offers(request.user, at=at)
    is_same = request.POST.get("status_mark") == stands.mark and not refusal
    are_same = request.POST.get("offers_mark") == mark_of(offers)
    if is_same and are_same:
        return HttpResponse(status=204)
    context = {
        "stands": None if is_same else stands,
        "offers": None if are_same else offers,
        "offers_mark": mark_of(offers),
        "refusal": refusal,
        # Other pages have no place for offers that says why nothing comes.
        "at_desk": urlsplit(request.headers.get("HX-Current-URL", "")).path.startswith(
            reverse("desk_start")
        ),
    }
    return render(request, "desk/_here.html", context)


@requires("routing.take")
def status(request: AgentRequest) -> HttpResponse:
    """Show one's own seat, or change what is chosen for it."""
    if request.method == "POST":
        return _choose(request)
    at = now()
    seat = seat_of(request.user)
    known = AgentSkill.objects.filter(agent=request.user.pk).select_related("skill")
    context: dict[str, Any] = {
        "stands": standing(seat, screen=screen_of(request), at=at) if seat else None,
        "skills": [one for one in known.order_by("-level", "skill__name") if one.level],
        "at": at,
        "offers": shown_offers(request.user, at=at) if seat else [],
    }
    return render(request, "desk/status.html", context)


def _choose(request: AgentRequest) -> HttpResponse:
    at, screen = now(), screen_of(request)
    wanted, refusal = request.POST.get("status", ""), ""
    try:
        if wanted == Status.READY:
            is_taking_over = request.POST.get("take_over") == "1"
            actions.be_ready(request.user, screen=screen, at=at, take_over=is_taking_over)
        elif wanted == Status.BUSY:
            actions.be_busy(request.user, screen=screen, at=at)
        else:
            reason = request.POST.get("reason", "")
            actions.go_away(request.user, reason=reason, at=at)
    except Refused as refused:
        refusal = refused.words()
    if request.htmx:  # type: ignore[attr-defined]
        return _changed(request, refusal=refusal)
    if refusal:
        messages.error(request, refusal)
    return HttpResponseRedirect(reverse("desk_status"))


@require_POST
@requires("routing.take")
def accept(request: AgentRequest, offer: int) -> HttpResponse:
    """Take what was offered, and open it; or say why it is too late."""
    found = get_object_or_404(Offer, pk=offer, agent=request.user)
    try:
        taken = actions.accept(found, by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
        return lead_back(request)
    waiting = taken.contact.waits.select_related("case").latest("pk")
    if waiting.case is None:
        messages.success(request, _("The contact is yours."))
        return HttpResponseRedirect(reverse("desk_contact_in_hand", args=[taken.pk]))
    messages.success(request, _("The case is yours. Nothing is sent to the customer."))
    return HttpResponseRedirect(reverse("desk_work", args=[waiting.case.number]))


@require_POST
@requires("routing.take")
def decline(request: AgentRequest, offer: int) -> HttpResponse:
    """Leave what was offered to others."""
    found = get_object_or_404(Offer, pk=offer, agent=request.user)
    try:
        actions.decline(found, by=request.user, at=now())
        messages.success(request, _("It is offered to somebody else, in its place."))
    except Refused as refusal:
        messages.error(request, refusal.words())
    return lead_back(request)
