"""Steps and cards that follow from what others do, as jobs: they see every order."""

from django.utils.timezone import now

from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases.events import CaseAnswered, PromiseTold
from gensvar.operations.cases.models import Case
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.events import OrderMade, OrderRated, OrderSignedOff
from gensvar.operations.workorders.models import WorkOrder


@reacts_to(CaseAnswered)
def note_answer(event: CaseAnswered) -> None:
    _note_informed(event.case_id)


@reacts_to(PromiseTold)
def note_promise(event: PromiseTold) -> None:
    """What somebody promised tells the customer of the plan; what every case promises does not."""
    if event.agent_id is not None:
        _note_informed(event.case_id)


@reacts_to(OrderSignedOff)
def note_carried_out(event: OrderSignedOff) -> None:
    if case := Case.objects.filter(pk=event.case_id).first():
        actions.note_carried_out(case, at=now())


@reacts_to(OrderRated)
def note_satisfaction(event: OrderRated) -> None:
    if case := Case.objects.filter(pk=event.case_id).first():
        actions.note_satisfaction(case, at=now())


@reacts_to(OrderMade)
def look_for_repeats(event: OrderMade) -> None:
    if order := WorkOrder.objects.filter(pk=event.order_id).first():
        actions.open_card_if_called_for(order, at=now())


def _note_informed(case_id: int) -> None:
    if case := Case.objects.filter(pk=case_id).first():
        actions.note_informed(case, at=now())
