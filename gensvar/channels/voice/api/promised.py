"""Calls that are promised within a time, for programs."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Router, Schema, Status
from pydantic import Field

from gensvar.channels.voice.actions.wishing import call_within
from gensvar.channels.voice.models import Call
from gensvar.foundation.integrations.parameters import Body, Line
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.views import opened

router = Router(tags=["calls"])


class PromisedCallIn(Body):
    case: Line
    to: Line = Field(description="The number to call.")
    begins_at: datetime
    ends_at: datetime = Field(description="On the same day, while the telephone is open.")


class PromisedCallOut(Schema):
    call: int
    queue: str
    promised_from: datetime | None
    promised_until: datetime | None

    @staticmethod
    def resolve_call(row: Call) -> int:
        return row.pk

    @staticmethod
    def resolve_queue(row: Call) -> str:
        return row.queue.name if row.queue else ""


@router.post("", response={201: PromisedCallOut}, summary="Promise a call within a time")
@requires("contacts.write")
def promise_call(request: AgentRequest, body: PromisedCallIn) -> Any:
    """Whoever is free then is offered the call, as any callback."""
    within = reach(request.identity, "contacts.write").clients
    rows = Case.objects.filter(client__in=within).select_related("client", "customer")
    found = get_object_or_404(rows, number=body.case[:12])
    made = call_within(
        opened(request, found),
        to=body.to,
        begins_at=body.begins_at,
        ends_at=body.ends_at,
        by=request.user,
        at=now(),
    )
    return Status(201, made)
