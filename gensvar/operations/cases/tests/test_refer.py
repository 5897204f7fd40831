"""What became of the need is said on closing; what is another authority's is referred there."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import (
    BlankLeft,
    Need,
    ReferredToNobody,
    RefersElsewhere,
    close,
    open_case,
    refer,
    remember,
    reopen,
    take_back,
    undo,
    write_canned_text,
)
from gensvar.operations.cases.actions.moving import AlreadyClosed
from gensvar.operations.cases.models import Case, NeedMet, NeedOutcome
from gensvar.operations.cases.queries.need import authorities, outcome_of, referral_texts, referrals
from gensvar.operations.contacts.models import Outgoing


@pytest.fixture
def case(exempelby, eva, gator):
    return open_case(
        exempelby,
        title="Sjukpenning",
        channel="mail",
        customer=eva,
        subject=gator,
        need_type="information",
        at=NOON,
    )


@pytest.fixture
def to_insurance(exempelby, ada):
    return write_canned_text(
        exempelby,
        name="Till Försäkringskassan",
        refers_to=" Försäkringskassan ",
        text="Hej {first_name}! Vänd dig till Försäkringskassan.",
        by=ada,
        at=NOON,
    )


def test_a_question_for_forsakringskassan_is_referred_and_closed(case, to_insurance, ada):
    refer(case, to_insurance, channel="mail", by=ada, at=NOON)

    case.refresh_from_db()
    assert case.is_closed
    said = outcome_of(case)
    assert said is not None
    assert (said.met, said.authority) == (NeedMet.REFERRED, "Försäkringskassan")
    sent = Outgoing.objects.get(purpose="answer")
    assert sent == said.outgoing
    assert sent.message.text == "Hej Eva! Vänd dig till Försäkringskassan."
    assert sent.message.recipients == ["eva.ek@example.com"]
    told = EventRecord.objects.get(name="cases.need-outcome-said")
    assert told.payload["met"] == "referred"


def test_said_aloud_nothing_is_sent(case, to_insurance, ada):
    assert refer(case, to_insurance, by=ada, at=NOON) is None

    said = outcome_of(Case.objects.get(pk=case.pk))
    assert said is not None
    assert (said.met, said.outgoing) == ("referred", None)
    assert not Outgoing.objects.exists()


@pytest.mark.parametrize("met", [NeedMet.MET, NeedMet.NOT_MET])
def test_it_is_said_whether_the_need_was_met(case, ada, met):
    close(case, by=ada, at=NOON, need=Need(met))

    said = outcome_of(Case.objects.get(pk=case.pk))
    assert said is not None
    assert (said.met, said.authority) == (met, "")


def test_what_nobody_says_is_unknown_and_never_met(case, ada):
    close(case, by=ada, at=NOON)

    assert outcome_of(Case.objects.get(pk=case.pk)) is None
    assert not NeedOutcome.objects.exists()


def test_a_new_closing_says_it_anew(case, to_insurance, ada):
    refer(case, to_insurance, by=ada, at=NOON)
    reopen(case, by=ada, at=NOON + timedelta(hours=1))
    assert outcome_of(Case.objects.get(pk=case.pk)) is None

    close(case, by=ada, at=NOON + timedelta(hours=2))

    assert outcome_of(Case.objects.get(pk=case.pk)) is None
    assert NeedOutcome.objects.count() == 1


def test_an_answer_taken_back_opens_the_case_and_refers_nowhere(case, to_insurance, ada):
    sent = refer(case, to_insurance, channel="mail", by=ada, at=NOON)
    assert sent is not None

    take_back(case, sent, by=ada, at=NOON + timedelta(seconds=1))

    case.refresh_from_db()
    assert not case.is_closed
    assert outcome_of(case) is None
    assert list(referrals([case.client_id])) == []


def test_a_referral_that_was_a_mistake_is_undone_whole(case, to_insurance, ada):
    deed = remember(case, lambda: refer(case, to_insurance, by=ada, at=NOON), by=ada, at=NOON)
    assert deed is not None
    assert len(referrals([case.client_id])) == 1

    undo(deed, by=ada, at=NOON + timedelta(minutes=1))

    case.refresh_from_db()
    assert not case.is_closed
    assert list(referrals([case.client_id])) == []


def test_a_customer_who_comes_back_was_referred_all_the_same(case, to_insurance, ada):
    refer(case, to_insurance, by=ada, at=NOON)

    reopen(case, by=ada, at=NOON + timedelta(hours=1))

    assert [one.authority for one in referrals([case.client_id])] == ["Försäkringskassan"]


def test_a_referral_to_nobody_is_refused_and_changes_nothing(case, exempelby, energi, ada):
    ordinary = write_canned_text(exempelby, name="Tack", text="Tack!", by=ada, at=NOON)
    others = write_canned_text(
        energi, name="Till Skatteverket", text="Hej", refers_to="Skatteverket", by=ada, at=NOON
    )

    for text in (ordinary, others):
        with pytest.raises(ReferredToNobody):
            refer(case, text, channel="mail", by=ada, at=NOON)
    with pytest.raises(ReferredToNobody):
        close(case, by=ada, at=NOON, need=Need(NeedMet.REFERRED))

    case.refresh_from_db()
    assert not case.is_closed
    assert not Outgoing.objects.exists()


def test_a_need_that_was_met_has_no_authority(case, to_insurance, ada):
    with pytest.raises(RefersElsewhere):
        close(case, by=ada, at=NOON, need=Need(NeedMet.MET, to_insurance))


def test_words_with_a_place_left_open_are_not_sent(case, to_insurance, ada):
    to_insurance.text = "Hej {first_name}! Om {subject}."
    to_insurance.save()
    Case.objects.filter(pk=case.pk).update(customer=None)
    case.refresh_from_db()

    with pytest.raises(BlankLeft):
        refer(case, to_insurance, channel="mail", by=ada, at=NOON)

    case.refresh_from_db()
    assert not case.is_closed


def test_a_closed_case_is_not_referred(case, to_insurance, ada):
    close(case, by=ada, at=NOON)

    with pytest.raises(AlreadyClosed):
        refer(case, to_insurance, by=ada, at=NOON)


def test_the_database_keeps_referred_and_authority_together(case):
    for met, authority in (("referred", ""), ("met", "Skatteverket")):
        with pytest.raises(IntegrityError), transaction.atomic():
            NeedOutcome.objects.create(
                case=case, client=case.client, met=met, authority=authority, at=NOON
            )


def test_the_log_is_read_by_day_and_authority(case, exempelby, to_insurance, eva, gator, ada):
    tax = write_canned_text(
        exempelby, name="Skatt", text="Hej", refers_to="Skatteverket", by=ada, at=NOON
    )
    other = open_case(
        exempelby, title="Skatt", channel="phone", customer=eva, subject=gator,
        need_type="information", at=NOON,
    )  # fmt: skip
    refer(case, to_insurance, by=ada, at=NOON)
    refer(other, tax, by=ada, at=NOON + timedelta(days=1))
    clients = [exempelby.pk]

    def found(**asked):
        return [one.authority for one in referrals(clients, **asked)]

    assert authorities(clients) == ["Försäkringskassan", "Skatteverket"]
    assert found() == ["Skatteverket", "Försäkringskassan"]
    assert found(authority="Skatteverket") == ["Skatteverket"]
    assert found(until=NOON.date()) == ["Försäkringskassan"]
    assert found(since=NOON.date() + timedelta(days=1)) == ["Skatteverket"]
    assert found(since=date(2030, 1, 1)) == []
    assert [one.refers_to for one in referral_texts(exempelby.pk)] == authorities(clients)
