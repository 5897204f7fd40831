"""What the customer needs in a case is kept for it alone, never why (CUS-04)."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.actions.needing import (
    NobodyToRemember,
    ask_need,
    forget_need,
    say_need_met,
)
from gensvar.operations.cases.models import CaseNeed
from gensvar.operations.customers.actions import NeedUnsaid, TellsOfHealth
from gensvar.operations.customers.models import Need

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def case(exempelby, eva):
    return open_case(exempelby, title="Grop", channel="phone", customer=eva, at=NOON)


def test_an_interpreter_is_noted_for_the_case_and_not_kept_with_the_customer(case, ada):
    asked = ask_need(case, what="interpreter", words=" ar,  bokad onsdag ", by=ada, at=NOON)

    assert (asked.what, asked.words, asked.met) == ("interpreter", "ar, bokad onsdag", "")
    assert not Need.objects.exists()
    told = EventRecord.objects.get(name="cases.case-need-asked")
    assert "interpreter" not in str(told.payload)


def test_with_the_customers_yes_it_is_kept_for_the_next_time_too(case, ada):
    ask_need(case, what="large-text", agreed=True, by=ada, at=NOON)

    assert Need.objects.get().customer == case.customer


def test_the_same_need_is_noted_once_with_the_newest_words(case, ada):
    ask_need(case, what="interpreter", words="ar", by=ada, at=NOON)
    ask_need(case, what="interpreter", words="ar, bokad", by=ada, at=LATER)

    assert CaseNeed.objects.get().words == "ar, bokad"
    assert EventRecord.objects.filter(name="cases.case-need-asked").count() == 1


def test_whether_it_was_met_is_said_and_said_anew(case, ada):
    asked = ask_need(case, what="relay", by=ada, at=NOON)
    for met in ("not-met", "met", "met"):
        say_need_met(asked, met=met, by=ada, at=LATER)

    asked.refresh_from_db()
    assert (asked.met, asked.met_by, asked.met_at) == ("met", ada, LATER)
    assert EventRecord.objects.filter(name="cases.case-need-met").count() == 2


def test_health_is_refused_and_other_needs_its_words(case, ada):
    with pytest.raises(TellsOfHealth):
        ask_need(case, what="other", words="har demens", by=ada, at=NOON)
    with pytest.raises(NeedUnsaid):
        ask_need(case, what="other", by=ada, at=NOON)
    assert not CaseNeed.objects.exists()


def test_of_nobody_nothing_is_kept_for_the_next_time(exempelby, ada):
    unknown = open_case(exempelby, title="Grop", channel="web", at=NOON)

    with pytest.raises(NobodyToRemember):
        ask_need(unknown, what="large-text", agreed=True, by=ada, at=NOON)


def test_a_mistake_is_taken_away(case, ada):
    asked = ask_need(case, what="relay", by=ada, at=NOON)
    for _time in range(2):
        forget_need(asked, by=ada, at=LATER)

    assert not CaseNeed.objects.exists()
    assert EventRecord.objects.filter(name="cases.case-need-forgotten").count() == 1
