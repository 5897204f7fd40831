"""Whoever writes in a case, answers and codes go to its customer alone."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.channels.mail.tests.conftest import letter
from gensvar.operations.cases.actions import answer
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.correspondence import mail_address

EVA = "eva.ek@example.com"
STRANGER = "nils.ny@example.com"
LATER = NOON + timedelta(hours=2)


@pytest.fixture
def case(arrive):
    arrive(letter())
    return Case.objects.get()


def answered_to(case, ada):
    outgoing = answer(case, "Vi lagar den i morgon.", channel="mail", by=ada, at=LATER)
    return list(outgoing.message.recipients)


def test_a_forged_machine_that_asks_for_answers_elsewhere_gets_none(arrive, case, ada):
    forged = {"Reply_To": STRANGER, "Auto_Submitted": "auto-replied"}
    arrive(letter(message_id="<r1@x>", subject=f"Re: [{case.number}]", **forged), at=LATER)

    assert case.contacts.filter(messages__message_id="r1@x").exists()
    assert mail_address(case) == EVA
    assert answered_to(case, ada) == [EVA]


def test_a_stranger_who_knows_a_mail_of_the_thread_gets_no_answer(arrive, case, ada):
    known = "<first@example.com>"
    arrive(letter(sender=STRANGER, message_id="<r1@x>", In_Reply_To=known), at=LATER)

    assert case.contacts.filter(messages__message_id="r1@x").exists()
    assert mail_address(case) == EVA
    assert answered_to(case, ada) == [EVA]


def test_the_customer_is_answered_where_they_wrote_from_last(arrive, case, ada):
    from gensvar.operations.customers.actions import add_address

    add_address(case.customer, kind="mail", value="eva@arbete.example", by=ada, at=NOON)
    arrive(
        letter(sender="eva@arbete.example", message_id="<r1@x>", In_Reply_To="<first@example.com>"),
        at=LATER,
    )

    assert answered_to(case, ada) == ["eva@arbete.example"]
