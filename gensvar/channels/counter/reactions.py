from django.utils.timezone import now

from gensvar.channels.counter.actions.sitting import NotSitting
from gensvar.channels.counter.actions.tickets import call_taken
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.routing.events import OfferAccepted


@reacts_to(OfferAccepted)
def call_the_number(event: OfferAccepted) -> None:
    """A visit that was taken from any page is called to the desk of whoever took it."""
    try:
        call_taken(event.offer_id, at=now())
    except NotSitting:
        return  # they stood up meanwhile: the number waits on their page
