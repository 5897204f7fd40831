from typing import Any

from django.utils.timezone import now
from ninja import Status

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import link, merge, split, unlink, unmerge
from gensvar.operations.cases.api.finding import found_case, found_other
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseOut, LinkIn, LinkOut, OtherCase, SplitIn
from gensvar.operations.cases.api.writing import whole
from gensvar.operations.cases.queries.joined import related_to


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


@router.post("/{case}/split", response={201: CaseOut}, summary="Begin a case with some contacts")
@requires("cases.join")
def create_split(request: AgentRequest, case: str, body: SplitIn) -> Any:
    found = found_case(case)
    made = split(found, contacts=body.contact_ids, title=body.title, by=request.user, at=now())
    return Status(201, whole(made))


@router.get("/{case}/links", response=list[LinkOut], summary="Cases that belong with a case")
@requires("cases.read")
def links_of_case(request: AgentRequest, case: str) -> Any:
    return related_to(found_case(case))


@router.post("/{case}/links", response={201: list[LinkOut]}, summary="Link two cases")
@requires("cases.join")
def create_link(request: AgentRequest, case: str, body: LinkIn) -> Any:
    found, other = found_case(case), found_other(body.number)
    one, two = (other, found) if body.role == "parent" else (found, other)
    kind = "related" if body.role == "related" else "child"
    link(one, two, kind=kind, by=request.user, at=now())
    return Status(201, related_to(found))


@router.delete("/{case}/links/{number}", response=list[LinkOut], summary="Unlink two cases")
@requires("cases.join")
def delete_link(request: AgentRequest, case: str, number: str) -> Any:
    found = found_case(case)
    unlink(found, found_case(number), by=request.user, at=now())
    return related_to(found)
