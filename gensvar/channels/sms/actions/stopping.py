"""STOP and START: obeyed before anything else leaves, and confirmed once."""

from datetime import datetime

from django.utils.translation import gettext as _

from gensvar.channels.sms.rules import Order
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.actions import take_back
from gensvar.operations.contacts.actions import (
    Draft,
    TooLateToWithdraw,
    request_message,
    withdraw_message,
)
from gensvar.operations.contacts.models import Channel, Message, Outgoing
from gensvar.operations.contacts.texting import opt_in, opt_out, opted_out

# The one message that may go to a number that has just said STOP.
CONFIRMATION = "stop"


@action
def obey(order: Order, number: str, *, said: Message, at: datetime) -> None:
    """Do what a customer has ordered by one word."""
    contact = said.contact
    client = contact.client
    if order is Order.START:
        opt_in(client, number, contact_id=contact.pk, at=at)
    elif not opted_out(client, [number]):
        _confirm(client, number, said=said, at=at)
        opt_out(client, number, contact_id=contact.pk, at=at)
        _withdraw(client, number, at=at)


def _confirm(client: Client, number: str, *, said: Message, at: datetime) -> None:
    words = _(
        "You will get no more text messages from %(organisation)s. Send START if you want them "
        "again."
    )
    draft = Draft(
        text=words % {"organisation": client.public_name},
        recipients=[number],
        in_reply_to=said,
        purpose=CONFIRMATION,
        is_automatic=True,
    )
    customer = said.contact.customer
    request_message(client, draft, channel=Channel.SMS, customer=customer, by=None, at=at)


def _withdraw(client: Client, number: str, *, at: datetime) -> None:
    """Take back what has not left; in its case it is seen that nobody was answered."""
    waiting = Outgoing.objects.filter(
        client=client,
        channel=Channel.SMS,
        state=Outgoing.State.QUEUED,
        message__recipients__contains=[number],
    ).exclude(purpose=CONFIRMATION)
    for outgoing in waiting.select_related("message__contact"):
        case = outgoing.message.contact.cases.order_by("pk").first()
        try:
            if case is not None and not outgoing.is_automatic:
                take_back(case, outgoing, by=None, at=at)
            else:
                withdraw_message(outgoing, by=None, at=at)
        except TooLateToWithdraw:
            continue  # a sender was faster
