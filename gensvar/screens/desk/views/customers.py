"""The page of one customer: what this client knows of them, and no other."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.listing import Place, page
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.operations.contacts.queries import ContactRow, contacts_of
from gensvar.operations.customers.actions import add_address, change_customer
from gensvar.operations.customers.models import Customer
from gensvar.screens.desk import lists
from gensvar.screens.desk.forms import CustomerForm, kind_of
from gensvar.screens.desk.reaching import posted
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.words import CHANNEL_ICONS, DID, Moments


@require_GET
@requires("customers.read")
def customer(request: AgentRequest, number: str) -> HttpResponse:
    found = _found(number)
    moments = Moments(now())
    cases = Case.objects.filter(customer=found.pk, client=found.client_id)
    shown = page(cases, Place(order="oppnat", is_descending=True))
    context = {
        "customer": found,
        "addresses": list(found.addresses.order_by("pk")),
        "lines": lists.lines(shown.rows, moments=moments, with_client=False),
        "has_more": bool(shown.after),
        "contacts": [_contact(one, moments) for one in contacts_of(found.pk)],
        "speaks": _language(found.language),
        "since": moments.when(found.created_at),
        "open": sum(1 for row in shown.rows if row.state != "closed"),
        "may": lambda permission: request.identity.may(permission, client_id=found.client_id),
    }
    return render(request, "desk/customer.html", context)


def _language(code: str) -> str:
    """Return a language's name in the language of this page."""
    try:
        return str(get_language_info(code)["name_translated"]).capitalize()
    except KeyError:
        return code


def _contact(one: ContactRow, moments: Moments) -> dict[str, Any]:
    did = DID.get((Channel(one.channel), Direction(one.direction)), _("was in touch"))
    return {
        "icon": CHANNEL_ICONS.get(Channel(one.channel), "chat"),
        "when": moments.when(one.at),
        "did": did,
        "agent": one.agent,
        "is_ours": one.direction == "out",
        "said": one.said,
        "cases": one.cases,
    }


def _found(number: str) -> Customer:
    if len(number) > 20:
        raise Http404
    customers = Customer.objects.filter(number=number).select_related("client")
    found = customers.order_by("pk").first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.write")
def change(request: AgentRequest, number: str) -> HttpResponse:
    """Correct the name, or learn one more way to reach the customer."""
    found = _found(number)
    form = CustomerForm(posted(request), initial={"name": found.name, "kind": found.kind})
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, found, form)
        except Refused as refusal:
            form.add_error("address", refusal.words())
        else:
            messages.success(request, _("Saved. Nothing is sent to the customer."))
            return HttpResponseRedirect(reverse("desk_customer", args=[found.number]))
    context = {"customer": found, "form": form}
    return dialog(request, "desk/_customer.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def _change(request: AgentRequest, found: Customer, form: CustomerForm) -> None:
    at, given = now(), form.cleaned_data
    change_customer(found, by=request.user, at=at, name=given["name"].strip(), kind=given["kind"])
    if address := given["address"].strip():
        add_address(found, kind=kind_of(address), value=address, by=request.user, at=at)
