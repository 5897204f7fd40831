"""CUS-03: every contact that comes to a queue has one end, and one that has not is found."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import DayBalance, Offer, Outcome, Waiting
from gensvar.operations.routing.queries.balance import withheld_days
from gensvar.operations.routing.rules.balance import End, reconcile

TODAY = date(2026, 5, 4)
HISTORIES = st.lists(
    st.tuples(st.integers(1, 3), st.integers(1, 40), st.sampled_from(End)), max_size=60
)


def test_870_answered_70_abandoned_45_callbacks_10_overflows_and_5_waiting_are_1000():
    counts = {
        End.ANSWERED: 870,
        End.ABANDONED: 70,
        End.CALLBACK: 45,
        End.OVERFLOW: 10,
        End.WAITING: 5,
    }
    ends = [end for end, count in counts.items() for _one in range(count)]
    received = [(1, contact) for contact in range(1000)]
    found = reconcile(received, zip(received, ends, strict=True))[1]
    assert found.is_balanced
    assert (found.received, found.difference) == (1000, 0)
    assert dict(found.ends) == counts


@given(HISTORIES, st.randoms(use_true_random=False))
def test_whatever_happens_a_history_balances(history, shuffled):
    received = [(queue, contact) for queue, contact, _end in history]
    ended = [((queue, contact), end) for queue, contact, end in history]
    shuffled.shuffle(ended)
    found = reconcile(received, ended)
    assert all(balance.is_balanced and not balance.difference for balance in found.values())
    assert sum(balance.received for balance in found.values()) == len(history)


@settings(max_examples=200)
@given(HISTORIES.filter(bool), st.data())
def test_any_single_lost_or_doubled_contact_is_found(history, data):
    received = [(queue, contact) for queue, contact, _end in history]
    ended = [((queue, contact), end) for queue, contact, end in history]
    place = data.draw(st.integers(0, len(history) - 1))
    how = data.draw(st.sampled_from(["lost", "doubled", "unheard", "twice"]))
    queue, contact = received[place]
    if how == "lost":
        del ended[place]
    elif how == "doubled":
        ended.append(ended[place])
    elif how == "unheard":
        del received[place]
    else:
        received.append(received[place])

    found = reconcile(received, ended)

    assert [(key, one.contact) for key, b in found.items() for one in b.amiss] == [(queue, contact)]
    assert found[queue].amiss[0].is_lost == (how in {"lost", "twice"})


def test_one_lost_does_not_hide_one_doubled():
    ended = [((1, 7), End.ANSWERED), ((1, 7), End.WAITING)]
    found = reconcile([(1, 7), (1, 8)], ended)[1]
    assert found.difference == 0
    assert not found.is_balanced
    assert {one.contact for one in found.amiss} == {7, 8}


@pytest.fixture
def day(floor, ada):
    """Eight came: three were answered, and one each went every other way; one waits."""
    floor.seat(ada)
    for _call in range(3):
        floor.comes()
        floor.turn(after=1)
        actions.finish(floor.accepted(ada), by=ada, at=floor.at)
    actions.go_away(ada, reason="break", at=floor.at)
    floor.turn(after=1)
    for outcome in (Outcome.ABANDONED, Outcome.CALLBACK, Outcome.OVERFLOW, Outcome.SETTLED):
        actions.leave(floor.comes(), outcome=outcome, at=floor.at)
    floor.comes()
    return floor


def counted(floor):
    actions.count_day(TODAY, at=floor.at)
    return DayBalance.objects.get()


def test_a_day_is_counted_from_what_was_written(day):
    row = counted(day)
    assert (row.received, row.answered, row.abandoned, row.callback) == (8, 3, 1, 1)
    assert (row.overflow, row.settled, row.waiting) == (1, 1, 1)
    assert row.is_balanced
    assert not withheld_days([day.client.pk], since=TODAY, until=TODAY + timedelta(days=1))


def test_a_contact_that_is_handed_on_is_received_and_ended_in_both_queues(floor, ada):
    floor.seat(ada)
    floor.turn()
    floor.comes()
    floor.turn(after=1)
    actions.hand_on(floor.accepted(ada), to=floor.queue("Vatten", "phone", 30), by=ada, at=floor.at)
    actions.count_day(TODAY, at=floor.at)
    rows = DayBalance.objects.order_by("queue")
    assert [(row.received, row.answered, row.waiting) for row in rows] == [(1, 1, 0), (1, 0, 1)]
    assert all(row.is_balanced for row in rows)


@pytest.mark.parametrize("fault", ["lost wait", "lost answer", "unheard", "second answer"])
def test_whatever_is_lost_or_doubled_in_the_tables_is_found_and_withholds_the_day(day, fault):
    wait = Waiting.objects.filter(outcome="answered").first()
    offer = Offer.objects.get(contact=wait.contact_id)
    if fault == "lost wait":
        gone = Waiting.objects.now().get()
        contact = gone.contact_id
        gone.delete()
    elif fault == "lost answer":
        contact = offer.contact_id
        Offer.objects.filter(pk=offer.pk).update(accepted_at=None)
    elif fault == "second answer":
        contact = offer.contact_id
        Offer.objects.create(
            **{f.attname: getattr(offer, f.attname) for f in offer._meta.fields} | {"id": 10**9}
        )
    else:
        contact = unheard(day)

    row = counted(day)

    assert not row.is_balanced
    assert [one["contact"] for one in row.amiss] == [contact]
    assert withheld_days([day.client.pk], since=TODAY, until=TODAY + timedelta(days=1)) == [TODAY]
    assert EventRecord.objects.filter(name="routing.day-withheld").count() == 1
    # Counting again says nothing new.
    counted(day)
    assert EventRecord.objects.filter(name="routing.day-withheld").count() == 1


def unheard(floor):
    """Let a contact wait of which nothing was announced."""
    contact = register_contact(
        floor.client, channel="phone", direction="in", customer=None, at=floor.at
    )
    Waiting.objects.create(
        contact=contact,
        client=floor.client,
        queue=floor.phone,
        entered_at=floor.at,
        arrived_at=floor.at,
        goal_seconds=30,
    )
    return contact.pk


def test_a_day_is_published_when_it_balances_again_or_is_explained(day, cia):
    gone = Waiting.objects.now().get()
    fields = {f.attname: getattr(gone, f.attname) for f in gone._meta.fields}
    gone.delete()
    row = counted(day)
    with pytest.raises(actions.NoReason), transaction.atomic():
        actions.explain(row, because="  ", by=cia, at=day.at)
    actions.explain(row, because="Tappad vid driftstoppet", by=cia, at=day.at)
    with pytest.raises(actions.NothingToExplain), transaction.atomic():
        actions.explain(row, because="Igen", by=cia, at=day.at)
    assert not DayBalance.objects.withheld().exists()
    # The same difference stays explained, another does not.
    assert counted(day).released_because == "Tappad vid driftstoppet"
    Waiting.objects.filter(outcome="abandoned").delete()
    assert counted(day).released_at is None

    Waiting.objects.create(**fields)
    assert [one["contact"] for one in counted(day).amiss] != []


def test_random_days_of_the_whole_machine_balance(floor, ada, bo):
    """Whatever agents, customers and the clock do: the tables and the record agree."""
    chance = random.Random(4)
    floor.seat(ada)
    floor.seat(bo)
    floor.turn()
    came: Counter[int] = Counter()
    for _step in range(120):
        happens = chance.choice(["comes", "comes", "leaves", "accepts", "declines", "ends", "time"])
        offers = list(Offer.objects.live())
        waiting = list(Waiting.objects.now().exclude(contact__offers__ended_at=None))
        if happens == "comes":
            came[floor.comes(chance.choice([floor.phone, floor.mail])).pk] += 1
        elif happens == "leaves" and waiting:
            outcome = chance.choice([Outcome.ABANDONED, Outcome.CALLBACK, Outcome.SETTLED])
            actions.leave(chance.choice(waiting).contact, outcome=outcome, at=floor.at)
        elif offers and happens in {"accepts", "declines", "ends"}:
            offer = chance.choice(offers)
            act(offer, happens, at=floor.at)
        for agent in (ada, bo):
            floor.ready(agent)
        floor.turn(after=chance.choice([1, 5, 20]))
    actions.count_day(TODAY, at=floor.at)
    rows = list(DayBalance.objects.all())
    assert sum(row.received for row in rows) == sum(came.values()) > 30
    assert all(row.is_balanced for row in rows), [row.amiss for row in rows]
    assert sum(row.answered for row in rows) >= 5


def act(offer, happens, *, at):
    if offer.state == "offered" and happens == "accepts":
        actions.accept(offer, by=offer.agent, at=at)
    elif offer.state == "offered" and happens == "declines":
        actions.decline(offer, by=offer.agent, at=at)
    elif offer.state == "in-hand" and happens == "ends":
        actions.end_conversation(offer, by=offer.agent, at=at)


def test_nobody_leaves_as_answered_whom_nobody_accepted(floor):
    with pytest.raises(ValueError, match="only an offer that is accepted"):
        actions.leave(floor.comes(), outcome=Outcome.ANSWERED, at=floor.at)
