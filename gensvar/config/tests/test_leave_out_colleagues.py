"""A colleague who calls is no customer: the key figures stay as they are (SKE-07)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from gensvar.channels.voice.actions import pressing
from gensvar.channels.voice.actions.directory import list_entry, set_telephonist
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import Telephone
from gensvar.foundation.events.actions import seal_records
from gensvar.oversight.kpi.models import ContactCount, Fact
from gensvar.oversight.kpi.reading import read_record


@pytest.fixture
def telephone(exempelby: Any, cia: Any, hanna: Any, noon: datetime) -> Telephone:
    made = Telephone(exempelby, lead=cia, at=noon)
    set_telephonist(exempelby, ranges="4000-4999", queue=made.queue, by=cia, at=noon)
    list_entry(exempelby, agent=hanna, number="4712", by=cia, at=noon)
    return made


def facts(telephone: Telephone) -> list[tuple[str, str]]:
    at = telephone.at + timedelta(days=20)
    seal_records(at=at)
    read_record(at=at)
    return sorted(Fact.objects.exclude(contact_id=None).values_list("kind", "outcome"))


def hangs_up(telephone: Telephone, call: Any) -> None:
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)


def test_a_colleague_who_is_connected_and_one_who_waits_leave_the_figures_as_they_are(
    telephone: Telephone,
) -> None:
    hangs_up(telephone, telephone.rings(party="070-111 11 11"))
    before = facts(telephone)
    came = ContactCount.objects.filter(direction="in").count()

    for keys in ("4712#1", "0"):
        call = telephone.rings(party="4711")
        for key in keys:
            pressing.press(telephone.leg(call, "caller").name, key, at=telephone.at)
        hangs_up(telephone, call)

    assert ("call", "in") in before
    assert facts(telephone) == before
    assert ContactCount.objects.filter(direction="in").count() == came
