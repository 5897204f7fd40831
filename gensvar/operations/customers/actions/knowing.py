"""Recognise a customer by address, make their acquaintance, correct what is known of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias, cast

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.events import CustomerAdded, CustomerChanged
from gensvar.operations.customers.models import Address, Customer
from gensvar.operations.customers.rules import normal
from gensvar.operations.customers.rules.types import usual_type

Added: TypeAlias = tuple[int, int, str]
LONGEST_ADDRESS = 320
# Person, relation and addresses in one statement. Whoever is behind one of the addresses is the
# same person, unless this client already knows that person otherwise.
ADD = """
    WITH written AS (
        SELECT * FROM unnest(%(kinds)s::text[], %(values)s::text[]) WITH ORDINALITY
            AS address (kind, value, place)
    ), known AS (
        SELECT person_id FROM written, person_at_address(kind, value) AS found (person_id)
        WHERE person_id IS NOT NULL AND NOT EXISTS (SELECT FROM customers_customer other
            WHERE other.person_id = found.person_id AND client_id = %(client)s)
        ORDER BY place LIMIT 1
    ), met AS (
        INSERT INTO customers_person (created_at)
        SELECT %(at)s WHERE NOT EXISTS (SELECT FROM known) RETURNING id
    ), customer AS (
        INSERT INTO customers_customer
            (person_id, client_id, number, name, kind, type, language, created_at)
        SELECT id, %(client)s, 'K-' || nextval('customers_number'), %(name)s, %(kind)s,
            %(type)s, %(language)s, %(at)s
        FROM (SELECT person_id AS id FROM known UNION ALL SELECT id FROM met) person
        RETURNING id, person_id, number
    ), reached AS (
        INSERT INTO customers_address (customer_id, client_id, kind, value, since)
        SELECT id, %(client)s, written.kind, value, %(at)s FROM customer, written
    )
    SELECT id, person_id, number FROM customer
"""


class AddressUnusable(Refused):
    message = _("“%(value)s” is not an address that we can reach.")
    status = 422


@action
def recognise(
    client: Client, *, kind: str, value: str, at: datetime, name: str = "", language: str = ""
) -> Customer:
    """Return the client's customer with this address; a new one if there is none."""
    written = usable(kind, value)
    known = Address.objects.current().filter(client=client, kind=kind, value=written)
    # Whoever sees them meets the protected one first: what they say must not lie open.
    known = known.order_by("-customer__protected", "pk")
    if (address := known.select_related("customer").first()) is not None:
        return _named(address.customer, name)
    try:
        with transaction.atomic():
            return add_customer(
                client, name=name, addresses={kind: written}, at=at, language=language
            )
    except IntegrityError:  # somebody else met the same customer at the same moment
        return Customer.objects.with_address(kind, written).filter(client=client).latest("pk")


@action
def add_customer(
    client: Client,
    *,
    name: str,
    addresses: Mapping[str, str],
    at: datetime,
    language: str = "",
    kind: str = Customer.Kind.PERSON,
    type: str = "",
) -> Customer:
    """Begin a relation between a person and a client, with the addresses given.

    Somebody already known to another client is the same person; nothing else is shared.
    """
    written = {how: usable(how, value) for how, value in addresses.items() if value}
    customer = Customer(
        client=client,
        name=name[:200],
        kind=kind,
        type=type or usual_type(kind),
        language=language or client.language,
        created_at=at,
    )
    _add(customer, written)
    announce(CustomerAdded(customer_id=customer.pk, client_id=client.pk), at=at)
    return customer


@action
def change_customer(customer: Customer, *, by: Agent | None, at: datetime, **changes: Any) -> None:
    """Correct what is known about a customer: name, kind, type, language, how to reach them."""
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


def usable(kind: str, value: str) -> str:
    """Return an address in its one form; refuse what is none."""
    written = normal(kind, value)
    if written is None or len(written) > LONGEST_ADDRESS:
        raise AddressUnusable(value=value[:80])
    return written


def _named(customer: Customer, name: str) -> Customer:
    if name and not customer.name:
        customer.name = name[:200]
        customer.save(update_fields=["name"])
    return customer


def _add(customer: Customer, addresses: Mapping[str, str]) -> None:
    given: dict[str, Any] = {
        "kinds": list(addresses),
        "values": list(addresses.values()),
        "client": customer.client_id,
        "name": customer.name,
        "kind": customer.kind,
        "type": customer.type,
        "language": customer.language,
        "at": customer.created_at,
    }
    with connection.cursor() as cursor:
        cursor.execute(ADD, given)
        customer.pk, customer.person_id, customer.number = cast(Added, cursor.fetchone())
    customer._state.adding = False


def about(customer: Customer, by: Agent | None) -> dict[str, Any]:
    """Return what every event of a customer carries."""
    return {
        "customer_id": customer.pk,
        "client_id": customer.client_id,
        "agent_id": by.pk if by else None,
    }
