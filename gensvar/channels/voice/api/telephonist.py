"""The automatic telephonist, its directory and its figures, for programs."""

from datetime import datetime, timedelta
from typing import Any

from django.http import Http404
from django.utils.timezone import now
from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.channels.voice.actions import directory as actions
from gensvar.channels.voice.models import Telephonist
from gensvar.channels.voice.seeking import answered, listed
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.parameters import Body, Id, Line
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.routing.models import Queue

router = Router(tags=["calls"])
MEASURED_DAYS = 30


class TelephonistAsked(Schema):
    client: str = Field("", max_length=80, description="The client's code; your own if left out.")


class TelephonistFiguresAsked(TelephonistAsked):
    days: int = Field(MEASURED_DAYS, ge=1, le=366, description="So many days until now.")


class TelephonistIn(Body):
    client: Line = Field(description="The client's code.")
    ranges: str = Field(
        min_length=2, max_length=4_000, description="Ranges, such as 4000-4999, one a line."
    )
    queue: Id = Field(description="Where those wait who want a person.")


class TelephonistOut(Schema):
    client: str
    ranges: list[list[str]] = Field(description="The first and the last number of each.")
    queue: int


class EntryOut(Schema):
    id: int
    name: str
    number: str
    keys: str = Field(description="What is keyed in for them.")
    agent: str | None = Field(description="The e-mail address of one of us.")
    group: str | None = Field(description="The code of an answer group.")
    is_recorded: bool = Field(description="Whether their name is heard as somebody said it.")


class DirectoryIn(Body):
    client: Line = Field(description="The client's code.")
    table: str = Field(
        min_length=1,
        max_length=2_000_000,
        description="CSV with the headings name, number and email. Taken whole: who is not in it"
        " is sought no more.",
    )


class DirectoryOut(Schema):
    changed: int
    ended: int


class TelephonistFiguresOut(Schema):
    as_of: datetime
    calls: int
    connected: int
    to_person: int
    left_word: int
    gave_up: int
    share_connected: float
    share_to_person: float


@router.get("", response=TelephonistOut, summary="Read whom the telephonist answers")
@requires("setup.read")
def read_telephonist(request: AgentRequest, asked: Query[TelephonistAsked]) -> Any:
    client = _client(request, asked.client, "setup.read")
    found = Telephonist.objects.filter(client=client).first()
    if found is None:
        raise Http404
    return _telephonist(client, found)


@router.put("", response=TelephonistOut, summary="Let the telephonist answer colleagues")
@requires("setup.write")
def set_telephonist(request: AgentRequest, body: TelephonistIn) -> Any:
    client = _client(request, body.client, "setup.write")
    queue = Queue.objects.in_use().filter(client=client, pk=body.queue).first()
    if queue is None:
        raise Http404
    made = actions.set_telephonist(
        client, ranges=body.ranges, queue=queue, by=request.user, at=now()
    )
    return _telephonist(client, made)


@router.get("/directory", response=list[EntryOut], summary="List whom colleagues may seek")
@requires("setup.read")
def list_directory(request: AgentRequest, asked: Query[TelephonistAsked]) -> Any:
    found = listed(_client(request, asked.client, "setup.read"))
    return [
        {
            "id": one.pk,
            "name": one.name,
            "number": one.number,
            "keys": one.keys,
            "agent": one.agent.email if one.agent else None,
            "group": one.group.code if one.group else None,
            "is_recorded": one.recording_id is not None,
        }
        for one in sorted(found, key=lambda one: (one.name.casefold(), one.pk))
    ]


@router.put("/directory", response=DirectoryOut, summary="Take a directory in as one whole")
@requires("setup.write")
def import_directory(request: AgentRequest, body: DirectoryIn) -> Any:
    client = _client(request, body.client, "setup.write")
    told = actions.import_directory(client, body.table, by=request.user, at=now())
    return {"changed": told.changed, "ended": told.ended}


@router.get(
    "/figures", response=TelephonistFiguresOut, summary="How colleagues who called were helped"
)
@requires("setup.read")
def read_figures(request: AgentRequest, asked: Query[TelephonistFiguresAsked]) -> Any:
    """No customer is among them, and none of them is in the key figures."""
    client, at = _client(request, asked.client, "setup.read"), now()
    told = answered(client, since=at - timedelta(days=asked.days), until=at)
    return {
        "as_of": at,
        **{
            name: getattr(told, name)
            for name in TelephonistFiguresOut.model_fields
            if name != "as_of"
        },
    }


def _client(request: AgentRequest, code: str, permission: str) -> Client:
    if not code:
        return client_chosen(request.identity, permission, None)
    within = reach(request.identity, permission).clients
    found = Client.objects.filter(pk__in=within, code__iexact=code[:80]).first()
    if found is None:
        raise Http404
    return found


def _telephonist(client: Client, one: Telephonist) -> dict[str, Any]:
    return {"client": client.code, "ranges": one.ranges, "queue": one.queue_id}
