"""The step table of a case: what was done by whom and when, and what comes next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from gensvar.operations.workorders.models import STEP_NAMES, ProcessStep
from gensvar.operations.workorders.queries.process import Process
from gensvar.operations.workorders.rules.process import PHASES, STEPS, Step, hindrance

# These follow from an act of their own and are not pressed.
BY_ACTS = frozenset({Step.ORDER, Step.CARRY_OUT, Step.REPORT})


@dataclass(frozen=True)
class StepShown:
    """A line of the table."""

    step: Step
    name: str | Promise
    phase: int
    # done, skipped, now or later
    state: str
    at: datetime | None = None
    by: str = ""
    note: str = ""
    can_press: bool = False


def step_table(process: Process) -> list[StepShown]:
    """Return the fourteen lines of a case."""
    phases = {step: phase for phase, steps in PHASES.items() for step in steps}
    taken, demands = process.taken, process.rule.demands
    waiting = next((step for step in STEPS if step not in taken), None)
    shown = []
    for step in STEPS:
        row = process.rows.get(step)
        free = row is None and (
            hindrance(step, taken=taken, demands=demands, standing=process.standing) is None
        )
        shown.append(
            StepShown(
                step=step,
                name=STEP_NAMES[step],
                phase=phases[step],
                state=_state(row, is_next=step == waiting),
                at=row.at if row else None,
                by=row.by.name if row and row.by else "",
                note=row.note if row else "",
                can_press=free and step not in BY_ACTS,
            )
        )
    return shown


def _state(row: ProcessStep | None, *, is_next: bool) -> str:
    if row is None:
        return "now" if is_next else "later"
    return "skipped" if row.kind == ProcessStep.Kind.SKIPPED else "done"
