"""What the cases of a type are asked in the process."""

from collections.abc import Collection
from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.workorders.events import ProcessRuled
from gensvar.operations.workorders.models import ProcessRule
from gensvar.operations.workorders.rules.process import NEVER_SKIPPED, STEPS, Step


@action
def rule_process(
    case_type: CaseType,
    *,
    has_process: bool,
    demands_price: bool,
    approval_limit: int | None,
    rate: int,
    skippable: Collection[Step],
    by: Agent,
    at: datetime,
) -> ProcessRule:
    """Say whether cases of a type follow the steps, and what is asked; it holds from now on."""
    rule, _is_new = ProcessRule.objects.update_or_create(
        case_type=case_type,
        defaults={
            "client_id": case_type.client_id,
            "has_process": has_process,
            "demands_price": demands_price,
            "approval_limit": approval_limit,
            "rate": rate,
            "skippable": [
                str(step) for step in STEPS if step in skippable and step not in NEVER_SKIPPED
            ],
        },
    )
    announce(
        ProcessRuled(client_id=case_type.client_id, agent_id=by.pk, case_type_id=case_type.pk),
        at=at,
    )
    return rule
