import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localtime, now

from conftest import Browser
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.people.models import Group
from gensvar.operations.cases.actions import add_file, assign, hand_over, open_case
from gensvar.operations.cases.models import (
    Feedback,
    Note,
    State,
)
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact, Outgoing
from gensvar.screens.backoffice.tests.conftest import ask_department, path, words

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100


def told(response):
    """What a response tells, without the mark against forged forms that differs each time."""
    tokens = re.sub(rb"[A-Za-z0-9]{64}", b"", response.content)
    return response.status_code, response.get("Location", "").partition("?")[0], tokens


def reached(**changes):
    when = localtime(now() - timedelta(minutes=10)).strftime("%Y-%m-%dT%H:%M")
    return {
        "outcome": "answered",
        "channel": "phone",
        "reached_at": when,
        "summary": "Vi lagar på onsdag",
    } | changes


def test_the_link_from_the_mail_leads_here_after_sign_in(case, browser):
    response = browser.get(path(case))

    assert response.status_code == 302
    assert f"next=/handlaggare/{case.number}/" in response.url


def test_the_page_says_who_asks_what_since_when(case, office):
    page = words(office.get(path(case)))

    assert "Gropar: när lagas de?" in page
    assert "Hål i gatan, sa Eva" in page
    assert "eva.ek@example.com" in page
    assert "i går" in page
    assert "Ada Lind" in page


def test_the_oldest_question_is_first(case, office, exempelby, tek_gata, ada):
    ask_department(exempelby, tek_gata, ada, title="Äldst", days_ago=9)

    page = words(office.get("/handlaggare/"))

    assert "2 frågor väntar på svar" in page
    assert page.index("Äldst: när") < page.index("Gropar: när")


def test_an_answer_in_writing_reaches_the_customer_and_closes_the_case(case, office, eva):
    page = office.post(path(case, "svar"), {"text": "Vi lagar på onsdag."}, follow=True)

    case.refresh_from_db()
    outgoing = Outgoing.objects.get(purpose="answer")
    assert (outgoing.channel, outgoing.message.recipients) == ("mail", ["eva.ek@example.com"])
    assert outgoing.message.text == "Vi lagar på onsdag."
    assert Feedback.objects.get().outcome == "answered"
    assert case.is_closed
    assert "är på väg" in words(page)
    assert "Ingen fråga väntar" in words(page)


def test_a_picture_goes_with_the_answer(case, office):
    office.post(
        path(case, "svar"), {"text": "Se bilden", "files": SimpleUploadedFile("h.png", PNG)}
    )

    assert Outgoing.objects.get(purpose="answer").message.files.get().name == "h.png"


def test_a_false_file_stops_the_answer_and_keeps_its_words(case, office):
    upload = SimpleUploadedFile("h.png", b"MZ" + b"\0" * 60)

    page = office.post(path(case, "svar"), {"text": "Se bilden", "files": upload})

    assert page.status_code == 422
    assert "är inte vad namnet säger" in words(page)
    assert "Se bilden" in words(page)
    assert not Outgoing.objects.exists()


def test_an_answer_without_subject_leaves_the_case_to_the_front_desk(
    office, exempelby, tek_gata, kundtjanst, ada, eva
):
    case = ask_department(exempelby, tek_gata, ada, customer=eva)

    office.post(path(case, "svar"), {"text": "Vi lagar på onsdag."})

    case.refresh_from_db()
    assert case.state == State.WAITING_FOR_US


def test_after_an_answer_comes_the_next_question(case, office, exempelby, tek_gata, ada, eva):
    other = ask_department(exempelby, tek_gata, ada, title="Bula", days_ago=0, customer=eva)

    response = office.post(path(case, "svar"), {"text": "Klart."})

    assert response.url == path(other)


def test_somebody_without_address_is_answered_on_the_portal(
    office, exempelby, tek_gata, kundtjanst, ada
):
    case = ask_department(exempelby, tek_gata, ada, channel="web")
    assert "läser svaret på portalen" in words(office.get(path(case)))

    office.post(path(case, "svar"), {"text": "Vi lagar på onsdag."})

    assert Outgoing.objects.get(purpose="answer").channel == "web"


def test_somebody_with_a_phone_only_must_be_called(office, exempelby, tek_gata, ada, eva):
    eva.addresses.filter(kind="mail").delete()
    contact = register_contact(
        exempelby, channel="phone", direction="in", customer=eva, at=now() - timedelta(days=1)
    )
    case = open_case(exempelby, title="Ring", channel="phone", contact=contact, at=now())
    hand_over(case, to=tek_gata, why="cannot", question="Ring Eva", by=ada, at=now())
    assert "ingen adress att skriva till" in words(office.get(path(case)))

    page = office.post(path(case, "svar"), {"text": "Mitt långa svar"})

    assert page.status_code == 409
    assert "Mitt långa svar" in words(page)
    assert not Outgoing.objects.exists()


def test_a_call_is_told_with_channel_time_and_words(case, office):
    office.post(path(case, "kontakt"), reached())

    case.refresh_from_db()
    told = Feedback.objects.get()
    assert (told.outcome, told.channel, told.summary) == ("answered", "phone", "Vi lagar på onsdag")
    assert told.reached_at is not None
    assert told.reached_at < told.at
    call = Contact.objects.get(channel="phone", direction="out")
    assert (call.customer, call.started_at) == (case.customer, told.reached_at)
    assert case.is_closed


def test_a_try_that_nobody_answered_counts_as_a_try_and_keeps_the_question(case, office):
    for _ in range(2):
        office.post(path(case, "kontakt"), reached(outcome="no-answer", summary="Ingen svarade"))

    case.refresh_from_db()
    assert case.state == State.HANDED_OVER
    assert "2 försök, ingen svarade" in words(office.get(path(case)))
    assert "regelversion" not in words(office.get(path(case)))
    Feedback.objects.filter(pk=Feedback.objects.latest("pk").pk).update(rule_version=2)
    told = words(office.get(path(case)))
    assert told.count("Försöken räknas som återkoppling enligt regelversion 2.") == 1
    assert not Contact.objects.filter(channel="phone").exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"outcome": ""}, "Ange om du nådde kunden"),
        ({"outcome": "returned"}, "Ange om du nådde kunden"),
        ({"channel": "telepathy"}, "Välj ett av alternativen"),
        ({"reached_at": ""}, "Ange när det var"),
        ({"reached_at": "igår"}, "Skriv dag och tid"),
        ({"reached_at": "2099-01-01T10:00"}, "har inte varit ännu"),
        ({"summary": " "}, "Skriv på någon rad"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_kept(case, office, changes, said):
    page = office.post(path(case, "kontakt"), reached(**({"summary": "Kvar"} | changes)))

    assert page.status_code == 422
    assert said in words(page)
    if "summary" not in changes:
        assert "Kvar" in words(page)
    assert not Feedback.objects.exists()


def test_a_question_given_back_returns_with_its_reason(case, office):
    page = office.post(path(case, "tillbaka"), {"text": "Det är VA:s ledning"}, follow=True)

    case.refresh_from_db()
    assert (case.state, case.group) == (State.WAITING_FOR_US, None)
    assert Feedback.objects.get().summary == "Det är VA:s ledning"
    assert "tillbaka hos Kundtjänst" in words(page)
    assert office.get(path(case)).status_code == 404


def test_a_question_to_the_front_desk_is_a_note_and_the_question_stays(case, office):
    page = office.post(path(case, "fraga"), {"text": "Vilken gata?"}, follow=True)

    assert Note.objects.get().text == "Vilken gata?"
    assert "Vilken gata?" in words(page)
    case.refresh_from_db()
    assert case.state == State.HANDED_OVER


@pytest.mark.parametrize("act", ["svar", "tillbaka", "fraga"])
def test_an_empty_text_is_refused_in_words(case, office, act):
    page = office.post(path(case, act), {"text": "  "})

    assert page.status_code == 422
    assert "<title>Fel:" in words(page)


def test_a_question_taken_is_ones_own(case, office, hanna):
    page = office.post(path(case, "ta"), follow=True)

    case.refresh_from_db()
    assert case.agent == hanna
    assert "är din nu" in words(page)


def test_what_a_colleague_has_taken_stands_below(case, office, mats):
    assign(case, agent=mats, group=case.group, by=mats, at=now())

    page = words(office.get("/handlaggare/"))

    assert "Gruppens övriga" in page
    assert "Mats Åkesson har frågan" in page


def test_an_answer_to_what_a_colleague_just_answered_is_refused_and_kept(case, office):
    office.post(path(case, "svar"), {"text": "Först"})

    page = office.post(path(case, "svar"), {"text": "Sedan"})

    assert page.status_code == 409
    assert Outgoing.objects.filter(purpose="answer").count() == 1
    assert "inte längre" in words(page)
    assert "Sedan" in words(page)


def test_the_manager_sees_the_groups_questions(case, mats):
    browser = Browser()
    browser.force_login(mats)

    assert browser.get(path(case)).status_code == 200
    assert case.number in words(browser.get("/handlaggare/"))


@pytest.mark.parametrize("who", ["ada", "admin", "cia"])
def test_somebody_without_right_meets_the_same_nothing(case, who, request):
    browser = Browser()
    browser.force_login(request.getfixturevalue(who))

    real, unreal = browser.get(path(case)), browser.get("/handlaggare/26-999999/")

    assert told(real) == told(unreal)
    assert real.status_code != 200


def test_a_case_of_another_group_does_not_exist(case, exempelby, mats, ada, eva, office):

    va = Group.objects.create(client=exempelby, code="VA", name="Vatten", manager=ada)
    other = ask_department(exempelby, va, ada, title="Läcka", customer=eva)

    for act in ("svar", "kontakt", "tillbaka", "fraga", "ta"):
        assert office.post(path(other, act), {"text": "Hej"} | reached()).status_code == 404
    real, unreal = office.get(path(other)), office.get("/handlaggare/26-999999/")
    assert real.status_code == 404
    assert told(real) == told(unreal)
    assert not Feedback.objects.exists()


def test_a_script_in_a_question_is_shown_as_words(office, exempelby, tek_gata, ada, eva):
    case = ask_department(exempelby, tek_gata, ada, customer=eva, title="<script>alert(1)</script>")

    assert "<script>alert" not in words(office.get(path(case)))
    assert "<script>alert" not in words(office.get("/handlaggare/"))


def test_files_of_the_case_are_handed_out_and_others_are_not(
    case, office, exempelby, tek_gata, ada, eva
):
    stored = store_file(PNG, at=now())
    added = add_file(case, stored, name="grop.png", by=ada, at=now())
    other = open_case(exempelby, title="Annat", channel="phone", at=now())
    hidden = add_file(other, stored, name="hemlig.png", by=ada, at=now())

    assert "grop.png" in words(office.get(path(case)))
    response = office.get(path(case, f"fil/case/{added.pk}"))
    assert response.content == PNG
    assert response["Content-Disposition"].startswith("attachment")
    assert office.get(path(case, f"fil/case/{hidden.pk}")).status_code == 404
    assert office.get(path(case, f"fil/message/{added.pk}")).status_code == 404


def test_upload_is_not_taken_as_an_answer(case, office):
    page = office.post(path(case, "svar"), {"text": SimpleUploadedFile("a.txt", b"Hej")})

    assert page.status_code == 422


def test_what_was_done_is_in_the_record_by_whom(case, office, hanna):
    office.post(path(case, "kontakt"), reached())

    told = EventRecord.objects.get(name="cases.feedback-given")
    assert (told.agent_id, told.case_id) == (hanna.pk, case.pk)


def test_the_page_is_drawn_in_english_too(case, office):
    office.cookies["gensvar_language"] = "en"

    page = words(office.get(path(case)))

    assert "Send the answer to Eva Ek" in page
    assert '<html lang="en"' in page
