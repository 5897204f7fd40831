"""The fourteen steps of a case, and what they rest on."""

from typing import Any

from django.utils.timezone import now

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.models import Case
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.api.routes import router
from gensvar.operations.workorders.api.schemas import (
    ApprovalIn,
    EstimateIn,
    ProcessOut,
    StepIn,
)
from gensvar.operations.workorders.queries.process import newest_estimate, process_of
from gensvar.operations.workorders.queries.steps import step_table
from gensvar.operations.workorders.rules.process import lead_times


@router.get("/process/{case}", response=ProcessOut, summary="The fourteen steps of a case")
@requires("workorders.read")
def read_process(request: AgentRequest, case: str) -> Any:
    return _told(found_case(case))


@router.post("/process/{case}/steps", response=ProcessOut, summary="Say that a step is taken")
@requires("workorders.write")
def take_process_step(request: AgentRequest, case: str, body: StepIn) -> Any:
    found = found_case(case)
    actions.take_step(found, body.step, by=request.user, at=now())
    return _told(found)


@router.post("/process/{case}/estimates", response=ProcessOut, summary="Calculate time and cost")
@requires("workorders.write")
def create_estimate(request: AgentRequest, case: str, body: EstimateIn) -> Any:
    found = found_case(case)
    newest = newest_estimate(found.pk)
    actions.estimate(
        found,
        hours=body.hours,
        rate=body.rate_ore,
        material=body.material_ore,
        by=request.user,
        at=now(),
        order=newest.order if newest else None,
    )
    return _told(found)


@router.post("/process/{case}/approvals", response=ProcessOut, summary="Keep a yes or a no")
@requires("workorders.write")
def create_approval(request: AgentRequest, case: str, body: ApprovalIn) -> Any:
    found = found_case(case)
    actions.answer_estimate(found, by=request.user, at=now(), **body.model_dump())
    return _told(found)


def _told(case: Case) -> dict[str, Any]:
    process = process_of(case)
    times = lead_times(process.times) if process else {}
    return {
        "has_process": process is not None,
        "steps": [
            {
                "step": one.step,
                "name": str(one.name),
                "state": one.state,
                "at": one.at,
                "by": one.by,
            }
            for one in (step_table(process) if process else [])
        ],
        "estimate_ore": process.standing.estimate if process else None,
        "is_approved": process.standing.is_approved if process else None,
        "lead_seconds": {
            str(phase): int(length.total_seconds()) if length is not None else None
            for phase, length in times.items()
        },
    }
