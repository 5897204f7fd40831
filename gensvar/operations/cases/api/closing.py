from datetime import datetime
from typing import Any

from django.utils.timezone import now
from ninja import Schema
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body, Id, Line
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import (
    Need,
    ReferredToNobody,
    RefersElsewhere,
    close,
    refer,
)
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseOut
from gensvar.operations.cases.api.writing import whole
from gensvar.operations.cases.models import CannedText, Case, NeedMet, NeedOutcome
from gensvar.operations.cases.queries.correspondence import mail_address
from gensvar.operations.cases.queries.need import referral_texts
from gensvar.operations.contacts.models import Channel


class ClosureIn(Body):
    reason: Line = ""
    need_met: NeedMet | None = Field(None, description="What became of the need; else unknown.")
    canned_text_id: Id | None = Field(
        None, description="Where referred: the ready words, which name the authority."
    )
    is_said: bool = Field(False, description="The referral was said aloud: send nothing.")
    despite_parts: bool = Field(
        False, description="Do not wait for open cases that are part of it; asks for a reason."
    )


class NeedOutcomeOut(Schema):
    id: int
    met: NeedMet
    authority: str
    is_sent: bool
    by: str | None
    at: datetime

    @staticmethod
    def resolve_is_sent(outcome: NeedOutcome) -> bool:
        return outcome.outgoing_id is not None

    @staticmethod
    def resolve_by(outcome: NeedOutcome) -> str | None:
        return outcome.by.name if outcome.by else None


@router.post("/{case}/closure", response=CaseOut, summary="Finish a case")
@requires("cases.close")
def create_closure(request: AgentRequest, case: str, body: ClosureIn | None = None) -> Any:
    found, given, at = found_case(case), body or ClosureIn.model_validate({}), now()
    ends: dict[str, Any] = {"reason": given.reason, "despite_parts": given.despite_parts}
    if given.need_met == NeedMet.REFERRED:
        channel = "" if given.is_said else _channel(request, found)
        to = _text(found, given.canned_text_id)
        refer(found, to, channel=channel, by=request.user, at=at, **ends)
    else:
        if given.canned_text_id is not None:
            raise RefersElsewhere
        need = Need(given.need_met) if given.need_met else None
        close(found, need=need, by=request.user, at=at, **ends)
    return whole(found)


@router.get(
    "/{case}/need-outcomes", response=list[NeedOutcomeOut], summary="What became of the need"
)
@requires("cases.read")
def need_outcomes_of_case(request: AgentRequest, case: str) -> Any:
    rows = found_case(case).need_outcomes.select_related("by")
    return rows.order_by("pk")[:1000]


def _text(case: Case, key: int | None) -> CannedText:
    if key is None:
        raise ReferredToNobody
    text = referral_texts(case.client_id).filter(pk=key).first()
    if text is None:
        raise invalid("#/canned_text_id", ReferredToNobody.message)
    return text


def _channel(request: AgentRequest, case: Case) -> str:
    """Return how the words reach the customer; nowhere where there is no way in writing."""
    if not request.identity.may("cases.answer", client_id=case.client_id):
        return ""
    if mail_address(case):
        return Channel.MAIL
    return Channel.WEB if case.channel == Channel.WEB else ""
