"""What is said within a contact that goes on, as in a chat: there at once, never taken back."""

from collections.abc import Sequence
from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.actions import Enclosure, NothingSaid
from gensvar.operations.contacts.events import MessageSent
from gensvar.operations.contacts.models import (
    Contact,
    Direction,
    Message,
    MessageFile,
    Outgoing,
    OutgoingStep,
)


@action
def say_in(
    contact: Contact,
    text: str,
    *,
    by: Agent,
    at: datetime,
    enclosures: Sequence[Enclosure] = (),
    sender_name: str = "",
) -> Outgoing:
    """Say something to whoever is in a contact just now; it is sent by being said."""
    if not text.strip() and not enclosures:
        raise NothingSaid
    message = Message.objects.create(
        contact=contact,
        client_id=contact.client_id,
        direction=Direction.OUT,
        at=at,
        author=by,
        sender_name=sender_name,
        text=text,
    )
    MessageFile.objects.bulk_create(
        MessageFile(
            message=message, client_id=contact.client_id, file=enclosed.file, name=enclosed.name
        )
        for enclosed in enclosures
    )
    outgoing = Outgoing.objects.create(
        message=message,
        client_id=contact.client_id,
        channel=contact.channel,
        purpose="answer",
        not_before=at,
        state=Outgoing.State.SENT,
    )
    OutgoingStep.objects.create(
        outgoing=outgoing, client_id=contact.client_id, state=Outgoing.State.SENT, at=at
    )
    announce(
        MessageSent(
            outgoing_id=outgoing.pk,
            contact_id=contact.pk,
            client_id=contact.client_id,
            purpose=outgoing.purpose,
        ),
        at=at,
    )
    return outgoing


@action
def note_ended(contact: Contact, *, at: datetime) -> None:
    """Write down when a contact was over; said twice, the first time counts."""
    Contact.objects.filter(pk=contact.pk, ended_at=None).update(ended_at=at)


@action
def note_language(contact: Contact, language: str) -> None:
    """Note in which language a customer who is here now wants to be spoken with."""
    contact.language = language
    contact.save(update_fields=["language"])
