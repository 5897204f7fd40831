"""More ways to reach a customer, the one to use first, and the end of one, still to be read."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.actions.knowing import about, usable
from gensvar.operations.customers.events import AddressEnded, AddressPreferred, CustomerChanged
from gensvar.operations.customers.models import Address, Customer


class AddressTaken(Refused):
    message = _("Another customer already has this address.")


class AddressHasEnded(Refused):
    message = _("This address has ended already.")


class EndsBeforeItBegan(Refused):
    message = _("That is before the address began to hold.")
    status = 422


@action
def add_address(
    customer: Customer,
    *,
    kind: str,
    value: str,
    by: Agent | None,
    at: datetime,
    until: datetime | None = None,
    is_preferred: bool = False,
) -> Address:
    """Learn one more way to reach a customer, perhaps only until some day."""
    written = usable(kind, value)
    if until is not None and until <= at:
        raise EndsBeforeItBegan
    known = Address.objects.current().filter(client=customer.client_id, kind=kind, value=written)
    # Many have one letter box; whoever has a phone or mailbox is told by it.
    if kind == Address.Kind.POST:
        known = known.filter(customer=customer)
    address = known.first()
    if address is not None and address.customer_id != customer.pk:
        raise AddressTaken
    if address is None:
        address = Address.objects.create(
            customer=customer,
            client_id=customer.client_id,
            kind=kind,
            value=written,
            since=at,
            until=until,
        )
        announce(CustomerChanged(fields=("addresses",), **about(customer, by)), at=at)
    if is_preferred:
        prefer_address(address, by=by, at=at)
    return address


@action
def prefer_address(address: Address, *, by: Agent | None, at: datetime) -> None:
    """Use this one first among the customer's addresses of its kind."""
    if address.until is not None and address.until <= at:
        raise AddressHasEnded
    if address.is_preferred:
        return
    same = Address.objects.filter(customer=address.customer_id, kind=address.kind)
    same.filter(is_preferred=True).update(is_preferred=False)
    address.is_preferred = True
    address.save(update_fields=["is_preferred"])
    announce(AddressPreferred(address_id=address.pk, **about(address.customer, by)), at=at)


@action
def end_address(
    address: Address, *, by: Agent | None, at: datetime, until: datetime | None = None
) -> None:
    """Stop using an address, now or from a day to come. It stays in the history."""
    if address.until is not None and address.until <= at:
        raise AddressHasEnded
    end = until or at
    if end < address.since:
        raise EndsBeforeItBegan
    address.until = end
    address.is_preferred = address.is_preferred and end > at
    address.save(update_fields=["until", "is_preferred"])
    announce(AddressEnded(address_id=address.pk, **about(address.customer, by)), at=at)
