import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.utils.timezone import now

from conftest import Browser
from gensvar.foundation.files.actions import read_file
from gensvar.foundation.people.models import Group
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Message, MessageFile, Outgoing
from gensvar.operations.customers.models import Customer
from gensvar.screens.portal.jobs import forget
from gensvar.screens.portal.models import Draft, DraftFile

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100


def file(name="grop.png", content=PNG):
    return SimpleUploadedFile(name, content)


def words(response):
    return response.content.decode()


def test_a_question_becomes_a_contact_a_message_and_a_case(citizen, gator, kundtjanst, eva):
    page = citizen.answer("/fraga/amne/", subject=gator.pk)
    assert page.redirect_chain[-1][0] == "/fraga/beskriv/"
    citizen.answer("/fraga/beskriv/", text="Hål i gatan. Det är djupt.")
    citizen.answer("/fraga/filer/", files=file())
    citizen.answer("/fraga/filer/", go_on="1")
    page = citizen.answer("/fraga/svar/", reply="mail", mail=" Eva.Ek@Example.com ", name="Eva Ek")
    assert page.redirect_chain[-1][0] == "/fraga/kontrollera/"
    assert "grop.png" in words(page)
    assert not Case.objects.exists()

    page = citizen.send()

    case = Case.objects.get()
    message = Message.objects.get(direction="in")
    assert page.redirect_chain[-1][0] == "/fraga/kvitto/"
    assert case.number in words(page)
    assert (case.channel, case.title, case.subject, case.group, case.customer) == (
        "web",
        "Hål i gatan.",
        gator,
        kundtjanst,
        eva,
    )
    assert message.text == "Hål i gatan. Det är djupt."
    assert message.contact in case.contacts.all()
    kept = MessageFile.objects.get(message=message)
    assert (kept.name, read_file(kept.file)) == ("grop.png", PNG)


def test_the_receipt_by_mail_tells_number_and_code_and_nothing_of_the_question(citizen, eva):
    citizen.ask_all(text="Mitt barn är sjukt", reply="mail", mail="eva.ek@example.com")
    page = citizen.send()

    sent = Outgoing.objects.get(purpose="receipt").message
    code = re.search(r"<dt>Kod</dt><dd class=\"num\">(\w+)<", words(page)).group(1)
    assert sent.recipients == ["eva.ek@example.com"]
    assert code in sent.text
    assert Case.objects.get().number in sent.subject
    assert "barn" not in sent.subject + sent.text
    assert code not in sent.subject


def test_a_question_sent_twice_is_one_case(citizen):
    citizen.ask_all()

    first, second = citizen.send(), citizen.send()

    assert Case.objects.count() == 1
    number = Case.objects.get().number
    assert number in words(first)
    assert number in words(second)


def test_going_back_after_sending_leads_to_the_receipt(citizen):
    citizen.ask_all()
    citizen.send()

    assert citizen.get("/fraga/kontrollera/").url == "/fraga/kvitto/"


def test_nothing_is_checked_or_sent_before_all_is_answered(citizen):
    assert citizen.get("/fraga/kontrollera/").url == "/fraga/amne/"
    citizen.answer("/fraga/amne/", subject="unknown")

    assert citizen.get("/fraga/kontrollera/").url == "/fraga/beskriv/"
    assert citizen.post("/fraga/kontrollera/").url == "/fraga/beskriv/"
    assert not Case.objects.exists()


def test_a_new_question_after_a_sent_one_is_a_new_case(citizen):
    citizen.ask_all()
    citizen.send()
    page = citizen.get("/fraga/beskriv/")
    assert "Skolgatan" not in words(page)

    citizen.ask_all(text="Något annat")
    citizen.send()

    assert sorted(Case.objects.values_list("title", flat=True)) == [
        "Det är ett hål i Skolgatan.",
        "Något annat",
    ]


def test_the_back_button_shows_what_was_answered_and_changing_it_returns_to_the_check(citizen):
    citizen.ask_all(text="Första försöket")
    assert "Första försöket" in words(citizen.get("/fraga/beskriv/"))

    page = citizen.answer("/fraga/beskriv/", text="Andra försöket")

    assert page.redirect_chain[-1][0] == "/fraga/kontrollera/"
    assert "Andra försöket" in words(page)


def test_no_page_of_the_question_has_personal_data_in_its_address(citizen):
    page = citizen.ask_all(text="Hemligt", reply="phone", phone="070-111 11 11", name="Eva Ek")

    assert page.redirect_chain == [("/fraga/kontrollera/", 302)]
    assert [to for to, _status in citizen.send().redirect_chain] == ["/fraga/kvitto/"]


def test_a_draft_cannot_be_read_without_the_browsers_key(citizen):
    citizen.ask_all(text="Ingen annan får läsa detta", reply="mail", mail="eva@example.com")
    citizen.answer("/fraga/filer/", files=file(content=PNG + b"hemlig bild"))

    kept = bytes(Draft.objects.get().sealed) + bytes(DraftFile.objects.get().sealed)

    assert b"Ingen annan" not in kept
    assert b"eva@example.com" not in kept
    assert b"hemlig bild" not in kept
    assert "Ingen annan" not in words(Browser().get("/fraga/kontrollera/", follow=True))


@pytest.mark.parametrize(
    ("path", "answers", "said"),
    [
        ("/fraga/amne/", {"subject": ""}, "Välj det som ligger närmast"),
        ("/fraga/amne/", {"subject": "999999"}, "Välj det som ligger närmast"),
        ("/fraga/amne/", {"subject": "1; DROP TABLE"}, "Välj det som ligger närmast"),
        ("/fraga/amne/", {"subject": "9" * 400}, "Välj det som ligger närmast"),
        ("/fraga/beskriv/", {"text": "  "}, "Skriv vad du vill ha hjälp med"),
        ("/fraga/beskriv/", {"text": "x" * 20_001}, "Texten är för lång"),
        ("/fraga/svar/", {}, "Välj hur du vill ha svaret"),
        ("/fraga/svar/", {"reply": "fax"}, "Välj hur du vill ha svaret"),
        ("/fraga/svar/", {"reply": "mail"}, "Skriv en mejladress"),
        ("/fraga/svar/", {"reply": "mail", "mail": "inte en adress"}, "Skriv en mejladress"),
        ("/fraga/svar/", {"reply": "mail", "mail": "a@b\r\nBcc: x@y.se"}, "Skriv en mejladress"),
        ("/fraga/svar/", {"reply": "phone", "phone": "12"}, "Skriv ett telefonnummer"),
    ],
)
def test_what_is_missing_is_said_above_the_field(citizen, path, answers, said):
    page = citizen.answer(path, **answers)

    assert page.status_code == 422
    assert said in words(page)
    assert "<title>Fel:" in words(page)
    assert not Draft.objects.exists()


def test_what_was_typed_is_still_there_beside_the_error(citizen):
    page = citizen.answer("/fraga/svar/", reply="mail", mail="fel adress", name="Eva")

    assert 'value="fel adress"' in words(page)
    assert 'value="Eva"' in words(page)


def test_scripts_in_a_question_are_shown_as_words(citizen):
    script = '<script>alert(1)</script>\n\n"><img src=x onerror=alert(2)>'
    citizen.answer("/fraga/amne/", words=script)
    page = citizen.ask_all(text=script, reply="phone", phone="0701111111", name=script)
    receipt = citizen.send()

    for shown in (page, receipt, citizen.get("/fraga/amne/")):
        assert "<script>alert" not in words(shown)
        assert "<img src=x" not in words(shown)
    assert "&lt;script&gt;" in words(receipt)
    assert Message.objects.get().text == script


def test_a_text_with_nul_signs_is_kept_without_them(citizen):
    citizen.ask_all(text="Hål\x00 i gatan", name="E\x00va", reply="code")
    citizen.send()

    assert Message.objects.get().text == "Hål i gatan"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bild.jpg", b"MZ\x90\0" + b"\0" * 80, "är inte vad namnet säger"),
        ("bild.png", b"<svg><script>alert(1)</script></svg>", "är inte vad namnet säger"),
        ("virus.exe", b"MZ\x90\0" + b"\0" * 80, "av ett slag som vi inte kan ta emot"),
        ("sida.html", b"<html>", "av ett slag som vi inte kan ta emot"),
        ("tom.png", b"", "är tom"),
    ],
)
def test_a_false_file_is_refused_by_name_and_others_are_kept(citizen, name, content, said):
    page = citizen.answer("/fraga/filer/", files=[file(), file(name, content)], go_on="1")

    assert page.status_code == 422
    assert name in words(page)
    assert said in words(page)
    assert DraftFile.objects.count() == 1


def test_a_file_that_lies_in_another_folder_is_called_by_its_name_only(citizen):
    upload = BytesIO(PNG)
    upload.name = "../../etc/grop\u202egnp.png"
    citizen.answer("/fraga/filer/", files=upload)

    assert "gropgnp.png" in words(citizen.get("/fraga/filer/"))


def test_files_may_be_25_megabytes_together(citizen):
    nearly = PNG + b"\0" * (13 * 2**20)
    assert citizen.answer("/fraga/filer/", files=file("ett.png", nearly)).status_code == 200

    page = citizen.answer("/fraga/filer/", files=file("två.png", nearly))

    assert page.status_code == 422
    assert "får vara 25 MB" in words(page)
    assert DraftFile.objects.count() == 1


def test_a_request_that_is_too_large_keeps_its_words_and_leaves_nothing_on_disk(citizen):
    page = citizen.answer("/fraga/filer/", files=file("stor.png", PNG + b"\0" * (27 * 2**20)))

    assert page.status_code == 422
    assert "Ingen fil lades till" in words(page)
    assert not DraftFile.objects.exists()


def test_a_file_can_be_taken_out_again(citizen):
    citizen.answer("/fraga/filer/", files=[file("ett.png"), file("två.png")])
    first = DraftFile.objects.order_by("pk").first()

    page = citizen.answer("/fraga/filer/", remove=first.pk)

    assert "ett.png" not in words(page)
    assert "två.png" in words(page)
    assert DraftFile.objects.count() == 1


def test_one_browser_cannot_take_out_anothers_file(citizen):
    citizen.answer("/fraga/filer/", files=file())

    Browser().post("/fraga/filer/", {"remove": DraftFile.objects.get().pk})

    assert DraftFile.objects.count() == 1


def test_a_robot_that_fills_every_field_is_stopped_and_a_person_can_go_on(citizen):
    citizen.ask_all()

    page = citizen.send(website="https://spam.example")
    assert page.status_code == 422
    assert not Case.objects.exists()

    citizen.send()
    assert Case.objects.count() == 1


def test_hasty_advertising_waits_a_moment(citizen):
    citizen.ask_all(text="Köp http://a.example http://b.example http://c.example")

    assert citizen.send().status_code == 422
    assert not Case.objects.exists()

    Draft.objects.update(started_at=now() - timedelta(seconds=6))
    citizen.send()
    assert Case.objects.count() == 1


@override_settings(PORTAL_QUESTIONS_PER_HOUR=2)
def test_a_flood_from_one_place_is_stopped_in_words_and_the_question_is_kept(citizen):
    for _ in range(2):
        citizen.ask_all()
        citizen.send()
    citizen.ask_all(text="Den tredje")

    page = citizen.send()

    assert page.status_code == 429
    assert "Den tredje" in words(page)
    assert Case.objects.count() == 2


def test_one_mail_address_is_not_flooded_with_receipts(citizen):
    for _ in range(11):
        citizen.ask_all(reply="mail", mail="eva.ek@example.com")
        page = citizen.send()

    assert page.status_code == 429
    assert Outgoing.objects.filter(purpose="receipt").count() == 10


def test_a_draft_that_has_run_out_says_so(citizen):
    citizen.ask_all()
    Draft.objects.update(expires_at=now())

    page = citizen.send()

    assert page.status_code == 410
    assert "sparas inte längre" in words(page)


def test_the_hourly_job_forgets_what_was_never_sent(citizen):
    citizen.ask_all()
    forget(timestamp=0)
    assert Draft.objects.count() == 1

    Draft.objects.update(expires_at=now())
    forget(timestamp=0)
    assert not Draft.objects.exists()


def test_the_copy_is_forgotten_when_asked(citizen):
    citizen.ask_all(text="Ett hål")
    citizen.send()

    citizen.post("/fraga/glom/")

    assert not Draft.objects.exists()
    assert Case.objects.count() == 1
    assert "Ett hål" not in words(citizen.get("/fraga/kvitto/", follow=True))


def test_a_form_from_another_site_is_not_taken(exempelby):
    browser = Browser(enforce_csrf_checks=True)
    browser.get("/fraga/beskriv/")

    assert browser.post("/fraga/beskriv/", {"text": "Hej"}).status_code == 403
    assert not Draft.objects.exists()


def test_someone_who_wants_no_name_becomes_nobodys_customer(asked):
    assert asked.customer is None
    assert not Customer.objects.exists()


def test_a_phone_number_makes_a_customer_that_is_known_next_time(citizen, eva):
    page = citizen.ask_all(reply="phone", phone="+46 70 1111111")
    assert "070-111 11 11" in words(page)
    citizen.send()

    assert Case.objects.get().customer == eva
    assert not Outgoing.objects.exists()


def test_the_question_reaches_the_client_whose_portal_it_was(citizen, energi):
    Group.objects.create(client=energi, code="E", name="Kundservice", is_front=True)
    for path, answers in (
        ("amne", {"subject": "unknown"}),
        ("beskriv", {"text": "Strömavbrott"}),
        ("filer", {"go_on": "1"}),
        ("svar", {"reply": "code"}),
        ("kontrollera", {}),
    ):
        page = citizen.answer(f"/hos/energi/fraga/{path}/", **answers)

    assert page.redirect_chain[-1][0] == "/hos/energi/fraga/kvitto/"
    case = Case.objects.get()
    assert (case.client, case.group.code) == (energi, "E")


def test_search_finds_subjects_by_own_words(citizen, gator):
    page = citizen.answer("/fraga/amne/", words="gator")

    assert f'value="{gator.pk}"' in words(page)
    assert "gator" not in page.redirect_chain[-1][0]


def test_a_subject_of_another_client_cannot_be_chosen(citizen, energi, gator):
    page = citizen.answer("/hos/energi/fraga/amne/", subject=gator.pk)

    assert page.status_code == 422
