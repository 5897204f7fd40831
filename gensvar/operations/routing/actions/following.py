"""Cases that wait for whoever is free wait in a queue, and leave it when they do not.

House rule. Nothing is replayed: whatever happened to a case, it is looked at as it stands, and the
queue is brought in step with that. So it may be done twice, late, or in any order.
"""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.operations.cases.models import Case, State
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing.actions.taking import finish
from gensvar.operations.routing.actions.waiting import leave, wait
from gensvar.operations.routing.models import Offer, OfferState, Outcome, Queue, Waiting
from gensvar.operations.routing.queries.places import out_of_step, place_of

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
    for waiting in Waiting.objects.now().filter(case=case).select_related("contact"):
        if place is None or (waiting.contact_id, waiting.queue_id) != _keys(*place):
            leave(waiting.contact, outcome=Outcome.SETTLED, at=at)
        else:
            return
    if place is not None:
        contact, queue = place
        # It has waited since it became our turn, in whichever queue.
        since = min(case.state_since, at)
        language = _language(contact)
        wait(contact, queue=queue, case=case, language=language, arrived_at=since, at=at)


def follow_all(*, at: datetime, client_id: int | None = None) -> int:
    """Bring every case in step that something has passed by, and count them."""
    cases = out_of_step() if client_id is None else out_of_step().filter(client=client_id)
    found = list(cases.order_by("state_since", "pk").values_list("pk", flat=True)[:MOST_CASES])
    for case_id in found:
        follow_case(case_id, at=at)
    return len(found)


def _keys(contact: Contact, queue: Queue) -> tuple[int, int]:
    return contact.pk, queue.pk


def _language(contact: Contact) -> str:
    """Return what must be spoken: nothing where the customer writes as everybody here does."""
    return "" if contact.language in {"", contact.client.language} else contact.language


def _finish_what_is_done(case: Case, *, at: datetime) -> None:
    """Give an agent room again whose turn it no longer is."""
    is_ours = case.state == State.WAITING_FOR_US
    taken = Waiting.objects.filter(case=case).values("contact")
    held = Offer.objects.live().filter(contact__in=taken, state__in=IN_HAND)
    for offer in held.select_related("agent"):
        if not (is_ours and case.agent_id == offer.agent_id):
            finish(offer, by=offer.agent, at=at)
