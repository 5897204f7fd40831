"""Who follows a case beside its customer, over the API."""

from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.utils.timezone import now
from ninja import Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body, Date, Id, Line
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions.participating import (
    add_participant,
    end_participant,
    send_code_anew,
)
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.models import Case, Participant


class ParticipantIn(Body):
    name: Line
    address: str = Field(max_length=320, description="A mail address, or a mobile number.")
    right: Participant.Right = Participant.Right.READ
    until: Date | None = Field(
        None, description="The last day; 30 days from now unless it is said, and at most a year."
    )


class ParticipantOut(Schema):
    id: int
    name: str
    kind: str = Field(description="“mail” or “phone”: how the code is sent.")
    address: str
    right: Participant.Right
    since: datetime
    told_at: datetime | None = Field(
        description="When the code was sent last; null while it is still to leave."
    )
    until: datetime = Field(description="The moment at which it ends by itself.")
    ended_at: datetime | None
    added_by: int | None = Field(
        validation_alias="by_id",
        description="The agent who added them; null where the customer did, on the portal.",
    )


@router.get(
    "/{case}/participants",
    response=list[ParticipantOut],
    summary="Who follows a case beside its customer, now and before",
)
@requires("cases.read")
def participants_of_case(request: AgentRequest, case: str) -> Any:
    return found_case(case).participants.order_by("pk")


@router.post(
    "/{case}/participants",
    response={201: ParticipantOut},
    summary="Let somebody beside the customer follow a case; their code is sent to them",
)
@requires("cases.write")
def create_participant(request: AgentRequest, case: str, body: ParticipantIn) -> Any:
    until: date | None = body.until
    participant = add_participant(
        found_case(case),
        name=body.name,
        address=body.address,
        right=body.right,
        until=until,
        by=request.user,
        at=now(),
    )
    return Status(201, participant)


@router.delete(
    "/{case}/participants/{participant_id}",
    response=ParticipantOut,
    summary="Show a case to a participant no longer",
)
@requires("cases.write")
def delete_participant(request: AgentRequest, case: str, participant_id: Id) -> Any:
    participant = _participant(found_case(case), participant_id)
    end_participant(participant, by=request.user, at=now())
    participant.refresh_from_db()
    return participant


@router.post(
    "/{case}/participants/{participant_id}/code",
    response={202: ParticipantOut},
    summary="Send a participant who has lost it their code once more",
)
@requires("cases.write")
def create_participant_code(request: AgentRequest, case: str, participant_id: Id) -> Any:
    participant = _participant(found_case(case), participant_id)
    send_code_anew(participant, by=request.user, at=now())
    return Status(202, participant)


def _participant(case: Case, participant_id: int) -> Participant:
    participant = case.participants.filter(pk=participant_id).first()
    if participant is None:
        raise Http404
    return participant
