import pytest

from conftest import NOON
from gensvar.operations.customers.actions import (
    add_address,
    add_customer,
    end_address,
    merge,
    recognise,
    tell_apart,
)
from gensvar.operations.customers.queries import may_be_the_same
from gensvar.operations.customers.rules.alike import Known, resemblance


def numbers(customer):
    return [suspect.customer.number for suspect in may_be_the_same(customer)]


def test_the_same_name_and_mailbox_name_is_suggested(eva, eva_at_work, omar):
    (suspect,) = may_be_the_same(eva)

    assert suspect.customer == eva_at_work
    assert suspect.signs == ("name", "mailbox-name")


def test_a_misspelt_name_with_a_number_they_once_had_is_suggested(eva, exempelby, ada):
    end_address(eva.addresses.get(kind="phone"), by=ada, at=NOON)
    again = recognise(exempelby, kind="phone", value="070-111 11 11", name="Ewa Ek", at=NOON)

    assert numbers(again) == [eva.number]
    assert "phone" in may_be_the_same(again)[0].signs


def test_who_has_only_a_phone_and_who_has_only_a_mail_may_be_one(exempelby):
    caller = recognise(exempelby, kind="phone", value="0703333333", name="Siv Östlund", at=NOON)
    writer = recognise(exempelby, kind="mail", value="so@example.com", name="Siv Östlund", at=NOON)

    assert numbers(caller) == [writer.number]


def test_a_common_name_says_nothing(exempelby, eva):
    for place in range(8):
        add_customer(exempelby, name="Eva Ek", addresses={"phone": f"07044444{place:02d}"}, at=NOON)

    assert numbers(eva) == []


def test_another_name_at_the_same_letter_box_is_not_suggested(eva, omar, ada):
    for one in (eva, omar):
        add_address(one, kind="post", value="Skolgatan 12", by=ada, at=NOON)

    assert numbers(eva) == []


def test_a_pair_told_apart_is_not_suggested_again_from_either_side(eva, eva_at_work, ada):
    tell_apart(eva_at_work, other=eva, by=ada, at=NOON)

    assert numbers(eva) == numbers(eva_at_work) == []


def test_a_merged_customer_is_suggested_to_nobody(eva, eva_at_work, ada):
    merge(eva, source=eva_at_work, by=ada, at=NOON)

    assert numbers(eva) == []


def test_nobody_of_another_client_is_suggested(eva, energi):
    recognise(energi, kind="mail", value="eva.ek@arbete.example", name="Eva Ek", at=NOON)

    assert numbers(eva) == []


@pytest.mark.parametrize(
    ("likeness", "of_the_name", "is_enough"),
    [(1.0, 2, True), (1.0, 9, False), (0.7, 2, False), (0.0, 1, False)],
)
def test_a_name_alone_is_enough_only_when_it_is_rare(likeness, of_the_name, is_enough):
    caller = Known({"phone": frozenset({"+46701111111"})})
    writer = Known({"mail": frozenset({"x@example.com"})})

    found = resemblance(caller, writer, likeness=likeness, of_the_name=of_the_name)

    assert (found.score >= 0.45) is is_enough
