"""The end of a disruption reaches whoever has but a phone, once (PRO-14)."""

import pytest

from conftest import NOON
from gensvar.channels.sms.tests.conftest import EVAS
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import attach, make_confidential, open_case, tell_followers
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.causes import counted
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import OptOut, Outgoing
from gensvar.operations.customers.actions import add_address, recognise
from gensvar.operations.customers.models import Customer
from gensvar.operations.disruptions.actions import Described, begin, end


@pytest.fixture
def leak(exempelby, cia):
    described = Described(cause="Vattenläcka", area="Norra", started_at=NOON, public_text="Borta.")
    return begin(exempelby, described, by=cia, at=NOON)


@pytest.fixture
def called(exempelby, leak, ada):
    def from_number(phone=EVAS):
        """A case of somebody who called about the leak, and of whom we know but the phone."""
        eva = recognise(exempelby, kind="phone", value=phone, name="Eva Ek", at=NOON)
        call = register_contact(exempelby, channel="phone", direction="in", customer=eva, at=NOON)
        case = open_case(exempelby, title="Vatten", channel="phone", contact=call, at=NOON)
        attach(case, leak, by=ada, at=NOON)
        return case

    return from_number


@pytest.fixture
def over(leak, cia):
    """End it, and do what the reaction does, twice: a worker may die after the work."""

    def told(words="Vattnet är tillbaka."):
        ended = end(leak, closing_text=words, by=cia, at=NOON)
        for _run in range(2):
            tell_followers(ended, at=NOON)
        return counted(ended)

    return told


def sent():
    rows = Outgoing.objects.filter(purpose="closing").order_by("pk")
    return [(one.channel, one.message.recipients, one.message.text) for one in rows]


def test_whoever_called_from_a_mobile_is_told_once_by_text_message(number, called, leak, over):
    case = called()
    called(phone="+4691012345")
    before = counted(leak)

    after = over()

    assert sent() == [("sms", [EVAS], "Vattnet är tillbaka.\nExempelby kommun")]
    assert (before.followers, before.reachable) == (2, 1)
    assert (after.told, after.missed) == (1, 1)
    assert case.contacts.filter(messages__outgoing__purpose="closing").exists()


def test_a_mail_address_goes_before_a_phone(number, called, ada, over):
    case = called()
    add_address(case.customer, kind="mail", value="eva.ek@example.com", by=ada, at=NOON)

    over()

    assert [(channel, to) for channel, to, _text in sent()] == [("mail", ["eva.ek@example.com"])]


def test_whoever_wrote_by_text_message_is_told_so(write, leak, ada, over):
    write("Inget vatten")
    case = Case.objects.get()
    add_address(case.customer, kind="mail", value="eva.ek@example.com", by=ada, at=NOON)
    attach(case, leak, by=ada, at=NOON)

    over()

    assert [(channel, to) for channel, to, _text in sent()] == [("sms", [EVAS])]


def test_words_too_long_for_a_text_message_become_that_it_is_over(number, called, over):
    called()

    over("Vattnet är tillbaka. " * 190)

    assert sent() == [("sms", [EVAS], "Nu är det över: Vattenläcka. Exempelby kommun")]


def test_nothing_goes_to_whoever_said_stop_or_is_protected_nor_without_a_number_of_ours(
    exempelby, called, over, leak, request
):
    called()
    assert counted(leak).reachable == 0, "there is no number to send from"
    request.getfixturevalue("number")
    assert counted(leak).reachable == 1
    protected = called(phone="+46701740606").customer
    Customer.objects.filter(pk=protected.pk).update(protected=True)
    OptOut.objects.create(client=exempelby, number=EVAS, since=NOON)
    assert counted(leak).reachable == 0

    over()

    assert sent() == []


def test_of_a_confidential_case_nothing_goes_to_a_phone_and_a_mail_does_not_name_it(
    exempelby, number, called, ada, over
):
    access = AccessList.objects.create(client=exempelby, name="Få")
    first, second = called(), called(phone="+46701740606")
    add_address(second.customer, kind="mail", value="rut@example.com", by=ada, at=NOON)
    for case in (first, second):
        make_confidential(case, access=access, because="Hot", by=ada, at=NOON)

    over()

    assert [channel for channel, _to, _text in sent()] == ["mail"]
    assert Outgoing.objects.get(purpose="closing").message.subject == "Nu är det över: Vattenläcka"
