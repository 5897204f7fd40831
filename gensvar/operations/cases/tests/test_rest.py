from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import (
    AlreadyClosed,
    NothingToTake,
    NotResting,
    RestIsOver,
    RestTooLong,
    close,
    describe,
    end_rest,
    join_contact,
    snooze,
    take_next,
    wake_due,
)
from gensvar.operations.cases.models import Snooze
from gensvar.operations.cases.queries.conditions import Conditions, matching

TOMORROW = NOON + timedelta(days=1)
WAITING = Conditions(lage="vantar-pa-oss")
RESTING = Conditions(vilar="ja")


@pytest.fixture
def case(begun, eva):
    return begun("Gropar", eva)


def listed(conditions, ada):
    return list(matching(conditions, me=ada.pk, at=NOON))


def woken(case):
    return EventRecord.objects.of_case(case.pk).filter(name="cases.case-woken").count()


def test_a_case_that_rests_waits_for_nobody_and_is_found_where_it_rests(case, ada, kundtjanst):
    snooze(case, until=TOMORROW, by=ada, at=NOON)

    assert listed(WAITING, ada) == []
    assert listed(RESTING, ada) == [case]
    assert listed(Conditions(), ada) == [case]
    with pytest.raises(NothingToTake):
        take_next(groups=[kundtjanst.pk], by=ada, at=NOON)


def test_it_comes_back_when_the_time_has_come_once_however_often_is_asked(case, ada):
    snooze(case, until=TOMORROW, by=ada, at=NOON)

    assert wake_due(at=TOMORROW - timedelta(seconds=1)) == 0
    assert [wake_due(at=TOMORROW) for _again in range(3)] == [1, 0, 0]
    assert (listed(WAITING, ada), woken(case)) == ([case], 1)
    assert Snooze.objects.get().why_ended == Snooze.Why.TIME


def test_the_customers_words_wake_it_and_the_time_does_not_do_so_again(case, said, eva, ada):
    snooze(case, until=TOMORROW, by=ada, at=NOON)

    said("Tack", eva, case=case)

    assert listed(WAITING, ada) == [case]
    assert Snooze.objects.get().why_ended == Snooze.Why.CONTACT
    assert wake_due(at=TOMORROW) == 0
    assert woken(case) == 1


def test_a_machines_words_do_not_wake_it(case, said, eva, ada):
    snooze(case, until=TOMORROW, by=ada, at=NOON)

    join_contact(case, said("Jag är på semester", eva), by=None, at=NOON, wakes=False)

    assert listed(RESTING, ada) == [case]


def test_a_new_rest_replaces_the_old_and_a_hand_ends_it(case, ada, bo):
    snooze(case, until=TOMORROW, by=ada, at=NOON)
    snooze(case, until=TOMORROW + timedelta(days=7), by=bo, at=NOON)
    assert wake_due(at=TOMORROW) == 0

    end_rest(case, by=bo, at=NOON)
    assert listed(WAITING, ada) == [case]
    with pytest.raises(NotResting):
        end_rest(case, by=bo, at=NOON)


def test_a_rest_that_makes_no_sense_is_refused(case, ada, gator):
    for refusal, until in ((RestIsOver, NOON), (RestTooLong, NOON + timedelta(days=400))):
        with pytest.raises(refusal):
            snooze(case, until=until, by=ada, at=NOON)
    snooze(case, until=TOMORROW, by=ada, at=NOON)
    describe(case, subject=gator, need_type="status", by=ada, at=NOON)
    close(case, by=ada, at=NOON)
    with pytest.raises(AlreadyClosed):
        snooze(case, until=TOMORROW, by=ada, at=NOON)

    wake_due(at=TOMORROW)
    assert Snooze.objects.get().why_ended == Snooze.Why.CLOSED
