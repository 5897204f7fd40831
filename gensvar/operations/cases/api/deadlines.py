"""When a case is due, worked out from its facts as they stand, and why then."""

from datetime import datetime
from typing import Any

from django.utils.timezone import now
from ninja import Schema
from pydantic import Field

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.queries.deadlines import told_deadline
from gensvar.operations.cases.rules import ClockKind


class DeadlineOut(Schema):
    kind: ClockKind | None = Field(description="Whose clock runs; null for a case that is done.")
    starts_at: datetime | None
    due_at: datetime | None
    is_overdue: bool
    summary: str = Field(examples=["3 working days: 4, 5, 6 May"])
    left_out: list[str] = Field(description="Days that do not count, and why.")


@router.get("/{case}/deadline", response=DeadlineOut, summary="When a case is due, and why")
@requires("cases.read")
def deadline_of_case(request: AgentRequest, case: str) -> Any:
    told = told_deadline(found_case(case), at=now())
    return {
        "kind": told.clock.kind if told else None,
        "starts_at": told.clock.starts_at if told else None,
        "due_at": told.due_at if told else None,
        "is_overdue": bool(told and told.is_overdue),
        "summary": told.words.summary if told else "",
        "left_out": list(told.words.left_out) if told else [],
    }
