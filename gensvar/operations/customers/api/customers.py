"""Customers over the API: who they are and how they are reached."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Query, Status

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, listed
from gensvar.foundation.integrations.parameters import instant
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.customers.actions import (
    AddressTaken,
    add_address,
    add_customer,
    change_customer,
    end_address,
    note_reading,
    prefer_address,
    protect,
    recognise,
    unprotect,
)
from gensvar.operations.customers.api.routes import router
from gensvar.operations.customers.api.schemas import (
    AddressChange,
    AddressIn,
    AddressOut,
    CustomerAsked,
    CustomerChange,
    CustomerIn,
    CustomerOut,
    CustomerPage,
    CustomerRef,
    CustomerWhole,
    addresses_shown,
)
from gensvar.operations.customers.models import Address, Customer, CustomerQuerySet
from gensvar.operations.customers.queries import standing_of
from gensvar.operations.customers.rules import normal

WITH = ("addresses", "needs")
WHOLE = (*WITH, "representatives__representative")
COLUMNS: list[Column[Customer]] = [
    Column("number", lambda row: row.number),
    Column("client", lambda row: row.client.code),
    Column("name", lambda row: row.name),
    Column("kind", lambda row: row.kind),
    Column("type", lambda row: row.type),
    Column("language", lambda row: row.language),
    Column("preferred_channel", lambda row: row.preferred_channel),
    Column("cost_centre", lambda row: row.cost_centre),
    Column("created_at", lambda row: row.created_at),
    Column("addresses", lambda row: [address.value for address in addresses_shown(row)]),
]


@router.get("", response=CustomerPage, openapi_extra=AS_FILE, summary="List customers")
@requires("customers.read")
def list_customers(request: AgentRequest, asked: Query[CustomerAsked]) -> Any:
    rows = _standing(WITH)
    for kind in ("mail", "phone"):
        if value := getattr(asked, kind):
            rows = rows.with_address(kind, normal(kind, value) or "")
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.number:
        rows = rows.filter(number=asked.number)
    if asked.type:
        rows = rows.filter(type=asked.type)
    if asked.q:
        at_address = (
            Address.objects.current()
            .filter(value__icontains=asked.q, customer__protected=False)
            .values("customer")
        )
        rows = rows.filter(Q(name__icontains=asked.q) | Q(pk__in=at_address))
    return listed(
        request, rows, asked, of=CustomerOut, columns=COLUMNS, permission="customers.read"
    )


@router.post("", response={201: CustomerWhole}, summary="Add a customer")
@requires("customers.write")
def create_customer(request: AgentRequest, body: CustomerIn) -> Any:
    client = client_chosen(request.identity, "customers.write", body.client)
    given = {"mail": body.mail, "phone": body.phone}
    for kind, value in given.items():
        if value and _knows(client, kind, value):
            raise AddressTaken
    customer = add_customer(
        client,
        name=body.name,
        kind=body.kind,
        type=body.type or "",
        language=body.language,
        addresses={kind: value for kind, value in given.items() if value},
        at=now(),
    )
    return Status(201, _whole(customer.pk))


@router.get("/{customer}", response=CustomerWhole, summary="One customer, by id or number")
@requires("customers.read")
def one_customer(request: AgentRequest, customer: str) -> Any:
    return _opened(request, found_customer(customer))


@router.patch("/{customer}", response=CustomerWhole, summary="Correct a customer")
@requires("customers.write")
def correct_customer(request: AgentRequest, customer: str, body: CustomerChange) -> Any:
    found = found_customer(customer)
    changes = {key: value for key, value in body.dict().items() if value is not None}
    change_customer(found, by=request.user, at=now(), **changes)
    return _opened(request, _whole(found.pk))


@router.post(
    "/{customer}/protection", response=CustomerWhole, summary="Protect a customer's identity"
)
@requires("customers.write")
def create_customer_protection(request: AgentRequest, customer: str) -> Any:
    found = found_customer(customer)
    protect(found, by=request.user, at=now())
    return _whole(found.pk)


@router.delete(
    "/{customer}/protection", response=CustomerWhole, summary="Lift a customer's protection"
)
@requires("customers.protect")
def delete_customer_protection(request: AgentRequest, customer: str) -> Any:
    found = found_customer(customer)
    unprotect(found, by=request.user, at=now())
    return _whole(found.pk)


@router.get(
    "/{customer}/addresses",
    response=list[AddressOut],
    summary="Every address a customer has or has had",
)
@requires("customers.read")
def list_addresses(request: AgentRequest, customer: str) -> Any:
    found = _opened(request, found_customer(customer))
    is_hidden = found.protected and not getattr(found, "is_opened", False)
    return [] if is_hidden else list(found.addresses.order_by("pk"))


@router.post("/{customer}/addresses", response={201: AddressOut}, summary="Add an address")
@requires("customers.write")
def create_address(request: AgentRequest, customer: str, body: AddressIn) -> Any:
    address = add_address(
        found_customer(customer),
        kind=body.kind,
        value=body.value,
        by=request.user,
        at=now(),
        until=instant(body.until) if body.until else None,
        is_preferred=body.is_preferred,
    )
    return Status(201, address)


@router.patch(
    "/{customer}/addresses/{address}", response=AddressOut, summary="Prefer or end an address"
)
@requires("customers.write")
def change_address(request: AgentRequest, customer: str, address: int, body: AddressChange) -> Any:
    found = _opened(request, found_customer(customer))
    rows = found.addresses.select_related("customer")
    if found.protected and not getattr(found, "is_opened", False):
        rows = rows.none()
    chosen = get_object_or_404(rows, pk=address)
    if body.is_preferred:
        prefer_address(chosen, by=request.user, at=now())
    if body.until:
        at = now()
        end_address(chosen, by=request.user, at=at, until=max(instant(body.until), at))
    return chosen


def found_customer(reference: str) -> Customer:
    """Return the customer that a path names by id or number, or whom they were merged into."""
    rows = Customer.objects.select_related("client").prefetch_related(*WHOLE)
    if reference.isascii() and reference.isdigit() and len(reference) < 19:
        found = get_object_or_404(rows, pk=int(reference))
    else:
        found = get_object_or_404(rows, pk=_id_of(reference))
    return found if found.merged_into_id is None else _whole(standing_of(found).pk)


def customer_meant(client: Client, ref: CustomerRef | None, *, at: datetime) -> Customer | None:
    """Return the customer that a body speaks of, made acquainted where they are new."""
    if ref is None:
        return None
    if ref.id or ref.number:
        rows = Customer.objects.filter(client=client)
        rows = rows.filter(pk=ref.id) if ref.id else rows.filter(number=ref.number)
        if (known := rows.first()) is None:
            raise invalid("#/customer", _("This client has no such customer."))
        return standing_of(known)
    if ref.mail:
        customer = recognise(client, kind="mail", value=ref.mail, name=ref.name, at=at)
        if ref.phone and not _knows(client, "phone", ref.phone):
            add_address(customer, kind="phone", value=ref.phone, by=None, at=at)
        return customer
    if ref.phone:
        return recognise(client, kind="phone", value=ref.phone, name=ref.name, at=at)
    return add_customer(client, name=ref.name, addresses={}, at=at) if ref.name else None


def _knows(client: Client, kind: str, value: str) -> bool:
    written = normal(kind, value) or ""
    known = Address.objects.current().filter(client=client, kind=kind, value=written)
    return known.exists()


def _id_of(number: str) -> int:
    ids = Customer.objects.filter(number=number[:20]).order_by("pk").values_list("pk", flat=True)
    return ids.first() or 0


def _whole(pk: int) -> Customer:
    return Customer.objects.select_related("client").prefetch_related(*WHOLE).get(pk=pk)


def _standing(related: Collection[str]) -> CustomerQuerySet:
    return Customer.objects.standing().select_related("client").prefetch_related(*related)


def _opened(request: AgentRequest, customer: Customer) -> Customer:
    """Let whoever has the right see how a protected customer is reached, and write that down."""
    if not customer.protected:
        return customer
    if request.identity.may("customers.read_protected", client_id=customer.client_id):
        customer.is_opened = True  # type: ignore[attr-defined]
        note_reading(customer, by=request.user, at=now())
    return customer
