import json
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from django.db import DatabaseError, connection, transaction

from conftest import NOON
from gensvar.foundation.events.actions import announce, seal_records, verify_chain
from gensvar.foundation.events.events import Event
from gensvar.foundation.events.models import EventRecord, Seal, Unsealed
from gensvar.foundation.events.reacting import reacts_to


@dataclass(frozen=True, kw_only=True)
class KettleBoiled(Event):
    name: ClassVar = "tests.kettle-boiled"
    case_id: int
    cups: int = 1


heard: list[KettleBoiled] = []


@reacts_to(KettleBoiled)
def pour(event: KettleBoiled) -> None:
    heard.append(event)


def jobs() -> list[tuple[str, dict[str, Any]]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs ORDER BY id")
        return [(name, json.loads(args)) for name, args in cursor.fetchall()]


def test_an_event_is_written_with_its_references(db):
    number = announce(KettleBoiled(case_id=7), at=NOON)

    record = EventRecord.objects.get(pk=number)
    assert (record.name, record.case_id, record.at) == ("tests.kettle-boiled", 7, NOON)
    assert record.payload == {"case_id": 7, "cups": 1}


def test_each_reaction_becomes_a_job_in_the_same_transaction(db):
    announce(KettleBoiled(case_id=7, cups=3), at=NOON)

    ((name, args),) = jobs()
    assert name == f"{__name__}.pour"
    assert args["payload"] == {"case_id": 7, "cups": 3}


def test_a_rollback_leaves_neither_event_nor_job(db):
    with transaction.atomic():
        announce(KettleBoiled(case_id=7), at=NOON)
        transaction.set_rollback(True)

    assert not EventRecord.objects.exists()
    assert not Unsealed.objects.exists()
    assert jobs() == []


@pytest.mark.django_db(transaction=True)
def test_announcing_outside_a_transaction_is_an_error():
    with pytest.raises(AssertionError):
        announce(KettleBoiled(case_id=7), at=NOON)


def test_an_event_stored_before_a_field_was_added_can_be_read():
    assert KettleBoiled.from_payload({"case_id": 7, "gone": True}) == KettleBoiled(case_id=7)


def test_two_events_of_one_name_are_refused():
    with pytest.raises(TypeError):
        type("Other", (Event,), {"name": "tests.kettle-boiled", "__module__": "elsewhere"})


def test_a_sealed_record_verifies(db):
    for cups in range(3):
        announce(KettleBoiled(case_id=1, cups=cups), at=NOON)

    assert seal_records(at=NOON) == 3
    assert str(verify_chain()) == "3 events, 0 breaks"


def test_the_tail_without_a_seal_is_told(db):
    announce(KettleBoiled(case_id=1), at=NOON)

    report = verify_chain()
    assert report.is_whole
    assert str(report) == "1 events, 0 breaks (1 not sealed yet)"


def test_a_second_seal_follows_the_first(db):
    announce(KettleBoiled(case_id=1), at=NOON)
    seal_records(at=NOON)
    announce(KettleBoiled(case_id=2), at=NOON)
    seal_records(at=NOON)

    assert Seal.objects.count() == 2
    assert str(verify_chain()) == "2 events, 0 breaks"


@pytest.fixture
def by_hand(db):
    """Reach past the triggers, as somebody with the whole server in their hands would."""

    def run(sql: str, *arguments: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(sql, arguments)
            cursor.execute("SET LOCAL session_replication_role = origin")

    return run


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE events_eventrecord SET payload = '{}' WHERE id = %s", "has been changed"),
        ("UPDATE events_eventrecord SET at = now() WHERE id = %s", "has been changed"),
        ("UPDATE events_eventrecord SET agent_id = 3 WHERE id = %s", "has been changed"),
        ("DELETE FROM events_eventrecord WHERE id = %s", "is missing"),
    ],
)
def test_changing_one_stored_event_by_hand_is_reported_with_its_number(by_hand, sql, words):
    numbers = [announce(KettleBoiled(case_id=n), at=NOON) for n in range(5)]
    seal_records(at=NOON)

    by_hand(sql, numbers[2])

    report = verify_chain()
    assert not report.is_whole
    assert report.breaks[0] == f"event {numbers[2]} {words}"


def test_an_event_slipped_in_past_the_chain_is_reported(by_hand):
    announce(KettleBoiled(case_id=1), at=NOON)
    seal_records(at=NOON)

    by_hand("INSERT INTO events_eventrecord (name, at, payload) VALUES ('forged', now(), '{}')")

    assert not verify_chain().is_whole


def test_a_forged_seal_is_reported(by_hand):
    announce(KettleBoiled(case_id=1), at=NOON)
    seal_records(at=NOON)

    by_hand("UPDATE events_seal SET digests = sha256('other')")

    assert not verify_chain().is_whole


@pytest.mark.parametrize("table", ["events_eventrecord", "events_seal"])
@pytest.mark.parametrize("role", ["gensvar_owner", "gensvar_web", "gensvar_work"])
def test_the_record_cannot_be_changed_by_any_role_of_ours(db, table, role):
    announce(KettleBoiled(case_id=1), at=NOON)
    seal_records(at=NOON)

    for sql in (f"DELETE FROM {table}", f"UPDATE {table} SET at = now()"):
        assert changed(sql, role=role) == 0


def changed(sql: str, *, role: str) -> int:
    """Return how many rows a role changes; a refusal, like a row it cannot see, is none."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {role}")
            cursor.execute("SELECT set_config('gensvar.clients', '1', true)")
            cursor.execute(sql)
            return int(cursor.rowcount)
    except DatabaseError:
        return 0
