"""OUT-01 and INT-04: the national block register, brought in as a list and asked before a sale."""

from datetime import UTC, date, datetime, timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.contacts import blocking, calling
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import BlockRegister, RegisteredNumber

EVA, OTHER = "+46701111111", "+46702222222"
LIST = "Telefonnummer;Datum\n0701111111;2026-01-10\n\n+46 8 465 00 40;2026-01-09\n0701111111;\n"
VERSION = date(2026, 1, 10)


def noon(month, day):
    return datetime(2026, month, day, 11, tzinfo=UTC)


def brings_in(client, text=LIST, *, version_on=VERSION, by=None, at=None):
    wish = blocking.RegisterWish(text, version_on)
    return blocking.import_register(client, wish, by=by, at=at or noon(1, 12))


def check(client, number=EVA, *, at, purpose="sale"):
    calling.check_call(client, number, customer=None, purpose=purpose, is_asked_for=False, at=at)


def test_a_number_in_the_register_is_called_for_no_sale_but_for_its_case(exempelby):
    brings_in(exempelby)

    with pytest.raises(blocking.InBlockRegister):
        check(exempelby, at=noon(2, 20))
    with pytest.raises(blocking.InBlockRegister):
        check(exempelby, "+4684650040", at=noon(2, 20))
    check(exempelby, OTHER, at=noon(2, 20))
    for purpose in ("case", "survey", "information"):
        check(exempelby, purpose=purpose, at=noon(2, 20))


def test_a_register_of_10_january_is_asked_until_9_march_and_not_on_the_10th(exempelby):
    brings_in(exempelby)
    check(exempelby, OTHER, at=noon(3, 9))

    with pytest.raises(blocking.RegisterTooOld) as refused:
        check(exempelby, OTHER, at=noon(3, 10))
    assert "2026-03-09" in refused.value.words()


def test_without_a_register_nobody_is_sold_anything_and_each_client_has_their_own(
    exempelby, energi
):
    brings_in(energi)

    with pytest.raises(blocking.RegisterMissing):
        check(exempelby, OTHER, at=noon(2, 20))


def test_a_newer_list_takes_the_place_of_the_one_before(exempelby, ada):
    brings_in(exempelby)
    brings_in(exempelby, "0702222222", version_on=VERSION + timedelta(days=30), at=noon(2, 12))

    check(exempelby, EVA, at=noon(2, 20))
    with pytest.raises(blocking.InBlockRegister):
        check(exempelby, OTHER, at=noon(2, 20))
    assert RegisteredNumber.objects.count() == 1
    assert [one.numbers for one in BlockRegister.objects.order_by("pk")] == [2, 1]
    with pytest.raises(blocking.RegisterOlder):
        brings_in(exempelby, at=noon(2, 13))


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("0701111111\nhej\n12", blocking.RegisterNotRead),
        ("", blocking.RegisterEmpty),
        ("nummer", blocking.RegisterEmpty),
        ("0701111111\n\0\n", blocking.RegisterNotRead),
    ],
)
def test_a_list_that_cannot_be_read_whole_changes_nothing(exempelby, text, refusal):
    brings_in(exempelby)

    with pytest.raises(refusal):
        brings_in(exempelby, text, at=noon(1, 13))
    with pytest.raises(blocking.InBlockRegister):
        check(exempelby, at=noon(2, 20))


def test_a_register_of_tomorrow_is_refused(exempelby):
    with pytest.raises(blocking.RegisterFromTheFuture):
        brings_in(exempelby, version_on=date(2026, 1, 13), at=noon(1, 12))


def test_no_number_stands_in_the_tables_and_the_record_tells_of_the_list(exempelby, ada):
    made = brings_in(exempelby, by=ada)

    kept = RegisteredNumber.objects.values_list("digest", flat=True)
    assert not {701111111, 46701111111} & {abs(one) for one in kept}
    told = EventRecord.objects.get(name="contacts.block-register-imported")
    assert told.payload["version_on"] == "2026-01-10"
    assert (told.payload["numbers"], told.agent_id) == (made.numbers, ada.pk)


def test_a_call_keeps_of_what_day_the_register_was(exempelby, eva, ada):
    brings_in(exempelby)
    contact = register_contact(
        exempelby, channel="phone", direction="out", customer=eva, agent=ada, at=NOON
    )

    errand = calling.set_out(contact, purpose="sale", is_asked_for=False)

    assert errand.register_on == VERSION
