"""Routing over the API: one's own presence and offers, who is here, and what waits."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime, now
from ninja import Router, Schema, Status
from pydantic import Field

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.parameters import Body, Date, Id
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.api import handling, strains
from gensvar.operations.routing.api.reaching import reached_queue
from gensvar.operations.routing.explaining import why_in_words
from gensvar.operations.routing.models import DayBalance, Offer, Seat, Waiting
from gensvar.operations.routing.queries.floor import (
    Present,
    QueueNow,
    offers_to,
    present,
    queues_now,
    seat_of,
)
from gensvar.operations.routing.queries.urgency import first_needs
from gensvar.operations.routing.queries.wallboard import wall_of
from gensvar.operations.routing.rules.balance import End
from gensvar.operations.routing.rules.priority import LEAST, MOST, Urgent

router = Router(tags=["routing"])
ROUTERS = {
    "/routing": router,
    "/routing/strains": strains.router,
    "/routing/queues": handling.router,
}
Window = Annotated[
    str,
    Field(
        min_length=1,
        max_length=64,
        pattern=r"^[!-~]+$",
        description="What tells this program's window from others of the same agent.",
    ),
]
STATUS = Literal["ready", "busy", "away"]


class PresenceOut(Schema):
    agent: int
    name: str
    client: str
    status: STATUS
    reason: str = Field(description="Why away; empty otherwise.")
    since: datetime
    seen_at: datetime | None
    is_gone: bool = Field(description="Not away, and not heard of for 30 seconds.")
    offered: int
    in_hand: int


class OwnPresenceOut(Schema):
    status: STATUS
    reason: str
    since: datetime
    seen_at: datetime | None
    capacity: dict[str, int]


class PresenceIn(Body):
    status: STATUS
    window: Window
    reason: str = Field("", max_length=24, description="Needed where the status is away.")
    take_over: bool = Field(False, description="Be ready here, although another window is in use.")


class SeenIn(Body):
    window: Window


class SeenOut(Schema):
    is_in_use: bool = Field(description="Whether this window is the one that takes contacts.")


class OfferOut(Schema):
    id: int
    contact: int
    case: str | None = Field(description="The number of the case that one gets with it.")
    channel: str
    queue: str
    state: str
    offered_at: datetime
    expires_at: datetime
    why: str = Field(description="Why it was offered to this agent, as one sentence.")


class QueueOut(Schema):
    id: int
    client: str
    name: str
    channel: str
    goal_seconds: int
    waiting: int
    late: int = Field(description="How many of them wait past the goal.")
    oldest_at: datetime | None


class PriorityOut(Schema):
    fact: str = Field(description="What the rule asks about: need, subject or customer.")
    value: str = Field(description="The kind of need or customer, or the number of the subject.")
    priority: int


class PriorityIn(Body):
    fact: Literal["need", "subject", "customer"]
    value: str = Field(min_length=1, max_length=80)
    priority: int = Field(ge=LEAST, le=MOST, description="Not 0; each step counts as a minute.")


class PrioritiesIn(Body):
    rules: list[PriorityIn] = Field(max_length=50)


class FirstNeedOut(Schema):
    what: str
    agreed_in: str
    since: datetime


class FirstNeedsIn(Body):
    needs: list[str] = Field(max_length=50, description="Kinds of need, such as interpreter.")
    agreed_in: str = Field("", max_length=200, description="In which agreement; needed with any.")


@router.get("/presence", response=list[PresenceOut], summary="List who takes contacts")
@requires("routing.read")
def list_presence(request: AgentRequest) -> Any:
    at = now()
    clients = reach(request.identity, "routing.read").clients
    return [_present(one) for one in present(clients, at=at)]


@router.get("/presence/me", response=OwnPresenceOut, summary="Read one's own presence")
@requires("routing.take")
def read_own_presence(request: AgentRequest) -> Seat:
    return _own_seat(request)


@router.patch("/presence/me", response=OwnPresenceOut, summary="Be ready, busy or away")
@requires("routing.take")
def choose_presence(request: AgentRequest, body: PresenceIn) -> Seat:
    at = now()
    if body.status == "ready":
        actions.be_ready(request.user, screen=body.window, take_over=body.take_over, at=at)
    elif body.status == "busy":
        actions.be_busy(request.user, screen=body.window, at=at)
    else:
        actions.go_away(request.user, reason=body.reason, at=at)
    return _own_seat(request)


@router.post("/presence/me/seen", response=SeenOut, summary="Say that the window is there")
@requires("routing.take")
def note_window_seen(request: AgentRequest, body: SeenIn) -> Any:
    at = now()
    is_in_use = actions.note_seen(request.user, screen=body.window, at=at)
    return {"is_in_use": is_in_use}


@router.get("/offers", response=list[OfferOut], summary="List what is on offer to oneself")
@requires("routing.take")
def list_own_offers(request: AgentRequest) -> Any:
    at = now()
    return [
        _offer(one.offer, one.case.number if one.case else None)
        for one in offers_to(request.user, at=at)
    ]


@router.post("/offers/{offer_id}/accept", response=OfferOut, summary="Take what is offered")
@requires("routing.take")
def accept_offer(request: AgentRequest, offer_id: int) -> Any:
    taken = actions.accept(_own_offer(request, offer_id), by=request.user, at=now())
    return _offer(taken, _case_of(taken))


@router.post("/offers/{offer_id}/decline", response=OfferOut, summary="Leave it to others")
@requires("routing.take")
def decline_offer(request: AgentRequest, offer_id: int) -> Any:
    left = actions.decline(_own_offer(request, offer_id), by=request.user, at=now())
    return _offer(left, _case_of(left))


@router.post("/offers/{offer_id}/finish", response=OfferOut, summary="Be done with a contact")
@requires("routing.take")
def finish_offer(request: AgentRequest, offer_id: int) -> Any:
    done = actions.finish(_own_offer(request, offer_id), by=request.user, at=now())
    return _offer(done, _case_of(done))


@router.post("/contacts/{contact_id}/heat", response={204: None}, summary="Mark as threatening")
@requires("cases.answer")
def mark_contact_heated(request: AgentRequest, contact_id: Id) -> Any:
    """Whoever leads is told that it happened, and a pause is offered; no word of it is kept."""
    actions.mark_heated(get_object_or_404(Contact, pk=contact_id), by=request.user, at=now())
    return Status(204, None)


@router.get("/queues", response=list[QueueOut], summary="List queues and what waits in each")
@requires("routing.read")
def list_queues(request: AgentRequest) -> Any:
    clients = reach(request.identity, "routing.read").clients
    return [_queue(one) for one in queues_now(clients, at=now())]


@router.get(
    "/queues/{queue_id}/priorities", response=list[PriorityOut], summary="List what is urgent"
)
@requires("setup.read")
def list_priorities(request: AgentRequest, queue_id: int) -> Any:
    return reached_queue(request, "setup.read", queue_id).priority_rules.order_by("-priority")


@router.put(
    "/queues/{queue_id}/priorities", response=list[PriorityOut], summary="Set what is urgent"
)
@requires("setup.write")
def set_queue_priorities(request: AgentRequest, queue_id: int, body: PrioritiesIn) -> Any:
    queue = reached_queue(request, "setup.write", queue_id)
    rules = [Urgent(rule.fact, rule.value, rule.priority) for rule in body.rules]
    actions.set_priorities(queue, rules, by=request.user, at=now())
    return queue.priority_rules.order_by("-priority")


@router.get(
    "/first-needs/{client_code}", response=list[FirstNeedOut], summary="List who comes first"
)
@requires("setup.read")
def list_first_needs(request: AgentRequest, client_code: str) -> Any:
    return first_needs(_reached_client(request, "setup.read", client_code))


@router.put(
    "/first-needs/{client_code}", response=list[FirstNeedOut], summary="Set who comes first"
)
@requires("setup.write")
def set_client_first_needs(request: AgentRequest, client_code: str, body: FirstNeedsIn) -> Any:
    client = _reached_client(request, "setup.write", client_code)
    actions.set_first_needs(client, body.needs, agreed_in=body.agreed_in, by=request.user, at=now())
    return first_needs(client)


def _reached_client(request: AgentRequest, permission: str, code: str) -> Client:
    clients = Client.objects.filter(pk__in=reach(request.identity, permission).clients)
    found = clients.filter(code__iexact=code[:80].replace("\0", "")).first()
    if found is None:
        raise Http404
    return found


def _own_seat(request: AgentRequest) -> Seat:
    seat = seat_of(request.user)
    if seat is None:
        raise Http404
    return seat


def _own_offer(request: AgentRequest, offer_id: int) -> Offer:
    found = None
    if 0 < offer_id < 2**63:
        found = Offer.objects.filter(pk=offer_id, agent=request.user.pk).first()
    if found is None:
        raise Http404
    return found


def _case_of(offer: Offer) -> str | None:
    waiting = Waiting.objects.filter(contact=offer.contact_id).select_related("case").last()
    return waiting.case.number if waiting is not None and waiting.case is not None else None


def _offer(offer: Offer, case: str | None) -> dict[str, Any]:
    return {
        "id": offer.pk,
        "contact": offer.contact_id,
        "case": case,
        "channel": offer.channel,
        "queue": offer.queue.name,
        "state": offer.state,
        "offered_at": offer.offered_at,
        "expires_at": offer.expires_at,
        "why": why_in_words(offer.why),
    }


def _present(one: Present) -> dict[str, Any]:
    return {
        "agent": one.seat.agent_id,
        "name": one.seat.agent.name,
        "client": one.seat.client.code,
        "status": one.seat.status,
        "reason": one.seat.reason,
        "since": one.seat.since,
        "seen_at": one.seat.seen_at,
        "is_gone": one.is_gone,
        "offered": one.offered,
        "in_hand": one.in_hand,
    }


def _queue(one: QueueNow) -> dict[str, Any]:
    return {
        "id": one.queue.pk,
        "client": one.queue.client.code,
        "name": one.queue.name,
        "channel": one.queue.channel,
        "goal_seconds": one.queue.goal_seconds,
        "waiting": one.waiting,
        "late": one.late,
        "oldest_at": one.oldest_at,
    }


class DayBalanceOut(Schema):
    day: date
    client: str
    queue: int
    name: str
    channel: str
    received: int
    answered: int
    abandoned: int
    callback: int
    overflow: int
    settled: int = Field(description="Dealt with elsewhere: taken by hand, or it needed nobody.")
    waiting: int
    is_balanced: bool = Field(description="Whether each contact that came has exactly one end.")
    is_published: bool = Field(description="False until it balances, or somebody explained it.")
    contacts: list[int] = Field(description="Those that do not fit, and that you may know of.")


@router.get("/balance", response=list[DayBalanceOut], summary="Read a day's zero-loss balance")
@requires("routing.read")
def read_balance(request: AgentRequest, on: Date | None = None) -> Any:
    on = on or localtime(now()).date()
    clients = reach(request.identity, "routing.read").clients
    rows = DayBalance.objects.filter(client__in=clients, on=on).order_by("client", "queue")
    rows = rows.select_related("client", "queue")
    asked = [one["contact"] for row in rows for one in row.amiss]
    known = set(Contact.objects.filter(pk__in=asked).values_list("pk", flat=True))
    return [_balance(row, known) for row in rows]


def _balance(row: DayBalance, known: set[int]) -> dict[str, Any]:
    ends = {end.value: getattr(row, end.value) for end in End}
    return ends | {
        "day": row.on,
        "client": row.client.code,
        "queue": row.queue_id,
        "name": row.queue.name,
        "channel": row.queue.channel,
        "received": row.received,
        "is_balanced": row.is_balanced,
        "is_published": row.is_balanced or row.released_at is not None,
        "contacts": [one["contact"] for one in row.amiss if one["contact"] in known],
    }


class WallboardOut(Schema):
    """Figures only: nobody is named here, whatever is approved elsewhere."""

    waiting: int
    late: int = Field(description="How many of them wait past their goal.")
    oldest_at: datetime | None
    settled: int = Field(description="Answered today, or given up.")
    in_time: int
    goal_share: float
    ready: int
    here: int
    callbacks: int


@router.get("/wallboard", response=WallboardOut, summary="Read the figures of the wallboard")
@requires("routing.board")
def read_wallboard(request: AgentRequest) -> Any:
    wall = wall_of(reach(request.identity, "routing.board").clients, at=now())
    oldest_at = wall.worst.oldest_at if wall.worst else None
    return {name: getattr(wall, name) for name in WALL} | {"oldest_at": oldest_at}


WALL = ("waiting", "late", "settled", "in_time", "goal_share", "ready", "here", "callbacks")
