"""Bringing a log in: once, however often, and told in the words by which measures count."""

from datetime import date, timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.exchange.actions import (
    FromTheFuture,
    LogWish,
    NothingToBringIn,
    import_log,
    planned,
)
from gensvar.operations.exchange.models import ImportedCall, LogImport
from gensvar.operations.exchange.queries import half_days
from gensvar.operations.exchange.rules.lines import Why
from gensvar.operations.exchange.tests.conftest import LOG

DAY = date(2026, 3, 2)
WEEK = {"since": DAY - timedelta(days=1), "until": DAY + timedelta(days=6)}


def names():
    return sorted(
        EventRecord.objects.filter(name__startswith="exchange.").values_list("name", flat=True)
    )


@pytest.mark.django_db
def test_a_log_is_told_in_events_and_who_called_is_kept_nowhere(bring_in, queue):
    made = bring_in()

    assert (made.new, made.known, made.refused) == (11, 0, 5)
    assert names().count("exchange.imported-call-queued") == 11
    assert names().count("exchange.imported-call-left") == 11
    assert names().count("exchange.imported-call-completed") == 5
    assert names().count("exchange.imported-call-transferred") == 3
    short = EventRecord.objects.filter(
        name="exchange.imported-call-left", payload__outcome="abandoned"
    ).order_by("id")
    assert [one.payload["waited_seconds"] for one in short] == [4.0, 150.0]
    assert not EventRecord.objects.filter(payload__icontains="070").exists()
    assert {one.queue for one in ImportedCall.objects.all()} == {queue}


@pytest.mark.django_db
def test_the_same_log_twice_changes_nothing(bring_in):
    bring_in()
    before = EventRecord.objects.exclude(name="exchange.log-import-made").count()
    again = bring_in()

    assert (again.new, again.continued, again.known) == (0, 0, 11)
    assert EventRecord.objects.exclude(name="exchange.log-import-made").count() == before
    assert ImportedCall.objects.count() == 11


@pytest.mark.django_db
def test_a_log_that_goes_on_ends_the_calls_of_the_one_before(bring_in, exempelby):
    lines = LOG.splitlines()
    place = next(n for n, line in enumerate(lines) if "1772435300.7|600|PJSIP/ada|BLIND" in line)
    bring_in("\n".join(lines[:place]))
    assert half_days(exempelby, **WEEK) == [DAY]

    whole = bring_in()

    assert (whole.new, whole.continued, whole.known) == (7, 1, 3)
    assert names().count("exchange.imported-call-queued") == 11


@pytest.mark.django_db
def test_a_day_is_whole_when_the_log_goes_on_beyond_it_and_every_call_has_an_end(
    bring_in, exempelby
):
    ended = LOG + "1772437700|1772437400.23|600|PJSIP/bo|COMPLETEAGENT|8|292|1\n"
    bring_in(ended)
    assert half_days(exempelby, **WEEK) == [DAY]

    bring_in(ended + "1772521300|NONE|NONE|NONE|QUEUESTART|\n")

    assert half_days(exempelby, **WEEK) == [DAY + timedelta(days=1)]


@pytest.mark.django_db
def test_who_knows_that_a_day_is_whole_may_say_so(bring_in, exempelby):
    bring_in(LOG + "1772437700|1772437400.23|600|PJSIP/bo|COMPLETEAGENT|8|292|1\n", whole_until=DAY)

    assert half_days(exempelby, **WEEK) == []


@pytest.mark.django_db
def test_a_queue_that_is_unknown_is_said_by_line_and_looking_changes_nothing(exempelby, queue):
    plan = planned(exempelby, LogWish(text=LOG))

    assert plan.calls == []
    assert {one.value for one in plan.refused if one.why is Why.NO_QUEUE} == {"600", "700"}
    assert not LogImport.objects.exists()
    with pytest.raises(NothingToBringIn):
        import_log(exempelby, LogWish(text=LOG), by=None, at=NOON)


@pytest.mark.django_db
def test_a_clock_that_is_wrong_is_found_out(exempelby, queue):
    wish = LogWish(text=LOG, names={"600": "Växeln"})

    with pytest.raises(FromTheFuture):
        import_log(exempelby, wish, by=None, at=NOON - timedelta(days=3650))
    assert not ImportedCall.objects.exists()
