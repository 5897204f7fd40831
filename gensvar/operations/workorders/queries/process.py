"""Where a case stands in the fourteen steps."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Sum
from django.utils.translation import gettext as _

from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.typed import type_of
from gensvar.operations.workorders.models import (
    Approval,
    Estimate,
    Material,
    ProcessRule,
    ProcessStep,
    WorkOrder,
    WorkTime,
)
from gensvar.operations.workorders.rules.process import Standing, Step


@dataclass(frozen=True)
class Process:
    """The steps of one case, and what the next ones rest on."""

    case_id: int
    client_id: int
    rule: ProcessRule
    rows: dict[Step, ProcessStep] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)

    @property
    def taken(self) -> set[Step]:
        return set(self.rows)

    @property
    def times(self) -> dict[Step, datetime]:
        return {step: row.at for step, row in self.rows.items()}


def rule_of(case: Case) -> ProcessRule | None:
    """Return what the type of a case asks of the process, where its cases follow one."""
    type_ = type_of(case)
    if type_.pk is None:
        return None
    return ProcessRule.objects.filter(case_type_id=type_.pk, has_process=True).first()


def process_of(case: Case) -> Process | None:
    """Return where a case stands; a case with a subject is registered and sorted."""
    rule = rule_of(case)
    if rule is None:
        return None
    process = _process(case.pk, case.client_id, rule)
    if Step.REGISTER not in process.rows and case.subject_id is not None:
        process.rows[Step.REGISTER] = ProcessStep(
            case=case, client_id=case.client_id, step=Step.REGISTER, at=case.opened_at
        )
    return process


def process_of_order(order: WorkOrder) -> Process | None:
    """Return where the case of an order stands, for those who may see nothing but the order."""
    return _process(order.case_id, order.client_id, order.rule) if order.rule else None


def newest_estimate(case_id: int) -> Estimate | None:
    """Return the newest estimate of a case, of whichever of its orders."""
    return Estimate.objects.filter(case=case_id).order_by("-pk").first()


def newest_answer(estimate: Estimate | None) -> Approval | None:
    """Return what was last answered to an estimate."""
    return estimate.approvals.order_by("-pk").first() if estimate else None


def actual_cost(order_ids: list[int]) -> int:
    """Return what orders have cost so far, in öre."""
    times = WorkTime.objects.filter(order__in=order_ids).aggregate(sum=Sum("cost"))["sum"]
    used = Material.objects.filter(order__in=order_ids).aggregate(sum=Sum("cost"))["sum"]
    return int(times or 0) + int(used or 0)


def _process(case_id: int, client_id: int, rule: ProcessRule) -> Process:
    rows = {
        Step(row.step): row for row in ProcessStep.objects.filter(case=case_id).select_related("by")
    }
    return Process(case_id, client_id, rule, rows, _standing(case_id))


def _standing(case_id: int) -> Standing:
    """Return what the estimates of a case come to: the newest of each order, together."""
    latest: dict[int | None, Estimate] = {}
    for one in Estimate.objects.filter(case=case_id).order_by("pk"):
        latest[one.order_id] = one
    answers = {
        answer.estimate_id: answer.is_yes
        for answer in Approval.objects.filter(estimate__in=list(latest.values())).order_by("pk")
    }
    yes = [answers.get(one.pk) for one in latest.values()]
    return Standing(
        estimate=sum(one.total for one in latest.values()) if latest else None,
        is_approved=all(yes) if yes and None not in yes else None,
        has_actuals=WorkTime.objects.filter(order__case=case_id).exists(),
    )


def not_reported_back(case: Case) -> str:
    """Say why a case with an order stays open until customer and desk know what was done."""
    rule = rule_of(case)
    if rule is None:
        return ""
    steps = set(ProcessStep.objects.filter(case=case).values_list("step", flat=True))
    if Step.ORDER not in steps or Step.REPORT in steps:
        return ""
    return _(
        "Step 2.5 is missing: report back to the customer and the desk what was done, then close."
    )
