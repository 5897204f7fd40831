"""Protected identity: raised by anybody who learns of it, lifted by few."""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.operations.customers.actions.knowing import about
from gensvar.operations.customers.events import (
    CustomerProtected,
    CustomerUnprotected,
    ProtectedAddressRead,
)
from gensvar.operations.customers.models import Customer


@action
def protect(customer: Customer, *, by: Agent | None, at: datetime) -> None:
    """Hide from now on how a customer is reached, and their cases, from those without right."""
    if customer.protected:
        return
    customer.protected = True
    customer.save(update_fields=["protected"])
    announce(CustomerProtected(**about(customer, by)), at=at)


@action
def unprotect(customer: Customer, *, by: Agent | None, at: datetime) -> None:
    """Let a customer be like others again; whoever asks for it holds `customers.protect`."""
    if not customer.protected:
        return
    customer.protected = False
    customer.save(update_fields=["protected"])
    announce(CustomerUnprotected(**about(customer, by)), at=at)


@action
def note_reading(customer: Customer, *, by: Agent | None, at: datetime) -> None:
    """Put down that somebody saw how a protected customer is reached."""
    announce(ProtectedAddressRead(**about(customer, by)), at=at)
