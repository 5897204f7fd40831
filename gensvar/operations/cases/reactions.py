"""What cases do when something happens, as jobs: they see every case."""

from django.utils.timezone import now

from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions.returning import return_arrivals
from gensvar.operations.cases.events import HandedIn, StateChanged
from gensvar.operations.cases.models import Case, Promise, State
from gensvar.operations.contacts.models import Channel
from gensvar.operations.customers.events import CustomersParted
from gensvar.operations.customers.models import Merge
from gensvar.operations.disruptions.events import DisruptionEnded
from gensvar.operations.disruptions.models import Disruption

# Where the customer of a new or reopened case first meets the promise.
WAYS = {
    Channel.MAIL: Promise.Way.RECEIPT,
    Channel.SMS: Promise.Way.RECEIPT,
    Channel.WEB: Promise.Way.PORTAL,
    Channel.CHAT: Promise.Way.CHAT,
}


@reacts_to(HandedIn)
def put_with_its_case(event: HandedIn) -> None:
    actions.settle_hand_in(event.hand_in_id, at=now())


@reacts_to(DisruptionEnded)
def tell_followers(event: DisruptionEnded) -> None:
    disruption = Disruption.objects.select_related("ended_by").get(pk=event.disruption_id)
    actions.tell_followers(disruption, at=now())


@reacts_to(CustomersParted)
def give_back_arrivals(event: CustomersParted) -> None:
    """What the parted customer wrote in the meantime is theirs."""
    return_arrivals(Merge.objects.select_related("source").get(pk=event.merge_id), at=now())


@reacts_to(StateChanged)
def promise_an_answer(event: StateChanged) -> None:
    """Whoever waits for us has been promised an answer, also after writing again."""
    if event.new != State.WAITING_FOR_US:
        return
    case = Case.objects.select_related("client", "group").filter(pk=event.case_id).first()
    if case is None:  # erased since
        return
    is_new = event.old == event.new
    way = WAYS.get(Channel(case.channel), Promise.Way.VOICE) if is_new else Promise.Way.PORTAL
    # A letter has waited since it was received, whenever somebody opened it.
    since = case.opened_at if is_new else None
    actions.promise_as_usual(case, at=now(), since=since, way=way)
