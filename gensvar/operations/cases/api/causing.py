"""What a case came from, over the API."""

from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import attach, detach
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseOut
from gensvar.operations.cases.api.writing import whole
from gensvar.operations.disruptions.models import Disruption


class DisruptionRef(Schema):
    disruption_id: int = Field(ge=1, lt=2**63)


@router.post("/{case}/disruption", response=CaseOut, summary="Say what disruption caused a case")
@requires("cases.answer")
def create_cause(request: AgentRequest, case: str, body: DisruptionRef) -> Any:
    found = found_case(case)
    disruption = Disruption.objects.filter(client=found.client, pk=body.disruption_id).first()
    if disruption is None:
        raise invalid("#/disruption_id", _("The case's client has no such disruption."))
    attach(found, disruption, by=request.user, at=now())
    return whole(found)


@router.delete("/{case}/disruption", response=CaseOut, summary="Say that it was not the cause")
@requires("cases.answer")
def delete_cause(request: AgentRequest, case: str) -> Any:
    found = found_case(case)
    detach(found, by=request.user, at=now())
    return whole(found)
