"""Case types over the API: what cases of each ask for, and where they can go."""

from typing import Any

from django.http import Http404
from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.foundation.integrations.parameters import Id
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.casetypes.rules import Disposal, Move, Stage, Target, Words
from gensvar.operations.casetypes.rules import Field as TypeField

router = Router(tags=["case types"])
ROUTERS = {"/case-types": router}


class CaseTypeOut(Schema):
    id: int
    client: str = Field(description="The client's code.")
    code: str
    service: str = Field(description="The service type that it began as.")
    version: int
    is_default: bool
    is_retired: bool
    name: Words
    fields: list[TypeField]
    stages: list[Stage]
    moves: list[Move] = Field(description="From stage to stage, with the right that it takes.")
    script: Words
    measures: list[str] = Field(description="Codes of the measures that follow it up.")
    targets: list[Target] = Field(
        description="What they should come to: per cent, seconds or hours, as the measure says."
    )
    answer_days: int = Field(
        description="Working days to answer at most, whatever the subject says; 0: as it says."
    )
    reopen_days: int = Field(
        description="Days after which a mail begins a new case instead of opening it; 0: never."
    )
    retention_months: int = Field(description="0 where it is not decided.")
    disposal: Disposal = Field(description="What happens then; empty where it is not decided.")
    disposal_decision: str
    disposes_confidential: bool


class CaseTypeAsked(Schema):
    client: str = Field("", max_length=40, description="A client's code.")
    with_retired: bool = False


@router.get("", response=list[CaseTypeOut], summary="List case types")
@requires("cases.read")
def list_case_types(request: AgentRequest, asked: Query[CaseTypeAsked]) -> Any:
    found = case_types(reach(request.identity, "cases.read").clients, with_retired=True)
    return [
        _out(one)
        for one in found
        if asked.client in ("", one.client.code) and (asked.with_retired or not one.retired_at)
    ]


@router.get("/{case_type_id}", response=CaseTypeOut, summary="One case type")
@requires("cases.read")
def case_type(request: AgentRequest, case_type_id: Id) -> Any:
    found = case_types(reach(request.identity, "cases.read").clients, with_retired=True)
    for one in found:
        if one.pk == case_type_id:
            return _out(one)
    raise Http404


def _out(case_type: CaseType) -> dict[str, Any]:
    template = case_type.template
    return {
        "id": case_type.pk,
        "client": case_type.client.code,
        "code": case_type.code,
        "service": case_type.service,
        "version": case_type.version,
        "is_default": case_type.is_default,
        "is_retired": case_type.retired_at is not None,
        **{name: getattr(template, name) for name in template.__dataclass_fields__},
    }
