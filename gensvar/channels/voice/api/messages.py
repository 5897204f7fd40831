"""Messages that callers left, and where they may be left, for programs."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.channels.voice.actions import messages
from gensvar.channels.voice.api.numbers import router as numbers
from gensvar.channels.voice.models import MessageBox, PhoneNumber, VoiceMessage
from gensvar.channels.voice.rules.messages import USUAL_KEPT_DAYS, USUAL_LIMIT, USUAL_QUIET
from gensvar.foundation.files.downloads import download
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Id
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.knowledge.models import Subject

router = Router(tags=["voice messages"])
READ = "contacts.read"


class VoiceMessageOut(Schema):
    id: int
    client: str
    call: int
    cases: list[str] = Field(description="Empty: nothing was said, or it is being fetched.")
    began_at: datetime
    seconds: float | None
    expires_at: datetime = Field(description="When the sound is deleted.")
    is_empty: bool = Field(description="Nothing was said, and nothing is kept.")
    has_sound: bool
    deleted_because: str = Field(description="Empty while the sound is kept.")

    @staticmethod
    def resolve_client(row: VoiceMessage) -> str:
        return row.client.code

    @staticmethod
    def resolve_call(row: VoiceMessage) -> int:
        return row.call_id

    @staticmethod
    def resolve_cases(row: VoiceMessage) -> list[str]:
        return _cases(row)

    @staticmethod
    def resolve_has_sound(row: VoiceMessage) -> bool:
        return row.file_id is not None


class VoiceMessagePage(Page[VoiceMessageOut]):
    pass


class VoiceMessageAsked(ListAsked):
    is_kept: bool | None = Field(None, description="Whether it can still be heard.")


class MessageBoxOut(Schema):
    is_open: bool
    subject: int | None
    longest_seconds: int
    quiet_seconds: int
    kept_days: int


class MessageBoxIn(Body):
    subject: Id | None = Field(None, description="What the cases are about.")
    longest_seconds: int = USUAL_LIMIT
    quiet_seconds: int = Field(USUAL_QUIET, description="So much silence ends a message.")
    kept_days: int = USUAL_KEPT_DAYS


COLUMNS: list[Column[VoiceMessage]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code),
    Column("call", lambda row: row.call_id),
    Column("cases", lambda row: " ".join(_cases(row))),
    Column("began_at", lambda row: row.began_at),
    Column("seconds", lambda row: row.seconds),
    Column("expires_at", lambda row: row.expires_at),
    Column("is_empty", lambda row: row.is_empty),
    Column("deleted_because", lambda row: row.deleted_because),
]


@router.get("", response=VoiceMessagePage, openapi_extra=AS_FILE, summary="List voice messages")
@requires("contacts.read")
def list_voice_messages(request: AgentRequest, asked: Query[VoiceMessageAsked]) -> Any:
    rows = _seen(request)
    if asked.is_kept is not None:
        rows = rows.filter(file__isnull=not asked.is_kept)
    return listed(request, rows, asked, of=VoiceMessageOut, columns=COLUMNS, permission=READ)


@router.get("/{message_id}", response=VoiceMessageOut, summary="One voice message")
@requires("contacts.read")
def one_voice_message(request: AgentRequest, message_id: Id) -> Any:
    return get_object_or_404(_seen(request), pk=message_id)


@router.get("/{message_id}/sound", summary="What was said, as WAV; that you heard it is logged")
@requires("cases.read")
def voice_message_sound(request: AgentRequest, message_id: Id) -> HttpResponse:
    rows = _seen(request, "cases.read").filter(call__contact__cases__isnull=False)
    found = get_object_or_404(rows, pk=message_id)
    heard = messages.hear_message(found, by=request.user, at=now())
    assert heard.file is not None
    return download(heard.file, name=f"{heard.track}.wav", to=request.identity)


@numbers.get("/{number_id}/messages", response=MessageBoxOut, summary="Where messages are left")
@requires("setup.read")
def read_message_box(request: AgentRequest, number_id: Id) -> Any:
    return _box(_number(request, number_id, "setup.read"))


@numbers.put("/{number_id}/messages", response=MessageBoxOut, summary="Let callers leave a message")
@requires("setup.write")
def set_message_box(request: AgentRequest, number_id: Id, body: MessageBoxIn) -> Any:
    """It is obeyed by the next call that comes when it is closed."""
    found = _number(request, number_id, "setup.write")
    subject = None
    if body.subject is not None:
        rows = Subject.objects.filter(client=found.client_id, retired_at=None)
        subject = rows.filter(pk=body.subject).first()
        if subject is None:
            raise Http404
    wish = messages.BoxWish(
        subject=subject,
        longest_seconds=body.longest_seconds,
        quiet_seconds=body.quiet_seconds,
        kept_days=body.kept_days,
    )
    messages.set_message_box(found, wish, by=request.user, at=now())
    return _box(found)


@numbers.delete("/{number_id}/messages", response={204: None}, summary="Take no more messages")
@requires("setup.write")
def end_message_box(request: AgentRequest, number_id: Id) -> Any:
    """What was left already stays for its time."""
    found = _number(request, number_id, "setup.write")
    messages.set_message_box(found, None, by=request.user, at=now())
    return Status(204, None)


def _seen(request: AgentRequest, permission: str = READ) -> Any:
    clients = reach(request.identity, permission).clients
    rows = VoiceMessage.objects.filter(client__in=clients).select_related("client", "file", "call")
    return rows.prefetch_related("call__contact__cases")


def _cases(row: VoiceMessage) -> list[str]:
    return sorted(one.number for one in row.call.contact.cases.all())


def _number(request: AgentRequest, number_id: int, permission: str) -> PhoneNumber:
    clients = reach(request.identity, permission).clients
    found: PhoneNumber = get_object_or_404(
        PhoneNumber.objects.in_use().filter(client__in=clients), pk=number_id
    )
    return found


def _box(number: PhoneNumber) -> dict[str, Any]:
    box = MessageBox.objects.filter(number=number).first()
    stands = box or MessageBox()
    return {
        "is_open": box is not None,
        "subject": stands.subject_id,
        "longest_seconds": stands.longest_seconds,
        "quiet_seconds": stands.quiet_seconds,
        "kept_days": stands.kept_days,
    }
