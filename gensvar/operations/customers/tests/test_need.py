import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.customers.actions import (
    NeedHasEnded,
    NeedUnsaid,
    NotAgreed,
    TellsOfHealth,
    change_customer,
    end_need,
    note_need,
)
from gensvar.operations.customers.models import Need
from gensvar.operations.customers.queries import needs_of
from gensvar.operations.customers.rules.needs import health_in, in_short


def test_a_need_is_kept_with_the_customer_and_told_once(eva, ada):
    for _time in range(2):
        note_need(eva, what="large-text", agreed=True, by=ada, at=NOON)

    assert [need.what for need in needs_of(eva)] == ["large-text"]
    told = EventRecord.objects.get(name="customers.need-noted")
    assert "large-text" not in str(told.payload)


def test_ahmed_needs_arabic_with_an_interpreter_and_no_more_is_kept(eva, ada):
    change_customer(eva, by=ada, at=NOON, language="ar")
    need = note_need(eva, what="interpreter", agreed=True, by=ada, at=NOON)

    assert in_short(eva.language, [need.what]) == "ar + interpreter"
    assert need.words == ""


def test_nothing_is_kept_that_the_customer_has_not_agreed_to(eva, ada):
    with pytest.raises(NotAgreed):
        note_need(eva, what="large-text", agreed=False, by=ada, at=NOON)
    assert not Need.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        "har demens",
        "Dyslexi, läser långsamt",
        "ADHD",
        "hennes diagnos är svår",
        "psykiskt sjuk",
        "has Parkinson's",
    ],
)
def test_a_reason_that_tells_of_health_is_refused(eva, ada, words):
    with pytest.raises(TellsOfHealth) as refusal:
        note_need(eva, what="other", words=words, agreed=True, by=ada, at=NOON)
    assert health_in(words) in refusal.value.words()
    assert not Need.objects.exists()


@pytest.mark.parametrize(
    "words",
    ["ring efter klockan 15", "tydliga rubriker", "arabiska", "ingång utan trösklar", "salsa"],
)
def test_a_need_in_plain_words_is_kept(eva, ada, words):
    assert note_need(eva, what="other", words=words, agreed=True, by=ada, at=NOON).words == words


def test_something_else_needs_words(eva, ada):
    with pytest.raises(NeedUnsaid):
        note_need(eva, what="other", words="  ", agreed=True, by=ada, at=NOON)


def test_a_need_ends_and_may_come_again(eva, ada):
    need = note_need(eva, what="large-text", agreed=True, by=ada, at=NOON)
    end_need(need, by=ada, at=NOON)

    assert needs_of(eva) == []
    with pytest.raises(NeedHasEnded):
        end_need(need, by=ada, at=NOON)
    note_need(eva, what="large-text", agreed=True, by=ada, at=NOON)
    assert Need.objects.count() == 2
