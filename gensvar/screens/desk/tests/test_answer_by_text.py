"""An answer goes to a phone where the client has a number; too long or refused, it says why."""

import pytest

from gensvar.channels.sms.actions.numbers import add_number
from gensvar.operations.contacts.models import Message, OptOut, Outgoing
from gensvar.operations.customers.actions import add_address

EVAS = "+46701740605"


@pytest.fixture
def number(exempelby, eva, ada, noon):
    add_address(eva, kind="phone", value=EVAS, by=ada, at=noon)
    return add_number(exempelby, number="+46766861004", user="u", secret="x", by=None, at=noon)


@pytest.fixture
def send(as_ada, gropar):
    def sent(**more):
        seen = Message.objects.filter(contact__cases=gropar, direction="in").latest("pk").pk
        data = {"text": "Vi lagar.", "to": EVAS, "turn": "waiting-for-customer", "seen": seen}
        return as_ada.post(f"/arenden/{gropar.number}/svar/", data | more)

    return sent


def test_a_number_can_be_chosen_and_the_answer_leaves_as_a_text_message(
    number, send, as_ada, gropar
):
    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()

    send()

    outgoing = Outgoing.objects.get()
    assert f"<option>{EVAS}</option>" in page
    assert "data-text-of" in page
    assert (outgoing.channel, outgoing.message.recipients) == ("sms", [EVAS])


def test_without_a_number_of_ours_no_phone_is_offered(number, send, as_ada, gropar):
    number.is_paused = True
    number.save()

    send()

    assert not Outgoing.objects.exists()


def test_who_has_said_stop_is_not_written_to_and_the_agent_is_told(number, send, exempelby, noon):
    OptOut.objects.create(client=exempelby, number=EVAS, since=noon)

    answer = send()

    words = answer.content.decode()
    assert answer.status_code == 409
    assert "STOPP" in words
    assert "Vi lagar." in words, "what was written is still there"
    assert not Outgoing.objects.exists()


def test_too_long_a_text_message_says_in_how_many_parts_it_would_go(number, send):
    answer = send(text="a" * 153 * 9)

    assert answer.status_code == 422
    assert "9 delar" in answer.content.decode()
    assert not Outgoing.objects.exists()
