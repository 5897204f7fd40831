"""What the database holds of participants, and to whom it shows them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.actions.participating import add_participant, end_participant
from gensvar.operations.cases.models import Participant


@pytest.fixture
def case(exempelby):
    return open_case(exempelby, title="Gropar på Skolgatan", channel="web", at=NOON)


@pytest.fixture
def kim(case, ada):
    return add_participant(
        case, name="Kim", address="Kim@Example.org", right="read", by=ada, at=NOON
    )


def as_web(reach=None):
    """Return the names that the web process sees."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        try:
            if reach is None:
                return list(Participant.objects.values_list("name", flat=True))
            with seeing_as(reach):
                return list(Participant.objects.values_list("name", flat=True))
        finally:
            cursor.execute("RESET ROLE")


def test_a_participant_is_seen_with_the_case_and_by_nobody_else(kim, case, exempelby, energi):
    other = open_case(exempelby, title="Annat", channel="web", at=NOON)

    assert as_web() == []
    assert as_web(Reach(clients=frozenset({exempelby.pk}))) == ["Kim"]
    assert as_web(Reach(case_id=case.pk)) == ["Kim"]
    assert as_web(Reach(clients=frozenset({energi.pk}))) == []
    assert as_web(Reach(case_id=other.pk)) == []


def test_without_another_day_it_lasts_thirty_days_and_says_who_did_it(kim, ada):
    assert (kim.address, kim.by) == ("kim@example.org", ada)
    assert timedelta(days=30) < kim.until - NOON <= timedelta(days=31)


def test_who_began_and_ended_it_is_recorded_once(kim, case, ada, cia):
    end_participant(kim, by=cia, at=NOON + timedelta(hours=1))
    end_participant(kim, by=ada, at=NOON + timedelta(hours=2))

    kim.refresh_from_db()
    named = EventRecord.objects.filter(case_id=case.pk, name__startswith="cases.participant-")
    assert [(one.name, one.payload["agent_id"]) for one in named.order_by("id")] == [
        ("cases.participant-added", ada.pk),
        ("cases.participant-ended", cia.pk),
    ]
    assert (kim.ended_by, kim.ended_at) == (cia, NOON + timedelta(hours=1))


def test_the_database_holds_one_of_each_address_and_no_time_backwards(kim):
    given = {
        "case": kim.case,
        "client": kim.client,
        "name": "Kim",
        "kind": "mail",
        "address": kim.address,
        "right": "read",
        "since": NOON,
    }
    with pytest.raises(IntegrityError, match="participates_once"), transaction.atomic():
        Participant.objects.create(**given, until=kim.until)
    given["address"] = "annan@example.org"
    with pytest.raises(IntegrityError, match="participates_for_a_time"), transaction.atomic():
        Participant.objects.create(**given, until=NOON)
