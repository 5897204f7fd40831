"""A text message leaves once, and how it fared is shown on it."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from conftest import NOON
from gensvar.channels.sms import turning
from gensvar.channels.sms.actions import sending
from gensvar.channels.sms.models import Arrival
from gensvar.channels.sms.providers import NotNow
from gensvar.channels.sms.providers.elks import Elks
from gensvar.channels.sms.tests.conftest import EVAS, OURS, call
from gensvar.operations.contacts.actions import Draft, request_message
from gensvar.operations.contacts.models import Message, Outgoing, Suppression
from gensvar.operations.contacts.rules import MOST_PARTS, text_length
from gensvar.operations.contacts.texting import (
    NotAPhoneNumber,
    TextCarriesNothingElse,
    TextTooLong,
)


@pytest.fixture
def ask(exempelby: Any, number: Any, eva: Any) -> Any:
    def asked(text: str = "Lyktan är lagad.", to: str = EVAS, **more: Any) -> Outgoing:
        draft = Draft(text=text, recipients=[to], **more)
        return request_message(exempelby, draft, channel="sms", customer=eva, by=None, at=NOON)

    return asked


def test_a_message_leaves_from_the_clients_number_and_says_where_to_report(ask, elks):
    outgoing = ask()

    turning.send_due()

    sent = elks.exchange.sent[0]
    outgoing.refresh_from_db()
    assert (sent["from"], sent["to"], sent["message"]) == (OURS, EVAS, "Lyktan är lagad.")
    assert sent["whendelivered"].endswith(f"/levererat/?utskick={outgoing.pk}")
    assert (outgoing.state, outgoing.provider_id) == (Outgoing.State.SENT, sent["id"])


def test_a_report_says_that_it_was_delivered(ask, elks, browser, number):
    outgoing = ask()
    turning.send_due()

    report = {"id": elks.exchange.sent[0]["id"], "status": "delivered"}
    assert call(browser, number, report, "levererat").status_code == 204
    turning.read_due()

    outgoing.refresh_from_db()
    assert outgoing.state == Outgoing.State.DELIVERED


def test_a_report_says_that_it_failed_and_why(ask, elks, browser, number):
    outgoing = ask()
    turning.send_due()

    call(browser, number, {"id": elks.exchange.sent[0]["id"], "status": "failed"}, "levererat")
    turning.read_due()

    outgoing.refresh_from_db()
    assert outgoing.state == Outgoing.State.BOUNCED
    assert "nätet" in outgoing.steps.latest("pk").detail.lower()


def test_a_report_on_a_message_that_nobody_knows_waits_and_is_then_laid_aside(browser, number):
    call(browser, number, {"id": "s-okänt", "status": "delivered"}, "levererat")

    for _turn in range(6):
        Arrival.objects.update(not_before=NOON)
        turning.read_due()

    assert Arrival.objects.get().state == Arrival.State.UNKNOWN


@pytest.mark.parametrize(
    "form", [{"id": "s1"}, {"status": "delivered"}, {"id": "s", "status": "x"}]
)
def test_a_report_that_says_nothing_is_kept_as_unreadable(browser, number, form):
    call(browser, number, form, "levererat")
    turning.read_due()

    assert Arrival.objects.get().state == Arrival.State.UNREADABLE


def test_a_number_that_does_not_exist_is_not_written_to_again(ask, elks):
    first = ask(to="+46701740000")
    turning.send_due()

    second = ask(to="+46701740000")
    turning.send_due()

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (Outgoing.State.FAILED, Outgoing.State.SUPPRESSED)
    assert Suppression.objects.get().address == "+46701740000"
    assert elks.exchange.sent == []


def test_a_wrong_password_is_told_on_the_message(ask, elks, number):
    number.user = "någon annan"
    number.save()
    outgoing = ask()

    turning.send_due()

    assert outgoing.steps.latest("pk").detail.startswith("401")
    assert not Suppression.objects.exists()


def test_a_provider_that_is_away_is_tried_again(ask, settings):
    settings.ELKS_URL = "http://127.0.0.1:1/a1"
    outgoing = ask()
    Message.objects.update(at=now())

    turning.send_due()

    outgoing.refresh_from_db()
    assert outgoing.state == Outgoing.State.QUEUED
    assert outgoing.not_before > now()


def test_a_provider_that_is_away_for_a_day_is_given_up(ask, settings):
    settings.ELKS_URL = "http://127.0.0.1:1/a1"
    outgoing = ask()

    turning.send_due()

    outgoing.refresh_from_db()
    assert outgoing.state == Outgoing.State.FAILED


def test_an_answer_that_says_nothing_is_shown_and_never_sent_again(ask, elks, browser, number):
    outgoing = ask()
    elks.exchange.answer_with = (500, "Internal error")
    turning.send_due()
    turning.send_due()

    outgoing.refresh_from_db()
    assert outgoing.state == Outgoing.State.FAILED
    assert "inte känt" in outgoing.steps.latest("pk").detail
    assert len(elks.exchange.sent) == 1

    report = {"id": elks.exchange.sent[0]["id"], "status": "delivered"}
    call(browser, number, report, "levererat", utskick=str(outgoing.pk))
    turning.read_due()

    outgoing.refresh_from_db()
    assert outgoing.state == Outgoing.State.DELIVERED, "the report settles the doubt"


def test_a_sender_that_died_in_the_middle_sends_nothing_twice(ask, elks):
    outgoing = ask()
    at = now()
    dispatch = sending.prepare(outgoing, at=at)
    assert dispatch is not None
    dispatch.provider.send(dispatch.account, dispatch.text)

    Outgoing.objects.update(not_before=at - timedelta(minutes=10))
    turning.send_due()

    outgoing.refresh_from_db()
    assert len(elks.exchange.sent) == 1
    assert outgoing.state == Outgoing.State.FAILED


def test_a_paused_number_sends_nothing_and_says_so(ask, number, elks):
    number.is_paused = True
    number.save()
    outgoing = ask()

    turning.send_due()

    outgoing.refresh_from_db()
    assert outgoing.state == Outgoing.State.FAILED
    assert elks.exchange.sent == []


def test_too_long_a_message_is_refused_before_it_is_asked_for(ask):
    with pytest.raises(TextTooLong):
        ask("å" * 10_000)
    assert not Outgoing.objects.exists()


@pytest.mark.parametrize("to", ["eva.ek@example.com", "0701740605", "112x", ""])
def test_what_is_no_number_is_refused(ask, to):
    with pytest.raises(NotAPhoneNumber):
        ask(to=to)


def test_copies_are_refused(ask):
    with pytest.raises(TextCarriesNothingElse):
        ask(copies=["bo@example.com"])


def test_nothing_leaves_when_it_is_only_tried(number, elks):
    from gensvar.channels.sms.actions.numbers import account_of
    from gensvar.channels.sms.providers import Text

    text = Text(sender=OURS, recipient=OURS, words="Prov", report_to="")

    Elks().send(account_of(number), text, is_try=True)

    assert elks.exchange.sent == []


def test_a_full_provider_asks_us_to_wait(number, elks):
    from gensvar.channels.sms.actions.numbers import account_of
    from gensvar.channels.sms.providers import Text

    elks.exchange.answer_with = (503, "Busy")
    text = Text(sender=OURS, recipient=EVAS, words="Prov", report_to="")

    with pytest.raises(NotNow):
        Elks().send(account_of(number), text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 10, 2),
        ("å" * 153 * MOST_PARTS, MOST_PARTS),
        ("ł" * 70, 1),
        ("ł" * 71, 2),
        ("🙂" * 35, 1),
        ("🙂" * 36, 2),
        ("", 1),
    ],
)
def test_parts_are_counted_as_the_network_does(text, parts):
    assert text_length(text).parts == parts
