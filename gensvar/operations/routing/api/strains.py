"""Work that is too heavy, over the API: the same people see the same of each other as on screen."""

from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils.timezone import now
from ninja import Router, Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.parameters import Id
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Strain
from gensvar.operations.routing.queries.strain import strains_told

router = Router(tags=["routing"])
LEAD = "routing.lead"


class StrainOut(Schema):
    id: int
    agent: int
    name: str
    kind: str = Field(description="`busy`, or `no-break`.")
    at: datetime
    share: float | None = Field(description="Of two hours, with customers; only for `busy`.")
    seconds: int | None = Field(description="Worked without a break; only for `no-break`.")
    has_paused: bool
    heard_at: datetime | None


class StrainsOut(Schema):
    strains: list[StrainOut] = Field(description="Of the people to whom you are nearest.")
    others: int = Field(description="So many people whom others see to, and have not yet.")


@router.get("", response=StrainsOut, summary="List whose work is too heavy")
@requires(LEAD)
def list_strains(request: AgentRequest) -> Any:
    """Of a day and a night. That you looked at somebody's figures is written down."""
    told, others = _told(request, at=now())
    return {"strains": [_strain(one) for one in told], "others": others}


@router.post("/{strain_id}/heard", response={204: None}, summary="Say that one has seen to it")
@requires(LEAD)
def hear_of_somebodys_strain(request: AgentRequest, strain_id: Id) -> Any:
    at = now()
    found = next((one for one in _told(request, at=at)[0] if one.pk == strain_id), None)
    if found is None:
        raise Http404
    actions.hear_of_strain(found, by=request.user, at=at)
    return Status(204, None)


def _told(request: AgentRequest, *, at: datetime) -> tuple[list[Strain], int]:
    clients = reach(request.identity, LEAD).clients
    told, others = strains_told(clients, me=request.user, at=at)
    actions.note_strains_seen(told, by=request.user, at=at)
    return told, others


def _strain(one: Strain) -> dict[str, Any]:
    names = ("kind", "at", "share", "seconds", "has_paused", "heard_at")
    return {name: getattr(one, name) for name in names} | {
        "id": one.pk,
        "agent": one.agent_id,
        "name": one.agent.name,
    }
