"""Who may speak for a customer: named with a scope and an end, ended by somebody or by time."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.actions.knowing import about
from gensvar.operations.customers.events import RepresentativeEnded, RepresentativeNamed
from gensvar.operations.customers.models import Customer, Representative

# More than a job should hold locked at once.
MOST_AT_ONCE = 500
Kind = Representative.Kind


class RepresentsThemselves(Refused):
    message = _("Nobody represents themselves. Choose another customer.")
    status = 422


class OfAnotherClient(Refused):
    message = _("These customers belong to different clients, and nothing is shared between them.")
    status = 422


class EndNeeded(Refused):
    message = _("Say until when, or when to look at it again. Only a contact person has no end.")
    status = 422


class EndHasPassed(Refused):
    message = _("That day has passed already.")
    status = 422


class ScopeNeeded(Refused):
    message = _("Say what they may speak for: one matter, money, everything.")
    status = 422


class OfAnOrganisation(Refused):
    message = _("Only an organisation has a contact person.")
    status = 422


class AlreadyEnded(Refused):
    message = _("This has ended already.")


@action
def name_representative(
    customer: Customer,
    *,
    representative: Customer,
    kind: str,
    scope: str,
    until: datetime | None,
    by: Agent | None,
    at: datetime,
    since: datetime | None = None,
    evidence: str = "",
) -> Representative:
    """Let one customer speak for another, within a scope and until a day."""
    scope = " ".join(scope.split())
    _check(customer, representative, kind=kind, scope=scope, until=until, at=at)
    named = Representative.objects.create(
        customer=customer,
        representative=representative,
        client_id=customer.client_id,
        kind=kind,
        scope=scope[:300],
        evidence=" ".join(evidence.split())[:200],
        since=since or at,
        until=until,
        by=by,
    )
    announce(
        RepresentativeNamed(representative_id=named.pk, kind=kind, **about(customer, by)), at=at
    )
    return named


def _check(
    customer: Customer,
    representative: Customer,
    *,
    kind: str,
    scope: str,
    until: datetime | None,
    at: datetime,
) -> None:
    if customer.pk == representative.pk:
        raise RepresentsThemselves
    if customer.client_id != representative.client_id:
        raise OfAnotherClient
    if kind == Kind.CONTACT_PERSON and customer.kind != Customer.Kind.ORGANISATION:
        raise OfAnOrganisation
    if not scope:
        raise ScopeNeeded
    if until is None and kind != Kind.CONTACT_PERSON:
        raise EndNeeded
    if until is not None and until <= at:
        raise EndHasPassed


@action
def end_representative(named: Representative, *, by: Agent | None, at: datetime) -> None:
    """Let somebody no longer speak for a customer."""
    if named.ended_at is not None:
        raise AlreadyEnded
    named.ended_at, named.ended_by = at, by
    named.save(update_fields=["ended_at", "ended_by"])
    announce(RepresentativeEnded(representative_id=named.pk, **about(named.customer, by)), at=at)


@action
def end_expired(*, at: datetime) -> int:
    """End those whose time has run out, each once however often this runs; return how many."""
    expired = Representative.objects.not_ended().filter(until__lte=at).select_related("customer")
    chosen = expired.order_by("until").select_for_update(of=("self",), skip_locked=True)
    found = list(chosen[:MOST_AT_ONCE])
    for named in found:
        end_representative(named, by=None, at=at)
    return len(found)
