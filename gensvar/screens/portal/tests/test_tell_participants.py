"""Who follows a case beside its customer hears that something happened: never what, or of whom."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.timezone import now

from gensvar.channels.sms.actions.numbers import add_number
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import (
    Offer,
    answer,
    close,
    join_contact,
    make_confidential,
    merge,
    open_case,
    promise_answer,
    take_back,
    write_note,
)
from gensvar.operations.cases.actions.participating import end_participant, send_code_anew
from gensvar.operations.cases.models import Case, Participant
from gensvar.operations.cases.queries.participating import NEWS
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import OptOut, Outgoing
from gensvar.screens.portal.letters import send_participation
from gensvar.screens.portal.news import HAPPENED, tell_participants
from gensvar.screens.portal.tests.test_participate import (
    AN_HOUR_AGO,
    FORM,
    added,
    by_mail,
    code_of,
    enter,
    in_days,
    words,
)

__all__ = ["by_mail"]
BEFORE = now() - timedelta(minutes=30)


@pytest.fixture
def kim(by_mail):
    return invited(by_mail, "reply")


def invited(case, right="read", **more):
    participant = added(case, right, **more)
    send_participation(participant.pk, at=AN_HOUR_AGO)
    participant.refresh_from_db()
    return participant


def told():
    return list(Outgoing.objects.filter(purpose="news").order_by("pk"))


def arrive(case, sender, text, *, at=BEFORE, customer=None):
    contact = register_contact(
        case.client, channel="mail", direction="in", customer=customer, at=at
    )
    record_message(contact, Said(text=text, sender_address=sender, sender_name="Kim K"), at=at)
    join_contact(case, contact, by=None, at=at)


def test_an_answer_and_a_promise_are_one_mail_with_no_word_of_either(by_mail, kim, ada):
    answer(by_mail, "Hålet i Skolgatan lagas", channel="mail", by=ada, at=BEFORE)
    promise_answer(by_mail, Offer(due_on=now().date() + timedelta(days=3)), by=ada, at=BEFORE)

    assert [tell_participants(at=now()) for _again in range(3)] == [1, 0, 0]

    [sent] = told()
    mail = sent.message
    assert (mail.recipients, sent.is_automatic) == (["kim@example.org"], True)
    assert mail.subject == f"Nyheter i ärende {by_mail.number}"
    assert "Vi har svarat" in mail.text
    assert "svar kommer" in mail.text
    assert not any(one in mail.subject + mail.text for one in ("Eva", "Skolgatan", "Hål", "Ada"))
    assert code_of(kim) not in mail.text
    # An answer to it comes into the case, since they may write there.
    assert sent.reply_tag


def test_who_may_only_read_gets_no_way_into_the_case(by_mail, ada):
    invited(by_mail)
    answer(by_mail, "Klart", channel="mail", by=ada, at=BEFORE)

    tell_participants(at=now())

    [sent] = told()
    assert sent.reply_tag == ""
    assert "kommer inte in i ärendet" in sent.message.text


def test_the_case_in_english_is_told_of_in_english(by_mail, kim, ada):
    Case.objects.update(language="en")
    answer(by_mail, "Done", channel="mail", by=ada, at=BEFORE)

    tell_participants(at=now())

    [sent] = told()
    assert sent.message.subject == f"News in case {by_mail.number}"
    assert "We have answered" in sent.message.text


def test_what_the_page_does_not_tell_is_no_news(by_mail, kim, ada):
    """Not what was before, nor notes, nor an answer taken back, nor the words of a stranger."""
    write_note(by_mail, "Kunden är besvärlig", by=ada, at=BEFORE)
    outgoing = answer(by_mail, "Fel", channel="mail", by=ada, at=BEFORE)
    take_back(by_mail, outgoing, by=ada, at=BEFORE)
    arrive(by_mail, "granne@example.net", "Jag med")

    assert tell_participants(at=now()) == 0


def test_an_answer_is_not_told_of_while_it_may_be_taken_back(by_mail, kim, ada):
    at = now()
    answer(by_mail, "Klart", channel="mail", by=ada, at=at)

    assert tell_participants(at=at + timedelta(seconds=5)) == 0
    assert tell_participants(at=at + timedelta(minutes=1)) == 1


def test_what_one_wrote_oneself_is_news_to_the_others_only(by_mail, kim, eva):
    invited(by_mail, address="lo@example.org")
    arrive(by_mail, "Kim@Example.org", "Jag såg det också")
    browser, _page = enter(kim)
    browser.answer("/folj/arende/", text="Och här", once="x")

    tell_participants(at=now() + timedelta(minutes=1))

    assert [one.message.recipients for one in told()] == [["lo@example.org"]]


def test_the_customers_words_and_the_end_are_news(by_mail, kim, gator, ada):
    arrive(by_mail, "eva.ek@example.com", "Hur går det?", customer=by_mail.customer)
    assert tell_participants(at=now()) == 1
    Case.objects.update(subject=gator, need_type="opinion")
    close(by_mail, by=ada, at=now())

    assert tell_participants(at=now() + timedelta(minutes=1)) == 1
    assert "Ärendet är klart" in told()[-1].message.text


def test_every_news_has_its_words():
    assert set(HAPPENED) == set(NEWS)


def test_who_was_ended_hears_nothing_more(by_mail, kim, ada):
    answer(by_mail, "Klart", channel="mail", by=ada, at=BEFORE)
    end_participant(kim, by=ada, at=BEFORE)

    assert tell_participants(at=now()) == 0


def test_after_the_last_day_nothing_more_is_sent(by_mail, kim, ada):
    answer(by_mail, "Klart", channel="mail", by=ada, at=BEFORE)

    assert tell_participants(at=kim.until) == 0


def test_of_a_confidential_case_nothing_is_sent(by_mail, kim, exempelby, ada, cia):
    answer(by_mail, "Klart", channel="mail", by=ada, at=BEFORE)
    access = AccessList.objects.create(client=exempelby, name="Utredning")
    make_confidential(by_mail, access=access, because="hot mot kunden", by=cia, at=BEFORE)

    assert tell_participants(at=now()) == 0


def test_of_a_case_that_became_part_of_another_nothing_is_sent(by_mail, kim, exempelby, eva, cia):
    whole = open_case(exempelby, title="Annat", channel="mail", customer=eva, at=AN_HOUR_AGO)
    answer(by_mail, "Klart", channel="mail", by=cia, at=BEFORE)
    merge(by_mail, into=whole, by=cia, at=BEFORE)

    assert tell_participants(at=now()) == 0


def test_a_phone_hears_in_a_text_message_until_it_says_stop(by_mail, exempelby, ada, opted_out):
    add_number(exempelby, number="+46766861004", user="u", secret="x", by=None, at=AN_HOUR_AGO)
    invited(by_mail, address="070-174 06 05")
    answer(by_mail, "Klart", channel="mail", by=ada, at=BEFORE)
    tell_participants(at=now())
    [sent] = told()
    assert (sent.channel, sent.message.recipients) == ("sms", ["+46701740605"])
    assert by_mail.number in sent.message.text

    opted_out("+46701740605")
    answer(by_mail, "Mer", channel="mail", by=ada, at=BEFORE)

    assert tell_participants(at=now()) == 0


@pytest.fixture
def opted_out(exempelby):
    return lambda number: OptOut.objects.create(client=exempelby, number=number, since=BEFORE)


def test_a_mail_from_who_may_write_stands_under_their_name_in_the_thread(by_mail, kim):
    arrive(by_mail, "Kim@Example.org", "Jag såg det också")

    _browser, page = enter(kim)

    assert "Jag såg det också" in words(page)
    assert "Kim Kollega skickade e-post till oss" in words(page)


def test_what_was_mailed_after_the_end_or_by_who_may_read_is_not_in_the_thread(by_mail, ada):
    kim = invited(by_mail, "reply")
    end_participant(kim, by=ada, at=BEFORE)
    invited(by_mail, address="lo@example.org")
    for sender in ("kim@example.org", "lo@example.org"):
        arrive(by_mail, sender, f"Hej från {sender}", at=BEFORE + timedelta(minutes=1))

    page = enter(Participant.objects.get(address="lo@example.org"))[1]

    assert "Hej från" not in words(page)


def test_the_customer_sends_a_lost_code_again(by_mail, citizen, kim):
    code = follow_code(settings.SECRET_KEY, number=by_mail.number, version=by_mail.code_version)
    citizen.answer("/folj/", number=by_mail.number, code=code)

    page = citizen.answer(f"/folj/deltagare/{kim.pk}/kod/")
    assert "Kim Kollega igen" in words(page)
    send_participation(kim.pk, at=now())
    send_participation(kim.pk, at=now())

    mails = Outgoing.objects.filter(purpose="code").order_by("pk")
    assert [code_of(kim) in one.message.text for one in mails] == [True, True]
    # At once again: it says that it has just been done.
    assert "nyss" in words(citizen.answer(f"/folj/deltagare/{kim.pk}/kod/"))
    # Nobody of that number, or of another case.
    assert "inte längre" in words(citizen.answer("/folj/deltagare/999999/kod/"))


def test_a_participant_has_no_code_sent_to_others(by_mail, kim):
    other = invited(by_mail, address="lo@example.org")
    browser, _page = enter(kim)

    assert browser.post(f"/folj/deltagare/{other.pk}/kod/").status_code == 404


def test_no_code_is_sent_anew_to_who_follows_no_longer(by_mail, kim, ada):
    end_participant(kim, by=ada, at=BEFORE)

    with pytest.raises(Exception, match="FollowsNoLonger"):
        send_code_anew(kim, by=ada, at=now())


def test_who_does_not_want_to_follow_stops_by_themselves(by_mail, kim):
    browser, page = enter(kim)
    assert "/folj/sluta/" in words(page)
    assert "Sluta följa ärendet?" in words(browser.get("/folj/sluta/"))

    page = browser.answer("/folj/sluta/")

    assert "följer inte längre ärendet" in words(page)
    assert enter(kim)[1].status_code == 422
    assert EventRecord.objects.filter(name="cases.participant-left").count() == 1
    assert not Participant.objects.in_force(at=now()).exists()


def test_the_customer_cannot_stop_following_their_own_case(by_mail, citizen):
    code = follow_code(settings.SECRET_KEY, number=by_mail.number, version=by_mail.code_version)
    page = citizen.answer("/folj/", number=by_mail.number, code=code)

    assert "/folj/sluta/" not in words(page)
    assert citizen.post("/folj/sluta/").url == "/folj/arende/"


def test_who_is_added_here_is_not_told_of_what_was_before(by_mail, citizen, ada):
    answer(by_mail, "Redan svarat", channel="mail", by=ada, at=BEFORE)
    code = follow_code(settings.SECRET_KEY, number=by_mail.number, version=by_mail.code_version)
    citizen.answer("/folj/", number=by_mail.number, code=code)
    citizen.answer("/folj/deltagare/", **FORM, until=in_days(5))
    send_participation(Participant.objects.get().pk, at=now())

    assert tell_participants(at=now() + timedelta(minutes=1)) == 0
