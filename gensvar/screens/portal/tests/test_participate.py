"""Somebody beside the customer follows one case: to read or to write too, until a day."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate, now

from gensvar.channels.sms.actions.numbers import add_number
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import answer, make_confidential, merge, open_case, write_note
from gensvar.operations.cases.actions.participating import add_participant, end_participant
from gensvar.operations.cases.models import Case, Participant, State
from gensvar.operations.cases.queries.correspondence import mail_address
from gensvar.operations.cases.rules import follow_code, participant_code
from gensvar.operations.contacts.models import Message, MessageFile, Outgoing
from gensvar.screens.portal.letters import send_participation
from gensvar.screens.portal.tests.conftest import Citizen

AN_HOUR_AGO = now() - timedelta(hours=1)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100


def words(response):
    return response.content.decode()


@pytest.fixture
def by_mail(citizen, eva, kundtjanst):
    citizen.ask_all(text="Hål i gatan", reply="mail", mail="eva.ek@example.com")
    citizen.send()
    return Case.objects.get()


@pytest.fixture
def as_eva(citizen, by_mail):
    code = follow_code(settings.SECRET_KEY, number=by_mail.number, version=by_mail.code_version)
    citizen.answer("/folj/", number=by_mail.number, code=code)
    return citizen


def added(case, right="read", *, address="kim@example.org", at=AN_HOUR_AGO, **more):
    given = {"name": "Kim Kollega", "address": address, "right": right, "by": None, "at": at}
    return add_participant(case, **given, **more)


def code_of(participant):
    return participant_code(
        settings.SECRET_KEY,
        number=participant.case.number,
        participant_id=participant.pk,
        version=participant.case.code_version,
    )


def enter(participant, browser=None):
    """Follow with the participant's own code; return the browser and the page."""
    browser = browser or Citizen()
    number = participant.case.number
    return browser, browser.answer("/folj/", number=number, code=code_of(participant))


FORM = {"name": "Kim Kollega", "address": "kim@example.org", "right": "read"}


def in_days(days):
    return (localdate() + timedelta(days=days)).isoformat()


def test_the_customer_lets_somebody_follow_and_the_code_is_mailed_to_them(as_eva, by_mail):
    page = as_eva.answer("/folj/deltagare/", **FORM, until=in_days(5))
    participant = Participant.objects.get()
    send_participation(participant.pk, at=now())
    send_participation(participant.pk, at=now())

    assert "Kim Kollega" in words(page)
    assert (participant.by, participant.right) == (None, "read")
    assert localdate(participant.until) == localdate() + timedelta(days=6)
    sent = Outgoing.objects.get(purpose="code")
    assert sent.message.recipients == ["kim@example.org"]
    assert code_of(participant) in sent.message.text
    assert "Hål" not in sent.message.subject + sent.message.text
    # Who may only read gets no address that leads into the case.
    assert sent.reply_tag == ""
    _browser, page = enter(participant)
    assert "Hål i gatan" in words(page)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"address": "kim"}, "Skriv en e-postadress"),
        ({"address": "kim@@example"}, "Skriv en e-postadress"),
        ({"address": "070-123 45 67"}, "sms"),
        ({"name": ""}, "Skriv vem"),
        ({"until": in_days(-1)}, "högst ett år"),
        ({"until": in_days(366)}, "högst ett år"),
        ({"until": "snart"}, "Skriv en dag"),
        ({"right": "allt"}, "allt"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_what_was_typed_is_kept(as_eva, wrong, said):
    page = as_eva.post("/folj/deltagare/", FORM | {"until": in_days(5)} | wrong)

    assert page.status_code == 422
    assert said in words(page)
    kept = (FORM | wrong)["address"]
    assert f'value="{kept}"' in words(page)
    assert not Participant.objects.exists()


def test_the_same_address_is_refused_until_the_first_is_ended(as_eva, by_mail):
    first = added(by_mail)
    again = as_eva.post("/folj/deltagare/", FORM | {"until": in_days(5)})
    as_eva.answer(f"/folj/deltagare/{first.pk}/avsluta/")
    after = as_eva.post("/folj/deltagare/", FORM | {"right": "reply", "until": in_days(5)})

    assert again.status_code == 422
    assert "redan" in words(again)
    assert after.status_code == 302
    assert Participant.objects.in_force(at=now()).get().right == "reply"


def test_one_whose_time_ran_out_makes_room_for_the_same_address(by_mail):
    old = added(by_mail, at=now() - timedelta(days=90))

    added(by_mail)

    old.refresh_from_db()
    assert old.ended_at == old.until


def test_a_customer_cannot_have_us_write_to_half_the_town(as_eva, by_mail):
    pages = [
        as_eva.post(
            "/folj/deltagare/", FORM | {"address": f"kim{n}@example.org", "until": in_days(5)}
        )
        for n in range(11)
    ]

    assert [page.status_code for page in pages] == [302] * 10 + [422]
    assert Participant.objects.count() == 10


def test_who_may_read_sees_answers_but_no_notes_no_address_and_nobody_else(by_mail, ada):
    participant = added(by_mail)
    added(by_mail, address="annan@example.org").name = "Annan"
    write_note(by_mail, "Kunden är besvärlig", by=ada, at=AN_HOUR_AGO)
    answer(by_mail, "Vi lagar på onsdag.", channel="mail", by=ada, at=AN_HOUR_AGO)

    _browser, page = enter(participant)

    assert "Vi lagar på onsdag." in words(page)
    for hidden in ("besvärlig", "eva.ek@example.com", "annan@example.org", "/folj/deltagare/"):
        assert hidden not in words(page)


def test_who_may_only_read_writes_nothing_and_keeps_what_was_typed(by_mail):
    browser, page = enter(added(by_mail))
    assert 'name="text"' not in words(page)

    refused = browser.answer("/folj/arende/", text="Jag tycker", once="x")

    assert refused.status_code == 422
    assert "Jag tycker" in words(refused)
    assert "inte skriva" in words(refused)
    assert not Message.objects.filter(text="Jag tycker").exists()


def test_who_may_write_is_heard_under_their_name_and_never_answered_as_the_customer(by_mail, ada):
    answer(by_mail, "Är hålet djupt?", channel="mail", by=ada, at=AN_HOUR_AGO)
    browser, page = enter(added(by_mail, "reply"))

    page = browser.answer("/folj/arende/", text="Ja, djupt", once="x")

    by_mail.refresh_from_db()
    said = Message.objects.get(text="Ja, djupt")
    assert "Kim Kollega skrev här" in words(page)
    assert (said.sender_name, said.sender_address, said.contact.customer) == (
        "Kim Kollega",
        "",
        None,
    )
    assert by_mail.state == State.WAITING_FOR_US
    assert mail_address(by_mail) == "eva.ek@example.com"


def test_a_participant_lets_nobody_in_and_puts_nobody_out(by_mail):
    participant = added(by_mail, "reply")
    browser, _page = enter(participant)

    assert browser.get("/folj/deltagare/").status_code == 404
    assert browser.post("/folj/deltagare/", FORM | {"until": in_days(5)}).status_code == 404
    assert browser.post(f"/folj/deltagare/{participant.pk}/avsluta/").status_code == 404
    assert Participant.objects.in_force(at=now()).count() == 1


def test_ending_closes_the_page_at_once_and_the_code_opens_nothing(by_mail, ada):
    participant = added(by_mail, "reply")
    browser, _page = enter(participant)

    end_participant(participant, by=ada, at=now())

    assert browser.get("/folj/arende/").url == "/folj/"
    assert browser.answer("/folj/arende/", text="Hej", once="x").status_code == 403
    _other, page = enter(participant)
    assert page.status_code == 422
    assert not Message.objects.filter(text="Hej").exists()


def test_after_the_last_day_nothing_opens_and_nothing_is_sent(by_mail):
    participant = added(by_mail, "reply")
    browser, _page = enter(participant)
    Participant.objects.update(until=now() - timedelta(seconds=1))

    assert browser.get("/folj/arende/").url == "/folj/"
    assert enter(participant)[1].status_code == 422
    send_participation(participant.pk, at=now())
    assert not Outgoing.objects.filter(purpose="code").exists()


def test_a_confidential_case_takes_no_participants_and_closes_for_those_it_has(
    by_mail, exempelby, cia
):
    participant = added(by_mail)
    browser, _page = enter(participant)
    access = AccessList.objects.create(client=exempelby, name="Utredning")
    make_confidential(by_mail, access=access, because="hot mot kunden", by=cia, at=now())
    by_mail.refresh_from_db()

    assert browser.get("/folj/arende/").url == "/folj/"
    assert enter(participant)[1].status_code == 422
    send_participation(participant.pk, at=now())
    assert not Outgoing.objects.filter(purpose="code").exists()
    with pytest.raises(Exception, match="ConfidentialCase"):
        added(by_mail, address="ny@example.org")


def test_the_code_opens_its_own_case_only(by_mail, exempelby, eva):
    other = open_case(exempelby, title="Annat", channel="mail", customer=eva, at=AN_HOUR_AGO)
    participant = added(by_mail)

    page = Citizen().answer("/folj/", number=other.number, code=code_of(participant))

    assert page.status_code == 422


def test_a_case_that_becomes_part_of_another_is_not_followed_there(by_mail, exempelby, eva, cia):
    other = open_case(exempelby, title="Annat", channel="mail", customer=eva, at=AN_HOUR_AGO)
    participant = added(by_mail)
    browser, _page = enter(participant)

    merge(by_mail, into=other, by=cia, at=now())

    assert browser.get("/folj/arende/").url == "/folj/"
    assert enter(participant)[1].status_code == 422


def test_a_participant_takes_out_only_files_of_their_case(by_mail, as_eva, exempelby):
    as_eva.answer("/folj/arende/", text="Bild", files=SimpleUploadedFile("h.png", PNG), once="y")
    browser, page = enter(added(by_mail))

    [link] = re.findall(r'href="(/folj/fil/\d+/)"', words(page))

    assert browser.get(link).content == PNG
    MessageFile.objects.update(message=Message.objects.exclude(text="Bild").first())
    Message.objects.exclude(text="Bild").update(automatic="away")
    assert browser.get(link).status_code == 404


def test_a_mobile_number_is_refused_where_no_texts_are_sent(by_mail):
    with pytest.raises(Exception, match="NoTextsHere"):
        added(by_mail, address="070-123 45 67")


def test_the_code_goes_by_text_message_where_texts_are_sent(by_mail, exempelby):
    add_number(exempelby, number="+46766861004", user="u", secret="x", by=None, at=AN_HOUR_AGO)
    participant = added(by_mail, "reply", address="070-174 06 05")

    send_participation(participant.pk, at=now())

    outgoing = Outgoing.objects.get(purpose="code")
    assert (outgoing.channel, outgoing.message.recipients) == ("sms", ["+46701740605"])
    assert code_of(participant) in outgoing.message.text
