"""What it is thought to take and cost, and who says yes to it."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.workorders.actions.stepping import stamp_if_due
from gensvar.operations.workorders.events import (
    EstimateApproved,
    EstimateDeclined,
    EstimateGiven,
)
from gensvar.operations.workorders.models import Approval, Estimate, WorkOrder
from gensvar.operations.workorders.queries.process import newest_estimate, process_of
from gensvar.operations.workorders.rules.money import LARGEST, cost
from gensvar.operations.workorders.rules.process import Step


class TooMuch(Refused):
    message = _("That is more than a hundred million kronor. Look at the figures again.")
    status = 422


class NoEstimateYet(Refused):
    message = _("There is no estimate to answer. Calculate time and cost first.")


class SayWho(Refused):
    message = _("Write the name of whoever said yes or no.")
    status = 422


@action
def estimate(
    case: Case,
    *,
    hours: Decimal,
    rate: int,
    material: int,
    by: Agent,
    at: datetime,
    order: WorkOrder | None = None,
) -> Estimate:
    """Calculate time and cost; money in öre. An estimate anew needs a yes anew."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    total = cost(hours, rate, material)
    if total > LARGEST:
        raise TooMuch
    given = Estimate.objects.create(
        case=case,
        client_id=case.client_id,
        order=order,
        hours=hours,
        rate=rate,
        material=material,
        total=total,
        by=by,
        at=at,
    )
    announce(
        EstimateGiven(
            case_id=case.pk,
            client_id=case.client_id,
            agent_id=by.pk,
            estimate_id=given.pk,
            order_id=order.pk if order else None,
            hours=str(hours),
            total=total,
        ),
        at=at,
    )
    if process := process_of(case):
        stamp_if_due(process, Step.ESTIMATE, by=by, at=at)
    return given


@action
def answer_estimate(
    case: Case, *, is_yes: bool, side: str, who: str, how: str, by: Agent, at: datetime
) -> Approval:
    """Write down who said yes or no to the newest estimate, and how."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    newest = newest_estimate(case.pk)
    if newest is None:
        raise NoEstimateYet
    if not who.strip():
        raise SayWho
    answer = Approval.objects.create(
        estimate=newest,
        client_id=case.client_id,
        is_yes=is_yes,
        side=side,
        who=who.strip()[:120],
        how=how,
        by=by,
        at=at,
    )
    kind = EstimateApproved if is_yes else EstimateDeclined
    announce(
        kind(
            case_id=case.pk,
            client_id=case.client_id,
            agent_id=by.pk,
            estimate_id=newest.pk,
            approval_id=answer.pk,
            total=newest.total,
        ),
        at=at,
    )
    process = process_of(case)
    if process is not None and is_yes and Step.ORDER in process.taken:
        stamp_if_due(process, Step.CONFIRM, by=by, at=at)
    return answer
