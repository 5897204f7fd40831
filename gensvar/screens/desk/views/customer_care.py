"""Acts on one customer: addresses, needs, representatives, protection."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.calling import allow_calls, block_calls
from gensvar.operations.contacts.models import CallBlock
from gensvar.operations.customers import actions
from gensvar.operations.customers.models import Address, Customer, Need, Representative
from gensvar.operations.customers.queries import customer_at
from gensvar.operations.customers.rules import normal
from gensvar.screens.desk.contact_forms import BlockForm
from gensvar.screens.desk.customer_forms import (
    AddressForm,
    NeedForm,
    RepresentativeForm,
    morning_of,
)
from gensvar.screens.desk.forms import kind_of
from gensvar.screens.desk.reaching import hides_addresses, posted
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.views.customers import back, customer_or_404


def _asked(
    request: AgentRequest, template: str, customer: Customer, form: forms.Form
) -> HttpResponse:
    context = {"customer": customer, "form": form}
    return dialog(request, template, context, status=422 if form.is_bound else 200)


def _done(request: AgentRequest, customer: Customer, said: str) -> HttpResponse:
    messages.success(request, said)
    return back(customer)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.write")
def address(request: AgentRequest, number: str) -> HttpResponse:
    """Learn one more way to reach the customer."""
    found = customer_or_404(number)
    form = AddressForm(posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.add_address(
                found,
                kind=given["kind"],
                value=given["value"],
                until=morning_of(given["until"]),
                is_preferred=given["is_preferred"],
                by=request.user,
                at=now(),
            )
        except actions.EndsBeforeItBegan as refusal:
            form.add_error("until", refusal.words())
        except Refused as refusal:
            form.add_error("value", refusal.words())
        else:
            return _done(request, found, _("Saved. Nothing is sent to the customer."))
    return _asked(request, "desk/_address.html", found, form)


@require_POST
@requires("customers.write")
def mark_address(request: AgentRequest, number: str, address: int) -> HttpResponse:
    """Use an address first, or no longer."""
    found = customer_or_404(number)
    if hides_addresses(request, found):
        raise Http404
    rows = Address.objects.filter(customer=found).select_related("customer")
    chosen = get_object_or_404(rows, pk=address)
    if request.POST.get("act") == "prefer":
        actions.prefer_address(chosen, by=request.user, at=now())
        return _done(request, found, _("This address is used first."))
    actions.end_address(chosen, by=request.user, at=now())
    return _done(request, found, _("The address has ended. It stays in the history."))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.write")
def need(request: AgentRequest, number: str) -> HttpResponse:
    """Note what the customer needs, when they agree."""
    found = customer_or_404(number)
    form = NeedForm(posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.note_need(found, **given, by=request.user, at=now())
        except actions.NotAgreed as refusal:
            form.add_error("agreed", refusal.words())
        except Refused as refusal:
            form.add_error("words", refusal.words())
        else:
            return _done(request, found, _("Noted. Everybody who helps the customer sees it."))
    return _asked(request, "desk/_need.html", found, form)


@require_POST
@requires("customers.write")
def drop_need(request: AgentRequest, number: str, need: int) -> HttpResponse:
    found = customer_or_404(number)
    rows = Need.objects.filter(customer=found).select_related("customer")
    actions.end_need(get_object_or_404(rows, pk=need), by=request.user, at=now())
    return _done(request, found, _("The need is no longer shown."))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.write")
def representative(request: AgentRequest, number: str) -> HttpResponse:
    """Let somebody speak for the customer, within a scope and until a day."""
    found = customer_or_404(number)
    initial = {"kind": "contact-person" if found.kind == "organisation" else "power-of-attorney"}
    form = RepresentativeForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _name_representative(request, found, form)
        except (actions.EndNeeded, actions.EndHasPassed) as refusal:
            form.add_error("until", refusal.words())
        except Refused as refusal:
            form.add_error("who", refusal.words())
        else:
            return _done(request, found, _("Saved. Everybody who helps the customer sees it."))
    return _asked(request, "desk/_representative.html", found, form)


@transaction.atomic
def _name_representative(
    request: AgentRequest, customer: Customer, form: RepresentativeForm
) -> None:
    at, given = now(), form.cleaned_data
    actions.name_representative(
        customer,
        representative=_speaker(customer, given["who"].strip(), given["name"].strip()),
        kind=given["kind"],
        scope=given["scope"],
        until=morning_of(given["until"]),
        evidence=given["evidence"],
        by=request.user,
        at=at,
    )


def _speaker(customer: Customer, who: str, name: str) -> Customer:
    """Return the customer with this number or address, made acquainted where they are new."""
    known = customer_at(who.upper(), client=customer.client)
    if known is not None:
        return known
    if normal(kind_of(who), who) is None:
        raise actions.AddressUnusable(value=who[:80])
    return actions.recognise(customer.client, kind=kind_of(who), value=who, name=name, at=now())


@require_POST
@requires("customers.write")
def drop_representative(request: AgentRequest, number: str, named: int) -> HttpResponse:
    found = customer_or_404(number)
    rows = Representative.objects.filter(customer=found).select_related("customer")
    actions.end_representative(get_object_or_404(rows, pk=named), by=request.user, at=now())
    return _done(request, found, _("They may no longer speak for the customer."))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.write")
def protection(request: AgentRequest, number: str) -> HttpResponse:
    """Protect the identity; lifting it takes a right of its own."""
    found = customer_or_404(number)
    if found.protected and not request.identity.may("customers.protect", client_id=found.client_id):
        raise PermissionDenied("customers.protect")
    if request.method != "POST":
        return dialog(request, "desk/_protection.html", {"customer": found})
    if found.protected:
        actions.unprotect(found, by=request.user, at=now())
        return _done(request, found, _("The identity is no longer protected."))
    actions.protect(found, by=request.user, at=now())
    return _done(request, found, _("The identity is protected from now on."))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.write")
def blocking(request: AgentRequest, number: str) -> HttpResponse:
    """Write down that the customer does not want to be called."""
    found = customer_or_404(number)
    form = BlockForm(posted(request))
    if request.method == "POST" and form.is_valid():
        purpose = form.cleaned_data["purpose"]
        block_calls(found.client, customer=found, purpose=purpose, by=request.user, at=now())
        return _done(request, found, _("Noted. Nobody here can call them for that from now on."))
    context = {"form": form, "action": request.path}
    return dialog(request, "desk/_no_more_calls.html", context, status=422 if form.errors else 200)


@require_POST
@requires("customers.write")
def allowing(request: AgentRequest, number: str, block: int) -> HttpResponse:
    """Let the customer be called again, as they have asked."""
    found = customer_or_404(number)
    row = get_object_or_404(CallBlock, pk=block, customer=found, ended_at=None)
    allow_calls(row, by=request.user, at=now())
    return _done(request, found, _("The customer may be called again."))
