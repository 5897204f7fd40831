"""Contacts that concern no case: which they are, and why."""

from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.discarding import discard_draft
from gensvar.operations.cases.queries import choices
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact, Direction, NoCase
from gensvar.operations.contacts.queries import without_case
from gensvar.operations.contacts.setting_aside import set_aside
from gensvar.operations.routing.models import Offer, OfferState
from gensvar.screens.desk.contact_forms import DraftForm, NoCaseForm, ReasonForm
from gensvar.screens.desk.reaching import (
    case_or_404,
    clients_of,
    clients_written_for,
    posted,
)
from gensvar.screens.desk.views.cases import dialog

PAGE = 100
USUAL_DAYS = 30
ANY_REASON = "alla"


@require_safe
@requires("contacts.read")
def listed(request: AgentRequest) -> HttpResponse:
    """List the contacts of some days that have neither case nor reason, or those with one."""
    clients = clients_of(request.identity, "contacts.read")
    today = localdate(now())
    until = _day(request, "till") or today
    since = _day(request, "fran") or until - timedelta(days=USUAL_DAYS)
    reason = request.GET.get("orsak", "")
    wanted = {"": None, ANY_REASON: ""}.get(reason, reason if reason in NoCase.Reason else None)
    rows = without_case(
        clients, since=_midnight(since), until=_midnight(until + timedelta(days=1)), reason=wanted
    )
    place = request.GET.get("efter", "")
    start = int(place) if place.isascii() and place.isdigit() and len(place) < 7 else 0
    shown = list(rows[start : start + PAGE + 1])
    context: dict[str, Any] = {
        "rows": shown[:PAGE],
        "older": start + PAGE if len(shown) > PAGE else None,
        "since": since,
        "until": until,
        "reason": reason if wanted is not None else "",
        "reasons": [(ANY_REASON, _("With a reason, whatever it is")), *NoCase.Reason.choices],
        "why": NoCase.Reason.choices,
        "address": urlencode({"fran": since, "till": until, "orsak": reason}),
        "has_clients": len(clients) > 1,
        "writable": clients_written_for(request.identity),
    }
    return render(request, "desk/without_case.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("contacts.write")
def new(request: AgentRequest) -> HttpResponse:
    """Register a contact that became no case, and why, in one go."""
    clients = choices.clients_named(clients_written_for(request.identity))
    if not clients:
        raise PermissionDenied("contacts.write")
    form = NoCaseForm(posted(request), clients=clients, initial={"client": clients[0][0]})
    if request.method == "POST" and form.is_valid():
        _register(request, form)
        messages.success(request, _("The contact is registered. It became no case."))
        return HttpResponseRedirect(reverse("desk_start"))
    context = {"form": form, "one_client": len(clients) == 1}
    return render(request, "desk/no_case.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def _register(request: AgentRequest, form: NoCaseForm) -> None:
    at, given = now(), form.cleaned_data
    contact = register_contact(
        Client.objects.get(pk=given["client"]),
        channel=given["channel"],
        direction=Direction.IN,
        customer=None,
        agent=request.user,
        at=at,
    )
    set_aside(contact, reason=given["reason"], words=given["words"], by=request.user, at=at)


@require_POST
@requires("contacts.write")
def give_reason(request: AgentRequest, contact_id: int) -> HttpResponse:
    """Say why a contact in the list became no case."""
    writable = clients_written_for(request.identity)
    contact = get_object_or_404(Contact.objects.filter(client__in=writable), pk=contact_id)
    form = ReasonForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            set_aside(
                contact, reason=given["reason"], words=given["words"], by=request.user, at=now()
            )
        except Refused as refusal:
            messages.error(request, refusal.words())
        else:
            messages.success(request, _("The reason stands with the contact."))
    else:
        for faults in form.errors.values():
            messages.error(request, " ".join(map(str, faults)))
    return HttpResponseRedirect(_back(request))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("cases.close")
def discard(request: AgentRequest, number: str) -> HttpResponse:
    """End the draft of a call that became no case, and say why."""
    case = case_or_404(request, number)
    contact = case.contacts.order_by("pk").first()
    form = DraftForm(posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            discard_draft(
                case, reason=given["reason"], words=given["words"], by=request.user, at=now()
            )
            messages.success(request, _("The contact is registered. It became no case."))
            return _to_contact(request, contact)
        except Refused as refusal:
            form.add_error(None, refusal.words())
    context = {"case": case, "form": form}
    return dialog(request, "desk/_discard.html", context, status=422 if form.errors else 200)


def _to_contact(request: AgentRequest, contact: Contact | None) -> HttpResponse:
    """Lead to the contact while it is in hand, where it is wrapped up; else to the desk."""
    mine = Offer.objects.live().exclude(state=OfferState.OFFERED).filter(agent=request.user)
    offer = mine.filter(contact=contact).first() if contact else None
    if offer is None:
        return HttpResponseRedirect(reverse("desk_start"))
    return HttpResponseRedirect(reverse("desk_contact_in_hand", args=[offer.pk]))


def _back(request: HttpRequest) -> str:
    """Return the list as it was asked for."""
    asked = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    return reverse("desk_without_case")


def _day(request: HttpRequest, name: str) -> date | None:
    try:
        day = parse_date(request.GET.get(name, ""))
    except ValueError:
        return None
    return day if day and 2000 <= day.year <= 2999 else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone())
