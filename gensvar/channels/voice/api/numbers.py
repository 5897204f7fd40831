"""Numbers and their menus, for programs."""

from typing import Annotated, Any

from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Router, Schema, Status
from pydantic import Field

from gensvar.channels.voice.actions import menus, setting
from gensvar.channels.voice.models import Announcement, Choice, PhoneNumber
from gensvar.channels.voice.rules.menus import depth, longest_seconds
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.parameters import Body, Id, Line
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.routing.models import Queue

router = Router(tags=["calls"])
KEY = Annotated[str, Field(pattern=r"^[1-9]$")]
LANGUAGE = Annotated[str, Field(pattern=r"^([a-z]{2,3})?$")]
SPOKEN = "Such as ar: who presses it speaks that, and is first offered to those who do."


class NumberOut(Schema):
    id: int
    client: str
    number: str
    queue: int
    is_shown: bool
    callback_after_seconds: int | None
    offers_times: bool = Field(description="Whoever is called back chooses by keys when.")


class NumberIn(Body):
    client: Line = Field(description="The client's code.")
    number: Line
    queue: Id


class PlainChoiceIn(Body):
    key: KEY
    name: str = Field(min_length=1, max_length=80)
    language: LANGUAGE = Field("", description=SPOKEN)
    queue: Id


class BelowIn(Body):
    words: str = Field(min_length=1, max_length=1_000)
    choices: list[PlainChoiceIn] = Field(max_length=9)


class ChoiceIn(Body):
    key: KEY
    name: str = Field(min_length=1, max_length=80)
    language: LANGUAGE = Field("", description=SPOKEN)
    queue: Id | None = Field(None, description="Where it leads; or to a menu below.")
    below: BelowIn | None = None
    takes_message: bool = Field(False, description="Or to a message, where the number takes them.")


class MenuIn(Body):
    words: str = Field(min_length=1, max_length=1_000)
    choices: list[ChoiceIn] = Field(min_length=1, max_length=9)


class FindingOut(Schema):
    fault: str
    keys: str = Field(description="In which menu; empty: the first.")


class ChoiceOut(Schema):
    keys: str = Field(description="What is pressed to come here, such as 1, or 12 below it.")
    name: str
    language: str = Field(description="What whoever presses it speaks; empty: as everybody here.")
    queue: int | None = Field(description="Null: a menu of its own, or a message.")
    takes_message: bool


class MenuOut(Schema):
    words: str
    choices: list[ChoiceOut]
    depth: int
    longest_seconds: float
    findings: list[FindingOut] = Field(description="What callers cannot bear (CUS-16).")


@router.get("", response=list[NumberOut], summary="List telephone numbers")
@requires("setup.read")
def list_numbers(request: AgentRequest) -> Any:
    return [_number(one) for one in _numbers(request, "setup.read").order_by("pk")]


@router.post("", response={201: NumberOut}, summary="Let calls to a number wait in a queue")
@requires("setup.write")
def set_number(request: AgentRequest, body: NumberIn) -> Any:
    within = reach(request.identity, "setup.write").clients
    client = Client.objects.filter(pk__in=within, code__iexact=body.client[:80]).first()
    queue = Queue.objects.in_use().filter(client__in=within, pk=body.queue).first()
    if client is None or queue is None:
        raise Http404
    made = setting.set_number(client, number=body.number, queue=queue, by=request.user, at=now())
    return Status(201, _number(made))


@router.delete("/{number_id}", response={204: None}, summary="End a telephone number")
@requires("setup.write")
def end_number(request: AgentRequest, number_id: Id) -> Any:
    found = get_object_or_404(_numbers(request, "setup.write"), pk=number_id)
    setting.end_number(found, by=request.user, at=now())
    return Status(204, None)


@router.get("/{number_id}/menu", response=MenuOut, summary="Read a menu, with its faults")
@requires("setup.read")
def read_menu(request: AgentRequest, number_id: Id) -> Any:
    return _menu(get_object_or_404(_numbers(request, "setup.read"), pk=number_id))


@router.put("/{number_id}/menu", response=MenuOut, summary="Set a menu as one whole")
@requires("setup.write")
def set_menu(request: AgentRequest, number_id: Id, body: MenuIn) -> Any:
    """It is obeyed by the next call; `findings` tells what callers cannot bear in it."""
    found = get_object_or_404(_numbers(request, "setup.write"), pk=number_id)
    queues = {one.pk: one for one in Queue.objects.in_use().filter(client=found.client_id)}
    choices = [
        menus.ChoiceWish(
            one.key,
            one.name,
            queue=_queue(queues, one.queue),
            below=_below(queues, one.below),
            takes_message=one.takes_message,
            language=one.language,
        )
        for one in body.choices
    ]
    menus.set_menu(found, menus.MenuWish(body.words, choices), by=request.user, at=now())
    return _menu(found)


@router.delete("/{number_id}/menu", response={204: None}, summary="Take a menu away")
@requires("setup.write")
def end_menu(request: AgentRequest, number_id: Id) -> Any:
    found = get_object_or_404(_numbers(request, "setup.write"), pk=number_id)
    menus.set_menu(found, None, by=request.user, at=now())
    return Status(204, None)


def _numbers(request: AgentRequest, permission: str) -> "models.QuerySet[PhoneNumber]":
    clients = reach(request.identity, permission).clients
    return PhoneNumber.objects.in_use().filter(client__in=clients).select_related("client")


def _number(one: PhoneNumber) -> dict[str, Any]:
    return {
        "id": one.pk,
        "client": one.client.code,
        "number": one.number,
        "queue": one.queue_id,
        "is_shown": one.is_shown,
        "callback_after_seconds": one.callback_after_seconds,
        "offers_times": one.offers_times,
    }


def _menu(number: PhoneNumber) -> dict[str, Any]:
    menu = menus.menu_at(number)
    if menu is None:
        return {"words": "", "choices": [], "depth": 0, "longest_seconds": 0.0, "findings": []}
    said = number.announcements.filter(occasion=Announcement.Occasion.MENU, choice=None).first()
    choices = list(number.choices.select_related("above").order_by("pk"))
    return {
        "words": said.words if said else "",
        "choices": [
            {
                "keys": _keys(one),
                "name": one.name,
                "language": one.language,
                "queue": one.queue_id,
                "takes_message": one.takes_message,
            }
            for one in sorted(choices, key=_keys)
        ],
        "depth": depth(menu),
        "longest_seconds": longest_seconds(menu),
        "findings": [
            {"fault": one.fault.value, "keys": one.keys} for one in menus.faults_of(number)
        ],
    }


def _keys(choice: Choice) -> str:
    return (_keys(choice.above) if choice.above else "") + choice.key


def _queue(queues: dict[int, Queue], wanted: int | None) -> Queue | None:
    if wanted is None:
        return None
    if wanted not in queues:
        raise Http404
    return queues[wanted]


def _below(queues: dict[int, Queue], wanted: BelowIn | None) -> menus.MenuWish | None:
    if wanted is None:
        return None
    choices = [
        menus.ChoiceWish(one.key, one.name, queue=_queue(queues, one.queue), language=one.language)
        for one in wanted.choices
    ]
    return menus.MenuWish(wanted.words, choices)
