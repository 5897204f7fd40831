"""Customers that may be one, and those made one."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Status

from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.customers.actions import merge, part, tell_apart
from gensvar.operations.customers.api.customers import found_customer
from gensvar.operations.customers.api.routes import router
from gensvar.operations.customers.api.schemas import ApartIn, MergeIn, MergeOut, SuspectOut
from gensvar.operations.customers.models import Customer, Merge
from gensvar.operations.customers.queries import may_be_the_same, merges_of


@router.get(
    "/{customer}/duplicates",
    response=list[SuspectOut],
    summary="Other customers who may be the same",
)
@requires("customers.read")
def list_duplicates(request: AgentRequest, customer: str) -> Any:
    return may_be_the_same(found_customer(customer))


@router.post(
    "/{customer}/told-apart", response={204: None}, summary="Say that two are not the same"
)
@requires("customers.merge")
def create_told_apart(request: AgentRequest, customer: str, body: ApartIn) -> Any:
    found = found_customer(customer)
    tell_apart(found, other=_named(body.other, "#/other"), by=request.user, at=now())
    return Status(204, None)


@router.get("/{customer}/merges", response=list[MergeOut], summary="Merges that stand")
@requires("customers.read")
def list_customer_merges(request: AgentRequest, customer: str) -> Any:
    return merges_of(found_customer(customer))


@router.post(
    "/{customer}/merges", response={201: MergeOut}, summary="Let another live on as this customer"
)
@requires("customers.merge")
def create_customer_merge(request: AgentRequest, customer: str, body: MergeIn) -> Any:
    merged = merge(
        found_customer(customer),
        source=_named(body.source, "#/source"),
        from_source=body.from_source,
        by=request.user,
        at=now(),
    )
    return Status(201, merged)


@router.delete("/{customer}/merges/{merge}", response={204: None}, summary="Undo a merge")
@requires("customers.merge")
def delete_customer_merge(request: AgentRequest, customer: str, merge: int) -> Any:
    rows = Merge.objects.filter(target=found_customer(customer))
    chosen = get_object_or_404(rows.select_related("source", "target"), pk=merge)
    part(chosen, by=request.user, at=now())
    return Status(204, None)


def _named(number: str, pointer: str) -> Customer:
    """Return the customer with this number as it is, also one that was merged already."""
    found = Customer.objects.filter(number=number[:20]).order_by("pk").first()
    if found is None:
        raise invalid(pointer, _("There is no such customer that you may see."))
    return found
