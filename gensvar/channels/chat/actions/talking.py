"""Lines from both sides, typing, reading, and who is there."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.chat.actions.calling import call_out
from gensvar.channels.chat.events import ChatLineWritten
from gensvar.channels.chat.models import Chat, ChatLine
from gensvar.channels.chat.queries import is_waiting, offer_of
from gensvar.channels.chat.rules import MOST_FILES
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import assign, change_state, converse
from gensvar.operations.cases.models import State
from gensvar.operations.contacts.actions import (
    Attached,
    Enclosure,
    Said,
    mark_delivered,
    note_answered,
    record_message,
)
from gensvar.operations.contacts.models import Direction, Message, MessageFile, Outgoing
from gensvar.operations.routing.actions import finish, leave
from gensvar.operations.routing.models import Outcome


class ChatIsOver(Refused):
    message = _("The chat has ended. What you wrote was not sent; it is still here.")


class TooManyChatFiles(Refused):
    message = _("%(most)s files in a chat are the most.")
    status = 422


class NobodysChat(Refused):
    message = _("The chat waits for whoever takes it. Take it first.")


class SomebodyElsesChat(Refused):
    message = _("%(name)s answers in this chat. Take the case if you are to go on.")


@action
def write(
    chat: Chat, text: str, *, mark: str, at: datetime, files: Sequence[Attached] = ()
) -> Message:
    """Keep a line of the customer's; the same mark once more is the same line."""
    chat = held(chat)
    known = ChatLine.objects.filter(chat=chat, mark=mark).select_related("message").first()
    if known is not None:
        return known.message
    if chat.ended_at is not None:
        raise ChatIsOver
    if files and MessageFile.objects.filter(message__contact=chat.contact_id).count() >= MOST_FILES:
        raise TooManyChatFiles(most=MOST_FILES)
    said = Said(text=text, sender_name=chat.name)
    message = record_message(chat.contact, said, files=files, at=at)
    ChatLine.objects.create(chat=chat, client_id=chat.client_id, message=message, mark=mark)
    chat.heard_at, chat.gone_at, chat.typing_at = at, None, None
    chat.save(update_fields=["heard_at", "gone_at", "typing_at"])
    if chat.case.state == State.WAITING_FOR_CUSTOMER:
        change_state(chat.case, State.WAITING_FOR_US, by=None, at=at)
    _tell(chat, message, by=None, at=at)
    return message


@action
def reply(
    chat: Chat,
    text: str,
    *,
    mark: str,
    by: Agent,
    at: datetime,
    enclosures: Sequence[Enclosure] = (),
) -> Message:
    """Say something to the customer; whoever answers has the case."""
    chat = held(chat)
    known = ChatLine.objects.filter(chat=chat, mark=mark).select_related("message").first()
    if known is not None:
        return known.message
    if chat.ended_at is not None:
        raise ChatIsOver
    if is_waiting(chat):
        raise NobodysChat
    if chat.case.agent_id != by.pk:
        raise SomebodyElsesChat(name=chat.case.agent.name if chat.case.agent else "–")
    outgoing = converse(chat.case, chat.contact, text, by=by, at=at, enclosures=enclosures)
    message = outgoing.message
    ChatLine.objects.create(chat=chat, client_id=chat.client_id, message=message, mark=mark)
    chat.we_typed_at = None
    chat.save(update_fields=["we_typed_at"])
    _tell(chat, message, by=by, at=at)
    return message


@action
def take(chat: Chat, *, by: Agent, at: datetime) -> None:
    """Take a chat by hand, from the queue or from a colleague."""
    chat = held(chat)
    if chat.ended_at is not None:
        raise ChatIsOver
    assign(chat.case, agent=by, group=chat.case.group, by=by, at=at)
    follow(chat, at=at)


@action
def follow(chat: Chat, *, at: datetime) -> None:
    """Let the chat be where its case is: with whoever has taken that, and in no queue."""
    chat = held(chat)
    agent = chat.case.agent
    if agent is None or chat.ended_at is not None:
        return
    if is_waiting(chat):
        # Answered is what somebody accepts who was offered it; this was taken by hand.
        leave(chat.contact, outcome=Outcome.SETTLED, at=at)
    offer = offer_of(chat)
    if offer is not None and offer.agent_id != agent.pk:
        finish(offer, by=offer.agent, at=at)
    if chat.contact.agent_id != agent.pk:
        note_answered(chat.contact, by=agent, at=at)
    call_out(chat)


@action
def note_typing(chat: Chat, *, is_ours: bool, at: datetime) -> None:
    """Note that a side writes just now, and let the other see it."""
    Chat.objects.going_on().filter(pk=chat.pk).update(
        **{"we_typed_at" if is_ours else "typing_at": at}
    )
    call_out(chat)


@action
def note_heard(chat: Chat, *, read_upto: int, is_leaving: bool, at: datetime) -> None:
    """Note that the customer's browser is there, or goes, and which lines they have seen."""
    was_gone = chat.gone_at is not None
    chat.heard_at, chat.gone_at = at, at if is_leaving else None
    newly_read = _seen(chat, read_upto, Direction.OUT)
    if newly_read > chat.read_upto:
        chat.read_upto = newly_read
        arrived = Outgoing.objects.filter(
            message__contact=chat.contact_id, message__lte=newly_read, state=Outgoing.State.SENT
        )
        for outgoing in arrived:
            mark_delivered(outgoing, at=at)
        call_out(chat)
    elif was_gone != is_leaving:
        call_out(chat)
    chat.save(update_fields=["heard_at", "gone_at", "read_upto"])


@action
def note_read(chat: Chat, *, upto: int, at: datetime) -> None:
    """Note which lines of the customer's whoever answers has seen."""
    newly_read = _seen(chat, upto, Direction.IN)
    moved = Chat.objects.filter(pk=chat.pk, we_read_upto__lt=newly_read)
    if moved.update(we_read_upto=newly_read):
        call_out(chat)


def held(chat: Chat) -> Chat:
    """Return the chat as it stands now, held until the transaction ends."""
    rows = Chat.objects.select_for_update(of=("self",))
    return rows.select_related("case__client", "case__agent", "case__group", "contact").get(
        pk=chat.pk
    )


def _seen(chat: Chat, upto: int, direction: str) -> int:
    """Return the latest line of a side's up to this one: nobody has seen what nobody said."""
    said = Message.objects.filter(contact=chat.contact_id, direction=direction, pk__lte=upto)
    return said.order_by("-pk").values_list("pk", flat=True).first() or 0


def _tell(chat: Chat, message: Message, *, by: Agent | None, at: datetime) -> None:
    announce(
        ChatLineWritten(
            chat_id=chat.pk,
            contact_id=chat.contact_id,
            message_id=message.pk,
            case_id=chat.case_id,
            client_id=chat.client_id,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    call_out(chat)
