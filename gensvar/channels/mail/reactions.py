from django.utils.timezone import now

from gensvar.channels.mail.actions.handing_over import tell_group
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases.events import CaseHandedOver


@reacts_to(CaseHandedOver)
def tell_group_by_mail(event: CaseHandedOver) -> None:
    tell_group(event.hand_over_id, at=now())
