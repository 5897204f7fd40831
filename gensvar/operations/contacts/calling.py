"""Who may be called, when and what for: asked before every call that one of us makes."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import is_open_now, zone
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.blocking import check_register, register_asked
from gensvar.operations.contacts.events import CallBlocked, CallBlockEnded, PurposeSaid
from gensvar.operations.contacts.models import CallBlock, Channel, Contact, Errand, Purpose
from gensvar.operations.contacts.rules import calling_hours, may_call_at
from gensvar.operations.customers.models import Customer

# Those for whom it is enough to be called in office hours.
BUSINESS = {Customer.Type.COMPANY, Customer.Type.EXTERNAL_TENANT}


class PurposeMissing(Refused):
    message = _("Say what the call is for: whoever answers is told that first.")
    status = 422


class WantsNoCalls(Refused):
    message = _(
        "The customer has asked not to be called. Write instead; on the customer's page it is "
        "taken back when they have changed their mind."
    )


class NotAtThisHour(Refused):
    message = _(
        "It is %(now)s. Customers are called from %(since)s to %(until)s today: call then, or "
        "write now. Say so if the customer has asked for this time."
    )


class NotToday(Refused):
    message = _("Businesses are called on working days from 8 to 17. Call then, or write now.")


class OutsideOpeningHours(Refused):
    message = _(
        "The telephone is closed just now, so a call that the customer asked for cannot be made "
        "either. Agree on a time when it is open."
    )


class NotBlocked(Refused):
    message = _("The customer may be called already.")


Queues = Callable[..., bool]
_queues: list[Queues] = []


def queues_calls(queue: Queues) -> None:
    """Let the telephone say how somebody who wants to be called comes to wait for that."""
    _queues.append(queue)


def ask_for_call(
    contact: Contact, number: str, *, since: datetime, by: Agent | None, at: datetime
) -> bool:
    """Let whoever reached us otherwise wait to be called, from `since` on; false: nobody calls."""
    return any(queue(contact, number, since=since, by=by, at=at) for queue in _queues)


def check_call(
    client: Client,
    number: str,
    *,
    customer: Customer | None,
    purpose: str,
    is_asked_for: bool,
    at: datetime,
) -> None:
    """Refuse a call that may not be made now, and say what to do instead (OUT-01 to OUT-09)."""
    if purpose not in Purpose.values:
        raise PurposeMissing
    if blocks_of(client, number, customer=customer, purpose=purpose):
        raise WantsNoCalls
    check_register(client, number, purpose=purpose, at=at)
    if is_asked_for:
        # At a time of their own choice, as long as somebody answers if they call back.
        if not is_open_now(client, Channel.PHONE, at=at):
            raise OutsideOpeningHours
        return
    local = at.astimezone(zone())
    is_business = customer is not None and customer.type in BUSINESS
    if not may_call_at(local, is_business=is_business):
        hours = calling_hours(local.date(), is_business=is_business)
        if hours is None:
            raise NotToday
        raise NotAtThisHour(now=f"{local:%H:%M}", since=hours[0], until=hours[1])


def blocks_of(
    client: Client, number: str, *, customer: Customer | None, purpose: str = ""
) -> Sequence[CallBlock]:
    """Return why somebody is not called: by their number, or as a customer at whatever number.

    With a purpose those for another are left out.
    """
    who = Q(number=number) if number else Q(pk=None)
    if customer is not None:
        who |= Q(customer=customer)
    found = CallBlock.objects.filter(who, client=client, ended_at=None)
    if purpose:
        found = found.filter(purpose__in=["", purpose])
    return list(found.select_related("by").order_by("since", "pk"))


@action
def block_calls(
    client: Client,
    *,
    number: str = "",
    customer: Customer | None = None,
    purpose: str = "",
    by: Agent | None,
    at: datetime,
) -> CallBlock:
    """Call somebody no more, for a purpose or at all; from this moment on."""
    row, is_new = CallBlock.objects.get_or_create(
        client=client,
        number=number,
        customer=customer,
        purpose=purpose,
        ended_at=None,
        defaults={"since": at, "by": by},
    )
    if is_new:
        announce(
            CallBlocked(
                call_block_id=row.pk,
                client_id=client.pk,
                customer_id=customer.pk if customer else None,
                purpose=purpose,
                agent_id=by.pk if by else None,
            ),
            at=at,
        )
    return row


@action
def allow_calls(block: CallBlock, *, by: Agent | None, at: datetime) -> None:
    """Let somebody be called again."""
    if not CallBlock.objects.filter(pk=block.pk, ended_at=None).update(ended_at=at):
        raise NotBlocked
    announce(
        CallBlockEnded(
            call_block_id=block.pk,
            client_id=block.client_id,
            customer_id=block.customer_id,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )


@action
def set_out(contact: Contact, *, purpose: str, is_asked_for: bool) -> Errand:
    """Write down what a call of ours is for."""
    return Errand.objects.create(
        contact=contact,
        client_id=contact.client_id,
        purpose=purpose,
        is_asked_for=is_asked_for,
        register_on=register_asked(contact.client, purpose=purpose),
    )


@action
def say_purpose(errand: Errand, *, answered_at: datetime, by: Agent, at: datetime) -> None:
    """Note that whoever answered has been told what it is about; said twice, the first counts."""
    if not Errand.objects.filter(pk=errand.pk, said_at=None).update(said_at=at):
        return
    announce(
        PurposeSaid(
            contact_id=errand.pk,
            client_id=errand.client_id,
            purpose=errand.purpose,
            seconds=max(0.0, (at - answered_at).total_seconds()),
            agent_id=by.pk,
        ),
        at=at,
    )
