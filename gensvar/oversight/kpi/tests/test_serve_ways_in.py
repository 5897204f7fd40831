"""A published way in that nobody owns, or where most callers give up, is counted (K115, K33)."""

from datetime import date

import pytest

from conftest import NOON
from gensvar.operations.cases.actions import close, hand_over, open_case
from gensvar.oversight.entrypoints.models import EntryPoint
from gensvar.oversight.kpi.models import SelfServiceUse
from gensvar.oversight.kpi.tests.test_feed_measures import shown
from gensvar.oversight.kpi.tests.test_read_record import as_web, calls, phone, read

__all__ = ["calls", "phone"]


@pytest.fixture
def number(phone):
    """The number whose calls wait in the queue; a slice does not know the channels."""
    return phone.phone_numbers.create(client=phone.client, number="+46910700000").number


def published(client, address, *, owner):
    return EntryPoint.objects.create(
        client=client, kind="phone", address=address, owner=owner, published_at=NOON
    )


def unserved(client, reader):
    with as_web(reader):
        return shown("K115", client)[""]


def test_nobodys_way_counts_and_one_where_most_give_up(exempelby, ada, cia, calls, number):
    published(exempelby, "+46910799999", owner=None)
    published(exempelby, "+46910788888", owner=ada)
    published(exempelby, number, owner=ada)
    calls.answered(10)
    calls.given_up(40)
    read()
    assert unserved(exempelby, cia) == "1", "one of two is not fewer than half"

    calls.given_up(3)
    read()
    assert unserved(exempelby, cia) == "1", "who hung up at once is no caller"

    calls.given_up(60)
    read()
    assert unserved(exempelby, cia) == "2"


def test_a_withdrawn_way_is_no_way(exempelby, cia, number):
    way = published(exempelby, number, owner=None)
    assert unserved(exempelby, cia) == "1"

    EntryPoint.objects.filter(pk=way.pk).update(withdrawn_at=NOON)

    assert unserved(exempelby, cia) == "0"


def test_needs_are_met_in_three_tiers(exempelby, gator, ada, tek_gata):
    SelfServiceUse.objects.create(
        client=exempelby,
        subject=gator,
        starts_on=date(2026, 5, 1),
        ends_on=date(2026, 6, 1),
        count=60,
        source="Webben",
        imported_at=NOON,
    )
    for number in range(40):
        case = open_case(
            exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=NOON
        )
        if number < 10:
            hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)
        else:
            close(case, by=ada, at=NOON)

    assert shown("K33", exempelby) == {"self": "60", "front": "30", "department": "10"}
