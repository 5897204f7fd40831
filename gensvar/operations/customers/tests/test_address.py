from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.customers.actions import (
    AddressHasEnded,
    AddressTaken,
    EndsBeforeItBegan,
    add_address,
    end_address,
    prefer_address,
    recognise,
)
from gensvar.operations.customers.models import Address, Customer

LONG_AGO = NOON - timedelta(days=900)


def test_a_customer_has_many_addresses_of_each_kind(eva, ada):
    add_address(eva, kind="phone", value="070-222 22 22", by=ada, at=NOON)
    add_address(eva, kind="post", value="Skolgatan 12, 930 00 Exempelby", by=ada, at=NOON)

    kinds = sorted(eva.addresses.current().values_list("kind", flat=True))
    assert kinds == ["mail", "phone", "phone", "post"]


def test_an_ended_address_stays_in_the_history_and_reaches_nobody(eva, ada, exempelby):
    phone = eva.addresses.get(kind="phone")
    end_address(phone, by=ada, at=NOON)

    assert eva.addresses.filter(kind="phone").exists()
    assert not eva.addresses.current().filter(kind="phone").exists()
    new = recognise(exempelby, kind="phone", value="070-111 11 11", at=NOON)
    assert new.pk != eva.pk
    assert new.person_id != eva.person_id
    told = EventRecord.objects.filter(name="customers.address-ended", customer_id=eva.pk)
    assert told.get().payload["address_id"] == phone.pk


def test_an_address_may_end_on_a_day_to_come(eva, ada):
    away = NOON.replace(year=2099)
    cabin = add_address(eva, kind="post", value="Stugan 3", by=ada, at=NOON, until=away)

    assert cabin in eva.addresses.current()
    assert cabin.until == away


def test_an_address_that_ended_does_not_end_again(eva, ada):
    phone = eva.addresses.get(kind="phone")
    end_address(phone, by=ada, at=NOON)

    with pytest.raises(AddressHasEnded):
        end_address(phone, by=ada, at=NOON + timedelta(hours=1))
    with pytest.raises(AddressHasEnded):
        prefer_address(phone, by=ada, at=NOON + timedelta(hours=1))


def test_an_address_cannot_end_before_it_began(eva, ada):
    with pytest.raises(EndsBeforeItBegan):
        end_address(eva.addresses.get(kind="mail"), by=ada, at=NOON, until=LONG_AGO)


def test_one_address_of_each_kind_is_preferred(eva, ada):
    second = add_address(
        eva, kind="phone", value="070-222 22 22", by=ada, at=NOON, is_preferred=True
    )
    first = eva.addresses.get(value="+46701111111")
    prefer_address(first, by=ada, at=NOON)

    second.refresh_from_db()
    assert not second.is_preferred
    assert eva.addresses.current().filter(kind="phone").first() == first


def test_a_household_shares_its_letter_box_but_no_phone(eva, omar, ada):
    for one in (eva, omar):
        add_address(one, kind="post", value="Skolgatan 12", by=ada, at=NOON)

    assert Address.objects.filter(value="Skolgatan 12").count() == 2
    assert eva.person_id != omar.person_id
    with pytest.raises(AddressTaken):
        add_address(omar, kind="phone", value="0701111111", by=ada, at=NOON)


def test_a_letter_box_says_nothing_of_who_somebody_is_to_another_client(energi, eva, ada):
    from gensvar.operations.customers.actions import add_customer

    add_address(eva, kind="post", value="Skolgatan 12", by=ada, at=NOON)

    theirs = add_customer(energi, name="Nils", addresses={"post": "Skolgatan 12"}, at=NOON)

    assert theirs.person_id != eva.person_id
    assert Customer.objects.filter(person=eva.person).count() == 1
