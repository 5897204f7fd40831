"""Who has only written by text message gets the code on that phone, and no other does."""

import pytest

from conftest import NOON
from gensvar.operations.cases.actions import open_case
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import OptOut, Outgoing
from gensvar.operations.customers.actions import recognise
from gensvar.screens.portal.letters import send_code

EVAS = "+46701740605"


@pytest.fixture
def case(exempelby, kundtjanst):
    eva = recognise(exempelby, kind="phone", value=EVAS, at=NOON)
    contact = register_contact(exempelby, channel="sms", direction="in", customer=eva, at=NOON)
    record_message(contact, Said(text="Hål i vägen", sender_address=EVAS), at=NOON)
    return open_case(
        exempelby, title="Hål", channel="sms", contact=contact, group=kundtjanst, at=NOON
    )


def test_the_code_goes_to_the_phone_that_wrote(case):
    send_code(case.number, at=NOON)

    outgoing = Outgoing.objects.get()
    assert (outgoing.channel, outgoing.message.recipients) == ("sms", [EVAS])
    assert case.number in outgoing.message.text


def test_who_has_said_stop_gets_no_code_by_text_message(case, exempelby):
    OptOut.objects.create(client=exempelby, number=EVAS, since=NOON)

    send_code(case.number, at=NOON)

    assert not Outgoing.objects.exists()
