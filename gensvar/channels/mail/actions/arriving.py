"""A mail that we say we have lies in the database, whole, before we say so."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.rules import claimed_message_id, identity
from gensvar.foundation.acting import action


@dataclass(frozen=True, kw_only=True)
class Arrived:
    """A mail at one of our mailboxes, as it came over the wire."""

    mailbox: Mailbox
    content: bytes
    how: str
    received_at: datetime
    envelope_from: str = ""
    envelope_to: tuple[str, ...] = ()
    uid_validity: int | None = None
    uid: int | None = None


@action
def keep(arrived: Sequence[Arrived]) -> None:
    """Keep mails, all or none; one that was fetched before is left as it is."""
    RawMail.objects.bulk_create([_row(one) for one in arrived], ignore_conflicts=True)


def _row(one: Arrived) -> RawMail:
    return RawMail(
        mailbox=one.mailbox,
        client_id=one.mailbox.client_id,
        how=one.how,
        envelope_from=one.envelope_from.replace("\0", "")[:320],
        envelope_to=[address.replace("\0", "")[:320] for address in one.envelope_to],
        content=one.content,
        size=len(one.content),
        received_at=one.received_at,
        not_before=one.received_at,
        identity=identity(one.content) or _identity_by_place(one),
        message_id=claimed_message_id(one.content)[:998],
        uid_validity=one.uid_validity,
        uid=one.uid,
    )


def _identity_by_place(one: Arrived) -> str:
    """In a folder the same bytes of the same moment are one mail, even when it is numbered anew."""
    if one.uid is None:
        return ""
    moment = one.received_at.isoformat().encode()
    return hashlib.sha256(moment + b"\n" + one.content).hexdigest()
