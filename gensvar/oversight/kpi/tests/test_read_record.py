"""Facts are written once from the record, and again with the same result."""

from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from conftest import NOON
from gensvar.foundation.events.actions import announce, seal_records
from gensvar.foundation.events.events import Event
from gensvar.foundation.people.access import identity_of, reach, see_as
from gensvar.operations.cases.actions import close, open_case, reopen
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing.actions import QueueWish, StepWish, add_skill, set_queue
from gensvar.operations.routing.events import (
    ContactCompleted,
    ContactLeftQueue,
    ContactQueued,
    OfferAccepted,
)
from gensvar.operations.routing.models import DayBalance
from gensvar.oversight.kpi.models import Day, DaySum, Fact, Restatement
from gensvar.oversight.kpi.queries.counting import counts
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.wholeness import completeness
from gensvar.oversight.kpi.reading import read_record, rebuild, rebuilt

# A slice does not know the channels; their events are known by name.
KNOWN: dict[str, Any] = {**Event.registry}
CallbackPromised, CallBegun, CallEnded, CallMoved = (
    KNOWN[f"voice.{name}"]
    for name in ("callback-promised", "call-begun", "call-ended", "call-moved")
)
MAY = Period(date(2026, 5, 1), date(2026, 6, 1))
LATER = NOON + timedelta(days=20)
DAY = timedelta(days=1)


@transaction.atomic
def happened(event, *, at=NOON):
    announce(event, at=at)


def read(at=LATER):
    seal_records(at=at)
    return read_record(at=at)


@pytest.fixture
def phone(exempelby, cia):
    skill = add_skill(exempelby, name="Telefon")
    wish = QueueWish(
        name="Kundtjänst", channel="phone", goal_seconds=60, steps=[StepWish(0, skill)]
    )
    return set_queue(exempelby, wish, by=cia, at=NOON)


class Calls:
    """Calls as the queue and the telephone system tell of them."""

    def __init__(self, client, queue, agent):
        self.client, self.queue, self.agent = client, queue, agent
        self.number = 900

    def _known(self):
        return {
            "contact_id": self.number,
            "client_id": self.client.pk,
            "queue_id": self.queue.pk,
        }

    def comes(self, at=NOON):
        self.number += 1
        happened(ContactQueued(**self._known(), channel="phone", priority=5), at=at)
        return self.number

    def answered(self, waited, *, at=NOON, talked=100, wrapped=20):
        self.comes(at)
        then = at + timedelta(seconds=waited)
        offer = {**self._known(), "offer_id": self.number, "agent_id": self.agent.pk}
        happened(OfferAccepted(**offer, waited_seconds=waited, offered_seconds=3.0), at=then)
        happened(
            ContactCompleted(
                **offer, talked_seconds=talked, wrap_up_seconds=wrapped, is_by_cap=False
            ),
            at=then + timedelta(seconds=talked + wrapped),
        )

    def given_up(self, waited, *, at=NOON):
        self.comes(at)
        happened(
            ContactLeftQueue(**self._known(), outcome="abandoned", waited_seconds=waited),
            at=at + timedelta(seconds=waited),
        )

    def called_back(self, *, at=NOON, after=600.0):
        number = self.comes(at)
        promised = at + timedelta(seconds=90)
        known = {"call_id": number, "contact_id": number, "client_id": self.client.pk}
        happened(
            CallbackPromised(**known, queue_id=self.queue.pk, waited_seconds=90.0), at=promised
        )
        moved = {**known, "because": "taken", "seconds": 1.0, "agent_id": self.agent.pk}
        again = promised + timedelta(seconds=after)
        happened(CallMoved(**moved, before="callback", state="dialling-agent"), at=again)
        happened(CallMoved(**moved, before="dialling", state="talking"), at=again)

    def held(self, seconds, *, at=NOON):
        self.number += 1
        known = {"call_id": self.number, "contact_id": self.number, "client_id": self.client.pk}
        happened(CallBegun(**known, number_id=1), at=at)
        happened(
            CallEnded(
                **known,
                outcome="answered",
                seconds=200.0,
                waited_seconds=5.0,
                talked_seconds=150.0,
                held_seconds=seconds,
            ),
            at=at + timedelta(seconds=200),
        )


@pytest.fixture
def calls(exempelby, phone, ada):
    return Calls(exempelby, phone, ada)


@pytest.fixture
def busy_day(calls, exempelby):
    """Calls of every kind, and a case that was closed, opened again and closed."""
    for waited in (4, 10, 60, 119, 120, 121):
        calls.answered(waited)
    calls.given_up(3)
    calls.given_up(130)
    calls.called_back()
    calls.held(0.0)
    calls.held(30.0)
    register_contact(
        exempelby,
        channel="phone",
        direction="in",
        customer=None,
        at=NOON,
        answered_at=NOON + timedelta(seconds=15),
        ended_at=NOON + timedelta(seconds=75),
    )


def of(counter, *, client, period=MAY):
    return counts(client, period)[counter]


def facts():
    """Return every fact, without what numbers it in its table."""
    return sorted(
        Fact.objects.values_list(
            *[one.name for one in Fact._meta.fields if one.name not in {"id", "client"}]
        ),
        key=str,
    )


def sums():
    rows = DaySum.objects.values_list("day", "queue", "counter", "amount", "list")
    return sorted((*row[:4], sorted(row[4] or [])) for row in rows)


def test_a_call_is_one_fact_of_each_kind_and_a_callback_is_neutral(busy_day, exempelby):
    read()

    found = counts(exempelby, MAY)
    assert found["offered"] == 10, "nine in the queue and one from elsewhere"
    assert [int(value) for value in found.values("waits_answered").each()] == [
        4, 10, 15, 60, 119, 120, 121
    ]  # fmt: skip
    assert [int(value) for value in found.values("waits_abandoned").each()] == [3, 130]
    callbacks = ("cb", "cb_tried", "cb_reached", "cb_waited")
    assert [int(found[one]) for one in callbacks] == [1, 1, 1, 600]
    assert [int(found[one]) for one in ("talks_here", "holds", "held")] == [2, 1, 30]
    assert [int(found[one]) for one in ("handled", "handled_talk", "wrap")] == [6, 600, 120]


def test_the_same_facts_come_out_again(busy_day, calls, exempelby, gator, ada):
    read(at=NOON + timedelta(hours=1))
    case = open_case(
        exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=NOON
    )
    close(case, by=ada, at=NOON + timedelta(hours=2))
    reopen(case, by=ada, at=NOON + timedelta(hours=4))
    read(at=NOON + timedelta(hours=5))
    close(case, by=ada, at=NOON + DAY)
    calls.given_up(44, at=NOON + DAY)
    read()
    before, summed = facts(), sums()

    rebuild(at=LATER)

    assert len(before) > 30
    assert facts() == before
    assert sums() == summed
    assert not Restatement.objects.exists()


def test_rebuilding_says_that_every_sum_is_the_same(busy_day, calls):
    calls.given_up(44, at=NOON + DAY)
    read()

    report = rebuilt(at=LATER)

    assert report.changed == ()
    assert report.facts == Fact.objects.count() > 30
    assert str(report).endswith("the same as before")


def test_rebuilding_names_the_days_that_had_come_out_otherwise(busy_day, exempelby):
    read()
    DaySum.objects.filter(counter="waits_answered").update(amount=99)

    report = rebuilt(at=LATER)

    assert report.changed == (NOON.date(),)
    assert of("waits_answered", client=exempelby) == 7


def test_what_has_been_read_is_not_read_again(busy_day, exempelby):
    assert read() > 0
    before = facts()

    assert read() == 0
    assert facts() == before


def test_a_call_counts_on_the_day_on_which_it_was_offered(calls, exempelby):
    # Two minutes before midnight in Exempelby.
    calls.answered(300, at=NOON.replace(hour=21, minute=58))
    read()

    waits = DaySum.objects.get(counter="waits_answered")
    assert waits.day == NOON.date()


def test_both_clocks_are_kept(exempelby, gator, ada):
    friday = NOON.replace(day=8, hour=13)
    case = open_case(
        exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=friday
    )
    close(case, by=ada, at=friday + 3 * DAY)
    read()

    closing = Fact.objects.get(kind="closing")
    assert closing.seconds == 3 * 86_400
    assert closing.working_seconds is not None
    assert 0 <= closing.working_seconds < 3 * 86_400


def test_half_a_day_is_not_told(calls, exempelby):
    calls.answered(10)
    read(at=NOON + timedelta(hours=2))

    found = completeness(exempelby, MAY, at=NOON + timedelta(hours=2))
    assert counts(exempelby, MAY).amounts == {}
    assert found.goes_on == NOON.date()
    assert counts(exempelby, MAY, is_whole=False)["waits_answered"] == 1


def test_a_day_that_does_not_balance_is_not_told(calls, exempelby, phone):
    calls.answered(10)
    DayBalance.objects.create(
        client=exempelby,
        queue=phone,
        on=NOON.date(),
        received=2,
        answered=1,
        abandoned=0,
        callback=0,
        overflow=0,
        settled=0,
        waiting=0,
        is_balanced=False,
        counted_at=NOON,
    )

    read()

    assert completeness(exempelby, MAY, at=LATER).open_days == (NOON.date(),)
    assert counts(exempelby, MAY).amounts == {}


def test_what_comes_late_restates_the_day_and_says_so(calls, exempelby):
    calls.answered(10)
    read()
    assert of("waits_answered", client=exempelby) == 1
    assert not Restatement.objects.exists()

    calls.answered(20)
    read(at=LATER + DAY)

    assert of("waits_answered", client=exempelby) == 2
    restated = Restatement.objects.get(counter="waits_answered")
    assert restated.day == NOON.date()
    assert [int(restated.before), int(restated.after)] == [1, 2]
    assert restated.at == LATER + DAY
    read(at=LATER + 2 * DAY)
    assert Restatement.objects.filter(counter="waits_answered").count() == 1


def test_only_the_days_of_which_something_was_read_are_summed_again(calls, exempelby):
    calls.answered(10)
    calls.answered(10, at=NOON + DAY)
    read()
    closed = dict(Day.objects.values_list("day", "closed_at"))

    calls.answered(20, at=NOON + DAY)
    read(at=LATER + DAY)

    after = dict(Day.objects.values_list("day", "closed_at"))
    assert after[NOON.date()] == closed[NOON.date()]
    assert after[(NOON + DAY).date()] == LATER + DAY


@contextmanager
def as_web(agent):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        see_as(reach(identity_of(agent, at=NOON), "reports.read"))
        yield
        cursor.execute("RESET ROLE")


def test_sums_are_of_the_readers_client_and_nobody_writes_them(busy_day, cia, exempelby):
    read()

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        assert not DaySum.objects.exists()
        assert not Fact.objects.exists()
        cursor.execute("RESET ROLE")
    with as_web(cia):
        assert counts(exempelby, MAY)["offered"] == 10
        assert Fact.objects.exists()
    with pytest.raises(DatabaseError), as_web(cia):
        Fact.objects.update(seconds=0)
