"""A message on its way out: written and kept before it leaves, marked when it has left."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from gensvar.channels.mail import texts
from gensvar.channels.mail.letters import Enclosed, Letter, written
from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.rules import bounce_tag, is_gone, next_sending, tagged
from gensvar.foundation.acting import action
from gensvar.foundation.files.actions import check_leaving, read_file, store_file
from gensvar.operations.contacts.actions import (
    begin_sending,
    mark_failed,
    mark_sent,
    postpone,
    suppress,
)
from gensvar.operations.contacts.models import Channel, Message, Outgoing, Suppression

# A sender that has said nothing for so long is dead: the message is sent again, as it was.
LEASE = timedelta(minutes=10)
MOST_ANCESTORS = 20


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """What a carrier needs to know: the envelope and the content."""

    outgoing: Outgoing
    sender: str
    recipients: tuple[str, ...]
    content: bytes
    attempts: int
    wants_report: bool
    left_out: tuple[str, ...] = ()


def due(*, most: int, at: datetime) -> list[Outgoing]:
    """Return mails whose time has come, oldest first."""
    waiting = Outgoing.objects.filter(
        channel=Channel.MAIL, state__in=Outgoing.ON_THEIR_WAY, not_before__lte=at
    )
    return list(
        waiting.select_related("message__contact", "message__in_reply_to", "client").order_by(
            "not_before", "pk"
        )[:most]
    )


@action
def prepare(outgoing: Outgoing, *, at: datetime) -> Dispatch | None:
    """Take a message and make it ready to leave; None if it may not or cannot leave.

    Message-ID and content are kept before anything is sent, so that a second try, after a crash in
    the middle of the first, sends the same mail again.
    """
    if not begin_sending(outgoing, until=at + LEASE, at=at):
        return None
    mailbox = _mailbox_of(outgoing)
    if mailbox is None:
        words = _("The client has no mailbox to send from.")
        mark_failed(outgoing, state=Outgoing.State.FAILED, detail=words, at=at)
        return None
    message = outgoing.message
    addresses = [str(one) for one in (*message.recipients, *message.copies)]
    stopped = _suppressed(outgoing, addresses)
    to = tuple(one for one in dict.fromkeys(addresses) if one.lower() not in stopped)
    if not to:
        detail = ", ".join(addresses)
        mark_failed(outgoing, state=Outgoing.State.SUPPRESSED, detail=detail, at=at)
        return None
    return Dispatch(
        outgoing=outgoing,
        sender=_bounce_address(mailbox, outgoing),
        recipients=to,
        content=_content(outgoing, mailbox, at=at),
        attempts=outgoing.steps.filter(state=Outgoing.State.LEAVING).count(),
        wants_report=not outgoing.is_automatic,
        left_out=tuple(one for one in addresses if one.lower() in stopped),
    )


def check_files(outgoing: Outgoing, *, at: datetime) -> None:
    """Raise KeptApart or Unavailable where a file that goes along may not leave, or not yet."""
    check_leaving((sent.file for sent in outgoing.message.files.select_related("file")), at=at)


@action
def give_up(outgoing: Outgoing, *, because: str, at: datetime) -> None:
    """The message could not even be written: show that, and let the others go."""
    mark_failed(outgoing, state=Outgoing.State.FAILED, detail=because[:2_000], at=at)


@action
def settle_sent(
    dispatch: Dispatch, *, refused: Sequence[tuple[str, int, str]], at: datetime
) -> None:
    """The server took the mail, for all recipients or for some."""
    outgoing = dispatch.outgoing
    detail = ", ".join(dispatch.left_out)
    mark_sent(outgoing, provider_id=outgoing.message.message_id, at=at, detail=detail)
    if refused:
        settle_refused(dispatch, refused=refused, at=at)


@action
def settle_refused(
    dispatch: Dispatch, *, refused: Sequence[tuple[str, int, str]], at: datetime
) -> None:
    """The server said for good that it does not take the mail, for these recipients."""
    detail = "; ".join(f"{address}: {code} {words}" for address, code, words in refused)
    mark_failed(dispatch.outgoing, state=Outgoing.State.FAILED, detail=detail[:2_000], at=at)
    for address, code, words in refused:
        if code >= 500 and is_gone(words.partition(" ")[0]):
            suppress(dispatch.outgoing.client, address, because=words[:500], at=at)


@action
def settle_unsent(dispatch: Dispatch, *, because: str, at: datetime) -> None:
    """The server could not be reached or said not now: later, until it has been too long."""
    again = next_sending(dispatch.attempts, first_at=dispatch.outgoing.message.at, at=at)
    if again is None:
        mark_failed(dispatch.outgoing, state=Outgoing.State.FAILED, detail=because[:2_000], at=at)
    else:
        postpone(dispatch.outgoing, until=again, detail=because[:2_000], at=at)


def _mailbox_of(outgoing: Outgoing) -> Mailbox | None:
    """The mailbox that the customer wrote to, else the client's first."""
    mailboxes = Mailbox.objects.filter(client_id=outgoing.client_id).select_related("client")
    answered = outgoing.message.in_reply_to
    if answered is not None:
        arrival = RawMail.objects.filter(contact_id=answered.contact_id).first()
        if arrival is not None:
            return mailboxes.get(pk=arrival.mailbox_id)
    return mailboxes.order_by("is_paused", "pk").first()


def _suppressed(outgoing: Outgoing, addresses: Sequence[str]) -> set[str]:
    rows = Suppression.objects.filter(
        client_id=outgoing.client_id,
        address__in=[one.lower() for one in addresses],
        lifted_at=None,
    )
    return set(rows.values_list("address", flat=True))


def _bounce_address(mailbox: Mailbox, outgoing: Outgoing) -> str:
    """Reports come back to an address that tells which message they are about."""
    if not mailbox.takes_tags:
        return mailbox.address
    return tagged(mailbox.address, bounce_tag(settings.SECRET_KEY, outgoing.pk))


def _content(outgoing: Outgoing, mailbox: Mailbox, *, at: datetime) -> bytes:
    message = outgoing.message
    if message.raw is not None:
        return read_file(message.raw)
    message.message_id = f"{outgoing.pk}.{secrets.token_hex(16)}@{mailbox.domain}"
    content = written(_letter(outgoing, mailbox, at=at))
    message.raw = store_file(content, media_type="message/rfc822", at=at)
    message.save(update_fields=["message_id", "raw"])
    return content


def _letter(outgoing: Outgoing, mailbox: Mailbox, *, at: datetime) -> Letter:
    message = outgoing.message
    language = message.contact.language
    text = message.text
    if not outgoing.is_automatic:
        sign = texts.signature(outgoing.client, language=language, at=at)
        text = f"{text.rstrip()}\n\n{sign}" if sign.strip() not in text else text
    answered = _ancestors(message)
    has_tag = bool(outgoing.reply_tag) and mailbox.takes_tags
    return Letter(
        message_id=message.message_id,
        sender_name=mailbox.shown_name,
        sender_address=mailbox.address,
        recipients=message.recipients,
        copies=message.copies,
        subject=message.subject,
        text=text,
        html=message.html if outgoing.purpose == "report" else "",
        at=at,
        zone=settings.TIME_ZONE,
        language=language,
        reply_to=tagged(mailbox.address, outgoing.reply_tag) if has_tag else "",
        in_reply_to=answered[-1] if answered else "",
        references=answered,
        is_automatic=outgoing.is_automatic,
        is_reply=outgoing.purpose == "receipt",
        enclosed=[
            Enclosed(name=one.name, media_type=one.file.media_type, content=read_file(one.file))
            for one in message.files.select_related("file").order_by("pk")
        ],
    )


def _ancestors(message: Message) -> list[str]:
    """Return the Message-IDs of the mails before this one, the oldest first."""
    found: list[str] = []
    before = message.in_reply_to
    while before is not None and len(found) < MOST_ANCESTORS:
        if before.message_id:
            found.insert(0, before.message_id)
        before = before.in_reply_to
    return found
