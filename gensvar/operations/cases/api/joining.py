from typing import Any

from django.utils.timezone import now

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import merge, unmerge
from gensvar.operations.cases.api.finding import found_case, found_other
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseOut, OtherCase
from gensvar.operations.cases.api.writing import whole


@router.post("/{case}/merge", response=CaseOut, summary="Make a case part of another")
@requires("cases.join")
def create_merge(request: AgentRequest, case: str, body: OtherCase) -> Any:
    found = found_case(case)
    merge(found, into=found_other(body.number), by=request.user, at=now())
    return whole(found)


@router.delete("/{case}/merge", response=CaseOut, summary="Let a case stand by itself again")
@requires("cases.join")
def delete_merge(request: AgentRequest, case: str) -> Any:
    found = found_case(case)
    unmerge(found, by=request.user, at=now())
    return whole(found)
