"""Eva is told of a promise once; our own people of what is in danger, without a word about her."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.channels.mail import texts
from gensvar.channels.mail.actions.promises import (
    ask_about_promise,
    mail_promise,
    tell_new_holder,
    tell_of_danger,
)
from gensvar.channels.mail.tests.conftest import letter
from gensvar.foundation.agreements.actions import write_text
from gensvar.foundation.events.reacting import reactions_to
from gensvar.operations.cases.actions import answer, describe, hand_over
from gensvar.operations.cases.actions.needing import ask_need
from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.operations.cases.events import HandOverMoved, HandOverWarned, PromiseAskedAbout
from gensvar.operations.cases.models import Case, Deadline, Promise, PromiseEnd, State
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.contacts.models import Message, Outgoing
from gensvar.science.readability.measured import lix

PRIVATE = ("Eva", "Ek", "eva.ek", "lykta", "example.com")


@pytest.fixture
def handed(arrive, eva, ada, hanna, tek_gata, gator):
    arrive(letter())
    case = Case.objects.get()
    describe(case, by=ada, at=NOON, subject=gator)
    return hand_over(case, to=tek_gata, why="cannot", question="Eva Ek undrar.", by=ada, at=NOON)


def sent(purpose):
    return list(Message.objects.filter(outgoing__purpose=purpose).order_by("pk"))


def to_whom(purpose):
    return [address for mail in sent(purpose) for address in mail.recipients]


def test_the_receipt_says_by_when_we_answer(arrive, eva):
    arrive(letter())

    promise = Promise.objects.get()
    receipt = Message.objects.get(outgoing__purpose="receipt")
    assert promise.words in receipt.text
    assert promise.words.startswith("Vi svarar senast torsdag 7 maj.")
    assert promise.told_at == NOON


def test_the_receipt_stops_neither_the_clock_nor_the_promise_but_an_answer_does(arrive, eva, ada):
    """As CHN-02 has it: an automatic receipt is no answer."""
    arrive(letter())
    case = Case.objects.get()
    assert sent("receipt")

    assert standing(case) == Promise.objects.get()
    assert not PromiseEnd.objects.exists()
    refresh_deadlines(case.client, at=NOON)
    due = Deadline.objects.get(case=case)
    assert due.starts_at == NOON
    assert due.due_at is not None
    assert due.due_at > NOON
    assert case.state == State.WAITING_FOR_US

    answer(case, "Vi lagar den i morgon.", channel="mail", by=ada, at=NOON + timedelta(hours=1))

    assert standing(case) is None
    assert PromiseEnd.objects.get().outcome == "kept"


def test_eva_is_told_who_answers_by_when_once(handed):
    promise = standing(handed.case)
    assert promise is not None

    for _run in range(2):
        mail_promise(promise.pk, at=NOON)

    [mail] = sent("promise")
    assert mail.recipients == ["eva.ek@example.com"]
    assert f"Gata och park svarar senast torsdag 7 maj. Ärende {handed.case.number}." in mail.text
    assert handed.case.number in mail.subject
    promise.refresh_from_db()
    assert promise.told_at == NOON


def test_what_has_been_overtaken_is_not_told(handed, ada):
    first = standing(handed.case)
    assert first is not None
    first.pk, overtaken = None, first.pk
    Promise.objects.filter(pk=overtaken).update(words="gammalt")
    first.save()

    mail_promise(overtaken, at=NOON)

    assert sent("promise") == []


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        ("unmanned", ["tek-gata@exempelby.example", "mats@exempelby.example"]),
        (
            "not-accepted",
            [
                "tek-gata@exempelby.example",
                "mats@exempelby.example",
                "cia@exempelby.example",
                "ada@exempelby.example",
            ],
        ),
        ("bounced", ["mats@exempelby.example", "cia@exempelby.example"]),
    ],
)
def test_those_responsible_are_told_once_and_nothing_about_eva(handed, kind, to):
    for _run in range(2):
        tell_of_danger(handed.pk, kind, 7, at=NOON)

    assert to_whom(kind) == to
    for mail in sent(kind):
        assert mail.subject == f"{handed.case.number} · Gator, v · svar senast 7 maj"
        words = mail.subject + mail.text
        assert not [word for word in PRIVATE if word in words.replace("exempelby.example", "")]
        assert mail.contact.customer is None


def test_the_new_holder_gets_a_mail(handed, hanna):
    tell_new_holder(handed.case_id, hanna.pk, 8, at=NOON)

    [mail] = sent("moved")
    assert mail.recipients == ["hanna@exempelby.example"]
    assert f"/handlaggare/{handed.case.number}/" in mail.text


def test_whoever_answers_and_the_nearest_manager_are_asked_for_a_new_day(handed, mats):
    promise = standing(handed.case)
    assert promise is not None
    late = NOON + timedelta(days=7)

    for _run in range(2):
        ask_about_promise(promise.pk, 9, at=late)

    assert to_whom("broken") == ["mats@exempelby.example", "tek-gata@exempelby.example"]
    assert Outgoing.objects.filter(purpose="broken").count() == 2


@pytest.mark.parametrize("event", [HandOverMoved, HandOverWarned, PromiseAskedAbout])
def test_the_mails_follow_by_themselves(event):
    assert [name for name in reactions_to(event) if name.startswith("gensvar.channels.mail.")]


def test_whoever_needs_easy_swedish_gets_each_mail_of_ours_in_it(arrive, eva, ada, exempelby):
    """CUS-04: what leaves by itself has an easy variant, and the client may say its own."""
    arrive(letter())
    case = Case.objects.get()
    usual = texts.closing(case, at=NOON).text
    ask_need(case, what="easy-swedish", by=ada, at=NOON)

    _subject, receipt = texts.receipt(case, asked_about="", at=NOON)
    _subject, promise = texts.promise(case, "Vi ringer.", at=NOON)
    assert "Vi har fått din fråga.\nVi läser den." in receipt
    assert "Då säger vi till, och vi säger varför." in promise
    easy = texts.closing(case, at=NOON)
    assert easy.text.startswith("Hej!\n\nVi är klara med din fråga.")
    assert lix(easy.text).value < lix(usual).value

    said = {"use": "closing", "by": ada, "at": NOON}
    write_text(exempelby, language="sv", body="Ärendet är avslutat.", **said)
    assert texts.closing(case, at=NOON).text == "Ärendet är avslutat."
    write_text(exempelby, language="easy", body="Nu är det klart.", **said)
    assert texts.closing(case, at=NOON).text == "Nu är det klart."
    Case.objects.update(language="en")
    assert "is now done" in texts.closing(Case.objects.get(), at=NOON).text
