"""The customer process: fourteen steps in three phases, taken in order.

A step is passed over only where the template of the case's type says that it may be. What a step
rests on, such as an estimate, is told in `Standing`; why one cannot be taken is a `Hindrance`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


class Step(StrEnum):
    REGISTER = "1.1"
    COLLECT = "1.2"
    PLAN = "1.3"
    ESTIMATE = "1.4"
    TELL_PLAN = "1.5"
    ORDER = "2.1"
    CONFIRM = "2.2"
    TELL_ACTION = "2.3"
    CARRY_OUT = "2.4"
    REPORT = "2.5"
    GATHER = "3.1"
    PREVENT = "3.2"
    FOLLOW_UP = "3.3"
    SATISFACTION = "3.4"


STEPS: Final = tuple(Step)
PHASES: Final[Mapping[int, tuple[Step, ...]]] = {
    phase: tuple(step for step in STEPS if step.startswith(f"{phase}.")) for phase in (1, 2, 3)
}
# Without these there is no process: what came in, what was done, and that it was told.
NEVER_SKIPPED: Final = frozenset({Step.REGISTER, Step.REPORT})


@dataclass(frozen=True)
class Demands:
    """What a case type asks of the process; the limit is in öre, and none is no limit."""

    price: bool = False
    approval_limit: int | None = None
    skippable: frozenset[Step] = frozenset()


@dataclass(frozen=True)
class Standing:
    """What is known: the estimate in öre, its answer, and whether anything was measured."""

    estimate: int | None = None
    is_approved: bool | None = None
    has_actuals: bool = False


class Why(StrEnum):
    TAKEN = "taken"
    EARLIER = "earlier"
    NO_ESTIMATE = "no-estimate"
    NOT_APPROVED = "not-approved"
    NOTHING_MEASURED = "nothing-measured"


@dataclass(frozen=True)
class Hindrance:
    """Why a step cannot be taken, and the step that it is about."""

    why: Why
    step: Step


def needs_approval(estimate: int | None, demands: Demands) -> bool:
    """Say whether somebody must say yes to what it will cost.

    >>> needs_approval(142_000, Demands(approval_limit=142_000))
    False
    >>> needs_approval(142_001, Demands(approval_limit=142_000))
    True
    """
    limit = demands.approval_limit
    return limit is not None and estimate is not None and estimate > limit


def hindrance(
    step: Step, *, taken: Collection[Step], demands: Demands, standing: Standing
) -> Hindrance | None:
    """Return why a step cannot be taken now; nothing where it can."""
    if step in taken:
        return Hindrance(Why.TAKEN, step)
    for before in STEPS[: STEPS.index(step)]:
        if before not in taken and not may_skip(before, demands=demands, standing=standing):
            lacking = _lacking(before, demands, standing)
            return lacking or Hindrance(Why.EARLIER, before)
    return _lacking(step, demands, standing)


def passed_over(step: Step, *, taken: Collection[Step]) -> list[Step]:
    """Return the steps that are left out when this one is taken next."""
    return [before for before in STEPS[: STEPS.index(step)] if before not in taken]


def may_skip(step: Step, *, demands: Demands, standing: Standing) -> bool:
    """Say whether a step may be left out; never a price that is asked for, nor a yes."""
    if step in NEVER_SKIPPED or step not in demands.skippable:
        return False
    return _lacking(step, demands, standing) is None


def next_step(taken: Collection[Step]) -> Step | None:
    """Return the first step that is neither taken nor left out."""
    last = max((STEPS.index(step) for step in taken), default=-1)
    return STEPS[last + 1] if last + 1 < len(STEPS) else None


def _lacking(step: Step, demands: Demands, standing: Standing) -> Hindrance | None:
    """Return what a step itself rests on and that is not there."""
    has_price = standing.estimate is not None
    must_have = demands.price or demands.approval_limit is not None
    if step in {Step.ESTIMATE, Step.TELL_PLAN} and demands.price and not has_price:
        return Hindrance(Why.NO_ESTIMATE, Step.ESTIMATE)
    if step == Step.CONFIRM and must_have and not has_price:
        return Hindrance(Why.NO_ESTIMATE, Step.ESTIMATE)
    needs_yes = needs_approval(standing.estimate, demands)
    if step == Step.CONFIRM and needs_yes and standing.is_approved is not True:
        return Hindrance(Why.NOT_APPROVED, Step.CONFIRM)
    if step == Step.FOLLOW_UP and not standing.has_actuals:
        return Hindrance(Why.NOTHING_MEASURED, Step.FOLLOW_UP)
    return None


def lead_times(taken: Mapping[Step, datetime]) -> dict[int, timedelta | None]:
    """Return how long each phase took, from the end of the one before to its own last step.

    A phase with steps still to come has none yet.
    """
    found: dict[int, timedelta | None] = {}
    begun = taken.get(Step.REGISTER)
    for phase, steps in PHASES.items():
        is_whole = all(step in taken for step in steps)
        ended = max(taken[step] for step in steps) if is_whole else None
        found[phase] = ended - begun if ended is not None and begun is not None else None
        begun = ended
    return found
