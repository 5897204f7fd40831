from django.utils.timezone import now

from gensvar.channels.mail.actions.handing_over import tell_group
from gensvar.channels.mail.actions.reminding import tell_owner
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases.events import CaseHandedOver
from gensvar.operations.knowledge.events import ArticleFellDue


@reacts_to(CaseHandedOver)
def tell_group_by_mail(event: CaseHandedOver) -> None:
    tell_group(event.hand_over_id, at=now())


@reacts_to(ArticleFellDue)
def tell_owner_by_mail(event: ArticleFellDue) -> None:
    tell_owner(event.reminder_id, at=now())
