"""Being there: what somebody chose, what is on offer to them, and who else is here."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from markupsafe import Markup

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing import actions
from gensvar.operations.routing.explaining import span, status_in_words
from gensvar.operations.routing.models import AgentSkill, Offer, Status
from gensvar.operations.routing.queries.floor import present, queues_now, seat_of
from gensvar.screens.desk.floor import mark_of, screen_of, shown_offers, standing
from gensvar.screens.desk.reaching import clients_of
from gensvar.screens.desk.words import CHANNEL_ICONS, Moments


def strip(request: AgentRequest) -> Markup:
    """Draw the status for the strip of a page; nothing for whoever takes no contacts."""
    seat = seat_of(request.user)
    if seat is None:
        return Markup()
    stands = standing(seat, screen=screen_of(request), at=now())
    drawn = render_to_string("desk/_strip.html", {"stands": stands}, request)
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
        return _back(request)
    waiting = taken.contact.waits.select_related("case").latest("pk")
    if waiting.case is None:
        messages.success(request, _("The contact is yours."))
        return _back(request)
    messages.success(request, _("The case is yours. Nothing is sent to the customer."))
    return HttpResponseRedirect(reverse("desk_case", args=[waiting.case.number]))


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
    return _back(request)


def _back(request: AgentRequest) -> HttpResponse:
    """Lead back to where somebody was."""
    came_from = request.META.get("HTTP_REFERER", "")
    if url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure()):
        return HttpResponseRedirect(came_from)
    return HttpResponseRedirect(reverse("desk_start"))


@require_safe
@requires("routing.read")
def floor(request: AgentRequest) -> HttpResponse:
    """Show who is here, and what waits."""
    at = now()
    moments = Moments(at)
    clients = clients_of(request.identity, "routing.read")
    own = {client: actions.own_reasons(client) for client in clients}
    people: list[dict[str, Any]] = [
        {
            "row": one,
            "status": status_in_words(one.seat, own[one.seat.client_id]),
            "since": moments.brief(one.seat.since),
            "lasted": span((at - one.seat.since).total_seconds()),
            "seen": moments.brief(one.seat.seen_at) if one.seat.seen_at else "",
            "in_hand": one.in_hand,
        }
        for one in present(clients, at=at)
    ]
    queues: list[dict[str, Any]] = [
        {
            "row": one,
            "icon": CHANNEL_ICONS.get(Channel(one.queue.channel), "inbox"),
            "oldest": span((at - one.oldest_at).total_seconds()) if one.oldest_at else "",
            "goal": span(one.queue.goal_seconds),
        }
        for one in queues_now(clients, at=at)
    ]
    ready = sum(one["row"].seat.status == Status.READY and not one["row"].is_gone for one in people)
    context = {
        "people": people,
        "queues": queues,
        "ready": ready,
        "waiting": sum(one["row"].waiting for one in queues),
        "several": len(clients) > 1,
    }
    return render(request, "desk/floor.html", context)
