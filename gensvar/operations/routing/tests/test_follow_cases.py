"""Cases that wait for whoever is free wait in queues, and whoever takes one by hand has it."""

from datetime import timedelta

import pytest

from gensvar.foundation.people.models import Group
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases import actions as case_actions
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing import actions
from gensvar.operations.routing.actions import follow_all, follow_case
from gensvar.operations.routing.models import Offer, Waiting
from gensvar.operations.routing.queries.places import offered_cases
from gensvar.operations.routing.tests.conftest import SECOND


@pytest.fixture
def mail(exempelby, eva, noon):
    """Let Eva write, which begins a case that nobody has."""

    def written(subject=None, *, channel="mail", group=None, language=""):
        contact = register_contact(
            exempelby, channel=channel, direction="in", customer=eva, at=noon, language=language
        )
        return open_case(
            exempelby,
            title="Gropar",
            channel=channel,
            contact=contact,
            subject=subject,
            group=group,
            at=noon,
        )

    return written


def waits_of(case):
    return Waiting.objects.now().filter(case=case)


def test_a_mail_that_nobody_has_waits_in_the_queue_for_its_subject(floor, mail, gator):
    own = floor.queue("Bara gator", "mail", 3600, subjects=[gator])

    about_streets, about_nothing = mail(gator), mail()
    for case in (about_streets, about_nothing):
        follow_case(case.pk, at=floor.at)

    assert waits_of(about_streets).get().queue == own
    assert waits_of(about_nothing).get().queue == floor.mail


def test_what_is_with_a_group_rests_or_is_confidential_waits_in_no_queue(
    floor, mail, exempelby, tek_gata, gator, ada
):
    few = AccessList.objects.create(client=exempelby, name="Få")
    hidden = Subject.objects.create(client=exempelby, area=gator.area, name="Oro", access=few)
    front = Group.objects.create(client=exempelby, code="FRONT", name="Front", is_front=True)
    with_group, at_the_front, resting = mail(group=tek_gata), mail(group=front), mail()
    secret, called = mail(hidden), mail(channel="phone")
    case_actions.snooze(resting, until=floor.at + timedelta(days=1), by=ada, at=floor.at)

    for case in Case.objects.all():
        follow_case(case.pk, at=floor.at)

    assert [wait.case for wait in Waiting.objects.now()] == [at_the_front]
    assert not waits_of(with_group) | waits_of(called) | waits_of(secret)


def test_whoever_accepts_has_the_case_and_room_again_when_it_is_not_their_turn(floor, mail, ada):
    floor.seat(ada)
    floor.turn()
    case = mail()
    follow_case(case.pk, at=floor.at)
    floor.turn(after=1)

    taken = floor.accepted(ada)
    case.refresh_from_db()
    assert case.agent == ada
    follow_case(case.pk, at=floor.at)
    assert Offer.objects.get(pk=taken.pk).state == "in-hand"

    case_actions.change_state(case, "waiting-for-customer", by=ada, at=floor.at)
    follow_case(case.pk, at=floor.at)

    assert Offer.objects.get(pk=taken.pk).state == "done"
    assert not waits_of(case)


def test_a_case_that_is_taken_by_hand_is_not_offered_any_more(floor, mail, ada, bo):
    floor.seat(ada)
    floor.turn()
    case = mail()
    follow_case(case.pk, at=floor.at)
    floor.turn(after=1)
    offer = floor.offered(ada)

    case_actions.take(case, by=bo, at=floor.at)
    with pytest.raises(actions.TakenByHand):
        actions.accept(offer, by=ada, at=floor.at)
    follow_case(case.pk, at=floor.at)

    offer.refresh_from_db()
    assert offer.state == "withdrawn"
    with pytest.raises(actions.TakenByHand):
        actions.accept(offer, by=ada, at=floor.at)
    assert Case.objects.get(pk=case.pk).agent == bo
    floor.turn(after=1)
    assert not Offer.objects.live().exists()


def test_who_was_faster_is_not_robbed(floor, mail, ada, bo):
    case = mail()

    case_actions.take(case, by=ada, at=floor.at, seen_with=None)

    with pytest.raises(case_actions.TakenMeanwhile) as refused:
        case_actions.take(case, by=bo, at=floor.at, seen_with=None)
    assert "Ada Lind" in refused.value.words()
    case_actions.take(case, by=bo, at=floor.at, seen_with=ada.pk)
    assert Case.objects.get(pk=case.pk).agent == bo


def test_the_next_that_is_taken_by_hand_is_not_on_offer_to_somebody(floor, mail, ada, bo):
    floor.seat(ada)
    floor.turn()
    first, second = mail(), mail()
    follow_case(first.pk, at=floor.at)
    floor.turn(after=1)
    assert floor.offered(ada)

    taken = case_actions.take_next(
        groups=[], by=bo, at=floor.at, leave=offered_cases().values("case")
    )

    assert taken == second


def test_following_twice_or_late_changes_nothing(floor, mail):
    case = mail()

    for _ in range(2):
        follow_case(case.pk, at=floor.at)
        assert follow_all(at=floor.at + SECOND) == 0

    assert Waiting.objects.filter(case=case).count() == 1


def test_cases_that_were_there_before_their_queue_are_found(floor, mail):
    case = mail(channel="web")
    follow_case(case.pk, at=floor.at)
    assert not waits_of(case)

    queue = floor.queue("Webben", "web", 3600)
    assert follow_all(at=floor.at) == 1

    assert waits_of(case).get().queue == queue


def test_one_who_writes_in_another_language_waits_for_somebody_who_speaks_it(floor, mail):
    case = mail(language="ar")

    follow_case(case.pk, at=floor.at)

    assert waits_of(case).get().language == "ar"


def test_a_case_that_changes_its_subject_changes_its_queue_and_keeps_nobody_waiting_twice(
    floor, mail, gator, ada
):
    own = floor.queue("Bara gator", "mail", 3600, subjects=[gator])
    case = mail()
    follow_case(case.pk, at=floor.at)
    case_actions.describe(case, subject=gator, by=ada, at=floor.at)

    follow_case(case.pk, at=floor.at)

    assert waits_of(case).get().queue == own


def test_what_no_queue_takes_is_not_looked_for_again_and_again(floor, mail, gator):
    floor.queue("Bara gator", "web", 3600, subjects=[gator])
    mail(channel="phone")
    mail(channel="web")

    assert follow_all(at=floor.at) == 0
