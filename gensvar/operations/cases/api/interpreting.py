"""Interpreters booked for a case, over the API."""

from datetime import datetime
from typing import Any, Literal

from django.http import Http404
from django.utils.timezone import now
from ninja import Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body, Id, Moment
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions.interpreting import book_interpreter, move_booking
from gensvar.operations.cases.api.finding import found_case, with_zone
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.models import InterpreterBooking
from gensvar.operations.cases.queries.interpreting import is_while_open

LANGUAGE = r"^[A-Za-z]{2,3}$"


class InterpreterIn(Body):
    language: str = Field(pattern=LANGUAGE, description="Two or three letters, such as ar.")
    kind: Literal["phone", "on-site", "video", "sign-language"]
    starts_at: Moment = Field(description="With its time zone.")
    ends_at: Moment = Field(description="With its time zone, at most 12 hours later.")
    provider: str = Field("", max_length=120)
    reference: str = Field("", max_length=80, description="What the provider calls the booking.")


class InterpreterMoveIn(Body):
    to: Literal["confirmed", "declined", "done", "cancelled"] = Field(
        description="Where the booking stands now."
    )
    reference: str = Field("", max_length=80, description="Empty: the reference stays.")


class InterpreterOut(Schema):
    id: int
    language: str
    kind: str
    provider: str
    reference: str
    starts_at: datetime
    ends_at: datetime
    state: str
    at: datetime
    while_open: bool = Field(description="Whether the office is open all that time.")

    @staticmethod
    def resolve_while_open(booking: InterpreterBooking) -> bool:
        return is_while_open(booking)


@router.get(
    "/{case}/interpreters", response=list[InterpreterOut], summary="Interpreters booked for a case"
)
@requires("cases.read")
def interpreters_of_case(request: AgentRequest, case: str) -> Any:
    return found_case(case).interpreter_bookings.select_related("client").order_by("pk")


@router.post(
    "/{case}/interpreters", response={201: InterpreterOut}, summary="Ask for an interpreter"
)
@requires("cases.write")
def create_interpreter(request: AgentRequest, case: str, body: InterpreterIn) -> Any:
    booking = book_interpreter(
        found_case(case),
        language=body.language,
        kind=body.kind,
        starts_at=with_zone(body.starts_at, "#/starts_at"),
        ends_at=with_zone(body.ends_at, "#/ends_at"),
        provider=body.provider,
        reference=body.reference,
        by=request.user,
        at=now(),
    )
    return Status(201, booking)


@router.post(
    "/{case}/interpreters/{booking_id}/state",
    response=InterpreterOut,
    summary="Say where the booking of an interpreter stands",
)
@requires("cases.write")
def create_interpreter_state(
    request: AgentRequest, case: str, booking_id: Id, body: InterpreterMoveIn
) -> Any:
    booking = found_case(case).interpreter_bookings.filter(pk=booking_id).first()
    if booking is None:
        raise Http404
    return move_booking(booking, to=body.to, reference=body.reference, by=request.user, at=now())
