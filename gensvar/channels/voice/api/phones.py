"""An agent's own phone, for programs: which it is, and another in its place."""

from typing import Any, Literal

from django.utils.timezone import now
from ninja import Router, Schema
from pydantic import Field

from gensvar.channels.voice.actions import own_phone
from gensvar.foundation.integrations.parameters import Body
from gensvar.foundation.people.access import AgentRequest, requires

router = Router(tags=["calls"])
KIND = "desk: a phone on the desk. browser: the phone in a window of its own."


class OwnPhoneOut(Schema):
    kind: str = Field(description=f"{KIND} Empty: none, or one of another exchange.")
    has_phone: bool
    may_have: bool = Field(description="Whether you have a seat for calls.")


class OwnPhoneIn(Body):
    kind: Literal["desk", "browser"] = Field(description=KIND)


class ChosenPhoneOut(OwnPhoneOut):
    login: str = Field(description="What a phone on the desk signs in as.")
    password: str = Field(description="Of a phone on the desk, told this once. Otherwise empty.")


@router.get("/me", response=OwnPhoneOut, summary="Read which phone of yours rings")
@requires("routing.take")
def own(request: AgentRequest) -> Any:
    return _own(request)


@router.put("/me", response=ChosenPhoneOut, summary="Choose which phone of yours rings")
@requires("routing.take")
def choose(request: AgentRequest, body: OwnPhoneIn) -> Any:
    """A phone on the desk gets a new password each time; the one before is good no more."""
    opened = own_phone.choose_phone(request.user, kind=body.kind, at=now())
    is_desk = body.kind == "desk"
    return _own(request) | {
        "login": opened.account.login,
        "password": opened.password if is_desk else "",
    }


def _own(request: AgentRequest) -> dict[str, Any]:
    kind, phone = own_phone.phone_chosen(request.user)
    return {
        "kind": kind,
        "has_phone": phone is not None,
        "may_have": own_phone.may_have_phone(request.user),
    }
