"""How long a relayed call took is in no figure; that it came and was answered is (CHN-10)."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from gensvar.channels.voice.actions.relays import mark_assisted
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.rules.relays import Way
from gensvar.channels.voice.tests.conftest import Telephone
from gensvar.foundation.events.actions import seal_records
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer
from gensvar.oversight.kpi.models import Fact
from gensvar.oversight.kpi.reading import read_record


@pytest.fixture
def telephone(exempelby: Any, cia: Any, ada: Any, noon: datetime) -> Telephone:
    made = Telephone(exempelby, lead=cia, at=noon)
    made.seat(ada)
    return made


def done_with(telephone: Telephone, ada: Any, *ways: Way | None) -> Call:
    call: Call = telephone.talking(ada)
    for way in ways:
        mark_assisted(call, way, by=ada, at=telephone.at)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    telephone.hears(telephone.leg(call, "agent"), Heard.GONE)
    offer = Offer.objects.get(contact=call.contact_id)
    with transaction.atomic():
        routing.finish(offer, by=ada, at=telephone.at + timedelta(seconds=5))
    return call


def facts_of(telephone: Telephone, call: Call) -> set[str]:
    at = telephone.at + timedelta(days=20)
    seal_records(at=at)
    read_record(at=at)
    return set(Fact.objects.filter(contact_id=call.contact_id).values_list("kind", flat=True))


def test_a_relayed_call_is_answered_and_its_length_counts_for_nothing(
    telephone: Telephone, ada: Any
) -> None:
    call = done_with(telephone, ada, Way.TEXT)

    told = facts_of(telephone, call)
    assert {"offered", "wait", "call"} <= told
    assert "done" not in told


@pytest.mark.parametrize("ways", [(), (Way.TEXT, None)])
def test_a_call_without_a_relay_after_all_counts_as_any(
    telephone: Telephone, ada: Any, ways: tuple[Way | None, ...]
) -> None:
    call = done_with(telephone, ada, *ways)

    assert "done" in facts_of(telephone, call)
