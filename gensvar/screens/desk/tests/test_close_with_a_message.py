import pytest

from gensvar.foundation.agreements.models import StandardText
from gensvar.operations.cases.actions import describe, open_case
from gensvar.operations.cases.models import Case, State
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Message, Outgoing

TICKED = 'name="tell" id="id_tell" checked'
WORDS = "Ärende {number} är klart. Vänligen {organisation}"


@pytest.fixture
def done_soon(gropar, ada, gator, noon):
    """The case about holes in the street, with what closing asks for."""
    describe(gropar, by=ada, at=noon, subject=gator, need_type="status")
    return gropar


@pytest.fixture
def own_words(exempelby, noon):
    """What Exempelby wants customers to be told when a case is done."""
    return StandardText.objects.create(
        client=exempelby, use="closing", language="sv", body=WORDS, valid_from=noon
    )


@pytest.fixture
def sheet(as_ada):
    return lambda case: as_ada.get(f"/arenden/{case.number}/stang/").content.decode()


@pytest.fixture
def close(as_ada):
    def closed(case, **given):
        return as_ada.post(f"/arenden/{case.number}/stang/", given, follow=True)

    return closed


def test_the_clients_words_are_shown_and_sent_as_shown(close, sheet, done_soon, own_words, ada):
    said = f"Ärende {done_soon.number} är klart. Vänligen Exempelby kommun"

    page = sheet(done_soon)
    assert TICKED in page
    assert said in page
    assert "eva.ek@example.com" in page

    page = close(done_soon, tell="on").content.decode()
    sent = Outgoing.objects.get()
    assert (sent.purpose, sent.channel, sent.message.author) == ("closing", "mail", ada)
    assert (sent.message.text, sent.message.recipients) == (said, ["eva.ek@example.com"])
    assert "kunden får ett meddelande" in page
    assert "meddelade kunden att ärendet är klart" in page
    done_soon.refresh_from_db()
    assert done_soon.state == State.CLOSED


def test_without_words_of_the_clients_own_it_is_offered_but_not_chosen(close, sheet, done_soon):
    page = sheet(done_soon)
    assert 'name="tell"' in page
    assert TICKED not in page
    assert f"Ditt ärende {done_soon.number} är nu klart." in page

    assert "Inget skickas till kund" in close(done_soon).content.decode()
    assert not Outgoing.objects.exists()


def test_an_unticked_message_is_not_sent(close, done_soon, own_words):
    close(done_soon)

    done_soon.refresh_from_db()
    assert done_soon.state == State.CLOSED
    assert not Outgoing.objects.exists()


def test_the_subject_holds_the_number_and_the_customers_own_words(
    close, done_soon, own_words, gator
):
    Message.objects.update(subject="Hål i vägen")
    Case.objects.filter(pk=done_soon.pk).update(title="Eva Ek, skyddad adress")

    close(done_soon, tell="on", reason="Skyddade uppgifter")

    sent = Outgoing.objects.get().message
    assert sent.subject == f"Re: Hål i vägen [{done_soon.number}]"
    assert "skydd" not in (sent.subject + sent.text).lower()
    assert gator.name not in sent.subject + sent.text


def test_a_subject_of_the_clients_own_carries_the_number(close, done_soon, own_words):
    own_words.subject = "Vi är klara"
    own_words.save()

    close(done_soon, tell="on")

    assert Outgoing.objects.get().message.subject == f"Vi är klara [{done_soon.number}]"


def test_words_in_another_language_are_not_the_customers(sheet, done_soon, own_words):
    Case.objects.filter(pk=done_soon.pk).update(language="ar")

    page = sheet(done_soon)

    assert TICKED not in page
    assert f"Your case {done_soon.number} is now done." in page


def test_whoever_asked_on_the_web_reads_it_on_the_portal(
    close, exempelby, ada, gator, own_words, noon
):
    contact = register_contact(exempelby, channel="web", direction="in", customer=None, at=noon)
    case = open_case(
        exempelby, title="Anonymt", channel="web", at=noon, contact=contact, subject=gator
    )

    close(case, tell="on", need_type="status")

    sent = Outgoing.objects.get()
    assert (sent.channel, sent.message.recipients) == ("web", [])


def test_where_there_is_no_way_to_write_nothing_is_offered(sheet, close, exempelby, gator, noon):
    case = open_case(
        exempelby, title="Rop", channel="phone", at=noon, subject=gator, need_type="status"
    )

    page = sheet(case)
    assert 'name="tell"' not in page
    assert "Inget skickas till kund." in page

    close(case, tell="on")
    case.refresh_from_db()
    assert case.state == State.CLOSED
    assert not Outgoing.objects.exists()


def test_what_is_missing_is_asked_for_before_anything_is_sent(close, gropar, own_words):
    page = close(gropar, tell="on")

    assert page.status_code == 422
    assert TICKED in page.content.decode()
    assert not Outgoing.objects.exists()


def test_a_case_closed_meanwhile_sends_nothing(close, done_soon, own_words):
    close(done_soon, tell="on")
    page = close(done_soon, tell="on").content.decode()

    assert "redan klart" in page
    assert Outgoing.objects.count() == 1
