import pytest

from conftest import NOON
from gensvar.operations.customers.actions import (
    AddressTaken,
    AddressUnusable,
    add_address,
    recognise,
)
from gensvar.operations.customers.models import Customer
from gensvar.operations.customers.rules import normal_mail, normal_phone


@pytest.mark.parametrize(
    "written", ["eva.ek@example.com", " Eva.Ek@Example.COM ", "<EVA.EK@example.com>"]
)
def test_a_customer_is_known_by_any_writing_of_an_address(exempelby, eva, written):
    assert recognise(exempelby, kind="mail", value=written, at=NOON) == eva


@pytest.mark.parametrize("written", ["070-111 11 11", "+46 70 111 11 11", "0046701111111"])
def test_a_customer_is_known_by_any_writing_of_a_number(exempelby, eva, written):
    assert recognise(exempelby, kind="phone", value=written, at=NOON) == eva


def test_a_stranger_becomes_a_customer_with_a_number(exempelby):
    new = recognise(exempelby, kind="mail", value="ny@example.com", name="Ny Person", at=NOON)

    assert new.number.startswith("K-")
    assert [a.value for a in new.addresses.all()] == ["ny@example.com"]


def test_the_same_person_has_a_relation_of_its_own_with_another_client(exempelby, energi, eva):
    theirs = recognise(energi, kind="mail", value="eva.ek@example.com", at=NOON)

    assert theirs.person == eva.person
    assert (theirs.pk, theirs.name) != (eva.pk, eva.name)
    assert Customer.objects.filter(person=eva.person).count() == 2


def test_an_address_that_is_none_is_refused(exempelby):
    with pytest.raises(AddressUnusable):
        recognise(exempelby, kind="mail", value="ingen adress", at=NOON)


def test_one_address_is_not_given_to_two_customers(exempelby, eva, ada):
    other = recognise(exempelby, kind="mail", value="annan@example.com", at=NOON)

    with pytest.raises(AddressTaken):
        add_address(other, kind="phone", value="070-111 11 11", by=ada, at=NOON)


@pytest.mark.parametrize("text", ["", "a", "@", "a@", "a b@c.se", "x" * 400 + "@c.se"])
def test_what_is_no_mail_address_is_none(text):
    assert normal_mail(text) is None


@pytest.mark.parametrize("text", ["", "abc", "12", "+999", "070"])
def test_what_is_no_phone_number_is_none(text):
    assert normal_phone(text) is None
