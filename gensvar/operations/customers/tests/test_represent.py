from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.customers import jobs
from gensvar.operations.customers.actions import (
    AlreadyEnded,
    EndHasPassed,
    EndNeeded,
    OfAnOrganisation,
    OfAnotherClient,
    RepresentsThemselves,
    ScopeNeeded,
    end_expired,
    end_representative,
    name_representative,
    recognise,
)
from gensvar.operations.customers.queries import representatives_of, represented_by

WEEK = timedelta(days=7)


def may_speak(customer, representative, ada, **more):
    terms = {"kind": "power-of-attorney", "scope": "Bygglov på Storgatan 4", "until": NOON + WEEK}
    return name_representative(
        customer, representative=representative, by=ada, at=NOON, **(terms | more)
    )


def test_a_representative_is_seen_from_both_sides_until_the_end(eva, omar, ada):
    named = may_speak(eva, omar, ada)

    assert representatives_of(eva, at=NOON) == [named]
    assert represented_by(omar, at=NOON) == [named]
    assert representatives_of(eva, at=NOON + WEEK) == []


def test_an_organisation_has_contact_persons_without_an_end(byggfirma, omar, ada):
    named = may_speak(byggfirma, omar, ada, kind="contact-person", scope="Fakturor", until=None)

    assert representatives_of(byggfirma, at=NOON + 99 * WEEK) == [named]


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        ({"until": None}, EndNeeded),
        ({"until": NOON - WEEK}, EndHasPassed),
        ({"scope": "  "}, ScopeNeeded),
        ({"kind": "contact-person"}, OfAnOrganisation),
    ],
)
def test_what_makes_no_sense_is_refused(eva, omar, ada, terms, refusal):
    with pytest.raises(refusal):
        may_speak(eva, omar, ada, **terms)


def test_nobody_speaks_for_themselves_or_across_clients(eva, energi, ada):
    theirs = recognise(energi, kind="mail", value="x@example.com", at=NOON)

    with pytest.raises(RepresentsThemselves):
        may_speak(eva, eva, ada)
    with pytest.raises(OfAnotherClient):
        may_speak(eva, theirs, ada)


def test_one_is_ended_by_hand_once(eva, omar, ada):
    named = may_speak(eva, omar, ada)
    end_representative(named, by=ada, at=NOON)

    assert representatives_of(eva, at=NOON) == []
    with pytest.raises(AlreadyEnded):
        end_representative(named, by=ada, at=NOON)


def test_time_ends_each_once_however_often_the_job_runs(eva, omar, byggfirma, ada):
    expired = may_speak(eva, omar, ada)
    standing = may_speak(eva, byggfirma, ada, until=NOON + 2 * WEEK)

    assert end_expired(at=NOON + WEEK) == 1
    assert end_expired(at=NOON + WEEK) == 0

    expired.refresh_from_db()
    standing.refresh_from_db()
    assert (expired.ended_at, expired.ended_by) == (NOON + WEEK, None)
    assert standing.ended_at is None
    assert EventRecord.objects.filter(name="customers.representative-ended").count() == 1


def test_the_job_ends_what_has_expired(eva, omar, ada, monkeypatch):
    expired = may_speak(eva, omar, ada)
    monkeypatch.setattr(jobs, "now", lambda: NOON + WEEK)

    jobs.end_expired_representatives(timestamp=0)

    expired.refresh_from_db()
    assert expired.ended_at == NOON + WEEK
