"""Many events in one statement are the same events, in the same order, or none."""

from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from conftest import NOON
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import (
    announce,
    announcing_together,
    seal_records,
    verify_chain,
)
from gensvar.foundation.events.events import Event
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import Reach, seeing_as


@dataclass(frozen=True, kw_only=True)
class CupFilled(Event):
    name: ClassVar = "test.cup-filled"
    case_id: int
    client_id: int | None = None


def test_events_announced_together_are_written_in_order_by_one_statement(db):
    with (
        CaptureQueriesContext(
            connection,
        ) as asked,
        announcing_together(),
    ):
        for number in range(50):
            announce(CupFilled(case_id=number), at=NOON)

    records = EventRecord.objects.order_by("pk")
    assert len(asked) == 1
    assert [record.case_id for record in records] == list(range(50))
    assert [record.payload["case_id"] for record in records] == list(range(50))
    assert {record.client_id for record in records} == {None}


def test_they_are_sealed_like_any_other(db):
    with announcing_together():
        announce(CupFilled(case_id=1), at=NOON)
    announce(CupFilled(case_id=2), at=NOON)

    seal_records(at=NOON)

    report = verify_chain()
    assert (report.events, report.is_whole, report.unsealed) == (2, True, 0)


def test_when_the_work_fails_nothing_is_written(db):
    def work() -> None:
        with transaction.atomic(), announcing_together():
            announce(CupFilled(case_id=1), at=NOON)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()

    assert not EventRecord.objects.exists()
    announce(CupFilled(case_id=2), at=NOON)
    assert EventRecord.objects.count() == 1


@action
def stumble_as_somebody_else() -> None:
    announce(CupFilled(case_id=1), at=NOON)
    with suppress(RuntimeError), seeing_as(Reach()):
        announce(CupFilled(case_id=2), at=NOON)
        raise RuntimeError
    announce(CupFilled(case_id=3), at=NOON)


def test_what_fails_as_somebody_else_takes_only_its_own_events_along(db):
    stumble_as_somebody_else()

    records = EventRecord.objects.order_by("pk")
    assert [record.case_id for record in records] == [1, 3]
