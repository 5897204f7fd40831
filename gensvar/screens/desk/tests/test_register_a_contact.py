from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now

from gensvar.operations.cases.actions import change_state, close, describe
from gensvar.operations.cases.models import State
from gensvar.operations.contacts.models import Contact, Outgoing


@pytest.fixture
def register(as_ada, gropar):
    def done(**given):
        data = {
            "channel": "phone",
            "direction": "in",
            "when": f"{localtime(now()):%Y-%m-%dT%H:%M}",
            "said": "Groparna är värre nu.",
        }
        path = f"/arenden/{gropar.number}/kontakter/"
        return as_ada.post(path, data | given, follow=True)

    return done


def test_a_later_call_stands_in_the_story_of_the_case(register, ada, eva, gropar):
    page = register().content.decode()

    contact = Contact.objects.latest("pk")
    assert (contact.channel, contact.direction) == ("phone", "in")
    assert (contact.customer, contact.agent) == (eva, ada)
    assert gropar in contact.cases.all()
    assert "Groparna är värre nu." in page
    assert "ringde · Ada svarade" in page
    assert f'data-draft-sent="case-{gropar.pk}-contact"' in page
    assert not Outgoing.objects.exists()


@pytest.mark.parametrize(
    ("direction", "state"), [("in", State.WAITING_FOR_US), ("out", State.WAITING_FOR_CUSTOMER)]
)
def test_only_the_customers_own_words_make_it_our_turn(
    register, ada, gropar, noon, direction, state
):
    change_state(gropar, State.WAITING_FOR_CUSTOMER, by=ada, at=noon)

    register(direction=direction)

    gropar.refresh_from_db()
    assert gropar.state == state


@pytest.mark.parametrize(
    ("direction", "state"), [("in", State.WAITING_FOR_US), ("out", State.CLOSED)]
)
def test_only_the_customers_own_words_open_a_case_that_is_done(
    register, ada, gropar, gator, noon, direction, state
):
    describe(gropar, by=ada, at=noon, subject=gator, need_type="status")
    close(gropar, by=ada, at=noon)

    register(direction=direction)

    gropar.refresh_from_db()
    assert gropar.state == state


@pytest.mark.parametrize(
    ("channel", "direction", "words"),
    [
        ("phone", "out", "ringde kunden"),
        ("visit", "in", "kom på besök · Ada svarade"),
        ("visit", "out", "besökte kunden"),
        ("letter", "in", "skrev ett brev · Ada antecknade"),
        ("letter", "out", "skrev ett brev"),
        ("social", "in", "skrev i sociala medier · Ada antecknade"),
        ("fax", "out", "skickade fax"),
    ],
)
def test_the_story_says_how_and_who(register, channel, direction, words):
    assert words in register(channel=channel, direction=direction).content.decode()


def test_a_letter_from_last_week_stands_where_it_belongs(register):
    came = (now() - timedelta(days=7)).replace(second=0, microsecond=0)

    register(channel="letter", when=f"{localtime(came):%Y-%m-%dT%H:%M}")

    assert Contact.objects.get(channel="letter").started_at == came


def test_a_contact_of_this_minute_comes_after_what_was_written_in_it(register):
    before = now()

    register()

    assert Contact.objects.latest("pk").started_at >= before


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"said": "  "}, "id_said_error"),
        ({"channel": "mail"}, "id_channel_error"),
        ({"direction": ""}, "id_direction"),
        ({"when": "i går"}, "Skriv dag och tid"),
        ({"when": "2999-01-01T10:00"}, "inte varit"),
        ({"when": "0001-01-01T00:00"}, "id_when_error"),
        ({"when": "1999-01-01T10:00"}, "mer än tio år sedan"),
    ],
)
def test_what_cannot_be_registered_says_why_and_keeps_the_words(register, wrong, words):
    page = register(**wrong)

    assert page.status_code == 422
    assert words in page.content.decode()
    assert "said" in wrong or "Groparna är värre nu." in page.content.decode()
    assert not Contact.objects.filter(channel="phone").exists()


def test_the_case_offers_it_with_a_key(as_ada, gropar):
    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()

    assert f'href="/arenden/{gropar.number}/kontakter/"' in page
    assert 'data-key="k"' in page


def test_another_clients_case_takes_no_contact(as_ada, energis):
    assert as_ada.get(f"/arenden/{energis.number}/kontakter/").status_code == 404


def test_a_handler_registers_in_the_back_office_instead(browser, hanna, ada, gropar, tek_gata):
    from gensvar.operations.cases.actions import hand_over

    hand_over(gropar, to=tek_gata, why="cannot", question="När?", by=ada, at=now())
    browser.force_login(hanna)

    page = browser.get(f"/arenden/{gropar.number}/")
    assert page.status_code == 200
    assert "/kontakter/" not in page.content.decode()
    assert browser.get(f"/arenden/{gropar.number}/kontakter/").status_code == 403


def test_a_handler_opens_no_case_by_hand(browser, hanna, exempelby):
    browser.force_login(hanna)

    assert "/arenden/ny/" not in browser.get("/arenden/").content.decode()
    given = {"client": exempelby.pk, "channel": "phone", "said": "Hej"}
    assert browser.post("/arenden/ny/", given).status_code == 403
