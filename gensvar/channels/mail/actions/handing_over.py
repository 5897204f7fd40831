"""The group is told by mail that a question waits: number, subject and link, nothing else."""

from datetime import datetime

from gensvar.channels.mail import texts
from gensvar.channels.mail.models import GroupTold
from gensvar.foundation.acting import action
from gensvar.operations.cases.actions import notify_group
from gensvar.operations.cases.models import HandOver


@action
def tell_group(hand_over_id: int, *, at: datetime) -> None:
    """Ask for a mail to the group; done once, however often it is asked."""
    known = HandOver.objects.select_related("case__client", "case__subject", "to_group")
    handed = known.select_for_update(of=("self",)).get(pk=hand_over_id)
    if not handed.to_group.email or GroupTold.objects.filter(hand_over=handed).exists():
        return
    subject, text = texts.hand_over(handed.case, at=at)
    outgoing = notify_group(handed, text, subject=subject, at=at)
    GroupTold.objects.create(hand_over=handed, outgoing=outgoing, client_id=handed.client_id)
