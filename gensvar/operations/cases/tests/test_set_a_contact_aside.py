"""A contact that becomes no case is registered with a reason."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import join_contact, open_case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact, NoCase
from gensvar.operations.contacts.queries import without_case
from gensvar.operations.contacts.setting_aside import (
    BecameCase,
    OtherNeedsWords,
    WeBegan,
    set_aside,
)


@pytest.fixture
def call(exempelby, ada):
    return register_contact(
        exempelby, channel="phone", direction="in", customer=None, agent=ada, at=NOON
    )


def listed(client, reason=None):
    days = {"since": NOON - timedelta(days=1), "until": NOON + timedelta(days=1)}
    return list(without_case([client.pk], reason=reason, **days))


def test_a_wrong_number_has_a_reason_and_no_case(call, exempelby, ada):
    assert listed(exempelby) == [call]

    set_aside(call, reason="wrong-number", by=ada, at=NOON)

    assert listed(exempelby) == []
    assert listed(exempelby, "") == [call]
    assert listed(exempelby, "wrong-number") == [call]
    assert listed(exempelby, "spam") == []
    told = EventRecord.objects.get(name="contacts.contact-set-aside")
    assert told.payload["reason"] == "wrong-number"


def test_a_reason_said_again_takes_the_place_of_the_first(call, ada, bo):
    set_aside(call, reason="spam", by=ada, at=NOON)
    set_aside(call, reason="internal", by=bo, at=NOON + timedelta(minutes=1))

    said = NoCase.objects.get()
    assert (said.reason, said.by) == ("internal", bo)


def test_something_else_is_said_in_words(call, ada):
    with pytest.raises(OtherNeedsWords):
        set_aside(call, reason="other", words="  ", by=ada, at=NOON)

    set_aside(call, reason="other", words="Ville önska trevlig sommar", by=ada, at=NOON)


def test_what_concerns_a_case_or_went_out_from_us_is_not_set_aside(call, exempelby, ada):
    ours = register_contact(
        exempelby, channel="phone", direction="out", customer=None, agent=ada, at=NOON
    )
    open_case(exempelby, title="Grop", channel="phone", contact=call, at=NOON)

    with pytest.raises(BecameCase):
        set_aside(call, reason="spam", by=ada, at=NOON)
    with pytest.raises(WeBegan):
        set_aside(ours, reason="spam", by=ada, at=NOON)
    assert listed(exempelby) == []


def test_a_contact_that_becomes_a_case_after_all_is_no_longer_listed(call, exempelby, ada):
    set_aside(call, reason="hung-up", by=ada, at=NOON)
    case = open_case(exempelby, title="Grop", channel="phone", at=NOON)

    join_contact(case, call, by=ada, at=NOON)

    assert listed(exempelby, "") == []


def test_a_call_that_nobody_answered_is_not_to_be_registered(call, exempelby):
    Contact.objects.filter(pk=call.pk).update(ended_at=NOON + timedelta(minutes=2))
    assert listed(exempelby) == []

    Contact.objects.filter(pk=call.pk).update(answered_at=NOON + timedelta(minutes=1))
    assert listed(exempelby) == [call]
