"""What a customer needs, and who speaks for them."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Status

from gensvar.foundation.integrations.parameters import instant
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.customers.actions import (
    end_need,
    end_representative,
    name_representative,
    note_need,
)
from gensvar.operations.customers.api.customers import found_customer
from gensvar.operations.customers.api.routes import router
from gensvar.operations.customers.api.schemas import (
    NeedIn,
    NeedOut,
    RepresentativeIn,
    RepresentativeOut,
)
from gensvar.operations.customers.models import Need, Representative
from gensvar.operations.customers.queries import customer_at


@router.post("/{customer}/needs", response={201: NeedOut}, summary="Note what a customer needs")
@requires("customers.write")
def create_need(request: AgentRequest, customer: str, body: NeedIn) -> Any:
    need = note_need(
        found_customer(customer),
        what=body.what,
        words=body.words,
        agreed=body.agreed,
        by=request.user,
        at=now(),
    )
    return Status(201, need)


@router.delete("/{customer}/needs/{need}", response={204: None}, summary="End a need")
@requires("customers.write")
def delete_need(request: AgentRequest, customer: str, need: int) -> Any:
    rows = Need.objects.filter(customer=found_customer(customer))
    end_need(get_object_or_404(rows, pk=need), by=request.user, at=now())
    return Status(204, None)


@router.post(
    "/{customer}/representatives",
    response={201: RepresentativeOut},
    summary="Let one customer speak for another",
)
@requires("customers.write")
def create_representative(request: AgentRequest, customer: str, body: RepresentativeIn) -> Any:
    found = found_customer(customer)
    speaking = customer_at(body.representative, client=found.client)
    if speaking is None:
        raise invalid("#/representative", _("This client has no such customer."))
    named = name_representative(
        found,
        representative=speaking,
        kind=body.kind,
        scope=body.scope,
        until=instant(body.until) if body.until else None,
        evidence=body.evidence,
        by=request.user,
        at=now(),
    )
    return Status(201, named)


@router.delete(
    "/{customer}/representatives/{representative}",
    response={204: None},
    summary="Let them no longer speak",
)
@requires("customers.write")
def delete_representative(request: AgentRequest, customer: str, representative: int) -> Any:
    rows = Representative.objects.filter(customer=found_customer(customer))
    chosen = get_object_or_404(rows.select_related("customer"), pk=representative)
    end_representative(chosen, by=request.user, at=now())
    return Status(204, None)
