"""Receipts: number, what happens next, how to follow. Never more than a few an hour to one address.

They are written after the mails have been read, so that a flood of mail is first of all seen.
"""

import hashlib
import logging
from datetime import datetime, timedelta

from django.db import connection

from gensvar.channels.mail.models import AutomaticMail, RawMail
from gensvar.channels.mail.rules import MOST_AUTOMATIC_AN_HOUR
from gensvar.channels.mail.texts import receipt
from gensvar.foundation.acting import action
from gensvar.operations.cases.actions import mark_told, promise_as_usual, request_receipt
from gensvar.operations.cases.models import Case, Promise
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.contacts.models import Channel, Direction, Message

log = logging.getLogger(__name__)


def send_owed(*, most: int, at: datetime) -> int:
    """Ask for the receipts that are still to be written, and return how many were looked at."""
    numbers = RawMail.objects.filter(owes_receipt=True).order_by("pk").values_list("pk", flat=True)
    looked_at = list(numbers[:most])
    for number in looked_at:
        _send(number, at=at)
    return len(looked_at)


@action
def _send(number: int, *, at: datetime) -> None:
    """Settle one debt, once, however many readers try."""
    owing = RawMail.objects.select_for_update(skip_locked=True, of=("self",))
    raw = owing.filter(pk=number, owes_receipt=True).select_related("client").first()
    if raw is None:
        return
    RawMail.objects.filter(pk=number).update(owes_receipt=False)
    message = Message.objects.filter(contact=raw.contact_id, direction=Direction.IN).first()
    case = Case.objects.filter(contacts=raw.contact_id).select_related("client").first()
    if message is None or case is None or not may_write(message.sender_address, at=at):
        return
    promise_as_usual(case, at=at, way=Promise.Way.RECEIPT)
    subject, text = receipt(case, asked_about=message.subject, at=at)
    request_receipt(
        case,
        text,
        subject=subject,
        channel=Channel.MAIL,
        recipient=message.sender_address,
        at=at,
    )
    promise = standing(case)
    if promise is not None and promise.told_at is None and promise.words in text:
        mark_told(promise, by=None, at=at)


@action
def may_write(address: str, *, at: datetime) -> bool:
    """Count this one among the automatic mails of the hour, unless there are enough already."""
    digest = hashlib.sha256(address.lower().encode()).hexdigest()
    _wait_for_others(digest)
    lately = AutomaticMail.objects.filter(address=digest, at__gt=at - timedelta(hours=1))
    if lately.count() >= MOST_AUTOMATIC_AN_HOUR:
        log.info("receipt_left_out")
        return False
    AutomaticMail.objects.create(address=digest, at=at)
    return True


def _wait_for_others(digest: str) -> None:
    """Let readers that write to one address count one after the other."""
    lock = int.from_bytes(bytes.fromhex(digest)[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
