import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gensvar.channels.mail.actions.handing_over import tell_group
from gensvar.foundation.agreements.models import StandardText
from gensvar.operations.cases.actions import describe, hand_over
from gensvar.operations.cases.models import Case, CaseFile, Feedback, HandOver, Note, State
from gensvar.operations.contacts.models import Contact, Outgoing
from gensvar.operations.customers.models import Customer


@pytest.fixture
def act(as_ada, gropar):
    def done(path, **data):
        return as_ada.post(f"/arenden/{gropar.number}/{path}/", data, follow=True)

    return done


def test_a_note_is_for_colleagues(act, gropar):
    page = act("notering", text="Ring först").content.decode()

    assert Note.objects.get().text == "Ring först"
    assert f'data-draft-sent="case-{gropar.pk}-note"' in page
    assert "Noteringen är tom" in act("notering", text=" ").content.decode()


def test_a_case_is_taken(act, ada, gropar):
    assert "Ärendet är ditt" in act("ta").content.decode()

    gropar.refresh_from_db()
    assert gropar.agent == ada


def test_a_hand_over_suggests_the_subjects_group_and_shows_the_mail(
    as_ada, act, ada, gropar, gator, tek_gata, noon
):
    describe(gropar, by=ada, at=noon, subject=gator)

    page = as_ada.get(f"/arenden/{gropar.number}/lamna-over/").content.decode()
    assert f'<option value="{tek_gata.pk}" selected>' in page

    asked = act("lamna-over", group=tek_gata.pk, why="cannot", question="")
    assert asked.status_code == 422
    assert not HandOver.objects.exists()

    act("lamna-over", group=tek_gata.pk, why="cannot", question="När lagas de?")
    gropar.refresh_from_db()
    assert (gropar.state, gropar.group) == (State.HANDED_OVER, tek_gata)


def test_a_dialog_is_a_part_for_htmx_and_a_page_without(as_ada, gropar):
    address = f"/arenden/{gropar.number}/vanta/"

    part = as_ada.get(address, HTTP_HX_REQUEST="true")
    assert "<html" not in part.content.decode()
    assert "dialog:open" in part.headers["HX-Trigger-After-Swap"]
    assert "<html" in as_ada.get(address).content.decode()


def test_closing_asks_only_for_what_is_missing(as_ada, act, ada, gropar, gator, noon):
    describe(gropar, by=ada, at=noon, subject=gator)

    page = as_ada.get(f"/arenden/{gropar.number}/stang/").content.decode()
    assert 'name="need_type"' in page
    assert 'name="subject"' not in page
    assert act("stang").status_code == 422

    act("stang", need_type="status")
    gropar.refresh_from_db()
    assert gropar.state == State.CLOSED

    act("oppna-igen")
    gropar.refresh_from_db()
    assert gropar.state == State.WAITING_FOR_US


def test_whose_turn_it_is_is_noted(act, gropar):
    act("vanta", state="waiting-for-customer", reason="Bilder")

    gropar.refresh_from_db()
    assert gropar.state == State.WAITING_FOR_CUSTOMER


def test_the_description_is_changed(act, gropar, gator):
    act("beskrivning", title="<b>Nytt</b>", subject=gator.pk, need_type="opinion")

    gropar.refresh_from_db()
    assert (gropar.title, gropar.subject) == ("<b>Nytt</b>", gator)
    assert "<b>Nytt" not in act("ta").content.decode()


def test_another_clients_subject_cannot_be_chosen(act, gropar, energi):
    from gensvar.operations.knowledge.models import ServiceArea, Subject

    area = ServiceArea.objects.create(client=energi, department="Nät", name="Nät")
    theirs = Subject.objects.create(client=energi, area=area, name="Elnät")

    assert act("beskrivning", title="Nytt", subject=theirs.pk).status_code == 422


def test_tags_and_files_come_and_go(act, gropar):
    act("taggar", name="Storm")
    tag = gropar.tags.get()
    again = act("taggar", name="Storm")
    assert again.status_code == 422
    assert "har redan den etiketten" in again.content.decode()
    assert 'value="Storm"' in again.content.decode()  # the word is kept with the reason
    nothing = act("taggar", name=" ")
    assert nothing.status_code == 422
    assert "Skriv taggen först." in nothing.content.decode()
    assert act("taggar", name="x" * 61).status_code == 422
    act("taggar", remove=tag.pk)
    assert not gropar.tags.exists()

    act("filer", file=SimpleUploadedFile("karta.txt", "Här".encode()))
    kept = CaseFile.objects.get()
    page = act("ta").content.decode()
    assert f"/filer/{kept.pk}/" in page


def test_a_file_is_handed_out_to_be_saved_only(as_ada, act, gropar):
    act("filer", file=SimpleUploadedFile("sida.txt", b"<script>alert(1)</script>"))

    answer = as_ada.get(f"/arenden/{gropar.number}/filer/{CaseFile.objects.get().pk}/")

    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_call_is_registered_and_its_customer_recognised(as_ada, ada, eva, gator):
    as_ada.post(
        "/arenden/ny/",
        {
            "client": eva.client_id,
            "channel": "phone",
            "said": "Undrar när groparna lagas. Har väntat länge.",
            "address": "070-111 11 11",
            "subject": gator.pk,
            "need_type": "status",
        },
    )

    case = Case.objects.get()
    assert (case.customer, case.agent, case.title) == (eva, ada, "Undrar när groparna lagas")
    contact = Contact.objects.get()
    assert (contact.channel, contact.summary[:6]) == ("phone", "Undrar")


def test_a_call_solved_at_once_is_closed_at_once(as_ada, exempelby, gator):
    data = {"client": exempelby.pk, "channel": "visit", "said": "Öppettider?", "close": "1"}

    assert as_ada.post("/arenden/ny/", data).status_code == 422
    assert not Case.objects.exists()

    as_ada.post("/arenden/ny/", data | {"subject": gator.pk, "need_type": "information"})
    assert Case.objects.get().state == State.CLOSED


def test_one_contact_may_concern_two_needs(as_ada, act, gropar, eva, gator):
    contact = gropar.contacts.get()

    as_ada.post(
        f"/arenden/ny/?kontakt={contact.pk}",
        {"client": eva.client_id, "said": "Och en fråga om parkering", "subject": gator.pk},
    )

    assert Contact.objects.count() == 1
    assert contact.cases.count() == 2
    assert set(contact.cases.values_list("customer", flat=True)) == {eva.pk}


@pytest.mark.parametrize(
    ("more", "words"),
    [({"said": ""}, "said"), ({"address": "hej"}, "varken"), ({"client": "999"}, "client")],
)
def test_a_case_that_cannot_be_registered_says_why(as_ada, exempelby, more, words):
    data = {"client": exempelby.pk, "channel": "phone", "said": "Hej"} | more

    answer = as_ada.post("/arenden/ny/", data)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Case.objects.exists()


def test_another_clients_contact_gets_no_case(as_ada, energi, noon):
    contact = Contact.objects.create(
        client=energi, channel="phone", direction="in", started_at=noon
    )

    assert as_ada.get(f"/arenden/ny/?kontakt={contact.pk}").status_code == 404


def test_the_customers_page_holds_what_this_client_knows(as_ada, eva, gropar, energi, energis):
    theirs = Customer.objects.create(
        person=eva.person, client=energi, number="K-2002", name="Eva Ek", created_at=eva.created_at
    )
    Case.objects.filter(pk=energis.pk).update(customer=theirs)

    page = as_ada.get("/kunder/K-1001/").content.decode()

    assert gropar.number in page
    assert "eva.ek@<wbr>example.com" in page
    assert "<dd>Svenska</dd>" in page
    assert energis.number not in page
    assert as_ada.get("/kunder/K-2002/").status_code == 404
    assert as_ada.get("/kunder/K-9/").status_code == 404


def test_a_customer_gets_one_more_address(as_ada, eva):
    data = {"name": "Eva Ek", "kind": "person", "type": "citizen", "language": "sv"}
    data["address"] = "eva@arbete.example"

    as_ada.post("/kunder/K-1001/andra/", data)

    assert eva.addresses.filter(value="eva@arbete.example").exists()
    assert as_ada.post("/kunder/K-1001/andra/", data | {"address": "x"}).status_code == 422


def test_the_start_says_what_to_do_now(as_ada, ada, gropar, energis):
    assert "Inget väntar på dig" in as_ada.get("/skrivbord/").content.decode()

    taken = as_ada.post("/skrivbord/nasta/")

    assert taken["Location"] == f"/skrivbord/{gropar.number}/"
    gropar.refresh_from_db()
    assert gropar.agent == ada
    page = as_ada.get("/skrivbord/").content.decode()
    assert "I handen sedan" in page
    assert "Tre djupa gropar" in page
    as_ada.post(f"/skrivbord/{gropar.number}/undan/")
    assert "1 ärende väntar på dig" in as_ada.get("/skrivbord/").content.decode()
    assert "Du är först i tur" in as_ada.post("/skrivbord/nasta/", follow=True).content.decode()


def test_the_mail_shown_at_a_hand_over_is_the_mail_that_is_sent(
    as_ada, act, ada, gropar, gator, tek_gata, exempelby, noon
):
    StandardText.objects.create(
        client=exempelby,
        use="hand-over",
        language="sv",
        subject="Fråga {number}",
        body="Ni har fått en fråga om {subject}: {link}",
        valid_from=noon,
    )
    describe(gropar, by=ada, at=noon, subject=gator)
    page = as_ada.get(f"/arenden/{gropar.number}/lamna-over/").content.decode()

    act("lamna-over", group=tek_gata.pk, why="cannot", question="När lagas de?")
    tell_group(HandOver.objects.get().pk, at=noon)

    mail = Outgoing.objects.get(purpose="hand-over").message
    assert mail.subject == f"Fråga {gropar.number}"
    assert mail.subject in page
    assert mail.text in page


def test_a_group_without_an_address_is_not_said_to_get_a_mail(as_ada, act, gropar, tek_gata):
    tek_gata.email = ""
    tek_gata.save()

    page = as_ada.get(f"/arenden/{gropar.number}/lamna-over/").content.decode()
    assert f"eftersom adress saknas: {tek_gata.code}" in page

    handed = act("lamna-over", group=tek_gata.pk, why="cannot", question="När lagas de?")
    assert "inget mejl" in handed.content.decode()


def test_the_rule_by_which_tries_count_stands_in_the_story(
    as_ada, act, ada, gropar, tek_gata, noon
):
    handed = hand_over(gropar, to=tek_gata, why="cannot", question="När?", by=ada, at=noon)
    told = {"channel": "phone", "summary": "Ingen svarade", "by": ada, "at": noon}
    tries = Feedback.objects.bulk_create(
        Feedback(
            hand_over=handed, client=gropar.client, outcome="no-answer", rule_version=rule, **told
        )
        for rule in (None, 2)
    )
    assert len(tries) == 2

    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()

    assert page.count("försöken räknas som återkoppling enligt regelversion 2") == 1
