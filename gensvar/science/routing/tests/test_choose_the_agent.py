"""Which agent a contact is offered to."""

import doctest
from heapq import heappop
from importlib import import_module

import pytest

from gensvar.science.routing.commands import Chosen, Offer, Trouble
from gensvar.science.routing.events import (
    AgentAway,
    AgentBusy,
    AgentChanged,
    ContactChanged,
    OfferDeclined,
    OfferTimedOut,
    Tick,
    WorkEnded,
)
from gensvar.science.routing.explained import Because, parts, sentence
from gensvar.science.routing.rows import Contact, Policy, Queue, Skill, Step
from gensvar.science.routing.state import tidied
from gensvar.science.routing.tests.made import (
    ADA,
    BO,
    CAPACITY,
    CHAT,
    CHILDCARE,
    CIA,
    MAIL,
    STREETS,
    Centre,
    agent,
    offers,
    only,
)


def test_a_call_in_arabic_about_childcare_goes_to_ada():
    """PRO-03: and the explanation lists language, then subject, then idle."""
    centre = Centre(
        agent(ADA, childcare=3, languages=("sv", "en", "ar")), agent(BO, childcare=4, streets=3)
    )
    centre.ready(BO, at=0)
    centre.ready(ADA, at=50)

    offer = only(Offer, centre.comes(7, CHILDCARE, at=100, language="ar"))

    assert offer.agent == ADA
    told = [part.because for part in parts(offer.why)]
    assert told == [Because.LANGUAGE, Because.SKILL, Because.WAITED, Because.IDLE]
    assert sentence(offer.why) == (
        "You speak ar, you know childcare at level 3, it had waited 0 s, "
        "you had been free the longest (50 s)."
    )


def test_the_best_level_comes_before_the_longest_idle():
    centre = Centre(agent(ADA, streets=2), agent(BO, streets=4), agent(CIA, streets=4))
    centre.ready(ADA, at=1)
    centre.ready(CIA, at=2)
    centre.ready(BO, at=3)

    assert [offers(centre.comes(n, STREETS, at=10)) for n in (7, 8, 9)] == [
        [(7, CIA)],
        [(8, BO)],
        [(9, ADA)],
    ]


def test_whoever_ends_work_goes_last_among_the_idle():
    centre = Centre(agent(ADA, streets=3), agent(BO, streets=3))
    centre.ready(ADA, BO)
    centre.taken(7, STREETS, at=1)

    centre.tell(WorkEnded(5, ADA, 7))

    assert offers(centre.comes(8, STREETS, at=6)) == [(8, BO)]
    assert offers(centre.comes(9, STREETS, at=6)) == [(9, ADA)]


def test_a_client_is_served_only_by_its_own_agents():
    energy = Queue(9, 2, "phone", (Step(0, "streets"),))
    centre = Centre(agent(ADA, streets=4), agent(BO, streets=1, clients=(2,)), queues=[energy])
    centre.ready(ADA, BO)

    assert offers(centre.comes(7, 9, at=1)) == [(7, BO)]


def test_a_gap_in_competence_keeps_the_subject_away():
    """PPL-02: Bo has Försörjningsstöd at 1 where 2 is asked for."""
    support = Queue(9, 1, "phone", (Step(0, "income support", level=2),))
    bo = agent(BO, **{"income support": 1})
    centre = Centre(bo, queues=[support])
    centre.ready(BO)

    assert offers(centre.comes(7, 9, at=1)) == []
    assert offers(centre.tell(AgentChanged(2, agent(BO, **{"income support": 2})))) == [(7, BO)]


def test_an_expired_course_takes_the_subject_away():
    """PPL-04: the course ends with 31 March; on 1 April the subject does not go to Bo."""
    centre = Centre(agent(BO, childcare=(3, 1000.0), streets=3))
    centre.ready(BO)
    centre.taken(7, CHILDCARE, at=999)
    centre.tell(WorkEnded(999.5, BO, 7))

    assert offers(centre.comes(8, CHILDCARE, at=1000)) == []
    assert offers(centre.comes(9, STREETS, at=1001)) == [(9, BO)]


def test_an_open_offer_of_a_subject_that_expires_is_withdrawn():
    centre = Centre(agent(BO, childcare=(3, 1000.0)), agent(ADA, childcare=1))
    centre.ready(BO)
    centre.comes(7, CHILDCARE, at=999)
    centre.ready(ADA, at=999.5)

    assert centre.router.next_wake == 1000
    assert offers(centre.tell(Tick(1000))) == [(7, ADA)]


def test_a_caller_interrupts_a_mail_but_never_another_caller():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)
    centre.taken(7, MAIL, at=1, goal_seconds=10_000)

    offer = centre.taken(8, STREETS, at=2)

    assert Because.INTERRUPTS in [part.because for part in parts(offer.why)]
    assert offers(centre.comes(9, STREETS, at=3)) == []


def test_somebody_free_comes_before_an_interruption():
    centre = Centre(agent(ADA, streets=4), agent(BO, streets=1))
    centre.ready(ADA, BO)
    centre.taken(7, MAIL, at=1, goal_seconds=10_000)

    assert offers(centre.comes(8, STREETS, at=2)) == [(8, BO)]


def test_a_mail_past_its_goal_is_not_interrupted():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)
    centre.taken(6, STREETS, at=0)
    centre.tell(WorkEnded(0.5, ADA, 6))
    centre.taken(7, MAIL, at=1, goal_seconds=100)

    assert offers(centre.comes(8, STREETS, at=101)) == []


def test_an_accepted_call_sends_an_offered_mail_back():
    centre = Centre(agent(ADA, streets=3), agent(BO, streets=2))
    centre.ready(ADA)
    centre.comes(7, MAIL, at=1, goal_seconds=10_000)
    centre.taken(8, STREETS, at=2)

    assert [type(one).__name__ for one in centre.told[-2:]] == ["Withdraw", "Requeue"]
    assert offers(centre.ready(BO, at=3)) == [(7, BO)]


def test_chats_fill_an_agent_to_capacity_and_no_further():
    centre = Centre(agent(ADA, streets=3, capacity={"chat": 2}))
    centre.ready(ADA)

    told = [offers(centre.comes(number, CHAT, at=number)) for number in (1, 2, 3)]

    assert told == [[(1, ADA)], [(2, ADA)], []]


def test_the_last_agent_is_waited_for_a_while_and_no_longer():
    streets = Queue(STREETS, 1, "phone", (Step(0, "streets"),), last_agent_seconds=15)
    centre = Centre(agent(ADA, streets=1), agent(BO, streets=4), queues=[streets])
    centre.ready(ADA, BO)
    centre.taken(6, STREETS, at=1, last_agent=ADA)

    assert offers(centre.comes(7, STREETS, at=2, last_agent=ADA)) == []
    assert centre.router.next_wake == 17
    assert offers(centre.tell(Tick(17))) == [(7, BO)]


def test_the_last_agent_is_preferred_and_says_so():
    streets = Queue(STREETS, 1, "phone", (Step(0, "streets"),), last_agent_seconds=15)
    centre = Centre(agent(ADA, streets=1), agent(BO, streets=4), queues=[streets])
    centre.ready(ADA, BO)

    offer = only(Offer, centre.comes(7, STREETS, at=2, last_agent=ADA))

    assert offer.agent == ADA
    assert parts(offer.why)[0].because is Because.LAST_AGENT


@pytest.mark.parametrize("last_agent", [ADA, 99])
def test_a_last_agent_who_is_not_here_is_not_waited_for(last_agent):
    streets = Queue(STREETS, 1, "phone", (Step(0, "streets"),), last_agent_seconds=15)
    centre = Centre(agent(ADA, streets=1), agent(BO, streets=4), queues=[streets])
    centre.ready(BO)

    assert offers(centre.comes(7, STREETS, at=2, last_agent=last_agent)) == [(7, BO)]


def test_whoever_waits_for_an_agent_who_goes_is_for_all_again():
    streets = Queue(STREETS, 1, "phone", (Step(0, "streets"),), last_agent_seconds=15)
    centre = Centre(agent(ADA, streets=1), agent(BO, streets=4), queues=[streets])
    centre.ready(ADA, BO)
    centre.tell(AgentBusy(1, ADA))
    centre.comes(7, STREETS, at=2, last_agent=ADA)

    assert offers(centre.tell(AgentAway(3, ADA))) == [(7, BO)]


def test_whoever_waits_for_an_agent_who_loses_the_skill_is_for_all_again():
    streets = Queue(STREETS, 1, "phone", (Step(0, "streets"),), last_agent_seconds=15)
    centre = Centre(agent(ADA, streets=(1, 3.0)), agent(BO, streets=4), queues=[streets])
    centre.ready(ADA, BO)
    centre.tell(AgentBusy(1, ADA))
    centre.comes(7, STREETS, at=2, last_agent=ADA)

    assert offers(centre.tell(Tick(3))) == [(7, BO)]


def test_whoever_declines_goes_last_among_the_idle():
    centre = Centre(*(agent(number, streets=3) for number in (ADA, BO, CIA)))
    centre.ready(ADA, at=1)
    centre.ready(BO, at=2)
    centre.ready(CIA, at=3)
    offer = only(Offer, centre.comes(7, STREETS, at=4))

    assert offers(centre.tell(OfferDeclined(5, offer.offer))) == [(7, BO)]
    assert offers(centre.comes(8, STREETS, at=6)) == [(8, CIA)]


def test_a_contact_that_moves_to_another_channel_takes_its_room_with_it():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)
    centre.taken(6, STREETS, at=0)
    centre.tell(WorkEnded(0.5, ADA, 6))
    centre.taken(5, CHAT, at=0.6)
    centre.tell(WorkEnded(0.7, ADA, 5))
    centre.taken(7, MAIL, at=1, goal_seconds=10_000)

    centre.tell(ContactChanged(2, Contact(7, CHAT, 1, 10_000)))

    assert offers(centre.comes(8, STREETS, at=3)) == []
    assert offers(centre.comes(9, CHAT, at=4)) == [(9, ADA)]
    centre.tell(WorkEnded(5, ADA, 9))
    assert offers(centre.tell(WorkEnded(6, ADA, 7))) == [(8, ADA)]


def test_nothing_is_offered_to_the_busy_or_the_absent():
    centre = Centre(agent(ADA, streets=3), agent(BO, streets=3))
    centre.ready(ADA, BO)
    centre.tell(AgentBusy(1, ADA))
    centre.tell(AgentAway(1, BO))

    assert offers(centre.comes(7, STREETS, at=2)) == []
    assert offers(centre.ready(ADA, at=3)) == [(7, ADA)]


def test_whoever_declines_is_not_asked_again_for_a_while():
    centre = Centre(agent(ADA, streets=3), policy=Policy(declined_seconds=40))
    centre.ready(ADA)
    offer = only(Offer, centre.comes(7, STREETS, at=1))

    assert offers(centre.tell(OfferDeclined(5, offer.offer))) == []
    assert offers(centre.comes(8, CHAT, at=6)) == [(8, ADA)]
    centre.tell(WorkEnded(7, ADA, 8))
    assert offers(centre.tell(Tick(44))) == []
    assert offers(centre.tell(Tick(45))) == [(7, ADA)]


def test_whoever_lets_an_offer_pass_counts_as_away_and_somebody_is_told():
    centre = Centre(agent(ADA, streets=3), agent(BO, streets=1))
    centre.ready(ADA, BO)
    offer = only(Offer, centre.comes(7, STREETS, at=1))

    told = centre.tell(OfferTimedOut(21, offer.offer))

    assert offers(told) == [(7, BO)]
    assert [(one.trouble, one.agent) for one in told if hasattr(one, "trouble")] == [
        (Trouble.UNANSWERED, ADA)
    ]
    assert offers(centre.comes(8, STREETS, at=22)) == []
    assert offers(centre.ready(ADA, at=23)) == [(8, ADA)]


def test_an_offer_says_what_there_was_to_choose_from():
    centre = Centre(agent(ADA, streets=3))
    centre.ready(ADA)
    first = centre.taken(7, STREETS, at=1)
    centre.comes(8, STREETS, at=2)

    second = only(Offer, centre.tell(WorkEnded(40, ADA, 7)))

    assert first.why.chosen is Chosen.AGENT
    assert second.why.chosen is Chosen.CONTACT
    assert "8 s past its goal" in sentence(second.why)


def test_an_agent_with_a_skill_twice_or_a_level_of_seven_is_refused():
    with pytest.raises(ValueError, match="a skill twice"):
        agent(ADA).__class__(1, (Skill("a", 1), Skill("a", 2)), frozenset(), frozenset(), CAPACITY)
    with pytest.raises(ValueError, match="not 0 to 4"):
        Skill("a", 7)


def test_what_is_tidied_is_in_order():
    heap = [(1,), (5,), (2,), (6,), (7,), (3,), (4,)]

    tidied(heap, lambda entry: entry != (1,))

    assert [heappop(heap) for _ in range(6)] == [(2,), (3,), (4,), (5,), (6,), (7,)]


@pytest.mark.parametrize("name", ["router", "rows", "explained"])
def test_the_examples_in_the_text_are_so(name):
    found = doctest.testmod(import_module(f"gensvar.science.routing.{name}"))

    assert found.attempted
    assert not found.failed
