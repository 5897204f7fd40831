"""A text message becomes a contact and a case, once; STOP is obeyed at once."""

from typing import Any

import pytest

from conftest import NOON
from gensvar.channels.sms import turning
from gensvar.channels.sms.local_elks import incoming
from gensvar.channels.sms.models import Arrival
from gensvar.channels.sms.rules import order_in
from gensvar.channels.sms.tests.conftest import EVAS, OURS, call
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.contacts.models import Message, OptOut, Outgoing
from gensvar.operations.contacts.texting import HasOptedOut
from gensvar.operations.customers.actions import recognise


def test_a_message_opens_a_case_with_the_words_and_gets_a_receipt(write, elks):
    arrival = write("Gatlyktan på Storgatan är släckt")

    case = Case.objects.get(contacts=arrival.contact)
    assert (case.channel, case.title) == ("sms", "Gatlyktan på Storgatan är släckt")
    assert case.group is not None
    assert case.group.code == "KUNDTJANST"
    turning.send_due()
    assert [sent["to"] for sent in elks.exchange.sent] == [EVAS]
    assert case.number in elks.exchange.sent[0]["message"]


def test_the_receipt_says_what_is_promised_and_nobody_need_say_it_again(write, elks):
    arrival = write("Gatlyktan är släckt")

    turning.send_due()

    promise = standing(Case.objects.get(contacts=arrival.contact))
    assert promise is not None
    assert promise.words in elks.exchange.sent[0]["message"]
    assert promise.told_at is not None


def test_the_next_message_joins_the_case_that_is_open(write, ada):
    case = Case.objects.get(contacts=write("Hål i vägen").contact)
    cases.answer(case, "Var?", channel="sms", recipients=[EVAS], by=ada, at=NOON)

    second = write("Vid skolan")

    case.refresh_from_db()
    assert case.state == State.WAITING_FOR_US
    assert list(Case.objects.filter(contacts=second.contact)) == [case]


def test_a_number_with_its_case_done_opens_a_new_one(write, ada):
    case = Case.objects.get(contacts=write("Hål i vägen").contact)
    Case.objects.filter(pk=case.pk).update(state=State.CLOSED)

    second = write("Nytt hål")

    assert Case.objects.get(contacts=second.contact) != case


def test_the_same_call_twice_is_one_contact(browser, number):
    form = incoming("Hej", sender=EVAS, to=OURS)
    call(browser, number, form)
    call(browser, number, form)

    turning.read_due()

    assert [one.state for one in Arrival.objects.order_by("pk")] == ["read", "duplicate"]
    assert Message.objects.filter(direction="in").count() == 1


@pytest.mark.parametrize("words", ["STOP", "stopp", " Avsluta. ", "Stop\n", "s t o p"])
def test_stop_in_any_way_of_writing_is_an_order(words):
    order = order_in(words)

    assert order is not None
    assert order.name == "STOP"


def test_stop_withdraws_what_waits_refuses_what_comes_and_is_confirmed_once(write, elks, ada):
    case = Case.objects.get(contacts=write("Hål i vägen").contact)
    answer = cases.answer(case, "Vi lagar", channel="sms", recipients=[EVAS], by=ada, at=NOON)

    write("stopp")
    write("STOP")

    answer.refresh_from_db()
    case.refresh_from_db()
    assert answer.state == Outgoing.State.CANCELLED
    assert case.state == State.WAITING_FOR_US, "nobody has been answered"
    with pytest.raises(HasOptedOut):
        cases.answer(case, "Hallå", channel="sms", recipients=[EVAS], by=ada, at=NOON)
    turning.send_due()
    assert [sent["message"].partition(" ")[0] for sent in elks.exchange.sent] == ["Du"]
    assert EventRecord.objects.filter(name="contacts.opt-out-made").count() == 1
    assert Case.objects.count() == 1, "an order is no question"


def test_stop_is_for_one_client_alone(write, energi, ada):
    write("STOP")

    assert not OptOut.objects.filter(client=energi).exists()


def test_start_undoes_stop(write, elks, ada):
    case = Case.objects.get(contacts=write("Hål i vägen").contact)
    write("STOP")

    write("start")

    sent = cases.answer(case, "Vi lagar", channel="sms", recipients=[EVAS], by=ada, at=NOON)
    assert sent.state == Outgoing.State.QUEUED


def test_what_was_let_out_in_the_same_moment_as_stop_still_stays(write, elks, exempelby, ada):
    case = Case.objects.get(contacts=write("Hål i vägen").contact)
    turning.send_due()
    answer = cases.answer(case, "Vi lagar", channel="sms", recipients=[EVAS], by=ada, at=NOON)
    OptOut.objects.create(client=exempelby, number=EVAS, since=NOON)

    turning.send_due()

    answer.refresh_from_db()
    assert answer.state == Outgoing.State.SUPPRESSED
    assert len(elks.exchange.sent) == 1


def test_a_customer_known_by_the_number_is_recognised(write, exempelby):
    eva = recognise(exempelby, kind="phone", value=EVAS, name="Eva Ek", at=NOON)

    arrival = write("Hej")

    assert arrival.contact is not None
    assert arrival.contact.customer == eva


def test_a_flood_from_one_number_gets_three_receipts(write, elks):
    for place in range(5):
        Case.objects.update(state=State.CLOSED)
        write(f"Fråga {place}")

    turning.send_due()

    assert len(elks.exchange.sent) == 3


def test_a_sender_that_is_no_number_becomes_nobodys_customer_and_gets_no_receipt(write, elks):
    arrival = write("Ditt paket har kommit", sender="Posten")

    turning.send_due()

    assert arrival.contact is not None
    assert arrival.contact.customer is None
    assert elks.exchange.sent == []


@pytest.mark.parametrize("missing", ["id", "from", "to", "message"])
def test_a_call_without_what_it_must_have_becomes_a_case_with_all_of_it(browser, number, missing):
    form = incoming("Hej", sender=EVAS, to=OURS)
    form.pop(missing)

    call(browser, number, form)
    turning.read_due()

    arrival = Arrival.objects.get()
    assert arrival.state == "unreadable"
    message = Message.objects.get(contact=arrival.contact)
    assert missing in message.problems[0]
    assert message.raw is not None


def test_ten_thousand_letters_and_nul_bytes_are_taken_in_whole(write):
    arrival = write("å" * 9_999 + "\0" + "ö")

    assert Message.objects.get(contact=arrival.contact).text == "å" * 9_999 + "ö"


def test_a_wrong_key_is_refused_and_nothing_is_kept(browser, number):
    answer = browser.post(f"/sms/{number.pk}/{'x' * 43}/in/", {"id": "s1"})

    assert answer.status_code == 404
    assert "Nothing was kept" in answer.content.decode()
    assert not Arrival.objects.exists()


def test_wrong_keys_are_counted_and_then_turned_away(browser, number):
    answers = [browser.post(f"/sms/{number.pk}/fel/in/").status_code for _try in range(31)]

    assert set(answers[:30]) == {404}
    assert answers[30] == 429


def test_a_call_larger_than_any_message_is_refused(browser, number):
    answer = call(browser, number, {"message": "x" * 70_000})

    assert answer.status_code == 413
    assert not Arrival.objects.exists()


def test_a_failure_of_ours_leaves_the_call_to_be_read_again(browser, number, monkeypatch: Any):
    monkeypatch.setattr("gensvar.channels.sms.actions.taking_in.recognise", None)
    call(browser, number, incoming("Hej", sender=EVAS, to=OURS))

    turning.read_due()

    arrival = Arrival.objects.get()
    assert (arrival.state, arrival.attempts) == ("waiting", 1)
    assert not Message.objects.exists()
