"""Before a call of ours: may we, at this hour, for this, and what to do instead."""

from datetime import UTC, datetime, time

import pytest

from conftest import NOON
from gensvar.foundation.calendars.models import OpeningHours
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.contacts import blocking, calling
from gensvar.operations.contacts.actions import register_contact

EVA, OTHER = "+46701111111", "+46702222222"


def check(client, number=EVA, *, customer=None, purpose="case", is_asked_for=False, at=NOON):
    calling.check_call(
        client, number, customer=customer, purpose=purpose, is_asked_for=is_asked_for, at=at
    )


def local(day, hour, minute=0, second=0):
    """In May Exempelby is two hours before the clock of the record."""
    return datetime(2026, 5, day, hour - 2, minute, second, tzinfo=UTC)


def test_consumers_are_called_until_nine_on_a_tuesday_and_not_thirty_seconds_later(exempelby):
    check(exempelby, at=local(5, 20, 59, 59))

    with pytest.raises(calling.NotAtThisHour) as refused:
        check(exempelby, at=local(5, 21, 0, 30))
    assert "21:00" in refused.value.words()
    assert "8" in refused.value.words()


def test_on_a_holiday_calls_begin_at_ten(exempelby):
    # Thursday 14 May 2026 is Ascension Day.
    with pytest.raises(calling.NotAtThisHour):
        check(exempelby, at=local(14, 9))

    check(exempelby, at=local(14, 10))


def test_businesses_are_called_in_office_hours_alone(exempelby, eva):
    eva.type = "company"
    check(exempelby, customer=eva, at=local(5, 16, 59))

    with pytest.raises(calling.NotAtThisHour):
        check(exempelby, customer=eva, at=local(5, 17))
    with pytest.raises(calling.NotToday):
        check(exempelby, customer=eva, at=local(9, 11))


def test_a_time_that_the_customer_asked_for_must_lie_in_opening_hours(exempelby):
    for weekday in range(5):
        OpeningHours.objects.create(
            client=exempelby, channel="phone", weekday=weekday, opens=time(7), closes=time(22)
        )
    check(exempelby, is_asked_for=True, at=local(5, 21, 30))

    # Saturday 11:00 while the telephone is open Monday to Friday.
    with pytest.raises(calling.OutsideOpeningHours):
        check(exempelby, is_asked_for=True, at=local(9, 11))


def test_a_purpose_must_be_said_and_for_a_sale_the_block_register_is_needed(exempelby):
    with pytest.raises(calling.PurposeMissing):
        check(exempelby, purpose="")
    with pytest.raises(blocking.RegisterMissing):
        check(exempelby, purpose="sale")


def test_whoever_opted_out_is_refused_five_seconds_later_at_any_number(exempelby, eva, ada):
    check(exempelby, customer=eva)
    calling.block_calls(exempelby, number=EVA, customer=eva, purpose="survey", by=ada, at=NOON)

    check(exempelby, customer=eva, purpose="case")
    with pytest.raises(calling.WantsNoCalls):
        check(exempelby, customer=eva, purpose="survey")
    with pytest.raises(calling.WantsNoCalls):
        check(exempelby, OTHER, customer=eva, purpose="survey")
    with pytest.raises(calling.WantsNoCalls):
        check(exempelby, EVA, purpose="survey")
    check(exempelby, OTHER, purpose="survey")


def test_a_block_holds_with_its_client_alone_and_is_taken_back(exempelby, energi, eva, ada):
    block = calling.block_calls(exempelby, number=EVA, by=ada, at=NOON)
    same = calling.block_calls(exempelby, number=EVA, by=ada, at=NOON)
    assert same == block
    check(energi)
    with pytest.raises(calling.WantsNoCalls):
        check(exempelby)

    calling.allow_calls(block, by=ada, at=NOON)

    check(exempelby)
    with pytest.raises(calling.NotBlocked):
        calling.allow_calls(block, by=ada, at=NOON)
    names = list(
        EventRecord.objects.filter(name__contains="call-block").order_by("pk").values_list("name")
    )
    assert names == [("contacts.call-block-made",), ("contacts.call-block-ended",)]


def test_when_the_purpose_was_said_counts_once(exempelby, eva, ada):
    contact = register_contact(
        exempelby, channel="phone", direction="out", customer=eva, agent=ada, at=NOON
    )
    errand = calling.set_out(contact, purpose="case", is_asked_for=False)
    late = NOON.replace(second=12)

    calling.say_purpose(errand, answered_at=NOON, by=ada, at=late)
    calling.say_purpose(errand, answered_at=NOON, by=ada, at=late.replace(second=40))

    errand.refresh_from_db()
    assert errand.said_at == late
    assert EventRecord.objects.get(name="contacts.purpose-said").payload["seconds"] == 12.0
