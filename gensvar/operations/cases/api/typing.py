"""What the type of a case asks for and allows."""

from typing import Any

from django.utils.timezone import now

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import fill_in, move
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseOut, FieldsIn, StageIn, TypedOut
from gensvar.operations.cases.api.writing import whole
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.typed import filled_in, stage_of, type_of


@router.get("/{case}/fields", response=TypedOut, summary="What is filled in, and what is missing")
@requires("cases.read")
def fields_of_case(request: AgentRequest, case: str) -> Any:
    return _typed(found_case(case))


@router.patch("/{case}/fields", response=TypedOut, summary="Fill in fields of the case's type")
@requires("cases.write")
def fill_in_fields(request: AgentRequest, case: str, body: FieldsIn) -> Any:
    found = found_case(case)
    fill_in(found, body.fields, by=request.user, at=now())
    return _typed(found)


@router.post("/{case}/stage", response=CaseOut, summary="Take a case to a stage of its type")
@requires("cases.write")
def create_stage(request: AgentRequest, case: str, body: StageIn) -> Any:
    found = found_case(case)

    def may(right: str) -> bool:
        return request.identity.may(right, client_id=found.client_id)

    move(found, body.stage, by=request.user, at=now(), reason=body.reason, may=may)
    return whole(found)


def _typed(case: Case) -> dict[str, Any]:
    type_, held = type_of(case), filled_in(case)
    here = stage_of(case, type_.template)
    return {
        "type": type_.code or None,
        "version": type_.version or None,
        "stage": here.code,
        "next_stages": [way.to for way in type_.template.ways(here.code)],
        "fields": held,
        "missing": [field.key for field in type_.template.missing(held)],
    }
