from django.utils.timezone import now

from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases import actions
from gensvar.operations.disruptions.events import DisruptionEnded
from gensvar.operations.disruptions.models import Disruption


@reacts_to(DisruptionEnded)
def tell_followers(event: DisruptionEnded) -> None:
    disruption = Disruption.objects.select_related("ended_by").get(pk=event.disruption_id)
    actions.tell_followers(disruption, at=now())
