"""A chat ends, is answered in another way, is handed on; and its copy goes to the customer."""

from contextlib import suppress
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gensvar.channels.chat.actions.calling import call_out, call_queue
from gensvar.channels.chat.actions.talking import ChatIsOver, held
from gensvar.channels.chat.events import ChatCopySent, ChatEnded, ChatSwitched
from gensvar.channels.chat.models import Chat
from gensvar.channels.chat.queries import is_waiting, lines_of, offer_of
from gensvar.channels.chat.rules import (
    LOST_TALKING,
    LOST_WAITING,
    MOST_COPIES,
    READABLE_AFTER,
)
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import (
    AlreadyTagged,
    assign,
    describe,
    join_contact,
    mark_told,
    promise_as_usual,
    request_receipt,
    tag,
)
from gensvar.operations.cases.models import Promise
from gensvar.operations.cases.queries.correspondence import answer_subject
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.calling import ask_for_call
from gensvar.operations.contacts.models import Channel, Contact, Direction
from gensvar.operations.contacts.saying import note_ended
from gensvar.operations.customers.actions import recognise
from gensvar.operations.routing.actions import end_conversation, hand_on, leave
from gensvar.operations.routing.models import OfferState, Outcome, Queue


class TooManyCopies(Refused):
    message = gettext_lazy("The copy has been sent several times already. Look in your mailbox.")
    status = 429


class NoCopyOfSecret(Refused):
    message = gettext_lazy("This is a matter of which nothing goes by mail. Ask us in another way.")


class NotYoursToHandOn(Refused):
    message = gettext_lazy("You do not have the chat in hand, so it is not yours to hand on.")


@action
def end(chat: Chat, *, how: str, by: Agent | None = None, at: datetime) -> None:
    """End a chat from either side; ended twice, the first time counts."""
    chat = held(chat)
    if chat.ended_at is not None:
        return
    if is_waiting(chat):
        leave(chat.contact, outcome=Outcome.ABANDONED, at=at)
    _end(chat, how=how, by=by, at=at)


@action
def switch(chat: Chat, *, way: str, address: str, by: Agent | None, at: datetime) -> Promise | None:
    """Answer the customer by mail or phone instead; text, case and promise go with them.

    Returns what is promised, which is told in the chat. From the queue the wish is a contact of its
    own, which waits for an answer among what has been written, from when the chat began.
    """
    chat = held(chat)
    if chat.ended_at is not None:
        raise ChatIsOver
    case, contact = chat.case, chat.contact
    if case.customer_id is None:
        customer = recognise(
            case.client, kind=way, value=address, name=chat.name, language=chat.language, at=at
        )
        describe(case, customer=customer, by=by, at=at)
        Contact.objects.filter(pk=contact.pk, customer=None).update(customer=customer)
        case.refresh_from_db()
    outcome = Outcome.CALLBACK if way == "phone" else Outcome.OVERFLOW
    if is_waiting(chat):
        leave(contact, outcome=outcome, at=at)
    is_queued = way == "phone" and ask_for_call(
        contact, address, since=contact.started_at, by=by, at=at
    )
    _wish(chat, way=way, address=address, is_queued=is_queued, by=by, at=at)
    if way == "phone" and not is_queued:
        _list_callback(chat, by=by, at=at)
    promise_as_usual(case, at=at, way=Promise.Way.CHAT)
    promise = standing(case)
    if promise is not None and promise.told_at is None:
        mark_told(promise, by=by, at=at)
    if way == "mail":
        chat.copy_to = chat.copy_to or address
    announce(
        ChatSwitched(
            chat_id=chat.pk,
            contact_id=contact.pk,
            case_id=case.pk,
            client_id=chat.client_id,
            way=way,
            promise_id=promise.pk if promise else None,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    _end(chat, how=Chat.EndedBy.SWITCHED, by=by, at=at)
    return promise


@action
def hand_to(chat: Chat, *, queue: Queue, by: Agent, at: datetime) -> None:
    """Let the chat wait for somebody else, first in line by when it came."""
    chat = held(chat)
    if chat.ended_at is not None:
        raise ChatIsOver
    offer = offer_of(chat)
    if offer is None or offer.agent_id != by.pk or offer.state != OfferState.IN_HAND:
        raise NotYoursToHandOn
    assign(chat.case, agent=None, group=chat.case.group, by=by, at=at)
    hand_on(offer, to=queue, by=by, at=at)
    call_out(chat, agents=[by.pk])
    call_queue(chat)


@action
def ask_for_copy(chat: Chat, *, address: str, at: datetime) -> bool:
    """Send the customer a copy by mail: now if the chat has ended, else when it does."""
    chat = held(chat)
    if chat.case.is_confidential:
        raise NoCopyOfSecret
    if chat.copies_sent >= MOST_COPIES:
        raise TooManyCopies
    chat.copy_to = address
    chat.save(update_fields=["copy_to"])
    if chat.ended_at is None:
        return False
    _send_copy(chat, at=at)
    return True


@action
def end_lost(chat_id: int, *, at: datetime) -> None:
    """End a chat whose customer has been gone too long, unless they have come back."""
    found = Chat.objects.going_on().filter(pk=chat_id).first()
    if found is None:
        return
    chat = held(found)
    lost_after = LOST_WAITING if is_waiting(chat) else LOST_TALKING
    if at - chat.heard_at >= lost_after:
        end(chat, how=Chat.EndedBy.LOST, at=at)


def _end(chat: Chat, *, how: str, by: Agent | None, at: datetime) -> None:
    if (offer := offer_of(chat)) is not None and offer.state == OfferState.IN_HAND:
        end_conversation(offer, by=offer.agent, at=at)
    note_ended(chat.contact, at=at)
    chat.ended_at, chat.ended_by = at, how
    chat.expires_at = at + READABLE_AFTER
    chat.save(update_fields=["ended_at", "ended_by", "expires_at", "copy_to"])
    announce(
        ChatEnded(
            chat_id=chat.pk,
            contact_id=chat.contact_id,
            case_id=chat.case_id,
            client_id=chat.client_id,
            by=how,
            seconds=(at - chat.contact.started_at).total_seconds(),
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    if chat.copy_to and not chat.case.is_confidential:
        _send_copy(chat, at=at)
    call_out(chat)
    call_queue(chat)


def _wish(
    chat: Chat, *, way: str, address: str, is_queued: bool, by: Agent | None, at: datetime
) -> None:
    """Write the customer's wish down where the next to answer sees it; once, where calls wait."""
    with translation.override(chat.case.client.language):
        if way == "phone":
            words = _("I want to be called at %(address)s about what I wrote in the chat.")
        else:
            words = _("I want an answer by mail to %(address)s about what I wrote in the chat.")
        words = words % {"address": address}
    said = Said(
        text=words,
        sender_name=chat.name,
        sender_address=address if way == "mail" else "",
    )
    if chat.case.agent_id is not None or is_queued:
        record_message(chat.contact, said, at=at)
        return
    contact = register_contact(
        chat.case.client,
        channel=Channel.WEB,
        direction=Direction.IN,
        customer=chat.case.customer,
        language=chat.language,
        at=at,
    )
    record_message(contact, said, at=at)
    join_contact(chat.case, contact, by=by, at=at)


def _list_callback(chat: Chat, *, by: Agent | None, at: datetime) -> None:
    """Put a word on the case by which those to be called are listed, where no telephone is."""
    with translation.override(chat.case.client.language), suppress(AlreadyTagged):
        tag(chat.case, _("Call back"), by=by, at=at)


def _send_copy(chat: Chat, *, at: datetime) -> None:
    case = chat.case
    outgoing = request_receipt(
        case,
        transcript(chat),
        subject=answer_subject(case),
        channel=Channel.MAIL,
        recipient=chat.copy_to,
        purpose="transcript",
        at=at,
    )
    chat.copies_sent += 1
    chat.copy_to = ""
    chat.save(update_fields=["copies_sent", "copy_to"])
    announce(
        ChatCopySent(
            chat_id=chat.pk,
            case_id=case.pk,
            client_id=chat.client_id,
            outgoing_id=outgoing.pk,
        ),
        at=at,
    )


def transcript(chat: Chat) -> str:
    """Return all that was said, as the customer may keep it."""
    organisation = chat.case.client.public_name
    with translation.override(chat.language):
        head = _("A copy of your chat with %(organisation)s, case %(number)s.") % {
            "organisation": organisation,
            "number": chat.case.number,
        }
        parts = [head]
        day = None
        for line in lines_of(chat):
            clock = timezone.localtime(line.at)
            if clock.date() != day:
                day = clock.date()
                parts.append(f"{day.isoformat()}")
            is_ours = line.direction == Direction.OUT
            who = (line.author.name if line.author else organisation) if is_ours else _("You")
            files = [_("File: %(name)s") % {"name": file.name} for file in line.files.all()]
            words = "\n".join([*([line.text] if line.text else []), *files])
            parts.append(f"{clock:%H:%M} {who}\n{words}")
        if (promise := standing(chat.case)) is not None and promise.told_at is not None:
            parts.append(promise.words)
        return "\n\n".join(parts)
