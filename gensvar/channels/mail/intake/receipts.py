"""A receipt to a person who has asked something new: number, what happens next, how to follow."""

import hashlib
from datetime import timedelta

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.models import AutomaticMail
from gensvar.channels.mail.rules import MOST_AUTOMATIC_AN_HOUR
from gensvar.channels.mail.texts import receipt
from gensvar.operations.cases.actions import request_receipt
from gensvar.operations.contacts.models import Channel
from gensvar.operations.customers.rules import normal_mail


def send(incoming: Incoming) -> None:
    address = normal_mail(incoming.sender.address)
    if address is None or not _is_due(incoming) or not _may_write(address, incoming):
        return
    assert incoming.case is not None
    subject, text = receipt(incoming.case, asked_about=incoming.mail.subject, at=incoming.at)
    request_receipt(
        incoming.case,
        text,
        subject=subject,
        channel=Channel.MAIL,
        recipient=address,
        at=incoming.at,
    )


def _is_due(incoming: Incoming) -> bool:
    return incoming.is_new_case and incoming.may_be_answered and incoming.mailbox.sends_receipts


def _may_write(address: str, incoming: Incoming) -> bool:
    """Count this one among the automatic mails of the hour, unless there are enough already."""
    digest = hashlib.sha256(address.encode()).hexdigest()
    lately = AutomaticMail.objects.filter(
        address=digest, at__gt=incoming.at - timedelta(hours=1), at__lte=incoming.at
    )
    if lately.count() >= MOST_AUTOMATIC_AN_HOUR:
        return False
    AutomaticMail.objects.create(address=digest, at=incoming.at)
    return True
