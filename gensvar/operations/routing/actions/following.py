"""Cases that wait for whoever is free wait in a queue, and leave it when they do not.

House rule. Nothing is replayed: whatever happened to a case, it is looked at as it stands, and the
queue is brought in step with that. So it may be done twice, late, or in any order.
"""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.conditions import resting
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing.actions.by_hand import ONE_DAY_AT_WORK, let_go
from gensvar.operations.routing.actions.taking import finish
from gensvar.operations.routing.actions.waiting import leave, wait, weigh
from gensvar.operations.routing.models import (
    Offer,
    OfferState,
    Outcome,
    Queue,
    Taken,
    Waiting,
)
from gensvar.operations.routing.queries.places import (
    WRITTEN,
    out_of_step,
    place_of,
    waits_of_written,
)
from gensvar.operations.routing.queries.urgency import comes_first, facts_of

IN_HAND = (OfferState.IN_HAND, OfferState.WRAP_UP)
# In one look at everything; what is left waits for the next.
MOST_CASES = 500


@action
def follow_case(case_id: int, *, at: datetime) -> None:
    """Let a case wait where it should, or nowhere, and be done with it where its agent is."""
    cases = Case.objects.select_for_update(of=("self",), no_key=True)
    case = cases.filter(pk=case_id).first()
    if case is None:
        return
    _finish_what_is_done(case, at=at)
    place = place_of(case)
    facts, is_first = facts_of(case), comes_first(case.customer)
    for waiting in waits_of_written().filter(case=case).select_related("contact", "queue"):
        if place is None or (waiting.contact_id, waiting.queue_id) != _keys(*place):
            leave(waiting.contact, outcome=Outcome.SETTLED, at=at)
        else:
            weigh(waiting, facts=facts, is_vulnerable=is_first)
            return
    if place is not None:
        contact, queue = place
        # It has waited since it became our turn, in whichever queue.
        since = min(case.state_since, at)
        wait(
            contact,
            queue=queue,
            case=case,
            facts=facts,
            is_vulnerable=is_first,
            arrived_at=since,
            at=at,
        )


def follow_all(*, at: datetime, client_id: int | None = None) -> int:
    """Bring every case in step that something has passed by, and count them."""
    for left in Taken.objects.live().filter(taken_at__lt=at - ONE_DAY_AT_WORK):
        let_go(left, at=at)
    cases = out_of_step() if client_id is None else out_of_step().filter(client=client_id)
    found = list(cases.order_by("state_since", "pk").values_list("pk", flat=True)[:MOST_CASES])
    for case_id in found:
        follow_case(case_id, at=at)
    return len(found)


def _keys(contact: Contact, queue: Queue) -> tuple[int, int]:
    return contact.pk, queue.pk


def _finish_what_is_done(case: Case, *, at: datetime) -> None:
    """Give an agent room again whose turn it no longer is."""
    rests = Case.objects.filter(resting(), pk=case.pk).exists()
    is_ours = case.state == State.WAITING_FOR_US and not rests
    taken = Waiting.objects.filter(case=case).values("contact")
    held = Offer.objects.live().filter(contact__in=taken, state__in=IN_HAND, channel__in=WRITTEN)
    for offer in held.select_related("agent"):
        if not (is_ours and case.agent_id == offer.agent_id):
            finish(offer, by=offer.agent, at=at)
    for by_hand in Taken.objects.live().filter(case=case).select_for_update():
        if not (is_ours and case.agent_id == by_hand.agent_id):
            let_go(by_hand, at=at)
