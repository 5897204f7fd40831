"""A router that takes over from another, by plain rows alone."""

from gensvar.science.routing.commands import Alarm, Offer, Reason, Trouble, Withdraw
from gensvar.science.routing.events import OfferAccepted, OfferDeclined, Tick, WorkEnded
from gensvar.science.routing.router import Router
from gensvar.science.routing.rows import Contact, Presence, Seated, Snapshot
from gensvar.science.routing.tests.made import (
    ADA,
    BO,
    QUEUES,
    STREETS,
    Centre,
    agent,
    offers,
    only,
)


def test_an_open_offer_is_still_open():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)
    offer = only(Offer, centre.comes(7, STREETS, at=1))
    centre.comes(8, STREETS, at=2)

    there = Router.rebuilt(centre.router.snapshot())

    assert there.handle(OfferAccepted(3, offer.offer)) == []
    assert offers(there.handle(WorkEnded(4, ADA, 7))) == [(8, ADA)]
    assert only(Withdraw, there.handle(OfferAccepted(5, offer.offer))).reason is Reason.TOO_LATE


def test_an_offers_number_is_never_used_again():
    centre = Centre(agent(ADA, streets=3), agent(BO, streets=3))
    centre.ready(ADA)
    first = only(Offer, centre.comes(7, STREETS, at=1))

    there = Router.rebuilt(centre.router.snapshot())
    second = only(Offer, there.handle(OfferDeclined(62, first.offer)) + there.handle(Tick(122)))

    assert second.offer > first.offer


def test_whoever_declined_is_not_asked_at_once():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)
    offer = only(Offer, centre.comes(7, STREETS, at=1))
    centre.tell(OfferDeclined(2, offer.offer))

    there = Router.rebuilt(centre.router.snapshot())

    assert there.next_wake == 31
    assert offers(there.handle(Tick(61))) == []
    assert offers(there.handle(Tick(62))) == [(7, ADA)]


def test_what_can_be_offered_comes_with_the_next_event_the_first_first():
    snapshot = Snapshot(
        at=10,
        queues=QUEUES,
        agents=(
            Seated(agent(ADA, streets=2), Presence.READY, 1),
            Seated(agent(BO, streets=4), Presence.READY, 5),
        ),
        contacts=tuple(Contact(number, STREETS, 10 - number, 30) for number in (7, 8, 9)),
        next_offer=41,
    )

    told = Router.rebuilt(snapshot).handle(Tick(11))

    assert offers(told) == [(9, BO), (8, ADA)]
    assert [one.offer for one in told] == [41, 42]


def test_what_was_told_is_not_told_again_and_the_rest_is():
    centre = Centre(agent(ADA, streets=3))
    centre.comes(7, STREETS, at=1)
    centre.comes(8, STREETS, at=5)
    centre.tell(Tick(31))
    centre.ready(ADA, at=32)

    there = Router.rebuilt(centre.router.snapshot())
    told = there.handle(OfferDeclined(40, 1))

    late = [one.contact for one in told if isinstance(one, Alarm) and one.trouble is Trouble.LATE]
    assert late == [8]
