"""A case takes a step, where what came before it and what it rests on are there."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.workorders.events import StepSkipped, StepTaken
from gensvar.operations.workorders.models import STEP_NAMES, ProcessStep, SignOff, WorkOrder
from gensvar.operations.workorders.queries.process import Process, process_of
from gensvar.operations.workorders.rules.process import (
    Hindrance,
    Step,
    Why,
    hindrance,
    passed_over,
)


class NoProcess(Refused):
    message = _("Cases of this type do not follow the fourteen steps.")


class StepTakenAlready(Refused):
    message = _("Step %(step)s is already taken.")


class EarlierStepFirst(Refused):
    message = _("Step %(step)s comes first.")


class EstimateMissing(Refused):
    message = _("Step 1.4 has no estimate. Calculate time and cost first.")


class ApprovalMissing(Refused):
    message = _(
        "The estimate is above the limit: the customer or the client must say yes first (step 2.2)."
    )


class NothingMeasured(Refused):
    message = _("There is no time on the order to follow up. Add what it took first.")


REFUSALS: Final[Mapping[Why, type[Refused]]] = {
    Why.TAKEN: StepTakenAlready,
    Why.EARLIER: EarlierStepFirst,
    Why.NO_ESTIMATE: EstimateMissing,
    Why.NOT_APPROVED: ApprovalMissing,
    Why.NOTHING_MEASURED: NothingMeasured,
}


@action
def take_step(case: Case, step: Step, *, by: Agent, at: datetime, note: str = "") -> None:
    """Say that a step is taken, by one press; what follows from an act need not be said."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    process = process_of(case)
    if process is None:
        raise NoProcess
    stamp(process, step, by=by, at=at, note=note)


@action
def note_informed(case: Case, *, at: datetime) -> None:
    """Take the step that a message to the customer is, if it is time for one of them."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    process = process_of(case)
    if process is None:
        return
    step = Step.TELL_ACTION if Step.ORDER in process.taken else Step.TELL_PLAN
    stamp_if_due(process, step, by=None, at=at)


@action
def note_carried_out(case: Case, *, at: datetime) -> None:
    """Take step 2.4 when no order of the case is left and one is done, at the time of the last."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    process = process_of(case)
    if process is None or WorkOrder.objects.open().filter(case=case).exists():
        return
    done = SignOff.objects.filter(order__case=case).order_by("-at").first()
    if done is not None:
        stamp_if_due(process, Step.CARRY_OUT, by=done.by, at=done.at)


@action
def note_satisfaction(case: Case, *, at: datetime) -> None:
    """Take step 3.4 when the customer has answered, if it is its turn."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    if process := process_of(case):
        stamp_if_due(process, Step.SATISFACTION, by=None, at=at)


def stamp_if_due(process: Process, step: Step, *, by: Agent | None, at: datetime) -> None:
    """Take a step that follows from something else, unless it is not its turn."""
    if _hindrance(process, step) is None:
        stamp(process, step, by=by, at=at)


def stamp(process: Process, step: Step, *, by: Agent | None, at: datetime, note: str = "") -> None:
    """Write the step, and those before it that were left out, with who and when."""
    if found := _hindrance(process, step):
        raise refusal(found)
    if (first := process.rows.get(Step.REGISTER)) is not None and first.pk is None:
        first.save()
        announce(StepTaken(step=Step.REGISTER, **_about(process, None)), at=at)
    for before in passed_over(step, taken=process.taken):
        _write(process, before, ProcessStep.Kind.SKIPPED, by=by, at=at)
        announce(StepSkipped(step=before, **_about(process, by)), at=at)
    _write(process, step, ProcessStep.Kind.TAKEN, by=by, at=at, note=note)
    announce(StepTaken(step=step, **_about(process, by)), at=at)


def check(process: Process, step: Step) -> None:
    """Refuse what a step would be, without taking it."""
    if found := _hindrance(process, step):
        raise refusal(found)


def refusal(found: Hindrance) -> Refused:
    """Return a hindrance as a refusal in words."""
    kind = REFUSALS[found.why]
    if found.why in {Why.TAKEN, Why.EARLIER}:
        return kind(step=f"{found.step} {STEP_NAMES[found.step]}")
    return kind()


def _hindrance(process: Process, step: Step) -> Hindrance | None:
    return hindrance(
        step, taken=process.taken, demands=process.rule.demands, standing=process.standing
    )


def _write(
    process: Process, step: Step, kind: str, *, by: Agent | None, at: datetime, note: str = ""
) -> None:
    process.rows[step] = ProcessStep.objects.create(
        case_id=process.case_id,
        client_id=process.client_id,
        step=step,
        kind=kind,
        at=at,
        by=by,
        note=note[:200],
    )


def _about(process: Process, by: Agent | None) -> dict[str, Any]:
    return {
        "case_id": process.case_id,
        "client_id": process.client_id,
        "agent_id": by.pk if by else None,
    }
