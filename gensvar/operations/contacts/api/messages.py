from typing import Any

from django.db import models
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import Field

from gensvar.foundation.files.downloads import download
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, BINARY, ListAsked, listed
from gensvar.foundation.integrations.parameters import Day, Id, instant
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.api.schemas import MessageOut, MessagePage
from gensvar.operations.contacts.models import Channel, Direction, Message, MessageFile

router = Router(tags=["messages"])
FILE: dict[str, Any] = {
    "responses": {200: {"description": "The file.", "content": {"application/*": BINARY}}}
}


class MessageAsked(ListAsked):
    channel: Channel | None = None
    direction: Direction | None = None
    contact: Id | None = None
    case: str = Field("", max_length=12, description="The number of a case that it belongs to.")
    automatic: Message.Automatic | None = None
    message_id: str = Field("", max_length=998, description="The mail header Message-ID.")
    from_: Day | None = Field(None, alias="from")
    to: Day | None = Field(None, description="Exclusive.")


COLUMNS: list[Column[Message]] = [
    Column("id", lambda row: row.pk),
    Column("contact_id", lambda row: row.contact_id),
    Column("direction", lambda row: row.direction),
    Column("at", lambda row: row.at),
    Column("sender_name", lambda row: row.sender_name),
    Column("sender_address", lambda row: row.sender_address),
    Column("recipients", lambda row: row.recipients),
    Column("subject", lambda row: row.subject),
    Column("text", lambda row: row.text),
    Column("automatic", lambda row: row.automatic),
    Column("attachments", lambda row: [file.name for file in row.files.all()]),
]


def whole_messages() -> models.QuerySet[Message]:
    rows = Message.objects.select_related("author", "outgoing")
    return rows.prefetch_related("files__file")


@router.get("", response=MessagePage, openapi_extra=AS_FILE, summary="List messages")
@requires("contacts.read")
def list_messages(request: AgentRequest, asked: Query[MessageAsked]) -> Any:
    conditions: dict[str, object] = {
        "contact__channel": asked.channel,
        "direction": asked.direction,
        "contact": asked.contact,
        "contact__cases__number": asked.case,
        "message_id": asked.message_id,
        "at__gte": instant(asked.from_) if asked.from_ else None,
        "at__lt": instant(asked.to) if asked.to else None,
    }
    rows = whole_messages().filter(**{key: value for key, value in conditions.items() if value})
    if asked.automatic is not None:
        rows = rows.filter(automatic=asked.automatic)
    return listed(request, rows, asked, of=MessageOut, columns=COLUMNS, permission="contacts.read")


@router.get("/{message_id}", response=MessageOut, summary="One message")
@requires("contacts.read")
def one_message(request: AgentRequest, message_id: Id) -> Any:
    return get_object_or_404(whole_messages(), pk=message_id)


@router.get("/{message_id}/raw", openapi_extra=FILE, summary="A message as it reached us")
@requires("contacts.read")
def raw_message(request: AgentRequest, message_id: Id) -> HttpResponse:
    rows = Message.objects.exclude(raw=None).select_related("raw")
    message = get_object_or_404(rows, pk=message_id)
    assert message.raw is not None
    return download(message.raw, name=f"message-{message.pk}.eml", to=request.identity)


@router.get("/{message_id}/attachments/{file_id}", openapi_extra=FILE, summary="A file that came")
@requires("contacts.read")
def attachment(request: AgentRequest, message_id: Id, file_id: Id) -> HttpResponse:
    rows = MessageFile.objects.select_related("file")
    attached = get_object_or_404(rows, pk=file_id, message=message_id)
    return download(attached.file, name=attached.name, to=request.identity)
