"""The list of customers: find one by name, number, phone or mail."""

from typing import Any, cast

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export, rows_seen_by
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.customers.models import Address, Customer, Import
from gensvar.operations.search.queries import matching_customers
from gensvar.screens.desk.reaching import clients_of
from gensvar.screens.desk.words import Moments

PAGE = 50


@require_GET
@requires("customers.read")
def customers(request: AgentRequest) -> HttpResponse:
    """Show the newest customers, of one type if asked."""
    rows = _of_type(request)
    before = request.GET.get("fore", "")
    if before.isdigit() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    shown = list(rows.order_by("-pk")[: PAGE + 1])
    return _drawn(request, shown[:PAGE], after=shown[PAGE - 1].pk if len(shown) > PAGE else None)


@require_POST
@requires("customers.read")
def found(request: AgentRequest) -> HttpResponse:
    """Answer what was typed. It may name a person, so it never stands in an address."""
    typed = request.POST.get("q", "").strip()[:200]
    rows = _of_type(request)
    if typed:
        rows = rows.filter(pk__in=matching_customers(typed, most=PAGE))
    return _drawn(request, list(rows.order_by("-pk")[:PAGE]), typed=typed)


def _of_type(request: AgentRequest) -> QuerySet[Customer]:
    rows = Customer.objects.standing().select_related("client")
    asked = (request.POST if request.method == "POST" else request.GET).get("typ", "")
    return rows.filter(type=asked) if asked in Customer.Type.values else rows


def _drawn(
    request: AgentRequest, rows: list[Customer], *, typed: str = "", after: int | None = None
) -> HttpResponse:
    asked = (request.POST if request.method == "POST" else request.GET).get("typ", "")
    moments = Moments(now())
    base = reverse("desk_customers")
    context: dict[str, Any] = {
        "lines": _lines(rows, moments),
        "typed": typed,
        "type": asked if asked in Customer.Type.values else "",
        "types": Customer.Type.choices,
        "after": f"{base}?fore={after}" + (f"&typ={asked}" if asked else "") if after else "",
        "has_clients": len(clients_of(request.identity, "customers.read")) > 1,
        "imports": _imports(request, moments),
        "may": request.identity.may,
    }
    template = "desk/_customers.html" if request.htmx else "desk/customers.html"  # type: ignore[attr-defined]
    return render(request, template, context)


def _lines(rows: list[Customer], moments: Moments) -> list[dict[str, Any]]:
    """Return the rows as they are shown; of protected customers no address."""
    reached: dict[int, list[str]] = {}
    open_ones = [row.pk for row in rows if not row.protected]
    for address in Address.objects.current().filter(customer__in=open_ones):
        reached.setdefault(address.customer_id, []).append(address.value)
    return [
        {
            "customer": row,
            "reached": reached.get(row.pk, [])[:2],
            "since": moments.when(row.created_at),
        }
        for row in rows
    ]


def _imports(request: AgentRequest, moments: Moments) -> list[tuple[Import, str]]:
    if not request.identity.may("customers.import"):
        return []
    rows = Import.objects.filter(client__in=clients_of(request.identity, "customers.import"))
    newest = rows.select_related("by").order_by("-pk")[:5]
    return [(one, moments.when(one.at)) for one in newest]


COLUMNS: tuple[Column[Customer], ...] = (
    Column("number", lambda row: row.number, _("Number")),
    Column("name", lambda row: row.name, _("Name")),
    Column("client", lambda row: row.client.public_name, _("Client")),
    Column("kind", lambda row: row.get_kind_display(), _("Kind")),
    Column("type", lambda row: row.get_type_display(), _("Customer type")),
    Column("language", lambda row: row.language, _("Language")),
    Column("cost_centre", lambda row: row.cost_centre, _("Cost centre")),
    Column("addresses", lambda row: _holding(row), _("Addresses")),
    Column("created_at", lambda row: row.created_at, _("Known since")),
)


def _holding(row: Customer) -> list[str]:
    """Return where a customer is reached; nowhere, for the file, if they are protected."""
    if row.protected:
        return []
    at = now()
    return [one.value for one in row.addresses.all() if one.until is None or one.until > at]


# The rows are streamed after this view has returned, in a transaction of their own.
@require_GET
@transaction.non_atomic_requests
def exported(request: HttpRequest, format: str) -> HttpResponseBase:
    with transaction.atomic():
        return _exported(cast(AgentRequest, request), format)


@requires("cases.export")
def _exported(request: AgentRequest, format: str) -> HttpResponseBase:
    """What is known of customers leaves by the same right as their cases."""
    if format not in set(Format):
        raise Http404
    at = now()
    rows = _of_type(request).prefetch_related("addresses").order_by("pk")
    note_export("customer", format=format, agent_id=request.user.pk, at=at)
    seen = rows_seen_by(request.identity, "cases.export", rows)
    name = f"kunder-{localdate(at).isoformat()}"
    return export(seen, COLUMNS, format, name=name, semicolon=request.LANGUAGE_CODE == "sv")


exported.permission = "cases.export"  # type: ignore[attr-defined]
