"""A customer begins to chat, or leaves a message where nobody chats: once, however often sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gensvar.channels.chat.actions.calling import call_queue
from gensvar.channels.chat.events import ChatBegun
from gensvar.channels.chat.models import Chat, ChatLine
from gensvar.channels.chat.queries import chat_hours, chat_queue, settings_of
from gensvar.channels.chat.rules import LASTS, READABLE_AFTER, digest_of, title_of
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import (
    finish_registration,
    mark_told,
    open_case,
    promise_as_usual,
    request_receipt,
)
from gensvar.operations.cases.models import Case, Promise
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import Channel, Contact, Direction
from gensvar.operations.customers.actions import recognise
from gensvar.operations.routing.actions import wait

FOLLOW_PATH = "/folj/"


class ChatIsOff(Refused):
    message = _("There is no chat here just now. Ask your question in another way.")


class ChatIsClosed(Refused):
    message = _("The chat is closed now. You can leave a message, and we answer it.")


class NoWayToAnswer(Refused):
    message = _("Write a mail address or a phone number, so that we can answer you.")
    status = 422


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """What somebody sends first: words, their mark, the key of the chat, and who they say it is."""

    key: str
    mark: str
    text: str
    language: str
    name: str = ""
    # How they are reached: "mail" or "phone", and the address as we write it.
    kind: str = ""
    address: str = ""


@action
def begin(client: Client, sent: Beginning, *, at: datetime) -> Chat:
    """Let a customer wait for somebody to chat with; the same key once more is the same chat."""
    found = _found(client, sent)
    if found is not None:
        return found
    queue = chat_queue(client)
    if queue is None or not settings_of(client).is_on:
        raise ChatIsOff
    if not chat_hours(client, at=at).is_open:
        raise ChatIsClosed
    contact, case = _open(client, sent, channel=Channel.CHAT, at=at)
    chat = _keep(client, sent, contact, case, at=at, expires_at=at + LASTS)
    wait(contact, queue=queue, case=case, at=at)
    _tell(chat, at=at)
    call_queue(chat)
    return chat


@action
def leave_message(client: Client, sent: Beginning, *, at: datetime) -> Chat:
    """Take what somebody writes when nobody chats; it is answered by mail or phone."""
    found = _found(client, sent)
    if found is not None:
        return found
    if not settings_of(client).is_on:
        raise ChatIsOff
    if not sent.address:
        raise NoWayToAnswer
    contact, case = _open(client, sent, channel=Channel.WEB, at=at)
    chat = _keep(
        client,
        sent,
        contact,
        case,
        at=at,
        expires_at=at + READABLE_AFTER,
        ended_at=at,
        ended_by=Chat.EndedBy.LEFT,
    )
    promise_as_usual(case, at=at, way=Promise.Way.CHAT)
    if (promise := standing(case)) is not None:
        mark_told(promise, by=None, at=at)
    if sent.kind == "mail":
        subject, text = _receipt(case, promise.words if promise else "", language=sent.language)
        request_receipt(
            case, text, subject=subject, channel=Channel.MAIL, recipient=sent.address, at=at
        )
    finish_registration(case, by=None, at=at)
    _tell(chat, at=at, is_left=True)
    return chat


def _found(client: Client, sent: Beginning) -> Chat | None:
    """Return the chat that this key has opened; two of one browser wait for each other here."""
    digest = digest_of(sent.key)
    with connection.cursor() as cursor:
        lock = int.from_bytes(bytes.fromhex(digest)[:8], signed=True)
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
    return Chat.objects.filter(digest=digest, client=client).first()


def _open(client: Client, sent: Beginning, *, channel: str, at: datetime) -> tuple[Contact, Case]:
    customer = (
        recognise(
            client,
            kind=sent.kind,
            value=sent.address,
            name=sent.name,
            language=sent.language,
            at=at,
        )
        if sent.address
        else None
    )
    contact = register_contact(
        client,
        channel=channel,
        direction=Direction.IN,
        customer=customer,
        language=sent.language,
        at=at,
    )
    front = Group.objects.filter(client=client, is_front=True, closed_at=None).order_by("pk")
    case = open_case(
        client,
        title=title_of(sent.text),
        channel=channel,
        contact=contact,
        group=front.first(),
        at=at,
    )
    return contact, case


def _keep(
    client: Client, sent: Beginning, contact: Contact, case: Case, *, at: datetime, **more: Any
) -> Chat:
    said = Said(
        text=sent.text,
        sender_name=sent.name,
        sender_address=sent.address if sent.kind == "mail" else "",
    )
    message = record_message(contact, said, at=at)
    chat = Chat.objects.create(
        client=client,
        contact=contact,
        case=case,
        digest=digest_of(sent.key),
        language=sent.language,
        name=sent.name,
        heard_at=at,
        **more,
    )
    ChatLine.objects.create(chat=chat, client=client, message=message, mark=sent.mark)
    return chat


def _receipt(case: Case, promised: str, *, language: str) -> tuple[str, str]:
    """Return subject and words of the mail that tells how the message is followed."""
    with translation.override(language):
        subject, words = gettext("We have received your message"), [gettext("Hello,")]
        words.append(gettext("We have received your message."))
        if promised:
            words.append(promised)
        if not case.is_confidential:
            code = follow_code(settings.SECRET_KEY, number=case.number, version=case.code_version)
            link = f"{settings.BASE_URL}{FOLLOW_PATH}"
            told = gettext("Follow the case at %(link)s with number %(number)s and code %(code)s.")
            words.append(told % {"link": link, "number": case.number, "code": code})
            subject = f"{subject} [{case.number}]"
        return subject, "\n\n".join([*words, case.client.public_name])


def _tell(chat: Chat, *, at: datetime, is_left: bool = False) -> None:
    announce(
        ChatBegun(
            chat_id=chat.pk,
            contact_id=chat.contact_id,
            case_id=chat.case_id,
            client_id=chat.client_id,
            is_left=is_left,
        ),
        at=at,
    )
