"""Which contact an agent is offered, and what waiting does."""

from collections import Counter
from dataclasses import replace
from heapq import heapify, heappop, heappush
from random import Random

import pytest

from gensvar.science.routing.commands import Alarm, Offer, Overflow, Reason, Trouble, Withdraw
from gensvar.science.routing.events import (
    AgentAway,
    AgentReady,
    ContactChanged,
    ContactLeft,
    ContactWaits,
    OfferAccepted,
    QueueClosed,
    QueueOpened,
    Tick,
    WorkEnded,
)
from gensvar.science.routing.explained import sentence
from gensvar.science.routing.handling import Unknown
from gensvar.science.routing.router import Router
from gensvar.science.routing.rows import Contact, Policy, Queue, Step
from gensvar.science.routing.tests.made import (
    ADA,
    BO,
    CHILDCARE,
    MAIL,
    QUEUES,
    STREETS,
    Centre,
    agent,
    offers,
    only,
)


def test_the_first_to_come_is_the_first_to_be_served():
    centre = Centre(agent(ADA, streets=3))
    for number, at in ((7, 1.0), (8, 2.0), (9, 3.0)):
        centre.comes(number, STREETS, at=at)

    assert served(centre, ADA, at=10) == [7, 8, 9]


def test_arrival_and_goal_make_the_order():
    centre = Centre(agent(ADA, streets=3, childcare=3))
    centre.comes(7, STREETS, at=1, goal_seconds=60)
    centre.comes(8, CHILDCARE, at=20, goal_seconds=30)

    assert served(centre, ADA, at=21) == [8, 7]


def test_of_two_that_count_the_same_the_first_to_come_is_first():
    centre = Centre(agent(ADA, streets=3, childcare=3))
    centre.comes(7, STREETS, at=10, goal_seconds=30)
    centre.comes(8, CHILDCARE, at=11, arrived_at=0, goal_seconds=40)

    assert served(centre, ADA, at=12) == [8, 7]


def test_priority_comes_earlier_and_is_passed_in_time():
    """PRO-04: a step of priority is worth a minute, and no more."""
    centre = Centre(agent(ADA, streets=3))
    centre.comes(7, STREETS, at=0)
    centre.comes(8, STREETS, at=59, priority=1)
    centre.comes(9, STREETS, at=61, priority=1)

    assert served(centre, ADA, at=70) == [8, 7, 9]


def test_a_mail_is_not_starved_by_callers():
    """PRO-04: callers come faster than they are handled, and a mail of an hour's goal is taken."""
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)
    centre.comes(0, STREETS, at=0)
    centre.comes(1, MAIL, at=1, goal_seconds=3600)
    in_hand, caller, at = 0, 2, 0
    while in_hand != 1:
        at += 40
        while caller * 30 - 30 < at:
            centre.comes(caller, STREETS, at=caller * 30 - 30)
            caller += 1
        [(in_hand, _)] = offers(centre.tell(WorkEnded(at, ADA, in_hand)))

    assert 3_600 < at < 5_000
    assert len(centre.router.moves.turns) > 30


def test_vulnerable_customers_come_first_where_it_is_agreed():
    agreed = Queue(9, 1, "phone", (Step(0, "streets"),), vulnerable_seconds=600)
    centre = Centre(agent(ADA, streets=3), queues=[*QUEUES, agreed])
    centre.comes(7, 9, at=1)
    centre.comes(8, 9, at=500, is_vulnerable=True)
    centre.comes(9, STREETS, at=501, is_vulnerable=True)

    assert served(centre, ADA, at=600) == [8, 7, 9]


def test_a_specialist_takes_what_they_know_best_when_all_else_is_alike():
    policy = Policy(level_seconds=10)
    centre = Centre(agent(ADA, streets=4, childcare=2), policy=policy)
    centre.comes(7, CHILDCARE, at=0)
    centre.comes(8, STREETS, at=19)

    assert served(centre, ADA, at=20) == [8, 7]


def test_a_step_asks_more_people_and_is_told():
    steps = (Step(0, "streets", 3), Step(20, "streets", 1), Step(40, "childcare"))
    queue = Queue(9, 1, "phone", steps)
    centre = Centre(agent(ADA, streets=2), agent(BO, childcare=1), queues=[queue])
    centre.ready(ADA, BO)
    for number in (7, 8):
        centre.comes(number, 9, at=1)

    assert centre.router.next_wake == 21
    relaxed = centre.tell(Tick(21))
    overflowed = centre.tell(Tick(41))

    assert offers(relaxed) == [(7, ADA)]
    assert [(one.contact, one.step) for one in relaxed if isinstance(one, Overflow)] == [
        (7, 1),
        (8, 1),
    ]
    assert offers(overflowed) == [(8, BO)]
    assert only(Overflow, overflowed).step == 2


def test_a_step_may_stop_asking_for_the_language():
    queue = Queue(9, 1, "phone", (Step(0, "streets"), Step(30, "streets", any_language=True)))
    centre = Centre(agent(BO, streets=3), queues=[queue])
    centre.ready(BO)

    assert offers(centre.comes(7, 9, at=0, language="ar")) == []
    assert offers(centre.tell(Tick(30))) == [(7, BO)]


def test_after_a_while_those_who_do_not_speak_the_language_are_asked_too():
    """CUS-04: Ahmed speaks Arabic, Ada is busy; Bo, who does not, is asked after 60 seconds."""
    queue = Queue(9, 1, "phone", (Step(0, "streets"),), language_seconds=60)
    centre = Centre(agent(ADA, streets=3), agent(BO, streets=3), queues=[queue])
    centre.ready(BO)

    assert offers(centre.comes(7, 9, at=0, language="ar")) == []
    assert offers(centre.tell(Tick(59))) == []
    late = centre.tell(Tick(60))
    assert offers(late) == [(7, BO)]
    assert sentence(only(Offer, late).why).startswith("The customer speaks ar, and whoever is")


def test_whoever_speaks_the_language_and_is_free_in_time_takes_the_contact():
    queue = Queue(9, 1, "phone", (Step(0, "streets"),), language_seconds=60)
    centre = Centre(
        agent(ADA, streets=3, languages={"sv", "ar"}), agent(BO, streets=3), queues=[queue]
    )
    centre.ready(BO)
    centre.comes(7, 9, at=0, language="ar")

    assert offers(centre.ready(ADA, at=40)) == [(7, ADA)]


def test_a_closed_queue_keeps_its_contacts_and_their_places():
    centre = Centre(agent(ADA, streets=3))
    centre.comes(7, STREETS, at=1)
    centre.tell(QueueClosed(2, STREETS))
    centre.comes(8, STREETS, at=3)

    assert offers(centre.ready(ADA, at=4)) == []
    assert offers(centre.tell(QueueOpened(5, STREETS))) == [(7, ADA)]


def test_a_callback_keeps_its_place_before_whoever_came_later():
    """SKE-08: A wants a callback from 10:00:00, B waits from 10:00:10, one agent free at 10:05."""
    centre = Centre(agent(ADA, streets=3))
    callback = Contact(1, STREETS, 0, 30)
    centre.tell(ContactWaits(0, callback))
    centre.comes(2, STREETS, at=10)

    first = only(Offer, centre.ready(ADA, at=300))
    centre.tell(OfferAccepted(300, first.offer))
    # No answer within 25 seconds: A is tried again later, and B is served.
    centre.tell(ContactWaits(325, replace(callback, not_before_at=900)))
    centre.comes(3, STREETS, at=800)

    assert offers(centre.told) == [(1, ADA), (2, ADA)]
    assert offers(centre.tell(Tick(900))) == []
    assert offers(centre.tell(WorkEnded(901, ADA, 2))) == [(1, ADA)]


def test_a_contact_that_left_and_comes_again_takes_its_old_place():
    """What a lane still holds of its first turn is not taken for the second."""
    centre = Centre(agent(ADA, streets=3))
    for _again in range(3):
        centre.comes(1, STREETS, at=0)
        centre.comes(2, STREETS, at=10)
        centre.tell(ContactLeft(20, 1))
    centre.comes(1, STREETS, at=30, arrived_at=0)

    assert offers(centre.ready(ADA, at=300)) == [(1, ADA)]


def test_a_day_with_75_callbacks_and_4_agents_has_no_inversions():
    """EXT-06: nobody who came later in the same queue is served before a callback that waits."""
    random, centre = Random(75), Centre(*(agent(number, streets=3) for number in range(1, 5)))
    centre.ready(1, 2, 3, 4)
    arrivals = [random.uniform(0, 28_800) for _ in range(450)]
    moments = [(at, number, "comes") for number, at in enumerate(sorted(arrivals))]
    callbacks = set(random.sample(range(450), 75))
    heapify(moments)
    tries: Counter[int] = Counter()
    served, waiting = [], {}
    while moments:
        at, number, what = heappop(moments)
        if what == "comes":
            waiting[number] = arrived_at = sorted(arrivals)[number]
            told = centre.comes(number, STREETS, at=at, arrived_at=arrived_at)
        else:
            told = centre.tell(WorkEnded(at, centre.router.moves.turns[number].seat.id, number))
        for contact, _ in offers(told):
            arrived_at = waiting.pop(contact)
            assert all(arrived_at <= other for other in waiting.values()), "an inversion"
            tries[contact] += 1
            served.append(contact)
            is_missed = contact in callbacks and tries[contact] == 1 and random.random() < 0.3
            heappush(moments, (at + random.expovariate(1 / 240), contact, "ends"))
            if is_missed:
                heappush(moments, (at + 3_600, contact, "comes"))

    assert set(served) == set(range(450))
    assert any(tries[number] == 2 for number in callbacks)


def test_a_callback_is_not_made_before_its_time():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)

    assert offers(centre.comes(7, STREETS, at=1, not_before_at=100)) == []
    assert centre.router.next_wake == 100
    assert offers(centre.tell(Tick(100))) == [(7, ADA)]


def test_whoever_hangs_up_is_withdrawn_and_the_agent_keeps_their_place():
    centre = Centre(agent(ADA, streets=3), agent(BO, streets=3))
    centre.ready(ADA, at=1)
    centre.ready(BO, at=2)
    centre.comes(7, STREETS, at=3)

    told = centre.tell(ContactLeft(4, 7))

    assert only(Withdraw, told).reason is Reason.LEFT
    assert offers(centre.comes(8, STREETS, at=5)) == [(8, ADA)]


def test_an_offer_accepted_after_it_was_withdrawn_is_too_late():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)
    [offer] = centre.comes(7, STREETS, at=1)
    centre.tell(ContactLeft(2, 7))

    assert centre.tell(OfferAccepted(3, offer.offer)) == [
        Withdraw(3, offer.offer, None, None, Reason.TOO_LATE)
    ]
    assert offers(centre.comes(8, STREETS, at=4)) == [(8, ADA)]


def test_a_contact_that_changes_is_offered_to_whoever_fits_now():
    centre = Centre(agent(ADA, streets=3), agent(BO, streets=1, languages=("ar",)))
    centre.ready(ADA, BO)
    centre.comes(7, STREETS, at=1)

    told = centre.tell(ContactChanged(2, Contact(7, STREETS, 1, 30, language="ar")))

    assert only(Withdraw, told).reason is Reason.NO_LONGER_FITS
    assert offers(told) == [(7, BO)]


def test_a_contact_handed_on_goes_to_somebody_else():
    centre = Centre(agent(ADA, streets=4), agent(BO, streets=1))
    centre.ready(ADA, BO)
    centre.taken(7, STREETS, at=1)

    told = centre.tell(ContactWaits(9, Contact(7, STREETS, 1, 30)))

    assert offers(told) == [(7, BO)]


def test_late_and_unserved_contacts_are_told_once():
    centre = Centre(agent(ADA, streets=3))

    told = centre.comes(7, STREETS, at=1) + centre.comes(8, STREETS, at=2)
    late = centre.tell(Tick(31)) + centre.tell(Tick(31.5))

    assert [one.trouble for one in told] == [Trouble.NOBODY]
    assert late == [Alarm(31, Trouble.LATE, 7)]
    centre.ready(ADA, at=40)
    assert only(Alarm, centre.tell(AgentAway(41, ADA))).trouble is Trouble.NOBODY


def test_what_was_never_told_of_is_refused_and_changes_nothing():
    router = Router()

    with pytest.raises(Unknown, match="no agent 5"):
        router.handle(AgentReady(0, 5))
    with pytest.raises(Unknown, match="no queue 5"):
        router.handle(ContactWaits(0, Contact(7, 5, 0, 30)))
    assert router.snapshot().contacts == ()


def test_a_contact_without_a_time_is_refused():
    centre = Centre()

    with pytest.raises(ValueError, match="contact 7 lacks"):
        centre.comes(7, STREETS, at=1, goal_seconds=float("nan"))


@pytest.mark.parametrize(
    ("begins", "last_agent_seconds"), [((), 0), ((5,), 0), ((0, 20, 10), 0), ((0, 10), 15)]
)
def test_a_queue_whose_steps_make_no_sense_is_refused(begins, last_agent_seconds):
    steps = tuple(Step(begin, "streets") for begin in begins)

    with pytest.raises(ValueError, match="queue 1"):
        Queue(1, 1, "phone", steps, last_agent_seconds=last_agent_seconds)


def test_an_event_that_comes_late_counts_as_now():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA, at=10)

    [offer] = centre.comes(7, STREETS, at=4)

    assert offer.at == 10


def served(centre, agent, *, at):
    """Let an agent take one contact after the other; return the order."""
    order = []
    told = centre.ready(agent, at=at)
    while offered := offers(told):
        [(contact, _)] = offered
        order.append(contact)
        told = centre.tell(WorkEnded(at, agent, contact))
    return order
