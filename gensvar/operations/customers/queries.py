"""What is known of customers, page by page; and who of them may be the same."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.tables import Fault
from gensvar.operations.customers.models import (
    Address,
    Customer,
    Merge,
    Need,
    NotTheSame,
    Representative,
)
from gensvar.operations.customers.rules.alike import Known, Resemblance, likely, resemblance
from gensvar.operations.customers.rules.tables import Line, read_table

# Names looked at for one customer, and suggestions told.
MOST_ALIKE = 12
MOST_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Suspect:
    """Another customer who may be the same, how much they are alike and by what signs."""

    customer: Customer
    score: float
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a table would do: whom it adds, whom we know already, and what is wrong with it."""

    new: tuple[Line, ...]
    known: tuple[tuple[Line, str], ...]
    faults: tuple[Fault, ...]


def customer_at(number: str, *, client: Client | None = None) -> Customer | None:
    """Return the customer with this number; of one merged into another, the one they live on as."""
    rows = Customer.objects.filter(number=number[:20]).select_related("client")
    found = (rows.filter(client=client) if client else rows).order_by("pk").first()
    return standing_of(found) if found is not None else None


def standing_of(customer: Customer) -> Customer:
    """Return the customer that this one lives on as: itself, where it was never merged."""
    while customer.merged_into_id is not None:
        customer = Customer.objects.select_related("client").get(pk=customer.merged_into_id)
    return customer


def may_be_the_same(customer: Customer, *, most: int = MOST_SUGGESTED) -> list[Suspect]:
    """Return other customers of the client who are likely to be this one, the likest first.

    By addresses they share or have shared, and by names; pairs told apart are left out.
    """
    if customer.merged_into_id is not None:
        return []
    alike = _alike(customer.pk)
    found = set(alike) | _sharing_addresses(customer)
    found -= _told_apart(customer)
    known = _known(found | {customer.pk})
    of_the_name = 1 + sum(1 for likeness in alike.values() if likeness >= 0.85)
    weighed: dict[int, Resemblance] = {
        key: resemblance(
            known[customer.pk],
            known[key],
            likeness=alike.get(key, 0),
            of_the_name=of_the_name,
        )
        for key in found
    }
    likeliest = list(likely(weighed, most=most))
    rows = Customer.objects.in_bulk([key for key, _one in likeliest])
    return [Suspect(rows[key], one.score, one.signs) for key, one in likeliest if key in rows]


def merges_of(customer: Customer) -> list[Merge]:
    """Return the merges that stand by which others live on as this customer, newest first."""
    rows = Merge.objects.filter(target=customer, undone_at=None)
    return list(rows.select_related("source", "target", "by").order_by("-pk"))


def needs_of(customer: Customer) -> list[Need]:
    """Return what the customer needs now."""
    return list(Need.objects.filter(customer=customer, until=None).order_by("pk"))


def representatives_of(customer: Customer, *, at: datetime) -> list[Representative]:
    """Return who may speak for the customer now, whoever ends first first."""
    return _in_force(Q(customer=customer), at=at)


def represented_by(customer: Customer, *, at: datetime) -> list[Representative]:
    """Return for whom the customer may speak now."""
    return _in_force(Q(representative=customer), at=at)


def _in_force(whose: Q, *, at: datetime) -> list[Representative]:
    rows = Representative.objects.not_ended().filter(whose, since__lte=at)
    holding = rows.filter(Q(until=None) | Q(until__gt=at))
    return list(holding.select_related("customer", "representative").order_by("until", "pk"))


def planned_import(client: Client, text: str) -> ImportPlan:
    """Return what a table would do. Nothing is changed, and whom we know is left as they are."""
    table = read_table(text)
    owners = _owners(client, table.lines)
    new, known = [], []
    for line in table.lines:
        numbers = [owners[pair] for pair in _recognising(line) if pair in owners]
        if numbers:
            known.append((line, numbers[0]))
        else:
            new.append(line)
    faults = sorted(table.faults, key=lambda fault: (fault.number, fault.column))
    return ImportPlan(tuple(new), tuple(known), tuple(faults))


def _recognising(line: Line) -> Iterable[tuple[str, str]]:
    return ((kind, value) for kind, value in line.addresses.items() if kind != "post")


def _owners(client: Client, lines: Collection[Line]) -> dict[tuple[str, str], str]:
    """Return whose each address in a table is already, as customer numbers."""
    values = {value for line in lines for _kind, value in _recognising(line)}
    rows = Address.objects.current().filter(client=client, value__in=values)
    return {
        (kind, value): number
        for kind, value, number in rows.values_list("kind", "value", "customer__number")
    }


def _alike(key: int) -> dict[int, float]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, likeness FROM customers_alike(%s, %s)", [key, MOST_ALIKE])
        return dict(cursor.fetchall())


def _sharing_addresses(customer: Customer) -> set[int]:
    own = list(Address.objects.filter(customer=customer).values_list("kind", "value"))
    same = Q(pk__in=[])
    for kind, value in own:
        same |= Q(kind=kind, value=value)
    rows = Address.objects.filter(same, client=customer.client_id)
    others = rows.exclude(customer=customer).filter(customer__merged_into=None)
    return set(others.values_list("customer", flat=True)[: 4 * MOST_ALIKE])


def _told_apart(customer: Customer) -> set[int]:
    pairs = NotTheSame.objects.filter(Q(one=customer) | Q(other=customer))
    return {key for pair in pairs.values_list("one", "other") for key in pair} - {customer.pk}


def _known(keys: Collection[int]) -> dict[int, Known]:
    kinds: dict[int, dict[str, set[str]]] = {key: defaultdict(set) for key in keys}
    rows = Address.objects.filter(customer__in=keys).values_list("customer", "kind", "value")
    for key, kind, value in rows:
        kinds[key][kind].add(value)
    return {
        key: Known({kind: frozenset(values) for kind, values in own.items()})
        for key, own in kinds.items()
    }
