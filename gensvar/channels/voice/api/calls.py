"""Calls for programs, each with its whole path; and callbacks."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.channels.voice.actions.beginning import call_out
from gensvar.channels.voice.actions.regaining import call_back_lost
from gensvar.channels.voice.actions.settling import settle_callback
from gensvar.channels.voice.calling_back import Callback, callbacks_waiting, calls_lost, kept_in
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.queries import path_of
from gensvar.foundation.integrations.paging import Page, PageAsked, page_of
from gensvar.foundation.integrations.parameters import Body, Day, Id, Line, instant
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.views import opened
from gensvar.operations.contacts.models import Direction, Purpose

router = Router(tags=["calls"])
WITH = ("client", "number", "contact__customer", "contact__agent", "contact__errand")


class StationOut(Schema):
    state: str = Field(description="Where the call was.")
    because: str = Field(description="What brought it there.")
    at: datetime
    seconds: float | None = Field(description="Until the next; null while the call is here.")
    queue: str | None
    agent: int | None


class CallOut(Schema):
    id: int
    contact: int
    client: str
    direction: Direction
    number: str | None = Field(description="Which of ours was called.")
    party: str = Field(description="Whom it was with; empty where that is hidden or protected.")
    customer: str | None = Field(description="The customer's number, where it may be known.")
    agent: int | None = Field(description="Who answered, or called.")
    state: str
    outcome: str = Field(description="Empty while it goes on.")
    is_callback: bool
    tries: int
    purpose: str | None = Field(description="Of a call of ours.")
    purpose_said_at: datetime | None
    began_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    cases: list[str]


class WholeCallOut(CallOut):
    path: list[StationOut] = Field(description="From first to last, with seconds (ISD-02).")


class CallPage(Page[CallOut]):
    pass


class CallsAsked(PageAsked):
    since: Day | None = None
    until: Day | None = Field(None, description="Exclusive.")
    direction: Direction | None = None
    case: str = Field("", max_length=12, description="The number of a case that it concerned.")


class CallIn(Body):
    case: Line = Field(description="The number of the case that one calls about.")
    to: Line
    purpose: Purpose
    is_asked_for: bool = Field(False, description="The customer asked to be called now.")


class CallbackOut(Schema):
    call: int
    client: str
    queue: str
    arrived_at: datetime = Field(description="The place that it keeps is from then.")
    place: int | None
    tries: int
    not_before: datetime | None
    is_being_called: bool


class CallbacksKeptOut(Schema):
    promised: int
    same_day: int
    later: int
    unreached: int
    waiting: int
    seconds_to_try: float | None
    inversions: int = Field(description="Answered before, though they came later.")


class CallbacksKeptAsked(Schema):
    since: Day | None = Field(None, description="Seven days before the end unless told.")
    until: Day | None = Field(None, description="Exclusive; now unless told.")


@router.get("", response=CallPage, summary="List calls")
@requires("contacts.read")
def list_calls(request: AgentRequest, asked: Query[CallsAsked]) -> Any:
    conditions: dict[str, object] = {
        "began_at__gte": instant(asked.since) if asked.since else None,
        "began_at__lt": instant(asked.until) if asked.until else None,
        "contact__direction": asked.direction,
        "contact__cases__number": asked.case,
    }
    rows = _reached(request, "contacts.read").filter(
        **{key: value for key, value in conditions.items() if value}
    )
    page = page_of(rows, asked)
    items: Any = page["items"]
    return {**page, "items": [_call(one) for one in items]}


@router.post("", response={201: CallOut}, summary="Call a customer about a case")
@requires("routing.take")
def make_call(request: AgentRequest, body: CallIn) -> Any:
    """One's own phone rings first. Refused with a reason where it may not be made now."""
    found = get_object_or_404(
        Case.objects.select_related("client", "customer"), number=body.case[:12]
    )
    case = opened(request, found)
    call = call_out(
        case.client,
        to=body.to,
        case=case,
        purpose=body.purpose,
        is_asked_for=body.is_asked_for,
        by=request.user,
        at=now(),
    )
    return Status(201, _call(call))


@router.get("/callbacks", response=list[CallbackOut], summary="List who waits for a callback")
@requires("contacts.read")
def list_callbacks(request: AgentRequest) -> Any:
    clients = reach(request.identity, "contacts.read").clients
    return [_callback(one) for one in callbacks_waiting(clients, at=now())]


@router.get(
    "/callbacks/kept", response=CallbacksKeptOut, summary="Read how callbacks were kept (K10)"
)
@requires("contacts.read")
def read_callbacks_kept(request: AgentRequest, asked: Query[CallbacksKeptAsked]) -> Any:
    clients = reach(request.identity, "contacts.read").clients
    until = instant(asked.until) if asked.until else now()
    since = instant(asked.since) if asked.since else until - timedelta(days=7)
    return kept_in(clients, since=since, until=until)


@router.post(
    "/callbacks/{call_id}/settlement", response={204: None}, summary="Make a callback no more"
)
@requires("contacts.write")
def settle(request: AgentRequest, call_id: Id) -> Any:
    call = get_object_or_404(_reached(request, "contacts.write"), pk=call_id)
    settle_callback(call, by=request.user, at=now())
    return Status(204, None)


@router.get("/lost", response=list[CallOut], summary="List who was cut off, and not reached since")
@requires("contacts.read")
def list_lost(request: AgentRequest) -> Any:
    clients = reach(request.identity, "contacts.read").clients
    return [_call(one) for one in calls_lost(clients, at=now())]


@router.post(
    "/lost/{call_id}/callback", response={201: CallOut}, summary="Call back who was cut off"
)
@requires("contacts.write")
def call_back(request: AgentRequest, call_id: Id) -> Any:
    """They wait to be called, in the place from when they called."""
    lost = get_object_or_404(_reached(request, "contacts.write"), pk=call_id)
    return Status(201, _call(call_back_lost(lost, by=request.user, at=now())))


# After the words above, since a call is known by its number.
@router.get("/{call_id}", response=WholeCallOut, summary="One call, with its whole path")
@requires("contacts.read")
def read_call(request: AgentRequest, call_id: Id) -> Any:
    call = get_object_or_404(_reached(request, "contacts.read"), pk=call_id)
    path = [
        {
            "state": one.state,
            "because": one.event,
            "at": one.at,
            "seconds": one.seconds,
            "queue": one.queue.name if one.queue else None,
            "agent": one.agent.pk if one.agent else None,
        }
        for one in path_of(call.contact)
    ]
    return {**_call(call), "path": path}


def _reached(request: AgentRequest, permission: str) -> "models.QuerySet[Call]":
    clients = reach(request.identity, permission).clients
    rows = Call.objects.filter(client__in=clients).select_related(*WITH)
    return rows.prefetch_related("contact__cases")


def _call(call: Call) -> dict[str, Any]:
    contact = call.contact
    customer, errand = contact.customer, getattr(contact, "errand", None)
    is_protected = customer is not None and customer.protected
    return {
        "id": call.pk,
        "contact": contact.pk,
        "client": call.client.code,
        "direction": contact.direction,
        "number": call.number.number if call.number else None,
        "party": "" if is_protected else call.party,
        "customer": customer.number if customer else None,
        "agent": contact.agent_id,
        "state": call.state,
        "outcome": call.outcome,
        "is_callback": call.is_callback,
        "tries": call.tries,
        "purpose": errand.purpose if errand else None,
        "purpose_said_at": errand.said_at if errand else None,
        "began_at": call.began_at,
        "answered_at": call.answered_at,
        "ended_at": call.ended_at,
        "cases": [one.number for one in contact.cases.all()],
    }


def _callback(one: Callback) -> dict[str, Any]:
    return {
        "call": one.call.pk,
        "client": one.call.client.code,
        "queue": one.queue.name,
        "arrived_at": one.arrived_at,
        "place": one.place,
        "tries": one.call.tries,
        "not_before": one.not_before,
        "is_being_called": one.is_being_called,
    }
