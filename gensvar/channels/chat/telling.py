"""A chat as its customer's browser is told of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gensvar.channels.chat.models import Chat
from gensvar.channels.chat.queries import lines_of, place_of
from gensvar.channels.chat.rules import is_typing
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.contacts.models import Direction, Message


def news(chat: Chat, *, after: int, at: datetime) -> dict[str, Any]:
    """Return how the chat stands, and the lines after one that the browser has already."""
    place = None if chat.ended_at else place_of(chat, at=at)
    agent = chat.case.agent
    is_answered = chat.contact.answered_at is not None
    return {
        "state": _state(chat, is_waiting=place is not None),
        "lines": [_line(message, chat) for message in lines_of(chat, after=after)],
        "waiting": _waiting(place.place, place.minutes) if place else "",
        "agent": first_name(agent.name) if agent and is_answered else "",
        "typing": is_typing(chat.we_typed_at, at=at),
        "read": chat.we_read_upto,
        "ended": _ended(chat),
        "copy": bool(chat.copy_to),
    }


def first_name(name: str) -> str:
    """Return what the customer is told of who answers."""
    return name.partition(" ")[0]


def _state(chat: Chat, *, is_waiting: bool) -> str:
    if chat.ended_at is not None:
        return "ended"
    return "waiting" if is_waiting else "talking"


def _waiting(place: int, minutes: int | None) -> str:
    queued = (
        _("You are first in line.")
        if place == 1
        else _("You are number %(place)s in line.") % {"place": place}
    )
    if minutes is None:
        return queued + " " + _("We cannot say how long it takes just now.")
    wait = ngettext(
        "It takes about %(count)s minute.", "It takes about %(count)s minutes.", minutes
    )
    return f"{queued} {wait % {'count': minutes}}"


def _line(message: Message, chat: Chat) -> dict[str, Any]:
    is_ours = message.direction == Direction.OUT
    line = getattr(message, "chat_line", None)
    return {
        "id": message.pk,
        "mark": line.mark if line else "",
        "is_ours": is_ours,
        "who": first_name(message.author.name) if is_ours and message.author else "",
        "at": message.at.isoformat(),
        "text": message.text,
        "files": _files(message),
    }


def _files(message: Message) -> list[dict[str, Any]]:
    return [
        {"id": file.pk, "name": file.name, "is_kept_apart": bool(file.file.infection)}
        for file in message.files.all()
    ]


def _ended(chat: Chat) -> list[str]:
    """Return what somebody is told of a chat that is over."""
    if chat.ended_at is None:
        return []
    said: Sequence[str] = {
        Chat.EndedBy.CUSTOMER: [_("You have ended the chat.")],
        Chat.EndedBy.AGENT: [_("We have ended the chat. Thank you for writing to us.")],
        Chat.EndedBy.LOST: [
            _("The chat was ended because we heard nothing from you. What you wrote is kept.")
        ],
        Chat.EndedBy.SWITCHED: [_("What you wrote goes with you: you need not repeat it.")],
        Chat.EndedBy.LEFT: [_("Thank you. We have your message.")],
    }[Chat.EndedBy(chat.ended_by)]
    promise = standing(chat.case)
    promised = [promise.words] if promise is not None and promise.told_at is not None else []
    return [*said, *promised]
