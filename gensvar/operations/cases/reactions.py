from django.utils.timezone import now

from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions.returning import return_arrivals
from gensvar.operations.customers.events import CustomersParted
from gensvar.operations.customers.models import Merge
from gensvar.operations.disruptions.events import DisruptionEnded
from gensvar.operations.disruptions.models import Disruption


@reacts_to(DisruptionEnded)
def tell_followers(event: DisruptionEnded) -> None:
    disruption = Disruption.objects.select_related("ended_by").get(pk=event.disruption_id)
    actions.tell_followers(disruption, at=now())


@reacts_to(CustomersParted)
def give_back_arrivals(event: CustomersParted) -> None:
    """What the parted customer wrote in the meantime is theirs."""
    return_arrivals(Merge.objects.select_related("source").get(pk=event.merge_id), at=now())
