"""What the customer needs to be understood in a case, over the API."""

from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils.timezone import now
from ninja import Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body, Id
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions.needing import ask_need, forget_need, say_need_met
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.models import Case, CaseNeed
from gensvar.operations.customers.models import Need


class CaseNeedIn(Body):
    what: Need.What
    words: str = Field("", max_length=200, description="What is needed, never why.")
    agreed: bool = Field(False, description="The customer agreed that it is kept for next time.")


class CaseNeedMetIn(Body):
    met: CaseNeed.Met


class CaseNeedOut(Schema):
    id: int
    what: str
    words: str
    at: datetime
    met: str = Field(description="“met”, “not-met”, or empty while nobody has said.")


@router.get(
    "/{case}/needs", response=list[CaseNeedOut], summary="What the customer needs in a case"
)
@requires("cases.read")
def needs_in_case(request: AgentRequest, case: str) -> Any:
    return found_case(case).asked_needs.order_by("pk")


@router.post(
    "/{case}/needs", response={201: CaseNeedOut}, summary="Note what the customer needs in a case"
)
@requires("cases.write")
def create_need_in_case(request: AgentRequest, case: str, body: CaseNeedIn) -> Any:
    asked = ask_need(
        found_case(case),
        what=body.what,
        words=body.words,
        agreed=body.agreed,
        by=request.user,
        at=now(),
    )
    return Status(201, asked)


@router.post(
    "/{case}/needs/{need_id}/met", response=CaseNeedOut, summary="Say whether a need was met"
)
@requires("cases.write")
def create_need_met(request: AgentRequest, case: str, need_id: Id, body: CaseNeedMetIn) -> Any:
    asked = _asked(found_case(case), need_id)
    say_need_met(asked, met=body.met, by=request.user, at=now())
    asked.refresh_from_db()
    return asked


@router.delete("/{case}/needs/{need_id}", response={204: None}, summary="Forget a noted need")
@requires("cases.write")
def delete_need_in_case(request: AgentRequest, case: str, need_id: Id) -> Any:
    forget_need(_asked(found_case(case), need_id), by=request.user, at=now())
    return Status(204, None)


def _asked(case: Case, need_id: int) -> CaseNeed:
    asked = case.asked_needs.filter(pk=need_id).first()
    if asked is None:
        raise Http404
    return asked
