import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from gensvar.operations.cases.actions import describe
from gensvar.operations.cases.models import Case, State
from gensvar.operations.contacts.actions import mark_failed, mark_sent
from gensvar.operations.contacts.models import Message, Outgoing


@pytest.fixture
def send(as_ada, gropar):
    def sent(**more):
        seen = Message.objects.filter(contact__cases=gropar, direction="in").latest("pk").pk
        data = {
            "text": "Hej Eva! Vi lagar på onsdag.",
            "to": "eva.ek@example.com",
            "turn": "waiting-for-customer",
            "seen": seen,
        }
        return as_ada.post(f"/arenden/{gropar.number}/svar/", data | more)

    return sent


def test_an_answer_leaves_and_the_case_waits_for_the_customer(send, as_ada, ada, gropar):
    answer = send()

    outgoing = Outgoing.objects.get()
    assert answer.status_code == 302
    assert outgoing.message.recipients == ["eva.ek@example.com"]
    assert outgoing.message.text == "Hej Eva! Vi lagar på onsdag."
    gropar.refresh_from_db()
    assert (gropar.state, gropar.agent) == (State.WAITING_FOR_CUSTOMER, ada)
    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()
    assert "Svaret skickas om några sekunder" in page
    assert f'data-draft-sent="case-{gropar.pk}-reply"' in page
    assert "Ångra" in page


def test_an_answer_is_taken_back_and_its_words_return(send, as_ada, gropar):
    send()
    outgoing = Outgoing.objects.get()

    answer = as_ada.post(f"/arenden/{gropar.number}/skickat/{outgoing.pk}/angra/")

    outgoing.refresh_from_db()
    gropar.refresh_from_db()
    assert outgoing.state == "cancelled"
    assert gropar.state == State.WAITING_FOR_US
    page = as_ada.get(answer["Location"].split("#")[0]).content.decode()
    written = page.split('<textarea id="reply-text" data-first')[1].split("</textarea>")[0]
    assert "Vi lagar på onsdag" in written


def test_what_has_left_is_not_taken_back(send, as_ada, gropar):
    send()
    outgoing = Outgoing.objects.get()
    mark_sent(outgoing, provider_id="<a@b>", at=now())

    page = as_ada.post(f"/arenden/{gropar.number}/skickat/{outgoing.pk}/angra/", follow=True)

    assert "redan" in page.content.decode()
    assert Outgoing.objects.get().state == "sent"


def test_what_came_back_is_shown_as_trouble(send, as_ada, gropar):
    send()
    mark_failed(Outgoing.objects.get(), state="bounced", detail="550 no such user", at=now())

    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()

    assert 'class="delivery" data-tone="bad"' in page
    assert "550 no such user" in page


def test_an_answer_past_something_unseen_is_refused_and_kept(send, as_ada, write, eva, gropar):
    seen = Message.objects.latest("pk").pk
    write(eva, "Strunta i det, gropen är lagad", case=gropar)

    answer = send(seen=seen)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "något nytt kom medan du skrev" in page
    assert "gropen är lagad" in page
    assert "Vi lagar på onsdag." in page.split('<textarea id="reply-text" data-first')[1]
    assert not Outgoing.objects.exists()

    newest = Message.objects.latest("pk").pk
    assert f'name="seen" value="{newest}"' in page
    assert send(seen=newest).status_code == 302


def test_a_copy_to_somebody_new_in_the_case_is_asked_about_once(send):
    new = {"copies": "rut@example.com, Jan@example.com"}

    asked = send(**new)
    page = asked.content.decode()
    assert asked.status_code == 409
    assert "rut@example.com, Jan@example.com har inte varit med i ärendet" in page
    assert "Vi lagar på onsdag." in page.split('<textarea id="reply-text" data-first')[1]
    assert 'name="sure" value="rut@example.com Jan@example.com"' in page
    assert send(**new, sure="rut@example.com").status_code == 409
    assert not Outgoing.objects.exists()

    assert send(**new, sure="rut@example.com Jan@example.com").status_code == 302
    assert Outgoing.objects.get().message.copies == ["rut@example.com", "Jan@example.com"]
    assert send(copies="rut@example.com").status_code == 302, "by now she is in the case"


def test_closing_with_the_answer_asks_for_what_is_missing(send, as_ada, gropar, gator):
    answer = send(turn="closed")
    assert answer.status_code == 422
    assert "Innan ärendet kan bli klart" in answer.content.decode()
    assert not Outgoing.objects.exists()

    send(turn="closed", subject=gator.pk, need_type="opinion")

    gropar.refresh_from_db()
    assert (gropar.state, gropar.subject) == (State.CLOSED, gator)
    assert Outgoing.objects.count() == 1


def test_an_answer_taken_back_opens_the_case_it_closed(send, as_ada, ada, gropar, gator, noon):
    describe(gropar, by=ada, at=noon, subject=gator, need_type="opinion")
    send(turn="closed")

    as_ada.post(f"/arenden/{gropar.number}/skickat/{Outgoing.objects.get().pk}/angra/")

    gropar.refresh_from_db()
    assert gropar.state == State.WAITING_FOR_US


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"text": "   "}, "tomt"),
        ({"to": "evil@example.com"}, "adresserna som är kända"),
        ({"copies": "inte en adress"}, "ingen mejladress"),
        ({"seen": "x"}, ""),
        ({"turn": "gone"}, ""),
    ],
)
def test_an_answer_that_cannot_be_sent_says_why_and_is_kept(send, more, words):
    answer = send(**more)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert 'class="refusal"' in answer.content.decode()
    assert not Outgoing.objects.exists()


def test_files_go_along_and_false_kinds_do_not(send):
    picture = SimpleUploadedFile("bild.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    assert send(files=[picture]).status_code == 302
    assert [f.name for f in Outgoing.objects.get().message.files.all()] == ["bild.png"]

    program = SimpleUploadedFile("bild.png", b"MZ\x90\x00" + b"\0" * 64)
    answer = send(files=[program], seen=Message.objects.latest("pk").pk)
    assert answer.status_code == 422
    assert "inte av den sort" in answer.content.decode() or "fil" in answer.content.decode()
    assert Outgoing.objects.count() == 1


def test_files_of_a_refused_answer_are_kept_for_the_next_try(send, write, eva, gropar):
    seen = Message.objects.latest("pk").pk
    write(eva, "En sak till", case=gropar)
    picture = SimpleUploadedFile("bild.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64)

    page = send(seen=seen, files=[picture]).content.decode()
    kept = page.split('name="upload" value="')[1].split('"')[0]
    send(seen=Message.objects.latest("pk").pk, upload=kept)

    assert [f.name for f in Outgoing.objects.get().message.files.all()] == ["bild.png"]


def test_a_department_may_not_answer_from_the_desk(browser, hanna, gropar):
    browser.force_login(hanna)

    assert browser.post(f"/arenden/{gropar.number}/svar/", {"text": "Hej"}).status_code == 403


def test_a_customer_without_an_address_cannot_be_written_to(as_ada, exempelby, noon):
    from gensvar.operations.cases.actions import open_case

    case = open_case(exempelby, title="Okänd", channel="phone", at=noon)

    page = as_ada.get(f"/arenden/{case.number}/").content.decode()

    assert "Skicka, adress saknas" in page
    assert Case.objects.count() == 1


def test_a_stranger_who_wrote_last_is_not_answered_in_the_customers_stead() -> None:
    from types import SimpleNamespace as Some

    from gensvar.screens.desk.timeline import reachable_at

    def letter(address: str) -> Some:
        return Some(direction="in", message=object(), automatic="", address=address)

    story = Some(
        spoken=[letter("Eva.Ek@example.com"), letter("stranger@example.net")],
        addresses=[("phone", "+46701111111"), ("mail", "eva.ek@example.com")],
    )

    assert list(reachable_at(story)) == ["eva.ek@example.com", "stranger@example.net"]
