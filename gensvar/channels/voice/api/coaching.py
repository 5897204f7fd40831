"""Coaches at calls, for programs: who listens, what for, and in which way."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Router, Schema, Status
from pydantic import Field

from gensvar.channels.voice.actions import watching
from gensvar.channels.voice.models import Call, Watch, WatchPurpose
from gensvar.channels.voice.recorded import COACH
from gensvar.channels.voice.rules.monitoring import WatchEvent
from gensvar.channels.voice.watched import watch_of
from gensvar.foundation.integrations.parameters import Body, Id
from gensvar.foundation.people.access import AgentRequest, reach, requires

router = Router(tags=["calls"])


class WatchIn(Body):
    purpose: WatchPurpose


class WatchActIn(Body):
    act: WatchEvent = Field(description="listen, whisper, join or stop.")


class WatchOut(Schema):
    call: int
    agent: int = Field(description="Whose talk it is.")
    coach: int
    purpose: WatchPurpose
    state: str = Field(description="asked, ringing, listening, whispering, joined or ended.")
    ways: list[str] = Field(description="In which ways they were there, in order.")
    asked_at: datetime
    up_at: datetime | None
    ended_at: datetime | None


@router.get("/me", response=WatchOut, summary="Where you listen as a coach just now")
@requires("recordings.coach")
def own_watch(request: AgentRequest) -> Any:
    return _watch(_own(request))


@router.post("/me", response={202: WatchOut}, summary="Whisper, take part, listen only or leave")
@requires("recordings.coach")
def act(request: AgentRequest, body: WatchActIn) -> Any:
    """It is done in a moment; `state` says when it is."""
    own = _own(request)
    watching.ask_watch(own, body.act, by=request.user, at=now())
    return Status(202, _watch(own))


@router.post("/{call_id}", response={201: WatchOut}, summary="Listen as a coach")
@requires("recordings.coach")
def listen(request: AgentRequest, call_id: Id, body: WatchIn) -> Any:
    """One's own phone rings. The agent is told before anything is heard."""
    clients = reach(request.identity, COACH).clients
    rows = Call.objects.filter(client__in=clients, legs__agent__manager=request.user)
    call = get_object_or_404(rows.distinct(), pk=call_id)
    made = watching.watch(call, purpose=body.purpose, by=request.user, at=now())
    return Status(201, _watch(made))


def _own(request: AgentRequest) -> Watch:
    found = watch_of(request.user.pk)
    return get_object_or_404(Watch, pk=found.pk if found else 0)


def _watch(one: Watch) -> dict[str, Any]:
    return {
        "call": one.call_id,
        "agent": one.agent_id,
        "coach": one.coach_id,
        "purpose": one.purpose,
        "state": one.state,
        "ways": one.ways,
        "asked_at": one.asked_at,
        "up_at": one.up_at,
        "ended_at": one.ended_at,
    }
