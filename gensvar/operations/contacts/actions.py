"""Register contacts, and let messages out: the only way out for every channel."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import DateTimeField, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.events import (
    AddressSuppressed,
    ContactRegistered,
    MessageFailed,
    MessageRequested,
    MessageSent,
    MessageWithdrawn,
    SuppressionLifted,
)
from gensvar.operations.contacts.models import (
    Channel,
    Contact,
    Direction,
    Message,
    MessageFile,
    Outgoing,
    OutgoingStep,
    Suppression,
)
from gensvar.operations.contacts.texting import check_text
from gensvar.operations.customers.models import Customer

# How long an agent may take an answer back before it leaves.
UNDO = timedelta(seconds=10)


class TooLateToWithdraw(Refused):
    message = _("The message has already left.")


class AlreadyLifted(Refused):
    message = _("Mail to that address has been let through already.")


class NothingSaid(Refused):
    message = _("The message is empty. Write something first.")
    status = 422


class NoRecipient(Refused):
    message = _("There is nobody to send this to. Give the customer an address first.")
    status = 422


@dataclass(frozen=True)
class Enclosure:
    """A file to go with a message, under this name."""

    file: StoredFile
    name: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What somebody wants to say: the words, to whom, and what they answer."""

    text: str
    recipients: Sequence[str]
    subject: str = ""
    html: str = ""
    copies: Sequence[str] = ()
    enclosures: Sequence[Enclosure] = ()
    in_reply_to: Message | None = None
    reply_tag: str = ""
    purpose: str = "answer"
    is_automatic: bool = False
    undo: timedelta = field(default=UNDO)


@action
def register_contact(
    client: Client,
    *,
    channel: str,
    direction: str,
    customer: Customer | None,
    at: datetime,
    agent: Agent | None = None,
    language: str = "",
    summary: str = "",
    answered_at: datetime | None = None,
    ended_at: datetime | None = None,
) -> Contact:
    """Write down that a customer reached us, or we them; of a call also what was measured."""
    contact = Contact.objects.create(
        client=client,
        channel=channel,
        direction=direction,
        customer=customer,
        agent=agent,
        language=language or (customer.language if customer else client.language),
        started_at=at,
        answered_at=answered_at,
        ended_at=ended_at,
        summary=summary,
    )
    announce(
        ContactRegistered(
            contact_id=contact.pk,
            client_id=client.pk,
            customer_id=customer.pk if customer else None,
            channel=channel,
            direction=direction,
            agent_id=agent.pk if agent else None,
            waited_seconds=_seconds(at, answered_at),
            talked_seconds=_seconds(answered_at, ended_at),
        ),
        at=at,
    )
    return contact


def _seconds(since: datetime | None, until: datetime | None) -> float | None:
    return (until - since).total_seconds() if since and until else None


@action
def note_answered(contact: Contact, *, by: Agent, at: datetime) -> None:
    """Write down who answered a contact, and when somebody first did."""
    Contact.objects.filter(pk=contact.pk).update(
        agent=by, answered_at=Coalesce("answered_at", Value(at), output_field=DateTimeField())
    )


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a customer said in writing, as it reached us."""

    text: str
    sender_name: str = ""
    sender_address: str = ""
    subject: str = ""
    html: str = ""
    quoted: str = ""
    signature: str = ""
    recipients: Sequence[str] = ()
    copies: Sequence[str] = ()
    automatic: str = ""
    problems: Sequence[str] = ()
    message_id: str = ""
    in_reply_to: Message | None = None
    raw: StoredFile | None = None


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A file that came with a message."""

    file: StoredFile
    name: str
    declared_type: str = ""
    content_id: str = ""
    is_inline: bool = False
    is_mislabelled: bool = False


@action
def record_message(
    contact: Contact, said: Said, *, at: datetime, files: Sequence[Attached] = ()
) -> Message:
    """Keep what a customer said in a contact, word for word, with its files."""
    message = Message.objects.create(
        contact=contact,
        client_id=contact.client_id,
        direction=Direction.IN,
        at=at,
        **{name: _plain(value) for name, value in vars(said).items()},
    )
    MessageFile.objects.bulk_create(
        MessageFile(message=message, client_id=contact.client_id, **vars(attached))
        for attached in files
    )
    return message


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


@action
def request_message(
    client: Client,
    draft: Draft,
    *,
    channel: str,
    customer: Customer | None,
    by: Agent | None,
    at: datetime,
) -> Outgoing:
    """Let a message out in a channel, after the moment in which it may be taken back."""
    _check(client, draft, channel=channel)
    contact = register_contact(
        client, channel=channel, direction=Direction.OUT, customer=customer, at=at, agent=by
    )
    message = Message.objects.create(
        contact=contact,
        client=client,
        direction=Direction.OUT,
        at=at,
        author=by,
        sender_name=client.public_name,
        recipients=list(draft.recipients),
        copies=list(draft.copies),
        subject=draft.subject,
        text=draft.text,
        html=draft.html,
        in_reply_to=draft.in_reply_to,
    )
    MessageFile.objects.bulk_create(
        MessageFile(message=message, client=client, file=enclosed.file, name=enclosed.name)
        for enclosed in draft.enclosures
    )
    outgoing = Outgoing.objects.create(
        message=message,
        client=client,
        channel=channel,
        purpose=draft.purpose,
        is_automatic=draft.is_automatic,
        not_before=at if draft.is_automatic else at + draft.undo,
        reply_tag=draft.reply_tag,
    )
    _step(outgoing, Outgoing.State.QUEUED, at=at)
    announce(
        MessageRequested(
            outgoing_id=outgoing.pk,
            message_id=message.pk,
            contact_id=contact.pk,
            client_id=client.pk,
            channel=channel,
            purpose=draft.purpose,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    return outgoing


def _check(client: Client, draft: Draft, *, channel: str) -> None:
    if not draft.text.strip():
        raise NothingSaid
    # On the portal the case itself is the address: whoever has its code reads the answer there.
    if not draft.recipients and channel != Channel.WEB:
        raise NoRecipient
    if channel == Channel.SMS:
        has_more = bool(draft.copies or draft.enclosures)
        check_text(client, draft.text, draft.recipients, has_more=has_more)


@action
def withdraw_message(outgoing: Outgoing, *, by: Agent | None, at: datetime) -> None:
    """Take a message back before it leaves; with nobody it is withdrawn by what has happened."""
    if not _advance(outgoing, Outgoing.State.CANCELLED, {Outgoing.State.QUEUED}, at=at):
        raise TooLateToWithdraw
    announce(
        MessageWithdrawn(
            outgoing_id=outgoing.pk,
            contact_id=outgoing.message.contact_id,
            client_id=outgoing.client_id,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )


@action
def begin_sending(outgoing: Outgoing, *, until: datetime, at: datetime) -> bool:
    """Take a message to send it; false if it was withdrawn or somebody else has it.

    From now on it cannot be withdrawn. A sender that has not said how it went by `until` has died,
    and the message may be taken again.
    """
    taken = Outgoing.objects.filter(
        pk=outgoing.pk, state__in=Outgoing.ON_THEIR_WAY, not_before=outgoing.not_before
    ).update(state=Outgoing.State.LEAVING, not_before=until)
    if taken:
        outgoing.state, outgoing.not_before = Outgoing.State.LEAVING, until
        _step(outgoing, Outgoing.State.LEAVING, at=at)
    return bool(taken)


@action
def postpone(outgoing: Outgoing, *, until: datetime, detail: str, at: datetime) -> None:
    """The world did not take the message just now: try again later."""
    if _advance(outgoing, Outgoing.State.QUEUED, {Outgoing.State.LEAVING}, at=at, detail=detail):
        outgoing.not_before = until
        outgoing.save(update_fields=["not_before"])


@action
def mark_sent(outgoing: Outgoing, *, provider_id: str, at: datetime, detail: str = "") -> None:
    """The channel handed the message over to the world."""
    if _advance(outgoing, Outgoing.State.SENT, set(Outgoing.ON_THEIR_WAY), at=at, detail=detail):
        Outgoing.objects.filter(pk=outgoing.pk).update(provider_id=provider_id)
        Message.objects.filter(pk=outgoing.message_id).update(message_id=provider_id)
        announce(
            MessageSent(
                outgoing_id=outgoing.pk,
                contact_id=outgoing.message.contact_id,
                client_id=outgoing.client_id,
                purpose=outgoing.purpose,
            ),
            at=at,
        )


@action
def mark_failed(outgoing: Outgoing, *, state: str, detail: str, at: datetime) -> None:
    """The message did not arrive; people who wait for it are told by who reacts to this."""
    before = set(Outgoing.State) - {Outgoing.State.CANCELLED, Outgoing.State(state)}
    if _advance(outgoing, state, before, at=at, detail=detail):
        announce(
            MessageFailed(
                outgoing_id=outgoing.pk,
                contact_id=outgoing.message.contact_id,
                client_id=outgoing.client_id,
                state=state,
            ),
            at=at,
        )


@action
def mark_delivered(
    outgoing: Outgoing, *, at: datetime, detail: str = "", was_unsure: bool = False
) -> None:
    """The receiving side says that it has the message; even one of which we were not sure."""
    before = {Outgoing.State.SENT}
    if was_unsure:
        before |= {Outgoing.State.LEAVING, Outgoing.State.FAILED}
    _advance(outgoing, Outgoing.State.DELIVERED, before, at=at, detail=detail)


@action
def add_files(message: Message, files: Sequence[Attached], *, problems: Sequence[str]) -> None:
    """Put with a message the files that came after its words, and say what is wrong now."""
    MessageFile.objects.bulk_create(
        MessageFile(message=message, client_id=message.client_id, **vars(attached))
        for attached in files
    )
    Message.objects.filter(pk=message.pk).update(problems=list(problems))


@action
def suppress(client: Client, address: str, *, because: str, at: datetime) -> None:
    """Stop sending to an address that does not exist."""
    suppression, is_new = Suppression.objects.get_or_create(
        client=client,
        address=address.lower(),
        lifted_at=None,
        defaults={"since": at, "because": because},
    )
    if is_new:
        announce(AddressSuppressed(suppression_id=suppression.pk, client_id=client.pk), at=at)


@action
def lift_suppression(suppression: Suppression, *, by: Agent, at: datetime) -> None:
    """Let mail go to an address again; should it come back once more, it is stopped anew."""
    in_force = Suppression.objects.filter(pk=suppression.pk, lifted_at=None)
    if not in_force.update(lifted_at=at, lifted_by=by):
        raise AlreadyLifted
    announce(
        SuppressionLifted(
            suppression_id=suppression.pk, client_id=suppression.client_id, agent_id=by.pk
        ),
        at=at,
    )


def _advance(
    outgoing: Outgoing, state: str, allowed_from: Collection[str], *, at: datetime, detail: str = ""
) -> bool:
    """Move a message on, unless somebody else already moved it elsewhere."""
    moved = Outgoing.objects.filter(pk=outgoing.pk, state__in=allowed_from).update(state=state)
    if moved:
        outgoing.state = state
        _step(outgoing, state, at=at, detail=detail)
    return bool(moved)


def _step(outgoing: Outgoing, state: str, *, at: datetime, detail: str = "") -> None:
    OutgoingStep.objects.create(
        outgoing=outgoing, client_id=outgoing.client_id, state=state, at=at, detail=detail
    )
