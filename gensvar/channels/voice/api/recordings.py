"""Recorded calls for programs: the same ears as on the pages, and the same register."""

from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.channels.voice.actions.tapes import ask_to_delete, hear_recording
from gensvar.channels.voice.models import CallRecording
from gensvar.channels.voice.recorded import HEAR, heard_by
from gensvar.foundation.files.downloads import download
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Id
from gensvar.foundation.people.access import AgentRequest, reach, requires

router = Router(tags=["call recordings"])


class CallRecordingOut(Schema):
    id: int
    client: str
    call: int
    agent: int
    purpose: str
    began_at: datetime
    ended_at: datetime | None = Field(description="None: the call goes on.")
    seconds: float | None
    expires_on: date = Field(description="The day on which it is gone.")
    has_sound: bool
    deleted_at: datetime | None
    deleted_because: str = Field(description="Empty while it is kept.")

    @staticmethod
    def resolve_client(row: CallRecording) -> str:
        return row.client.code

    @staticmethod
    def resolve_call(row: CallRecording) -> int:
        return row.call_id

    @staticmethod
    def resolve_agent(row: CallRecording) -> int:
        return row.agent_id

    @staticmethod
    def resolve_purpose(row: CallRecording) -> str:
        return row.plan.purpose

    @staticmethod
    def resolve_has_sound(row: CallRecording) -> bool:
        return row.file_id is not None


class CallRecordingPage(Page[CallRecordingOut]):
    pass


class CallRecordingAsked(ListAsked):
    is_kept: bool | None = Field(None, description="Whether it can still be heard.")


COLUMNS: list[Column[CallRecording]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code),
    Column("call", lambda row: row.call_id),
    Column("agent", lambda row: row.agent_id),
    Column("purpose", lambda row: row.plan.purpose),
    Column("began_at", lambda row: row.began_at),
    Column("expires_on", lambda row: row.expires_on),
    Column("deleted_at", lambda row: row.deleted_at),
    Column("deleted_because", lambda row: row.deleted_because),
]


def _own(request: AgentRequest) -> Any:
    return heard_by(request.identity, reach(request.identity, HEAR).clients)


@router.get(
    "",
    response=CallRecordingPage,
    openapi_extra=AS_FILE,
    summary="Your own recordings, and those of whom you coach",
)
@requires("recordings.read")
def list_recordings(request: AgentRequest, asked: Query[CallRecordingAsked]) -> Any:
    rows = _own(request)
    if asked.is_kept is not None:
        rows = rows.filter(deleted_at__isnull=asked.is_kept)
    return listed(request, rows, asked, of=CallRecordingOut, columns=COLUMNS, permission=HEAR)


@router.get("/{recording_id}", response=CallRecordingOut, summary="One recording")
@requires("recordings.read")
def one_recording(request: AgentRequest, recording_id: Id) -> Any:
    return get_object_or_404(_own(request), pk=recording_id)


@router.get("/{recording_id}/sound", summary="What was said, as WAV; that you heard it is logged")
@requires("recordings.read")
def recording_sound(request: AgentRequest, recording_id: Id) -> HttpResponse:
    """Two channels: the caller left, the agent right."""
    found = get_object_or_404(_own(request), pk=recording_id)
    heard = hear_recording(found, by=request.user, at=now())
    assert heard.file is not None
    return download(heard.file, name=f"{heard.track}.wav", to=request.identity)


@router.delete("/{recording_id}", response={204: None}, summary="Delete a recording for ever")
@requires("recordings.read")
def delete_recording(request: AgentRequest, recording_id: Id) -> Any:
    """That there was one, and that you had it deleted, stays in the register."""
    ask_to_delete(get_object_or_404(_own(request), pk=recording_id), by=request.user, at=now())
    return Status(204, None)
