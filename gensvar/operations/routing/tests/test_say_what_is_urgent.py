"""What is urgent in a queue and who comes first by agreement: said by people, obeyed by all."""

import pytest

from gensvar.operations.cases import actions as cases
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.customers.models import Need
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import FirstNeed, Offer, Waiting
from gensvar.operations.routing.rules.priority import Urgent


@pytest.fixture
def mail(floor):
    """Let a customer's mail wait as a case."""

    def comes(customer=None, *, need_type="", after=0):
        floor.turn(after=after)
        contact = register_contact(
            floor.client, channel="mail", direction="in", customer=customer, at=floor.at
        )
        case = cases.open_case(
            floor.client,
            title="Gropar",
            channel="mail",
            at=floor.at,
            contact=contact,
            customer=customer,
            need_type=need_type,
        )
        actions.follow_case(case.pk, at=floor.at)
        return case

    return comes


def wait_of(case):
    return Waiting.objects.now().get(case=case)


def test_a_case_is_as_urgent_as_the_rules_of_its_queue_say(floor, cia, mail):
    rules = [Urgent("need", "status", 3), Urgent("need", "opinion", -2)]
    actions.set_priorities(floor.mail, rules, by=cia, at=floor.at)

    assert wait_of(mail(need_type="status")).priority == 3
    assert wait_of(mail(need_type="opinion")).priority == -2
    assert wait_of(mail(need_type="information")).priority == 0


def test_what_is_known_later_makes_a_waiting_case_urgent(floor, ada, cia, mail):
    actions.set_priorities(floor.mail, [Urgent("need", "status", 5)], by=cia, at=floor.at)
    first, second = mail(), mail(after=10)

    cases.describe(second, by=cia, at=floor.at, need_type="status")
    actions.follow_case(second.pk, at=floor.at)
    actions.give_seat(ada, client=floor.client, capacity={"mail": 1}, by=cia, at=floor.at)
    floor.assess(ada)
    floor.seated.append(ada)
    floor.ready(ada)
    floor.turn(after=1)

    assert Waiting.objects.get(contact=Offer.objects.get().contact).case == second
    assert wait_of(first).priority == 0


def test_who_comes_first_by_agreement_waits_as_vulnerable(floor, cia, eva, mail):
    Need.objects.create(customer=eva, client=floor.client, what="interpreter", since=floor.at)
    assert not wait_of(mail(eva)).is_vulnerable

    actions.set_first_needs(
        floor.client, ["interpreter"], agreed_in="Avtal 7, bilaga 2", by=cia, at=floor.at
    )

    assert wait_of(mail(eva)).is_vulnerable
    assert not wait_of(mail()).is_vulnerable
    Need.objects.update(until=floor.at)
    assert not wait_of(mail(eva)).is_vulnerable


def test_what_was_agreed_before_is_kept_with_its_time(floor, cia):
    actions.set_first_needs(floor.client, ["relay"], agreed_in="A", by=cia, at=floor.at)
    actions.set_first_needs(
        floor.client, ["relay", "extra-time"], agreed_in="A", by=cia, at=floor.at
    )
    assert FirstNeed.objects.count() == 2
    actions.set_first_needs(floor.client, [], agreed_in="", by=cia, at=floor.at)

    assert not FirstNeed.objects.now().exists()
    assert FirstNeed.objects.count() == 2


@pytest.mark.parametrize(
    ("rules", "refusal"),
    [
        ([Urgent("mood", "bad", 1)], actions.BadRule),
        ([Urgent("need", "", 1)], actions.BadRule),
        ([Urgent("need", "status", 0)], actions.BadRule),
        ([Urgent("need", "status", 6)], actions.BadRule),
        ([Urgent("need", "status", 1), Urgent("need", "status", 2)], actions.TwiceTheSame),
    ],
)
def test_rules_that_say_nothing_are_refused_and_the_old_ones_stay(floor, cia, rules, refusal):
    actions.set_priorities(floor.mail, [Urgent("need", "status", 1)], by=cia, at=floor.at)

    with pytest.raises(refusal):
        actions.set_priorities(floor.mail, rules, by=cia, at=floor.at)

    assert floor.mail.priority_rules.get().priority == 1
