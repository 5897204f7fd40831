"""Visits for programs: a kiosk of one's own draws numbers, a counter's own buttons call them."""

from datetime import date, datetime, timedelta
from typing import Any, Literal

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate, now
from ninja import Router, Schema, Status
from pydantic import Field

from gensvar.channels.counter.actions import tickets
from gensvar.channels.counter.actions.sitting import in_hand, sit_down, stand_up
from gensvar.channels.counter.models import Desk, Errand, Sitting, Ticket
from gensvar.channels.counter.queries import Visits, desks_of, halls_of, open_in, visits_of
from gensvar.foundation.integrations.parameters import Body, Id
from gensvar.foundation.people.access import AgentRequest, reach, requires

router = Router(tags=["visits"])
ROUTERS = {"/visits": router}
LOOKED_BACK = timedelta(days=30)
ACTS = {
    "next": tickets.call_next,
    "again": tickets.call_again,
    "no-show": tickets.note_no_show,
    "done": tickets.end_visit,
}


class ErrandOut(Schema):
    id: int
    name: str
    letter: str


class DeskOut(Schema):
    id: int
    name: str
    agent: int | None = Field(description="Who sits there.")


class HallOut(Schema):
    id: int
    client: str
    name: str
    errands: list[ErrandOut]
    desks: list[DeskOut]


class TicketOut(Schema):
    id: int
    number: str
    hall_id: int
    errand: str
    contact_id: int
    drawn_at: datetime
    calls: int
    ended_at: datetime | None
    is_no_show: bool


class OwnDeskOut(Schema):
    desk_id: int | None = Field(description="None: you sit at no desk.")
    ticket: TicketOut | None = Field(description="Who is at your desk, or was called there.")


class TicketIn(Body):
    errand_id: Id


class SitIn(Body):
    desk_id: Id


class ActIn(Body):
    act: Literal["next", "again", "no-show", "done"]


class VisitsOut(Schema):
    day: date
    errand: str
    drawn: int
    no_shows: int
    served: int
    waited_seconds: int | None = Field(description="The median; None where nobody was called.")

    @staticmethod
    def resolve_waited_seconds(row: Visits) -> int | None:
        return None if row.waited is None else int(row.waited.total_seconds())


@router.get("/halls", response=list[HallOut], summary="Places, their errands and desks")
@requires("routing.take")
def list_halls(request: AgentRequest) -> Any:
    halls = list(halls_of(reach(request.identity, "routing.take").clients))
    errands = list(Errand.objects.filter(hall__in=halls, retired_at=None).order_by("letter"))
    desks = desks_of(halls)
    return [
        {
            "id": hall.pk,
            "client": hall.client.code,
            "name": hall.name,
            "errands": [one for one in errands if one.hall_id == hall.pk],
            "desks": [
                {"id": desk.pk, "name": desk.name, "agent": taken.agent_id if taken else None}
                for desk, taken in desks
                if desk.hall_id == hall.pk
            ],
        }
        for hall in halls
    ]


@router.get("/halls/{hall_id}/tickets", response=list[TicketOut], summary="Who waits, or is here")
@requires("routing.take")
def list_tickets(request: AgentRequest, hall_id: Id) -> Any:
    halls = halls_of(reach(request.identity, "routing.take").clients)
    return [_ticket(one) for one in open_in(get_object_or_404(halls, pk=hall_id))]


@router.get("/halls/{hall_id}/statistics", response=list[VisitsOut], summary="Visits by day")
@requires("reports.read")
def read_statistics(request: AgentRequest, hall_id: Id) -> Any:
    """The latest thirty days, by errand."""
    halls = halls_of(reach(request.identity, "reports.read").clients)
    return visits_of(get_object_or_404(halls, pk=hall_id), since=localdate() - LOOKED_BACK)


@router.post("/tickets", response={201: TicketOut}, summary="Draw a number")
@requires("contacts.write")
def create_ticket(request: AgentRequest, body: TicketIn) -> Any:
    """Nobody is asked who they are; the visit waits as a contact of the channel visit."""
    halls = halls_of(reach(request.identity, "contacts.write").clients)
    errand = get_object_or_404(Errand, pk=body.errand_id, hall__in=halls, retired_at=None)
    return Status(201, _ticket(tickets.draw(errand, at=now())))


@router.get("/me", response=OwnDeskOut, summary="Where one sits, and who is there")
@requires("routing.take")
def read_own_desk(request: AgentRequest) -> Any:
    return _own(request)


@router.put("/me", response=OwnDeskOut, summary="Sit down at a desk")
@requires("routing.take")
def choose_desk(request: AgentRequest, body: SitIn) -> Any:
    halls = halls_of(reach(request.identity, "routing.take").clients)
    rows = Desk.objects.filter(hall__in=halls, retired_at=None).select_related("hall__skill")
    sit_down(get_object_or_404(rows, pk=body.desk_id), by=request.user, at=now())
    return _own(request)


@router.delete("/me", response={204: None}, summary="Leave the desk")
@requires("routing.take")
def leave_desk(request: AgentRequest) -> Any:
    stand_up(request.user, at=now())
    return Status(204, None)


@router.post("/me/acts", response=TicketOut, summary="Call the next, call again, be done")
@requires("routing.take")
def act_at_desk(request: AgentRequest, body: ActIn) -> Any:
    """`no-show` may be said when the number has been called again."""
    return _ticket(ACTS[body.act](by=request.user, at=now()))


def _own(request: AgentRequest) -> dict[str, Any]:
    sitting = Sitting.objects.filter(agent=request.user, until=None).first()
    ticket = in_hand(request.user)
    return {
        "desk_id": sitting.desk_id if sitting else None,
        "ticket": _ticket(ticket) if ticket else None,
    }


def _ticket(ticket: Ticket) -> dict[str, Any]:
    return {
        "id": ticket.pk,
        "number": str(ticket),
        "hall_id": ticket.hall_id,
        "errand": ticket.errand.name,
        "contact_id": ticket.contact_id,
        "drawn_at": ticket.drawn_at,
        "calls": ticket.calls.count(),
        "ended_at": ticket.ended_at,
        "is_no_show": ticket.is_no_show,
    }
