"""Customers over the API: who they are and how they are reached."""

from datetime import datetime
from typing import Any, Literal

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Id, Line
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.customers.actions import (
    AddressTaken,
    add_address,
    add_customer,
    change_customer,
    recognise,
)
from gensvar.operations.customers.models import Address, Customer
from gensvar.operations.customers.rules import normal

router = Router(tags=["customers"])
ROUTERS = {"/customers": router}


class AddressOut(Schema):
    id: int
    kind: str
    value: str
    since: datetime


class CustomerOut(Schema):
    id: int
    client: str = Field(description="The code of the client that knows the customer.")
    number: str = Field(examples=["K-1001"])
    name: str
    kind: str
    language: str
    created_at: datetime
    addresses: list[AddressOut]

    @staticmethod
    def resolve_client(customer: Customer) -> str:
        return customer.client.code


class CustomerPage(Page[CustomerOut]):
    pass


class CustomerShort(Schema):
    id: int
    number: str
    name: str


class CustomerRef(Body):
    """A customer we know, by id or number; or one to recognise, or get to know, by an address."""

    id: Id | None = None
    number: Line | None = Field(None, examples=["K-1001"])
    name: Line = ""
    mail: str = Field("", max_length=320, examples=["eva.ek@example.com"])
    phone: str = Field("", max_length=40, examples=["070-111 11 11"])


class CustomerIn(Body):
    client: Line | None = Field(None, description="The client's code; your own if left out.")
    name: Line = ""
    kind: Literal["person", "organisation"] = "person"
    language: str = Field("", max_length=5, pattern=r"^([a-z]{2,3})?$")
    mail: str = Field("", max_length=320)
    phone: str = Field("", max_length=40)


class CustomerChange(Body):
    name: Line | None = None
    kind: Literal["person", "organisation"] | None = None
    language: str | None = Field(None, max_length=5, pattern=r"^[a-z]{2,3}$")


class AddressIn(Body):
    kind: Literal["mail", "phone", "post"]
    value: str = Field(min_length=1, max_length=320)


class CustomerAsked(ListAsked):
    client: str = Field("", max_length=40)
    mail: str = Field("", max_length=320)
    phone: str = Field("", max_length=40)
    number: str = Field("", max_length=20)
    q: str = Field("", max_length=200, description="A part of the name or of an address.")


COLUMNS: list[Column[Customer]] = [
    Column("number", lambda row: row.number),
    Column("client", lambda row: row.client.code),
    Column("name", lambda row: row.name),
    Column("kind", lambda row: row.kind),
    Column("language", lambda row: row.language),
    Column("created_at", lambda row: row.created_at),
    Column("addresses", lambda row: [address.value for address in row.addresses.all()]),
]


@router.get("", response=CustomerPage, openapi_extra=AS_FILE, summary="List customers")
@requires("customers.read")
def list_customers(request: AgentRequest, asked: Query[CustomerAsked]) -> Any:
    rows = Customer.objects.select_related("client").prefetch_related("addresses")
    for kind in ("mail", "phone"):
        if value := getattr(asked, kind):
            rows = rows.with_address(kind, normal(kind, value) or "")
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.number:
        rows = rows.filter(number=asked.number)
    if asked.q:
        at_address = Address.objects.filter(value__icontains=asked.q).values("customer")
        rows = rows.filter(Q(name__icontains=asked.q) | Q(pk__in=at_address))
    return listed(
        request, rows, asked, of=CustomerOut, columns=COLUMNS, permission="customers.read"
    )


@router.post("", response={201: CustomerOut}, summary="Add a customer")
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
        language=body.language,
        addresses={kind: value for kind, value in given.items() if value},
        at=now(),
    )
    return Status(201, _whole(customer.pk))


@router.get("/{customer}", response=CustomerOut, summary="One customer, by id or number")
@requires("customers.read")
def one_customer(request: AgentRequest, customer: str) -> Any:
    return found_customer(customer)


@router.patch("/{customer}", response=CustomerOut, summary="Correct a customer")
@requires("customers.write")
def correct_customer(request: AgentRequest, customer: str, body: CustomerChange) -> Any:
    found = found_customer(customer)
    changes = {key: value for key, value in body.dict().items() if value is not None}
    change_customer(found, by=request.user, at=now(), **changes)
    return _whole(found.pk)


@router.post("/{customer}/addresses", response={201: AddressOut}, summary="Add an address")
@requires("customers.write")
def create_address(request: AgentRequest, customer: str, body: AddressIn) -> Any:
    found = found_customer(customer)
    address = add_address(found, kind=body.kind, value=body.value, by=request.user, at=now())
    return Status(201, address)


def found_customer(reference: str) -> Customer:
    """Return the customer that a path names, by id or number."""
    rows = Customer.objects.select_related("client").prefetch_related("addresses")
    if reference.isascii() and reference.isdigit() and len(reference) < 19:
        return get_object_or_404(rows, pk=int(reference))
    return get_object_or_404(rows, pk=_id_of(reference))


def customer_meant(client: Client, ref: CustomerRef | None, *, at: datetime) -> Customer | None:
    """Return the customer that a body speaks of, made acquainted where they are new."""
    if ref is None:
        return None
    if ref.id or ref.number:
        rows = Customer.objects.filter(client=client)
        rows = rows.filter(pk=ref.id) if ref.id else rows.filter(number=ref.number)
        if (known := rows.first()) is None:
            raise invalid("#/customer", _("This client has no such customer."))
        return known
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
    return Address.objects.filter(client=client, kind=kind, value=written).exists()


def _id_of(number: str) -> int:
    ids = Customer.objects.filter(number=number[:20]).order_by("pk").values_list("pk", flat=True)
    return ids.first() or 0


def _whole(pk: int) -> Customer:
    return Customer.objects.select_related("client").prefetch_related("addresses").get(pk=pk)
