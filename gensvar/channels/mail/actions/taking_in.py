"""From raw mail to contact and case: each mail once, whatever fails on the way."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection, models, transaction
from django.db.models.functions import Lower
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.channels.mail.events import MailUnreadable
from gensvar.channels.mail.intake import CHAIN
from gensvar.channels.mail.intake.arrivals_twice import seen_before
from gensvar.channels.mail.intake.incoming import Batch, Incoming
from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.reading import Mail, read
from gensvar.channels.mail.rules import MOST_ATTEMPTS, READ_AGAIN_AFTER
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import store_file
from gensvar.operations.cases.actions import open_case
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import Channel, Direction, Message

# A reader that has not finished by then is dead, and its mails are taken by another.
LEASE = timedelta(seconds=60)
WAIT_FOR_EARLIER = timedelta(seconds=1)
FINISH = """
    UPDATE mail_rawmail SET state = %s, contact_id = %s, read_at = %s, owes_receipt = %s
    WHERE id = %s AND state = 'waiting' AND attempts = %s
"""


@action
def claim(*, most: int, at: datetime) -> list[RawMail]:
    """Take some waiting mails to read; the attempt counts from now, even if we die.

    A mail that has failed before is taken alone: it shall not hurt others again.
    """
    due = RawMail.objects.due(at=at).select_for_update(skip_locked=True, of=("self",))
    raws = list(due.select_related("mailbox__client", "mailbox__group", "mailbox__subject")[:most])
    if raws and raws[0].attempts:
        raws = raws[:1]
    raws = [raw for raw in raws if not raw.attempts or raw is raws[0]]
    for raw in raws:
        raw.attempts += 1
        raw.not_before = at + LEASE
    RawMail.objects.filter(pk__in=[raw.pk for raw in raws]).update(
        attempts=models.F("attempts") + 1, not_before=at + LEASE
    )
    return raws


def read_raw(raw: RawMail) -> Mail:
    """Return what a raw mail says."""
    return read(bytes(raw.content or b""))


@action
def take_in(mails: Sequence[tuple[RawMail, Mail]], *, at: datetime) -> None:
    """Deliver mails that have been read, all or none."""
    raws = [raw for raw, _mail in mails]
    batch = Batch(
        ours=frozenset(Mailbox.objects.values_list(Lower("address"), flat=True)),
        seen_before=seen_before(raws),
    )
    taken = [_take_in_one(Incoming(raw, mail, batch)) for raw, mail in mails]
    _finish(taken, at=at)


def _take_in_one(incoming: Incoming) -> Incoming:
    with translation.override(incoming.client.language):
        for step in CHAIN:
            step(incoming)
            if incoming.settled_as or incoming.must_wait:
                break
    return incoming


def _finish(taken: Sequence[Incoming], *, at: datetime) -> None:
    """Mark the mails as dealt with; refuse when another reader was faster with any of them."""
    done = [
        (
            incoming.settled_as or RawMail.State.READ,
            incoming.contact.pk if incoming.contact else None,
            at,
            incoming.owes_receipt,
            incoming.raw.pk,
            incoming.raw.attempts,
        )
        for incoming in taken
        if not incoming.must_wait
    ]
    with connection.cursor() as cursor:
        if done:
            cursor.executemany(FINISH, done)
            if cursor.rowcount != len(done):
                raise TakenByAnother
    for incoming in taken:
        if incoming.must_wait:
            put_back([incoming.raw], at=at + WAIT_FOR_EARLIER)


class TakenByAnother(Exception):
    """Another reader has taken the mail meanwhile; nothing of ours may remain."""


@action
def try_later(raw: RawMail, *, because: str, at: datetime) -> None:
    """Reading failed: try again soon, alone."""
    pause = READ_AGAIN_AFTER[min(raw.attempts, len(READ_AGAIN_AFTER)) - 1]
    RawMail.objects.filter(pk=raw.pk, state=RawMail.State.WAITING).update(
        not_before=at + pause, problem=because[:2_000]
    )


@action
def put_back(raws: Sequence[RawMail], *, at: datetime) -> None:
    """Give mails back that we could not deal with for reasons of our own: no attempt counted."""
    RawMail.objects.filter(pk__in=[raw.pk for raw in raws], state=RawMail.State.WAITING).update(
        attempts=models.F("attempts") - 1, not_before=at
    )


def has_failed_enough(raw: RawMail) -> bool:
    return raw.attempts > MOST_ATTEMPTS


@action
def show_unread(raw: RawMail, *, at: datetime) -> None:
    """Make a case of a mail that cannot be read, with the raw file for a person to open."""
    client = raw.mailbox.client
    with translation.override(client.language):
        title = _("A mail that could not be read")
        words = _("The mail could not be read. The raw file holds all of it.")
    raw.stored = store_file(bytes(raw.content or b""), media_type="message/rfc822", at=at)
    contact = register_contact(
        client,
        channel=Channel.MAIL,
        direction=Direction.IN,
        customer=None,
        at=raw.received_at,
    )
    said = Said(
        text="",
        sender_address=raw.envelope_from,
        recipients=tuple(raw.envelope_to),
        problems=(words,),
        message_id=raw.message_id,
        raw=raw.stored,
    )
    record_message(contact, said, at=raw.received_at)
    case = open_case(
        client,
        title=title,
        channel=Channel.MAIL,
        contact=contact,
        group=raw.mailbox.group,
        at=raw.received_at,
    )
    shown = RawMail.objects.filter(
        pk=raw.pk, state=RawMail.State.WAITING, attempts=raw.attempts
    ).update(
        state=RawMail.State.UNREADABLE, contact=contact, stored=raw.stored, content=None, read_at=at
    )
    if not shown:
        raise TakenByAnother
    announce(MailUnreadable(raw_mail_id=raw.pk, client_id=client.pk, case_id=case.pk), at=at)


def put_away(*, most: int, at: datetime) -> int:
    """Move mails that have been dealt with from the database to the vault."""
    raws = list(RawMail.objects.to_put_away()[:most])
    for raw in raws:
        stored = store_file(bytes(raw.content or b""), media_type="message/rfc822", at=at)
        with transaction.atomic():
            RawMail.objects.filter(pk=raw.pk).update(stored=stored, content=None)
            if raw.contact_id and raw.state == RawMail.State.READ:
                Message.objects.filter(
                    contact_id=raw.contact_id, direction=Direction.IN, raw=None
                ).update(raw=stored)
    return len(raws)
