"""Calls that somebody wants: queued for whoever is free, within a time, as often as is tried."""

from datetime import timedelta

import pytest

from gensvar.channels.voice.actions import advancing, beginning, wishing
from gensvar.channels.voice.actions.steering import take_over
from gensvar.channels.voice.calling_back import callbacks_waiting, kept_in
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import BRIDGE
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import open_case
from gensvar.operations.contacts import texting
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.calling import WantsNoCalls, ask_for_call, block_calls
from gensvar.operations.contacts.models import Channel, Outgoing
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer
from gensvar.operations.routing.queries.floor import queues_now

EVAS = "070-111 11 11"
HOUR = timedelta(hours=1)


@pytest.fixture
def case(exempelby, telephone):
    return open_case(exempelby, title="Faktura", channel="chat", at=telephone.at)


def promised(telephone, case, ada, *, begins=HOUR, ends=2 * HOUR):
    call = wishing.call_within(
        case,
        to=EVAS,
        begins_at=telephone.at + begins,
        ends_at=telephone.at + ends,
        by=ada,
        at=telephone.at,
    )
    take_over(BRIDGE)
    return call


def is_offered(call):
    return Offer.objects.live().filter(contact=call.contact).exists()


@pytest.mark.django_db
def test_a_promised_call_is_offered_when_its_time_has_come_and_not_before(telephone, case, ada):
    telephone.seat(ada)
    call = promised(telephone, case, ada)
    assert call.contact in case.contacts.all()
    assert [one.call for one in callbacks_waiting([call.client_id], at=telephone.at)] == [call]
    telephone.passes(60)
    assert not is_offered(call)

    telephone.passes(3600)

    assert is_offered(call)


@pytest.mark.django_db
def test_a_promised_call_waits_in_no_queue_before_its_time(telephone, case, ada):
    promised(telephone, case, ada)
    client = case.client_id

    before = queues_now([client], at=telephone.at)
    then = queues_now([client], at=telephone.at + HOUR)

    assert {(one.waiting, one.oldest_at) for one in before} == {(0, None)}
    assert sorted((one.waiting, one.oldest_at) for one in then if one.waiting) == [
        (1, telephone.at + HOUR)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("talks_after", "in_time"), [(HOUR, 1), (4 * HOUR, 0)])
def test_kept_is_what_reaches_the_customer_within_the_time(
    telephone, case, ada, talks_after, in_time
):
    call = promised(telephone, case, ada)
    began = call.began_at
    Call.objects.filter(pk=call.pk).update(answered_at=telephone.at + talks_after)

    kept = kept_in([call.client_id], since=began, until=began + HOUR)

    assert (kept.promised, kept.same_day, kept.later) == (1, in_time, 1 - in_time)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        (HOUR, HOUR + timedelta(minutes=5)),
        (-3 * HOUR, -2 * HOUR),
        (HOUR, 10 * HOUR),
        (HOUR, 25 * HOUR),
        (timedelta(days=5), timedelta(days=5, hours=1)),
        (timedelta(days=60), timedelta(days=60, hours=1)),
    ],
)
def test_a_time_that_cannot_be_kept_is_refused(telephone, case, ada, begins, ends):
    with pytest.raises(Refused):
        promised(telephone, case, ada, begins=begins, ends=ends)
    assert not Call.objects.exists()


@pytest.mark.django_db
def test_who_wants_no_calls_is_promised_none(telephone, case, ada):
    block_calls(case.client, number="+46701111111", by=ada, at=telephone.at)

    with pytest.raises(WantsNoCalls):
        promised(telephone, case, ada)


@pytest.mark.django_db
def test_whoever_wrote_and_wants_to_be_called_waits_from_when_they_came(telephone, case, ada):
    telephone.seat(ada)
    came = telephone.at - timedelta(minutes=9)
    contact = register_contact(
        case.client, channel=Channel.CHAT, direction="in", customer=None, at=came
    )
    case.contacts.add(contact, through_defaults={"client_id": case.client_id})

    assert ask_for_call(contact, EVAS, since=came, by=None, at=telephone.at)

    take_over(BRIDGE)
    call = Call.objects.get()
    assert call.contact.waits.get().arrived_at == came
    assert call.contact in case.contacts.all()
    telephone.passes(1)
    assert is_offered(call)
    assert not ask_for_call(contact, "12", since=came, by=None, at=telephone.at)


@pytest.mark.django_db
def test_without_a_number_nobody_is_given_the_call(telephone, case, ada):
    type(telephone.number).objects.update(ended_at=telephone.at)
    contact = register_contact(
        case.client, channel=Channel.CHAT, direction="in", customer=None, at=telephone.at
    )

    assert not ask_for_call(contact, EVAS, since=telephone.at, by=None, at=telephone.at)
    with pytest.raises(wishing.NobodyCalls):
        promised(telephone, case, ada)


@pytest.mark.django_db
def test_after_the_first_try_and_the_last_a_text_message_says_so(telephone, case, ada, monkeypatch):
    monkeypatch.setattr(texting, "_senders", [lambda client: True])
    telephone.number.most_tries = 2
    telephone.number.save()
    telephone.seat(ada)
    call = promised(telephone, case, ada, begins=timedelta(), ends=2 * HOUR)
    texts = []
    for _try in range(2):
        telephone.passes(1)
        offer = call.contact.offers.live().get()
        routing.accept(offer, by=ada, at=telephone.at)
        telephone.passes(1)
        telephone.hears(telephone.leg(call, "agent"))
        telephone.hears(telephone.leg(call, "caller"), Heard.GONE, cause=19)
        texts.append(Outgoing.objects.filter(purpose="missed-callback").count())
        # Until it may be tried again, and no longer: an offer that nobody takes sends Ada away.
        for _minute in range(10):
            telephone.passes(60)

    assert texts == [1, 2]
    call.refresh_from_db()
    assert call.outcome == "no-answer"
    first, last = Outgoing.objects.order_by("pk")
    assert "försöker igen" in first.message.text
    assert last.message.recipients == ["+46701111111"]


@pytest.mark.django_db
def test_an_agent_tries_no_oftener_in_a_day_than_somebody_is_tried(telephone, case, ada):
    telephone.number.is_shown = True
    telephone.number.save()
    telephone.seat(ada)
    for _try in range(3):
        call = calls(telephone, case, ada)
        advancing.advance(call.pk, Event.AGENT_UP, at=telephone.at)
        advancing.advance(call.pk, Event.CALLER_FAILED, at=telephone.at)
        call.refresh_from_db()
        assert call.outcome == "no-answer"

    with pytest.raises(beginning.TriedEnough):
        calls(telephone, case, ada)
    assert calls(telephone, case, ada, is_asked_for=True)


def calls(telephone, case, ada, **other):
    return beginning.call_out(
        case.client, to=EVAS, case=case, purpose="case", by=ada, at=telephone.at, **other
    )
