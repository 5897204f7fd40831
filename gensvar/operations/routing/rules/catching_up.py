"""What the router must be told, given what it believes and what stands in the database.

House rule. The database is what is true. Nothing is replayed: whatever happened since the last
look, the router is told the shortest way from what it believes to what is so.
"""

from dataclasses import dataclass
from enum import Enum

from gensvar.science.routing.events import (
    ContactChanged,
    ContactLeft,
    ContactWaits,
    Event,
    OfferAccepted,
    OfferDeclined,
    WorkEnded,
)
from gensvar.science.routing.rows import Contact


class CannotTell(Exception):
    """There is no event for it: a contact is in a hand that the router never offered it to."""


@dataclass(frozen=True)
class Believed:
    """What the router has: the contact, and to whom it offered it or who has it in hand."""

    row: Contact
    agent: int | None = None
    # The number of the open offer; none where the contact waits or is in hand.
    offer: int | None = None
    # Whether that offer is in the database; it is not while the router has only just chosen.
    is_written: bool = True


class How(Enum):
    """What became of an offer, as far as the router cares."""

    OFFERED = "offered"
    IN_HAND = "in-hand"
    # Declined, timed out or taken back.
    OVER = "over"


@dataclass(frozen=True)
class Stands:
    """What the database has: the wait that is not over, and who has the contact."""

    waits: Contact | None = None
    # Number and agent of the offer that is open or in hand.
    live: tuple[int, int, How] | None = None
    # What became of the offer that the router believes is open.
    believed: How | None = None


def events_for(contact: int, knows: Believed | None, stands: Stands, at: float) -> list[Event]:
    """Return what to tell of a contact, in order; nothing where the router knows.

    Raises CannotTell where only a router that is rebuilt can know it.
    """
    if stands.live is not None:
        events = _in_a_hand(knows, stands.live, at)
        # It left in the very moment in which it was offered.
        is_offered_in_vain = stands.live[2] is How.OFFERED and stands.waits is None
        return [ContactLeft(at, contact)] if is_offered_in_vain else events
    if knows is None:
        return [ContactWaits(at, stands.waits)] if stands.waits is not None else []
    if stands.waits is None:
        return _over(contact, knows, stands.believed, at)
    if knows.offer is not None and knows.is_written:
        return _offer_ended(knows.offer, knows.row, stands, at)
    if knows.agent is not None and knows.offer is None:
        return [ContactWaits(at, stands.waits)]
    return [ContactChanged(at, stands.waits)] if stands.waits != knows.row else []


def _in_a_hand(knows: Believed | None, live: tuple[int, int, How], at: float) -> list[Event]:
    number, agent, how = live
    if knows is None or knows.agent != agent:
        raise CannotTell
    if knows.offer is None:
        if how is How.OFFERED:
            raise CannotTell
        return []
    if knows.offer != number:
        raise CannotTell
    return [OfferAccepted(at, number)] if how is How.IN_HAND else []


def _over(contact: int, knows: Believed, ended: How | None, at: float) -> list[Event]:
    """Tell that nobody needs a contact any more, nor has it."""
    if knows.agent is None:
        return [ContactLeft(at, contact)]
    if knows.offer is None:
        return [WorkEnded(at, knows.agent, contact)]
    if ended is How.IN_HAND:
        # It was accepted and done between two looks.
        return [OfferAccepted(at, knows.offer), WorkEnded(at, knows.agent, contact)]
    return [ContactLeft(at, contact)]


def _offer_ended(number: int, row: Contact, stands: Stands, at: float) -> list[Event]:
    assert stands.waits is not None
    if stands.believed is How.IN_HAND:
        # Accepted and handed on between two looks.
        return [OfferAccepted(at, number), ContactWaits(at, stands.waits)]
    changed: list[Event] = [ContactChanged(at, stands.waits)] if stands.waits != row else []
    # Taken back by somebody else than the dispatcher is as if its agent had declined.
    return [OfferDeclined(at, number), *changed]
