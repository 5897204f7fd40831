from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import (
    LeavesInThePast,
    LeavesTooLate,
    Offer,
    answer,
    describe,
    join_contact,
    open_case,
    promise_answer,
    settle_planned,
    take_back,
)
from gensvar.operations.cases.models import Case, PlannedAnswer, Promise, PromiseEnd, State
from gensvar.operations.casetypes.actions import add_type, set_moves
from gensvar.operations.contacts.actions import begin_sending
from gensvar.operations.contacts.models import Outgoing

TOMORROW = NOON + timedelta(days=1)


@pytest.fixture
def case(begun, eva):
    return begun("Gropar", eva)


@pytest.fixture
def plan(case, ada):
    def planned(text="I morgon lagar vi.", **more):
        given = {"leaves_at": TOMORROW, "by": ada, "at": NOON, **more}
        return answer(case, text, channel="mail", **given)

    return planned


def state_of(case):
    return Case.objects.get(pk=case.pk).state


def answers(case):
    return EventRecord.objects.of_case(case.pk).filter(name="cases.case-answered").count()


def test_nobody_has_been_answered_before_it_leaves(case, plan):
    outgoing = plan()

    assert outgoing.not_before == TOMORROW
    assert (state_of(case), answers(case)) == (State.WAITING_FOR_US, 0)
    assert settle_planned(at=TOMORROW - timedelta(seconds=1)) == 0

    assert [settle_planned(at=TOMORROW) for _again in range(2)] == [1, 0]
    assert (state_of(case), answers(case)) == (State.WAITING_FOR_CUSTOMER, 1)


def test_it_is_taken_back_until_it_leaves_and_nothing_else_changes(case, plan, ada):
    outgoing = plan()

    take_back(case, outgoing, by=ada, at=TOMORROW - timedelta(minutes=1))

    assert Outgoing.objects.get().state == Outgoing.State.CANCELLED
    assert settle_planned(at=TOMORROW) == 0
    assert (state_of(case), answers(case)) == (State.WAITING_FOR_US, 0)


def test_the_customers_words_withdraw_it(case, plan, said, eva):
    plan()

    said("Det är redan lagat", eva, case=case, at=NOON + timedelta(hours=1))

    assert Outgoing.objects.get().state == Outgoing.State.CANCELLED
    assert settle_planned(at=TOMORROW) == 0


def test_a_machines_words_do_not(case, plan, said, eva):
    plan()

    join_contact(case, said("Jag är borta", eva), by=None, at=NOON, wakes=False)

    assert Outgoing.objects.get().state == Outgoing.State.QUEUED


def test_another_answer_before_it_withdraws_it(case, plan, bo):
    planned = plan()

    answer(case, "Redan klart.", channel="mail", by=bo, at=NOON + timedelta(hours=1))

    assert Outgoing.objects.get(pk=planned.pk).state == Outgoing.State.CANCELLED


def test_words_that_come_while_it_is_being_sent_find_their_case(case, plan, said, eva):
    outgoing = plan()
    begin_sending(outgoing, until=TOMORROW, at=NOON)

    contact = said("Hej", eva, case=case)

    assert contact in case.contacts.all()
    assert PlannedAnswer.objects.get().settled_at is not None


def test_an_answer_that_ends_the_case_does_so_when_it_leaves(case, plan, ada, gator):
    describe(case, subject=gator, need_type="status", by=ada, at=NOON)
    plan(next_state=State.CLOSED)
    assert state_of(case) == State.WAITING_FOR_US

    settle_planned(at=TOMORROW)
    assert state_of(case) == State.CLOSED


def test_an_answer_that_cannot_end_the_case_waits_for_the_customer(case, plan):
    plan(next_state=State.CLOSED)

    assert settle_planned(at=TOMORROW) == 1
    assert state_of(case) == State.WAITING_FOR_CUSTOMER


@pytest.mark.parametrize(
    ("refusal", "leaves_at"),
    [(LeavesInThePast, NOON), (LeavesTooLate, NOON + timedelta(days=400))],
)
def test_a_time_that_makes_no_sense_is_refused(plan, refusal, leaves_at):
    with pytest.raises(refusal):
        plan(leaves_at=leaves_at)
    assert not Outgoing.objects.exists()


def test_it_keeps_what_was_promised_once_it_leaves_and_not_before(case, plan, ada):
    promise_answer(case, Offer(due_on=TOMORROW.date()), by=ada, at=NOON)
    plan()
    assert Promise.objects.standing().exists()

    settle_planned(at=TOMORROW)

    assert not Promise.objects.standing().exists()
    assert PromiseEnd.objects.get().outcome == PromiseEnd.Outcome.KEPT


def test_it_goes_no_way_that_the_type_of_the_case_has_not(case, plan, exempelby, ada):
    faults = add_type(exempelby, "fault-reporting", by=None, at=NOON)
    gone = ("reported", "waiting-for-customer")
    kept = [one for one in faults.template.moves if (one.start, one.to) != gone]
    set_moves(faults, kept, by=ada, at=NOON)
    describe(case, type=faults, by=ada, at=NOON)
    plan()

    settle_planned(at=TOMORROW)

    assert (state_of(case), answers(case)) == (State.WAITING_FOR_US, 1)


def test_another_case_keeps_its_plan(case, plan, exempelby, eva, said, ada):
    plan()
    other = open_case(exempelby, title="Annat", channel="mail", customer=eva, at=NOON)

    said("Om det andra", eva, case=other)

    assert Outgoing.objects.get().state == Outgoing.State.QUEUED
