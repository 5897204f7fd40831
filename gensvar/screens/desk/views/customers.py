"""The page of one customer: what this client knows of them, and no other."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.listing import Place, page
from gensvar.operations.contacts.calling import blocks_of
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.operations.contacts.queries import ContactRow, contacts_of
from gensvar.operations.customers.actions import add_address, change_customer, note_reading
from gensvar.operations.customers.models import Address, Customer
from gensvar.operations.customers.queries import (
    customer_at,
    may_be_the_same,
    merges_of,
    needs_of,
    representatives_of,
    represented_by,
)
from gensvar.operations.customers.rules import shown_phone
from gensvar.operations.customers.rules.types import money_shown
from gensvar.screens.desk import lists
from gensvar.screens.desk.customer_forms import LANGUAGES, CustomerForm
from gensvar.screens.desk.forms import kind_of
from gensvar.screens.desk.reaching import hides_addresses, posted
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.words import CHANNEL_ICONS, DID, Moments

EDITED = ("name", "kind", "type", "language", "preferred_channel", "cost_centre")
SIGNS = {
    "mail": gettext_lazy("the same mail address"),
    "phone": gettext_lazy("the same phone number"),
    "alias": gettext_lazy("the same account"),
    "post": gettext_lazy("the same postal address"),
    "name": gettext_lazy("the same name"),
    "like-name": gettext_lazy("a similar name"),
    "mailbox-name": gettext_lazy("the same name before @"),
    "rare-name": gettext_lazy("an unusual name"),
}


@require_GET
@requires("customers.read")
def customer(request: AgentRequest, number: str) -> HttpResponse:
    found = customer_or_404(number)
    if found.number != number:
        said = _("%(number)s lives on as this customer since they were merged.")
        messages.info(request, said % {"number": number})
        return back(found)
    at = now()
    moments = Moments(at)
    cases = Case.objects.filter(customer=found.pk, client=found.client_id)
    shown = page(cases, Place(order="oppnat", is_descending=True))
    is_hidden = hides_addresses(request, found)
    if found.protected and not is_hidden:
        note_reading(found, by=request.user, at=at)
    addresses = (
        [] if is_hidden else [_address(one, moments) for one in found.addresses.order_by("pk")]
    )
    context = {
        "customer": found,
        "is_hidden": is_hidden,
        "addresses": sorted((a for a in addresses if a["holds"]), key=lambda a: not a["preferred"]),
        "ended": [one for one in addresses if not one["holds"]],
        "needs": needs_of(found),
        "blocks": [
            (one, moments.when(one.since)) for one in blocks_of(found.client, "", customer=found)
        ],
        "representatives": _with_ends(representatives_of(found, at=at), moments),
        "represents": _with_ends(represented_by(found, at=at), moments),
        "suspects": [
            (one.customer, ", ".join(str(SIGNS[sign]) for sign in one.signs))
            for one in may_be_the_same(found)
        ],
        "merges": [(one, moments.when(one.at)) for one in merges_of(found)],
        "money": money_shown(found.type),
        "lines": lists.lines(shown.rows, moments=moments, with_client=False),
        "has_more": bool(shown.after),
        "contacts": [_contact(one, moments) for one in contacts_of(found.pk)],
        "speaks": language_named(found.language),
        "since": moments.when(found.created_at),
        "open": sum(1 for row in shown.rows if row.state != "closed"),
        "may": lambda permission: request.identity.may(permission, client_id=found.client_id),
    }
    return render(request, "desk/customer.html", context)


def language_named(code: str) -> str:
    """Return a language's name in the language of this page."""
    try:
        return str(get_language_info(code)["name_translated"]).capitalize()
    except KeyError:
        return code


def _address(one: Address, moments: Moments) -> dict[str, Any]:
    return {
        "pk": one.pk,
        "kind": one.get_kind_display(),
        "value": shown_phone(one.value) if one.kind == Address.Kind.PHONE else one.value,
        "preferred": one.is_preferred,
        "holds": one.until is None or one.until > moments.at,
        "since": moments.when(one.since),
        "until": moments.when(one.until) if one.until else "",
    }


def _with_ends(rows: list[Any], moments: Moments) -> list[tuple[Any, str]]:
    return [(row, moments.when(row.until) if row.until else "") for row in rows]


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


def customer_or_404(number: str) -> Customer:
    """Return the customer with this number, or the one they were merged into."""
    found = customer_at(number) if len(number) <= 20 else None
    if found is None:
        raise Http404
    return found


def back(customer: Customer) -> HttpResponseRedirect:
    """Lead to the customer's page."""
    return HttpResponseRedirect(reverse("desk_customer", args=[customer.number]))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.write")
def change(request: AgentRequest, number: str) -> HttpResponse:
    """Correct what is known, or learn one more way to reach the customer."""
    found = customer_or_404(number)
    form = CustomerForm(posted(request), initial={name: getattr(found, name) for name in EDITED})
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, found, form)
        except Refused as refusal:
            form.add_error("address", refusal.words())
        else:
            messages.success(request, _("Saved. Nothing is sent to the customer."))
            return back(found)
    context = {
        "customer": found,
        "form": form,
        "languages": [(code, language_named(code)) for code in LANGUAGES],
    }
    return dialog(request, "desk/_customer.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def _change(request: AgentRequest, found: Customer, form: CustomerForm) -> None:
    at, given = now(), form.cleaned_data
    changes = {name: str(given[name]).strip() for name in EDITED}
    change_customer(found, by=request.user, at=at, **changes)
    if address := given["address"].strip():
        add_address(found, kind=kind_of(address), value=address, by=request.user, at=at)
