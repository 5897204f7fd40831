from typing import Annotated, Any

from django.db import models
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router
from pydantic import AfterValidator, Field

from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.parameters import Id
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.actions import withdraw_message
from gensvar.operations.contacts.api.schemas import OutgoingOut, OutgoingPage
from gensvar.operations.contacts.models import Channel, Outgoing, OutgoingStep

router = Router(tags=["outgoing messages"])


def _known_state(written: str) -> str:
    return Outgoing.State(written)


# Spelt out, since a case also has a state, and a description knows one kind of a name only.
OutgoingState = Annotated[
    str,
    # A function of ours: from Python 3.12 on, an enum's own signature says nothing.
    AfterValidator(_known_state),
    Field(json_schema_extra={"enum": list(Outgoing.State.values)}),
]


class OutgoingAsked(ListAsked):
    state: OutgoingState | None = None
    channel: Channel | None = None
    case: str = Field("", max_length=12, description="The number of a case.")


COLUMNS: list[Column[Outgoing]] = [
    Column("id", lambda row: row.pk),
    Column("message_id", lambda row: row.message_id),
    Column("channel", lambda row: row.channel),
    Column("purpose", lambda row: row.purpose),
    Column("state", lambda row: row.state),
    Column("not_before", lambda row: row.not_before),
]


def _whole() -> models.QuerySet[Outgoing]:
    steps = models.Prefetch("steps", OutgoingStep.objects.order_by("pk"))
    return Outgoing.objects.select_related("message").prefetch_related(steps)


@router.get("", response=OutgoingPage, openapi_extra=AS_FILE, summary="List outgoing messages")
@requires("contacts.read")
def list_outgoing(request: AgentRequest, asked: Query[OutgoingAsked]) -> Any:
    conditions: dict[str, object] = {
        "state": asked.state,
        "channel": asked.channel,
        "message__contact__cases__number": asked.case,
    }
    rows = _whole().filter(**{key: value for key, value in conditions.items() if value})
    return listed(request, rows, asked, of=OutgoingOut, columns=COLUMNS, permission="contacts.read")


@router.get("/{outgoing_id}", response=OutgoingOut, summary="How an outgoing message stands")
@requires("contacts.read")
def one_outgoing(request: AgentRequest, outgoing_id: Id) -> Any:
    return get_object_or_404(_whole(), pk=outgoing_id)


@router.post("/{outgoing_id}/withdrawal", response=OutgoingOut, summary="Take a message back")
@requires("contacts.write")
def withdraw(request: AgentRequest, outgoing_id: Id) -> Any:
    outgoing = get_object_or_404(_whole(), pk=outgoing_id)
    withdraw_message(outgoing, by=request.user, at=now())
    return _whole().get(pk=outgoing.pk)
