"""A chat on the page of its case: who is there, what has been said, and what may be done.

House rule. What has not changed is not drawn again, and what somebody writes is never touched: the
page asks for what came after the latest line that it has.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from gensvar.channels.chat.models import Chat
from gensvar.channels.chat.queries import (
    chats_of,
    is_waiting,
    lines_of,
    newest_from_customer,
    offer_of,
)
from gensvar.channels.chat.rules import is_gone, is_typing
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Direction, Message
from gensvar.operations.routing.explaining import span
from gensvar.operations.routing.models import Queue


@dataclass(frozen=True)
class ChatLineShown:
    """A line of a chat as it is drawn."""

    message: Message
    clock: str
    who: str
    is_ours: bool


@dataclass(frozen=True)
class ChatShown:
    """How a chat stands for whoever has its case open."""

    chat: Chat
    who: str
    is_waiting: bool
    is_mine: bool
    # It came by an offer, and so may be handed on.
    may_hand_on: bool
    presence: str
    tone: str
    icon: str
    lines: list[ChatLineShown]
    newest: int
    fresh_mark: str
    state_mark: str
    queues: list[Queue]


@dataclass(frozen=True)
class OwnChat:
    """One of an agent's chats in the list of them."""

    number: str
    title: str
    who: str
    unread: bool
    is_typing: bool


def chat_of(case: Case) -> Chat | None:
    """Return the chat that goes on about a case."""
    going_on = Chat.objects.going_on().filter(case=case)
    return going_on.select_related("contact__client", "case__agent", "client").first()


def shown(chat: Chat, *, to: Agent, at: datetime, after: int = 0) -> ChatShown:
    """Return a chat for its case's page, with the lines after one that the page has."""
    waits = is_waiting(chat)
    offer = offer_of(chat)
    who = chat.name or _("The customer")
    presence, tone, icon = _presence(chat, who, at=at)
    newest_of_ours = max(
        (one.pk for one in lines_of(chat) if one.direction == Direction.OUT), default=0
    )
    if newest_of_ours and chat.read_upto >= newest_of_ours and not tone:
        presence = _("%(presence)s, and has read all") % {"presence": presence}
    lines = [_line(one, who) for one in lines_of(chat, after=after)]
    queues = Queue.objects.in_use().filter(client=chat.client_id, channel=Channel.CHAT)
    is_mine = chat.case.agent_id == to.pk and not waits
    return ChatShown(
        chat=chat,
        who=who,
        is_waiting=waits,
        is_mine=is_mine,
        may_hand_on=is_mine and offer is not None and offer.agent_id == to.pk,
        presence=presence,
        tone=tone,
        icon=icon,
        lines=lines,
        newest=max([after, *(line.message.pk for line in lines)]),
        fresh_mark=token_urlsafe(12),
        state_mark=_mark(presence, waits, chat.case.agent_id, chat.ended_at),
        queues=list(queues.order_by("name")),
    )


def own_chats(agent: Agent, *, at: datetime) -> list[OwnChat]:
    """Return the chats that an agent has, with which of them hold something new."""
    chats = chats_of(agent.pk)
    newest = newest_from_customer(chats)
    return [
        OwnChat(
            number=chat.case.number,
            title=chat.case.title,
            who=chat.name or _("The customer"),
            unread=newest.get(chat.contact_id, 0) > chat.we_read_upto,
            is_typing=is_typing(chat.typing_at, at=at),
        )
        for chat in chats
    ]


def _presence(chat: Chat, who: str, *, at: datetime) -> tuple[str, str, str]:
    """Return whether the customer is there, in words, with tone and icon."""
    if chat.ended_at is not None:
        return _("The chat is over: %(how)s.") % {"how": chat.get_ended_by_display()}, "", "check"
    if is_gone(chat.heard_at, chat.gone_at, at=at):
        since = chat.gone_at or chat.heard_at
        lasted = span((at - since).total_seconds())
        return (
            _("%(name)s has been gone for %(span)s") % {"name": who, "span": lasted},
            "warn",
            "out",
        )
    if is_typing(chat.typing_at, at=at):
        return _("%(name)s is writing …") % {"name": who}, "", "note"
    return _("%(name)s is there") % {"name": who}, "", "check-circle"


def _line(message: Message, who: str) -> ChatLineShown:
    is_ours = message.direction == Direction.OUT
    name = (message.author.name if message.author else _("We")) if is_ours else who
    return ChatLineShown(message, f"{timezone.localtime(message.at):%H:%M}", name, is_ours)


def _mark(*facts: Any) -> str:
    return sha256(repr(facts).encode()).hexdigest()[:16]
