"""The group is told by mail that a question waits: number, subject and link, nothing else."""

from datetime import datetime

from gensvar.channels.mail import texts
from gensvar.channels.mail.models import GroupTold
from gensvar.foundation.acting import action
from gensvar.operations.cases.actions import notify_group
from gensvar.operations.cases.models import HandOver
from gensvar.operations.cases.queries.promises import standing


@action
def tell_group(hand_over_id: int, *, at: datetime) -> None:
    """Ask for a mail to the group; done once, however often it is asked."""
    known = HandOver.objects.select_related(
        "case__client", "case__subject", "case__agent", "to_group"
    )
    handed = known.select_for_update(of=("self",)).get(pk=hand_over_id)
    case = handed.case
    has_address = bool(handed.to_group.email or case.agent)
    # It may have gone on elsewhere before this ran.
    is_there = case.group_id == handed.to_group_id
    if not (has_address and is_there) or GroupTold.objects.filter(hand_over=handed).exists():
        return
    promise = standing(case)
    due_at = promise.due_at if promise else None
    subject, text = texts.hand_over(case, at=at, due_at=due_at)
    outgoing = notify_group(handed, text, subject=subject, at=at)
    GroupTold.objects.create(hand_over=handed, outgoing=outgoing, client_id=handed.client_id)
