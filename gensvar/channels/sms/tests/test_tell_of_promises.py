"""What is promised reaches whoever has but a phone, as CUS-08 has it for Eva."""

from datetime import date

import pytest

from gensvar.channels.sms.actions.promises import text_promise
from gensvar.channels.sms.tests.conftest import EVAS
from gensvar.foundation.calendars.models import HolidaysKept
from gensvar.foundation.events.reacting import reactions_to
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import (
    NoReasonOrPlan,
    Offer,
    hand_over,
    make_confidential,
    open_case,
    promise_answer,
)
from gensvar.operations.cases.events import PromiseMade
from gensvar.operations.cases.models import Case, Promise
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.cases.tests.test_promise import THURSDAY, TUESDAY
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import OptOut, Outgoing
from gensvar.operations.customers.actions import add_address, recognise


def opened(client, subject, phone=EVAS):
    """Open the case of somebody who has called, and of whom we know but the phone."""
    HolidaysKept.objects.create(client=client, country="SE")
    eva = recognise(client, kind="phone", value=phone, name="Eva Ek", at=THURSDAY)
    call = register_contact(client, channel="phone", direction="in", customer=eva, at=THURSDAY)
    return open_case(
        client, title="Hål", channel="phone", contact=call, subject=subject, at=THURSDAY
    )


@pytest.fixture
def hand(tek_gata, hanna, ada):
    def handed(case):
        hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=THURSDAY)
        return standing(case)

    return handed


def told(promise, at=THURSDAY):
    for _run in range(2):
        text_promise(promise.pk, at=at)
    promise.refresh_from_db()
    return promise


def texts():
    sent = Outgoing.objects.filter(purpose="promise").order_by("pk")
    return [(one.channel, one.message.recipients, one.message.text) for one in sent]


def test_eva_gets_who_answers_and_by_when_as_a_text_message_and_the_new_day_too(
    exempelby, number, gator, hand, hanna
):
    case = opened(exempelby, gator)
    first = told(hand(case))
    new_day = date(2026, 5, 12)
    with pytest.raises(NoReasonOrPlan):
        promise_answer(case, Offer(due_on=new_day, reason="Regn"), by=hanna, at=TUESDAY)
    late = Offer(due_on=new_day, reason="Det regnar", plan="Lag 2 lagar på tisdag")
    told(promise_answer(case, late, by=hanna, at=TUESDAY), at=TUESDAY)

    words = f"Gata och park svarar senast onsdag 6 maj. Ärende {case.number}."
    why = "Det tar längre tid än vi sa: Det regnar. Så här gör vi: Lag 2 lagar på tisdag."
    then = f"{why} Gata och park svarar senast tisdag 12 maj. Ärende {case.number}."
    assert texts() == [("sms", [EVAS], words), ("sms", [EVAS], then)]
    assert (first.way, first.told_at) == (Promise.Way.TEXT, THURSDAY)


def test_whoever_wrote_by_text_message_is_told_so_though_we_know_a_mail_address(
    write, gator, hand, ada
):
    write("Lyktan är släckt")
    case = Case.objects.get()
    case.customer.addresses.update(is_preferred=False)
    add_address(case.customer, kind="mail", value="eva.ek@example.com", by=ada, at=THURSDAY)

    assert hand(case).way == Promise.Way.TEXT


def test_whoever_called_and_has_a_mail_address_is_told_by_mail(exempelby, number, gator, hand, ada):
    case = opened(exempelby, gator)
    add_address(case.customer, kind="mail", value="eva.ek@example.com", by=ada, at=THURSDAY)

    assert hand(case).way == Promise.Way.MAIL


def test_what_cannot_go_by_text_message_is_for_an_agent_to_say(
    exempelby, number, gator, hand, noon
):
    OptOut.objects.create(client=exempelby, number=EVAS, since=noon)

    assert hand(opened(exempelby, gator)).way == Promise.Way.VOICE


def test_nothing_goes_to_a_telephone_at_home(exempelby, number, gator, hand):
    assert hand(opened(exempelby, gator, phone="+4691012345")).way == Promise.Way.VOICE


def test_a_stop_in_the_same_moment_leaves_it_to_be_said(exempelby, number, gator, hand, noon):
    promise = hand(opened(exempelby, gator))
    OptOut.objects.create(client=exempelby, number=EVAS, since=noon)

    assert told(promise).way == Promise.Way.VOICE
    assert (texts(), promise.told_at) == ([], None)


def test_nothing_of_a_case_that_became_confidential_goes_to_a_phone(
    exempelby, number, gator, hand, ada
):
    case = opened(exempelby, gator)
    promise = hand(case)
    access = AccessList.objects.create(client=exempelby, name="Få")
    make_confidential(case, access=access, because="Hot", by=ada, at=THURSDAY)

    assert told(promise).way == Promise.Way.VOICE
    assert texts() == []


def test_too_long_a_promise_is_left_to_be_said(exempelby, number, gator, hand, hanna):
    case = opened(exempelby, gator)
    hand(case)
    late = Offer(due_on=date(2026, 5, 12), reason="Regn. " * 200, plan="Vi lagar")

    assert told(promise_answer(case, late, by=hanna, at=TUESDAY)).way == Promise.Way.VOICE
    assert texts() == []


def test_the_text_message_follows_by_itself():
    names = reactions_to(PromiseMade)

    assert [name for name in names if name.startswith("gensvar.channels.sms.")]
