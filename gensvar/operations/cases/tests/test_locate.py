from datetime import date, timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Group
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import (
    NobodyForPlace,
    PlaceOfAnother,
    close,
    give_to_responsible,
    locate,
    make_confidential,
    open_case,
    unlocate,
)
from gensvar.operations.cases.actions.moving import AlreadyClosed
from gensvar.operations.cases.models import CasePlace
from gensvar.operations.register.actions import (
    Described,
    add_place,
    add_service_type,
    entrust,
)
from gensvar.operations.register.models import Finding

SINCE = date(2026, 1, 1)
SATURDAY = NOON + timedelta(days=5)


@pytest.fixture
def heat(exempelby):
    return add_service_type(exempelby, name="Värme", by=None, at=NOON)


@pytest.fixture
def school(exempelby, heat):
    place = add_place(
        exempelby, Described(code="FAST-17", name="Norrskolan", valid_from=SINCE), by=None, at=NOON
    )
    for code, hours in (("DRIFT-NORR", "office"), ("JOUR-1", "duty")):
        group = Group.objects.create(client=exempelby, code=code, name=code)
        entrust(place, group, service=heat, hours=hours, valid_from=SINCE, by=None, at=NOON)
    return place


@pytest.fixture
def stray(exempelby):
    return add_place(
        exempelby, Described(code="FAST-99", name="Mejeriet", valid_from=SINCE), by=None, at=NOON
    )


@pytest.fixture
def cold(exempelby, gator, ada):
    return open_case(
        exempelby,
        title="Kallt i klassrummet",
        channel="phone",
        subject=gator,
        need_type="information",
        agent=ada,
        by=ada,
        at=NOON,
    )


def test_the_case_goes_to_whoever_answers_for_its_place_at_that_hour(cold, school, heat, ada):
    locate(cold, school, service=heat, by=ada, at=NOON)
    give_to_responsible(cold, by=ada, at=NOON)
    cold.refresh_from_db()
    assert (cold.group.code, cold.agent) == ("DRIFT-NORR", None)

    give_to_responsible(cold, by=ada, at=SATURDAY)
    cold.refresh_from_db()
    assert cold.group.code == "JOUR-1"


def test_a_place_without_anybody_goes_to_the_fallback_and_is_found_out(
    cold, stray, heat, ada, kundtjanst
):
    locate(cold, stray, service=heat, by=ada, at=NOON)
    give_to_responsible(cold, by=ada, at=NOON)

    cold.refresh_from_db()
    assert cold.group == kundtjanst
    assert list(Finding.objects.values_list("place__code", "service__name")) == [
        ("FAST-99", "Värme")
    ]


def test_another_place_takes_the_place_of_the_first_and_may_be_taken_off(
    cold, school, stray, heat, ada
):
    locate(cold, stray, service=None, by=ada, at=NOON)
    locate(cold, school, service=heat, by=ada, at=NOON)
    assert CasePlace.objects.get().place == school

    unlocate(cold, by=ada, at=NOON)

    assert not CasePlace.objects.exists()
    names = (
        EventRecord.objects.filter(case_id=cold.pk).order_by("pk").values_list("name", flat=True)
    )
    assert [name for name in names if "place" in name] == [
        "cases.place-chosen",
        "cases.place-chosen",
        "cases.place-withdrawn",
    ]


def test_a_confidential_case_leaves_no_finding(cold, stray, ada, exempelby):
    access = add_list(exempelby, name="Få", by=ada, at=NOON)
    make_confidential(cold, access=access, because="Hot", by=ada, at=NOON)
    cold.refresh_from_db()

    locate(cold, stray, service=None, by=ada, at=NOON)

    assert not Finding.objects.exists()


def test_a_place_of_another_client_is_refused(cold, energi, ada):
    other = add_place(
        energi, Described(code="NÄT-1", name="Station", valid_from=SINCE), by=None, at=NOON
    )
    with pytest.raises(PlaceOfAnother):
        locate(cold, other, service=None, by=ada, at=NOON)


def test_without_a_place_or_anybody_at_all_it_is_said_so(cold, stray, ada):
    with pytest.raises(NobodyForPlace):
        give_to_responsible(cold, by=ada, at=NOON)
    locate(cold, stray, service=None, by=ada, at=NOON)
    with pytest.raises(NobodyForPlace):
        give_to_responsible(cold, by=ada, at=NOON)


def test_a_closed_case_is_given_to_nobody(cold, school, heat, ada):
    locate(cold, school, service=heat, by=ada, at=NOON)
    close(cold, by=ada, at=NOON)
    with pytest.raises(AlreadyClosed):
        give_to_responsible(cold, by=ada, at=NOON)
