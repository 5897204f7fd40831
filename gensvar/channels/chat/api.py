"""Chats at once (K46), for programs; the chats themselves are read as contacts and messages."""

from datetime import timedelta

from django.utils.timezone import now
from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.channels.chat.queries import chats_at_once
from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.parameters import Day, instant
from gensvar.foundation.people.access import AgentRequest, requires

router = Router(tags=["chat"])
A_WEEK = timedelta(days=7)
ROUTERS = {"/chat": router}


class AtOnceAsked(Schema):
    client: str = Field("", max_length=40, description="The client's code; your own if left out.")
    from_: Day | None = Field(None, alias="from", description="A week ago if left out.")
    to: Day | None = Field(None, description="Exclusive; now if left out.")


class AtOnceOut(Schema):
    chats: int = Field(description="Chats that agents took by the router and are done with.")
    chat_seconds: float
    busy_seconds: float = Field(description="Seconds in which agents had at least one.")
    concurrency: float | None = Field(description="K46: chat seconds by busy seconds.")
    handling_seconds: float | None = Field(description="An agent's own time for each chat.")


@router.get("/at-once", response=AtOnceOut)
@requires("routing.read")
def read_chats_at_once(request: AgentRequest, asked: Query[AtOnceAsked]) -> object:
    """Return how many chats agents have had at once, reckoned from when each was taken and done."""
    client = client_chosen(request.identity, "routing.read", asked.client or None)
    until = instant(asked.to) if asked.to else now()
    since = instant(asked.from_) if asked.from_ else until - A_WEEK
    return chats_at_once(client, since=since, until=until)
