"""Hear once, by mail or text message, when a disruption is over."""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.operations.customers.actions import recognise
from gensvar.operations.disruptions.actions import follow
from gensvar.operations.disruptions.models import Disruption
from gensvar.screens.portal.actions.sending import TooManySent, count_sending
from gensvar.screens.portal.rules import MOST_FOLLOWED_FROM_SENDER, MOST_TO_ADDRESS


@action
def follow_disruption(
    disruption: Disruption,
    kind: str,
    address: str,
    *,
    sender: str,
    language: str,
    at: datetime,
) -> None:
    """Let whoever reads at the address hear when it is over; nothing is sent before that."""
    limits = {
        f"follows from {sender}": MOST_FOLLOWED_FROM_SENDER,
        f"follows to {address}": MOST_TO_ADDRESS,
    }
    if not count_sending(limits, at=at):
        raise TooManySent
    # Nobody is signed in, so the database shows nothing of the client's: just for this it does.
    with seeing_as(Reach(clients=frozenset({disruption.client_id}))):
        customer = recognise(disruption.client, kind=kind, value=address, language=language, at=at)
        follow(disruption, customer, at=at, has_asked=True)
