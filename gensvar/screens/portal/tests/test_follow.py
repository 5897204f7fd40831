import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils.timezone import now

from gensvar.foundation.people.models import Membership
from gensvar.operations.cases.actions import (
    answer,
    assign,
    close,
    describe,
    give_feedback,
    hand_over,
    open_case,
    write_note,
)
from gensvar.operations.cases.models import Case, NeedType, State
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.contacts.actions import (
    Said,
    begin_sending,
    mark_sent,
    record_message,
    register_contact,
)
from gensvar.operations.contacts.models import Message, MessageFile, Outgoing
from gensvar.screens.portal.jobs import mail_code, publish_answer
from gensvar.screens.portal.tests.conftest import Citizen

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
AN_HOUR_AGO = now() - timedelta(hours=1)


def code_of(case):
    return follow_code(settings.SECRET_KEY, number=case.number, version=case.code_version)


def words(response):
    return response.content.decode()


def enter(citizen, case, code=None):
    return citizen.answer("/folj/", number=case.number, code=code or code_of(case))


@pytest.fixture
def by_mail(citizen, eva, kundtjanst):
    citizen.ask_all(text="Hål i gatan", reply="mail", mail="eva.ek@example.com")
    citizen.send()
    return Case.objects.get()


def test_number_and_code_show_the_case_and_no_code_stands_in_an_address(citizen, asked):
    page = enter(citizen, asked)

    assert page.redirect_chain == [("/folj/arende/", 302)]
    assert "Det är ett hål i Skolgatan." in words(page)
    assert asked.number in words(page)


def test_the_number_from_a_mail_is_filled_in_and_a_strange_one_is_not(citizen, asked):
    assert f'value="{asked.number}"' in words(citizen.get(f"/folj/?arende={asked.number}"))
    assert "onerror" not in words(citizen.get('/folj/?arende="><img onerror=x>'))


def test_unknown_number_and_wrong_code_get_the_same_bytes_and_steps(citizen, asked):
    """CUS-09: nobody learns which numbers there are."""
    with connection.execute_wrapper(counting := Counting()):
        wrong = citizen.post("/folj/", {"number": asked.number, "code": "AAAAAAAA"})
    known_steps = counting.statements
    with connection.execute_wrapper(counting := Counting()):
        unknown = citizen.post("/folj/", {"number": "26-999999", "code": code_of(asked)})
    nonsense = citizen.post("/folj/", {"number": "'; --", "code": "<script>"})

    assert wrong.status_code == unknown.status_code == nonsense.status_code == 422
    assert wrong.content == unknown.content == nonsense.content
    assert known_steps == counting.statements
    assert "hör inte ihop" in words(wrong)


class Counting:
    """Remember the statements that were run, so that two requests can be compared."""

    def __init__(self):
        self.statements = []

    def __call__(self, execute, sql, params, many, context):
        self.statements.append(re.sub(r"\"_?s\d+_x\d+\"", "savepoint", sql))
        return execute(sql, params, many, context)


@pytest.mark.parametrize("exists", [True, False])
def test_five_wrong_codes_lock_number_for_everybody_in_the_same_words(citizen, asked, exists):
    """CUS-09's own example."""
    number = asked.number if exists else "26-999999"
    for _ in range(5):
        assert citizen.post("/folj/", {"number": number, "code": "AAAAAAAA"}).status_code == 422

    page = Citizen().post("/folj/", {"number": number, "code": code_of(asked)})

    assert page.status_code == 429
    assert "Vänta 15 minuter" in words(page)


def test_locked_answers_are_the_same_bytes_for_known_and_unknown_numbers(citizen, asked):
    def locked(number):
        for _ in range(5):
            citizen.post("/folj/", {"number": number, "code": "AAAAAAAA"})
        return citizen.post("/folj/", {"number": number, "code": code_of(asked)}).content

    assert locked(asked.number) == locked("26-999999")


def test_a_form_from_another_site_opens_nothing(asked):
    browser = Citizen(enforce_csrf_checks=True)
    page = browser.get("/folj/")
    sent = {"number": asked.number, "code": code_of(asked)}
    assert browser.post("/folj/", sent).status_code == 403

    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', words(page)).group(1)
    opened = browser.post("/folj/", sent | {"csrfmiddlewaretoken": token}, follow=True)
    assert "Skolgatan" in words(opened)


def test_without_the_code_nothing_of_the_case_is_shown(citizen, asked):
    page = citizen.get("/folj/arende/", follow=True)

    assert page.redirect_chain == [("/folj/", 302)]
    assert "Skolgatan" not in words(page)


def test_leaving_closes_the_case_in_this_browser(citizen, asked):
    enter(citizen, asked)
    citizen.post("/folj/lamna/")

    assert citizen.get("/folj/arende/").url == "/folj/"


def test_the_case_closes_after_an_hour_and_what_was_being_written_is_kept(citizen, asked):
    enter(citizen, asked)
    session = citizen.session
    session["portal.followed"] |= {"until": now().isoformat()}
    session.save()

    page = citizen.answer("/folj/arende/", text="Hålet är <b>större</b> nu")
    assert page.status_code == 403
    assert not Message.objects.filter(text__contains="större").exists()
    page = citizen.answer(
        "/folj/",
        number=asked.number,
        code=code_of(asked),
        kept=re.search(r'name="kept" value="([^"]*)"', words(page)).group(1),
    )
    assert "större" in words(page)


def test_what_was_being_written_does_not_lie_readable_in_the_session(citizen, asked):
    citizen.post("/folj/", {"number": asked.number, "code": code_of(asked), "kept": "Mitt larm"})

    kept = citizen.session["portal.kept_words"]

    assert kept
    assert "Mitt larm" not in str(dict(citizen.session.items()))
    assert "Mitt larm" in words(citizen.get("/folj/arende/"))
    assert "Mitt larm" not in words(citizen.get("/folj/arende/"))


def test_a_raised_code_version_closes_open_browsers(citizen, asked):
    enter(citizen, asked)
    Case.objects.filter(pk=asked.pk).update(code_version=2)

    assert citizen.get("/folj/arende/").url == "/folj/"


def test_the_customer_reads_answers_and_never_notes_or_surnames(citizen, by_mail, ada):
    write_note(by_mail, "Kunden är besvärlig", by=ada, at=AN_HOUR_AGO)
    answer(by_mail, "Vi lagar på onsdag.", channel="mail", by=ada, at=AN_HOUR_AGO)

    page = words(enter(citizen, by_mail))

    assert "Vi lagar på onsdag." in page
    assert "Ada, Kundtjänst" in page
    assert "Lind" not in page
    assert "besvärlig" not in page
    assert "Vi har svarat dig" in page


def test_an_answer_is_not_shown_while_it_may_be_taken_back(citizen, by_mail, ada):
    answer(by_mail, "Inte färdigt", channel="mail", by=ada, at=now())

    page = words(enter(citizen, by_mail))

    assert "Inte färdigt" not in page
    assert "Vi har svarat dig" not in page


def test_an_answer_is_shown_from_the_moment_that_it_is_being_sent(citizen, by_mail, ada):
    outgoing = answer(by_mail, "Vi lagar på onsdag.", channel="mail", by=ada, at=now())

    begin_sending(outgoing, until=now() + timedelta(minutes=10), at=now())
    assert "Vi lagar på onsdag." in words(enter(citizen, by_mail))
    mark_sent(outgoing, provider_id="", at=now())

    page = words(citizen.get("/folj/arende/"))
    assert "Vi lagar på onsdag." in page
    assert "Vi har svarat dig" in page


def test_what_others_wrote_in_the_case_is_not_shown(citizen, by_mail, ada, exempelby):
    answer(
        by_mail,
        "Kan ni granska Evas ärende?",
        channel="mail",
        recipients=["expert@example.org"],
        by=ada,
        at=AN_HOUR_AGO,
    )
    expert = register_contact(
        exempelby, channel="mail", direction="in", customer=None, at=AN_HOUR_AGO
    )
    record_message(expert, Said(text="Expertens svar"), at=AN_HOUR_AGO)
    by_mail.contacts.add(expert, through_defaults={"client": exempelby})

    page = words(enter(citizen, by_mail))

    assert "granska Evas" not in page
    assert "Expertens svar" not in page


def test_a_hand_over_shows_who_has_the_question(citizen, by_mail, ada, hanna, tek_gata):
    hand_over(by_mail, to=tek_gata, why="cannot", question="Internt: kolla", by=ada, at=AN_HOUR_AGO)
    give_feedback(
        by_mail, outcome="no-answer", channel="phone", summary="Hemligt", by=hanna, at=AN_HOUR_AGO
    )

    page = words(enter(citizen, by_mail))

    assert "Gata och park har din fråga" in page
    assert "Vi försökte nå dig" in page
    assert "Internt" not in page
    assert "Hemligt" not in page


def test_a_reply_joins_the_case_and_wakes_it(citizen, by_mail, ada):
    answer(by_mail, "Är hålet djupt?", channel="mail", by=ada, at=AN_HOUR_AGO)
    enter(citizen, by_mail)

    page = citizen.answer("/folj/arende/", text="Ja, djupt", files=SimpleUploadedFile("h.png", PNG))

    by_mail.refresh_from_db()
    newest = Message.objects.order_by("-pk").first()
    assert "har kommit fram" in words(page)
    assert (newest.text, newest.sender_address) == ("Ja, djupt", "eva.ek@example.com")
    assert newest.contact.customer == by_mail.customer
    assert by_mail.state == State.WAITING_FOR_US
    assert MessageFile.objects.get(message=newest).name == "h.png"


def test_a_reply_sent_twice_from_one_page_is_one_message(citizen, asked):
    page = words(enter(citizen, asked))
    once = re.search(r'name="once" value="(\w+)"', page).group(1)

    for _ in range(2):
        citizen.answer("/folj/arende/", text="Mer", once=once)

    assert Message.objects.filter(text="Mer").count() == 1


@pytest.mark.parametrize(
    ("name", "content"), [("h.png", b"MZ\x90\0" + b"\0" * 60), ("h.exe", b"MZ\x90\0")]
)
def test_a_false_file_in_a_reply_is_refused_and_the_words_are_kept(citizen, asked, name, content):
    enter(citizen, asked)

    page = citizen.answer(
        "/folj/arende/", text="Se bilden", files=SimpleUploadedFile(name, content)
    )

    assert page.status_code == 422
    assert "Se bilden" in words(page)
    assert not Message.objects.filter(text="Se bilden").exists()


def test_an_empty_reply_is_answered_in_words(citizen, asked):
    enter(citizen, asked)

    page = citizen.answer("/folj/arende/", text=" ")

    assert page.status_code == 422
    assert "Skriv något" in words(page)


@pytest.mark.parametrize("text", ["", "Gropen är kvar"])
def test_a_finished_case_is_taken_up_again_by_its_customer(citizen, asked, gator, ada, text):
    describe(asked, subject=gator, need_type=NeedType.INFORMATION, by=ada, at=now())
    close(asked, by=ada, at=now())
    assert "Det här löste det inte" in words(enter(citizen, asked))

    citizen.answer("/folj/arende/", text=text, again="1")

    asked.refresh_from_db()
    assert not asked.is_closed


def test_files_are_handed_out_to_be_saved(citizen, asked):
    enter(citizen, asked)
    citizen.answer("/folj/arende/", text="Bild", files=SimpleUploadedFile("hål.png", PNG))
    file = MessageFile.objects.get()

    response = citizen.get(f"/folj/fil/{file.pk}/")

    assert response.content == PNG
    assert response["Content-Disposition"].startswith("attachment")


def test_a_file_of_another_case_does_not_exist(citizen, asked, exempelby):
    contact = register_contact(exempelby, channel="mail", direction="in", customer=None, at=now())
    other = record_message(contact, Said(text="Annat"), at=now())
    open_case(exempelby, title="Annat", channel="mail", contact=contact, at=now())
    enter(citizen, asked)
    citizen.answer("/folj/arende/", text="Bild", files=SimpleUploadedFile("h.png", PNG))
    own = MessageFile.objects.get()
    MessageFile.objects.filter(pk=own.pk).update(message=other)

    assert citizen.get(f"/folj/fil/{own.pk}/").status_code == 404
    assert Citizen().get(f"/folj/fil/{own.pk}/").status_code == 302


def test_somebody_without_address_reads_the_answer_here(citizen, asked, ada, kundtjanst):
    assert Membership.objects.filter(agent=ada).exists()
    outgoing = answer(asked, "Vi lagar hålet.", channel="web", by=ada, at=AN_HOUR_AGO)

    publish_answer(outgoing.pk)

    assert Outgoing.objects.get().state == Outgoing.State.SENT
    assert "Vi lagar hålet." in words(enter(citizen, asked))


def test_a_withdrawn_answer_is_never_published(citizen, asked, ada):
    outgoing = answer(asked, "Fel svar", channel="web", by=ada, at=AN_HOUR_AGO)
    Outgoing.objects.filter(pk=outgoing.pk).update(state=Outgoing.State.CANCELLED)

    publish_answer(outgoing.pk)

    assert Outgoing.objects.get().state == Outgoing.State.CANCELLED
    assert "Fel svar" not in words(enter(citizen, asked))


def test_asking_for_the_code_is_answered_alike_and_mailed_to_the_known_address(citizen, by_mail):
    known = citizen.answer("/folj/ny-kod/", number=by_mail.number)
    unknown = citizen.answer("/folj/ny-kod/", number="26-999999")
    assert known.content == unknown.content

    mail_code(by_mail.number, now().isoformat())
    mail_code("26-999999", now().isoformat())

    sent = Outgoing.objects.get(purpose="code").message
    assert sent.recipients == ["eva.ek@example.com"]
    assert code_of(by_mail) in sent.text
    assert code_of(by_mail) not in sent.subject
    assert code_of(by_mail) not in words(enter(citizen, by_mail))


def test_the_code_is_asked_for_at_most_three_times_an_hour(citizen, by_mail):
    from procrastinate.contrib.django.models import ProcrastinateJob

    answers = [citizen.answer("/folj/ny-kod/", number=by_mail.number).content for _ in range(5)]

    assert len(set(answers)) == 1
    assert ProcrastinateJob.objects.filter(task_name="portal.mail_code").count() == 3


def test_a_case_without_address_sends_its_code_to_nobody(asked):
    mail_code(asked.number, now().isoformat())

    assert not Outgoing.objects.exists()


def test_an_agent_who_takes_the_case_is_shown_by_first_name(citizen, asked, ada):
    assign(asked, agent=ada, group=None, by=ada, at=now())

    assert "Ada arbetar med din fråga" in words(enter(citizen, asked))
