"""Recognise a customer by address, or make their acquaintance."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.events import CustomerAdded, CustomerChanged
from gensvar.operations.customers.models import Address, Customer, Person
from gensvar.operations.customers.rules import normal


class AddressUnusable(Refused):
    message = _("“%(value)s” is not an address that we can reach.")
    status = 422


class AddressTaken(Refused):
    message = _("Another customer already has this address.")


@action
def recognise(
    client: Client, *, kind: str, value: str, at: datetime, name: str = "", language: str = ""
) -> Customer:
    """Return the client's customer with this address; a new one if there is none."""
    written = _usable(kind, value)
    known = Address.objects.filter(client=client, kind=kind, value=written)
    if (address := known.select_related("customer").first()) is not None:
        return _named(address.customer, name)
    try:
        with transaction.atomic():
            return add_customer(
                client, name=name, addresses={kind: written}, at=at, language=language
            )
    except IntegrityError:  # somebody else met the same customer at the same moment
        return Customer.objects.with_address(kind, written).get(client=client)


@action
def add_customer(
    client: Client,
    *,
    name: str,
    addresses: Mapping[str, str],
    at: datetime,
    language: str = "",
    kind: str = Customer.Kind.PERSON,
) -> Customer:
    """Begin a relation between a person and a client, with the addresses given.

    Somebody already known to another client is the same person; nothing else is shared.
    """
    written = {kind: _usable(kind, value) for kind, value in addresses.items() if value}
    customer = Customer.objects.create(
        person=_person(client, written, at=at),
        client=client,
        number=_next_number(),
        name=name[:200],
        kind=kind,
        language=language or client.language,
        created_at=at,
    )
    Address.objects.bulk_create(
        Address(customer=customer, client=client, kind=kind, value=value, since=at)
        for kind, value in written.items()
    )
    announce(CustomerAdded(customer_id=customer.pk, client_id=client.pk), at=at)
    return customer


@action
def change_customer(customer: Customer, *, by: Agent | None, at: datetime, **changes: Any) -> None:
    """Correct what is known about a customer: name, kind, language."""
    changed = tuple(key for key, value in changes.items() if getattr(customer, key) != value)
    if not changed:
        return
    for key in changed:
        setattr(customer, key, changes[key])
    customer.save(update_fields=changed)
    announce(
        CustomerChanged(
            customer_id=customer.pk,
            client_id=customer.client_id,
            agent_id=by.pk if by else None,
            fields=changed,
        ),
        at=at,
    )


@action
def add_address(
    customer: Customer, *, kind: str, value: str, by: Agent | None, at: datetime
) -> Address:
    """Learn one more way to reach a customer."""
    written = normal(kind, value)
    if written is None:
        raise AddressUnusable(value=value[:80])
    address, is_new = Address.objects.get_or_create(
        client_id=customer.client_id,
        kind=kind,
        value=written,
        defaults={"customer": customer, "since": at},
    )
    if address.customer_id != customer.pk:
        raise AddressTaken
    if is_new:
        announce(
            CustomerChanged(
                customer_id=customer.pk,
                client_id=customer.client_id,
                agent_id=by.pk if by else None,
                fields=("addresses",),
            ),
            at=at,
        )
    return address


def _usable(kind: str, value: str) -> str:
    written = normal(kind, value)
    if written is None:
        raise AddressUnusable(value=value[:80])
    return written


def _named(customer: Customer, name: str) -> Customer:
    if name and not customer.name:
        customer.name = name[:200]
        customer.save(update_fields=["name"])
    return customer


def _person(client: Client, addresses: Mapping[str, str], *, at: datetime) -> Person:
    """Find the person behind an address, unless this client already knows them otherwise."""
    with connection.cursor() as cursor:
        for kind, value in addresses.items():
            cursor.execute("SELECT person_at_address(%s, %s)", [kind, value])
            person_id = cursor.fetchone()[0]
            known_here = Customer.objects.filter(person_id=person_id, client=client)
            if person_id and not known_here.exists():
                return Person.objects.get(pk=person_id)
    return Person.objects.create(created_at=at)


def _next_number() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('customers_number')")
        return f"K-{cursor.fetchone()[0]}"
