"""Make one of two customers that are one, and two again when that was wrong."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.actions.knowing import about
from gensvar.operations.customers.events import (
    CustomersMerged,
    CustomersParted,
    CustomersToldApart,
)
from gensvar.operations.customers.models import Address, Customer, Merge, NotTheSame

# What one may choose from either; protection is never lost by a merge.
CHOSEN = ("name", "kind", "type", "language", "preferred_channel", "cost_centre")
ADDRESSES = "customers_address.customer_id"


class OfDifferentClients(Refused):
    message = _("These customers belong to different clients, and nothing is shared between them.")
    status = 422


class TheSameCustomer(Refused):
    message = _("This is one customer already. Choose another.")
    status = 422


class MergedAlready(Refused):
    message = _("%(number)s has been merged already. Use the customer that it lives on as.")


class NothingToChoose(Refused):
    message = _("“%(field)s” is nothing to choose when customers are merged.")
    status = 422


class MergeUndone(Refused):
    message = _("This merge has been undone already.")


class MergedFurther(Refused):
    message = _("%(number)s was merged on into another customer since. Undo that first.")


@action
def merge(
    target: Customer,
    *,
    source: Customer,
    by: Agent | None,
    at: datetime,
    from_source: Collection[str] = (),
) -> Merge:
    """Let `source` live on as `target`, with all that hangs on it; both histories are kept.

    from_source: the fields in which the source is right. Undone by `part`.
    """
    _check(target, source, from_source)
    target, source = _locked(target, source)
    for one in (target, source):
        if one.merged_into_id is not None:
            raise MergedAlready(number=one.number)
    before, taken = _take_fields(target, source, from_source)
    moved = _move(source, target, None)
    before["preferred"] = _one_preferred(target, moved)
    source.merged_into = target
    source.save(update_fields=["merged_into"])
    merged = Merge.objects.create(
        client_id=target.client_id,
        target=target,
        source=source,
        at=at,
        by=by,
        before=before,
        taken=taken,
        moved=moved,
    )
    event = CustomersMerged(
        source_id=source.pk, merge_id=merged.pk, fields=tuple(taken), **about(target, by)
    )
    announce(event, at=at)
    return merged


@action
def part(merged: Merge, *, by: Agent | None, at: datetime) -> None:
    """Undo a merge: what followed goes back, and the target's fields are as they were.

    A field that somebody has corrected since keeps the correction. What came between stays with
    the target, but for what came from an address of the source (`contacts` and `cases` react).
    """
    merged = Merge.objects.select_for_update().get(pk=merged.pk)
    if merged.undone_at is not None:
        raise MergeUndone
    target, source = _locked(merged.target, merged.source)
    if target.merged_into_id is not None:
        raise MergedFurther(number=target.number)
    source.merged_into = None
    source.save(update_fields=["merged_into"])
    _move(target, source, merged.moved)
    Address.objects.filter(
        pk__in=merged.before.get("preferred", []), customer=source, until=None
    ).update(is_preferred=True)
    standing = [name for name, value in merged.taken.items() if getattr(target, name) == value]
    for name in standing:
        setattr(target, name, merged.before[name])
    target.save(update_fields=standing)
    merged.undone_at, merged.undone_by = at, by
    merged.save(update_fields=["undone_at", "undone_by"])
    event = CustomersParted(source_id=source.pk, merge_id=merged.pk, **about(target, by))
    announce(event, at=at)


@action
def tell_apart(one: Customer, *, other: Customer, by: Agent | None, at: datetime) -> None:
    """Say that two who resemble each other are not one; they are not suggested again."""
    if one.pk == other.pk:
        raise TheSameCustomer
    if one.client_id != other.client_id:
        raise OfDifferentClients
    first, second = sorted((one.pk, other.pk))
    _pair, is_new = NotTheSame.objects.get_or_create(
        one_id=first, other_id=second, client_id=one.client_id, defaults={"at": at, "by": by}
    )
    if is_new:
        announce(CustomersToldApart(other_id=other.pk, **about(one, by)), at=at)


def _check(target: Customer, source: Customer, from_source: Collection[str]) -> None:
    if target.pk == source.pk:
        raise TheSameCustomer
    if target.client_id != source.client_id:
        raise OfDifferentClients
    for name in from_source:
        if name not in CHOSEN:
            raise NothingToChoose(field=name[:40])


def _locked(target: Customer, source: Customer) -> tuple[Customer, Customer]:
    """Return both as they are now, held so that no other merge comes between."""
    rows = Customer.objects.select_for_update(of=("self",)).order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[target.pk, source.pk])}
    return found[target.pk], found[source.pk]


def _take_fields(
    target: Customer, source: Customer, from_source: Collection[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write what is taken from the source; return what stood there, and what came instead."""
    wanted = {name: getattr(source, name) for name in CHOSEN if name in from_source}
    if source.protected:
        wanted["protected"] = True
    taken = {name: value for name, value in wanted.items() if getattr(target, name) != value}
    before = {name: getattr(target, name) for name in taken}
    for name, value in taken.items():
        setattr(target, name, value)
    target.save(update_fields=list(taken))
    return before, taken


def _one_preferred(target: Customer, moved: dict[str, list[int]]) -> list[int]:
    """Let the target's own preferred addresses stand; return those that gave way."""
    own = Address.objects.filter(customer=target, is_preferred=True)
    came = moved.get(ADDRESSES, [])
    kinds = set(own.exclude(pk__in=came).values_list("kind", flat=True))
    given_way = list(own.filter(pk__in=came, kind__in=kinds).values_list("pk", flat=True))
    Address.objects.filter(pk__in=given_way).update(is_preferred=False)
    return given_way


def _move(
    source: Customer, target: Customer, only: dict[str, list[int]] | None
) -> dict[str, list[int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT customers_move(%s, %s, %s::jsonb)",
            [source.pk, target.pk, None if only is None else json.dumps(only)],
        )
        (moved,) = cursor.fetchone() or ({},)
    return json.loads(moved) if isinstance(moved, str) else dict(moved)
