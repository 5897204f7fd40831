"""PPL-12: work that is too heavy is found in the record, and told to those whom it concerns."""

from datetime import timedelta

import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases import actions as cases
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Seat, Strain
from gensvar.operations.routing.queries.strain import own_strain, strains_told
from gensvar.operations.routing.rules.strain import occupancy, unbroken

MINUTE = timedelta(minutes=1)
HOUR = 60 * MINUTE


def named(name):
    return EventRecord.objects.filter(name=f"routing.{name}").order_by("id")


@pytest.fixture
def calls(floor, ada):
    """Let Ada have one call after the other: so many minutes each, and so many between them."""

    def had(count, *, minutes, free):
        for _time in range(count):
            floor.comes()
            floor.turn(after=60 * free)
            offer = floor.accepted(ada)
            floor.turn(after=60 * minutes)
            actions.finish(offer, by=ada, at=floor.at)

    return had


def test_more_than_85_percent_for_two_hours_is_found_once(floor, ada, calls):
    floor.seat(ada)
    calls(11, minutes=9, free=1)
    assert actions.find_strain(at=floor.at) == []
    calls(2, minutes=9, free=1)

    (strain,) = actions.find_strain(at=floor.at)

    assert (strain.agent, strain.kind, round(strain.share, 2)) == (ada, "busy", 0.9)
    assert actions.find_strain(at=floor.at + MINUTE) == []
    assert named("strain-found").get().payload == {
        "strain_id": strain.pk,
        "client_id": floor.client.pk,
        "agent_id": ada.pk,
        "kind": "busy",
    }


def test_85_percent_is_not_too_much(floor, ada, calls):
    floor.seat(ada)
    calls(14, minutes=8, free=2)

    assert actions.find_strain(at=floor.at) == []


def test_a_break_is_in_neither_part_of_occupancy(floor, ada, calls):
    floor.seat(ada)
    calls(7, minutes=9, free=1)
    actions.go_away(ada, reason="break", at=floor.at)
    floor.turn(after=15 * 60)
    floor.ready(ada)
    calls(6, minutes=9, free=1)

    (strain,) = actions.find_strain(at=floor.at)

    assert round(strain.share, 2) == 0.9


def test_whoever_is_on_a_break_is_not_disturbed(floor, ada, calls):
    floor.seat(ada)
    calls(13, minutes=9, free=1)
    actions.go_away(ada, reason="break", at=floor.at)

    assert actions.find_strain(at=floor.at + MINUTE) == []


def test_written_work_can_wait_and_strains_nobody(floor, ada):
    floor.seat(ada)
    contact = register_contact(
        floor.client, channel="mail", direction="in", customer=None, at=floor.at
    )
    case = cases.open_case(
        floor.client, title="Gropar", channel="mail", at=floor.at, contact=contact
    )
    cases.take(case, by=ada, at=floor.at)
    actions.take_in_hand(case.pk, by=ada, at=floor.at)
    floor.turn(after=3 * 3600)

    assert actions.find_strain(at=floor.at) == []


def test_five_hours_without_a_break_are_found_and_ten_minutes_are_a_break(floor, ada, bo):
    floor.seat(ada)
    floor.seat(bo)
    floor.turn(after=3 * 3600)
    actions.go_away(bo, reason="lunch", at=floor.at)
    actions.go_away(ada, reason="meeting", at=floor.at)
    floor.turn(after=10 * 60)
    floor.ready(bo)
    floor.ready(ada)
    floor.turn(after=110 * 60)
    assert actions.find_strain(at=floor.at) == []
    floor.turn(after=60)

    (strain,) = actions.find_strain(at=floor.at)

    assert (strain.agent, strain.kind, strain.seconds) == (ada, "no-break", 301 * 60)


def test_whoever_signed_out_or_was_not_seen_has_not_worked_without_a_break(floor, ada):
    floor.seat(ada)
    floor.turn(after=3 * 3600)
    floor.turn(after=40, seen=False)
    assert named("presence-lost").exists()
    floor.at += 3 * HOUR

    assert actions.find_strain(at=floor.at) == []


def test_the_agent_is_asked_and_the_break_is_no_work(floor, ada):
    floor.seat(ada)
    floor.turn(after=5 * 3600 + 60)
    (strain,) = actions.find_strain(at=floor.at)
    assert own_strain(ada, at=floor.at) == strain

    actions.answer_strain(strain, by=ada, is_pausing=True, at=floor.at)

    seat = Seat.objects.get(agent=ada)
    assert (seat.status, seat.reason) == ("away", "break")
    assert named("presence-chosen").last().payload["counts_as_work"] is False
    assert own_strain(ada, at=floor.at) is None
    assert named("strain-answered").get().payload["has_paused"] is True
    with pytest.raises(actions.PauseAnsweredAlready):
        actions.answer_strain(strain, by=ada, is_pausing=False, at=floor.at)


@pytest.fixture
def strain(floor, ada):
    return Strain.objects.create(
        client=floor.client, agent=ada, kind="busy", share=0.93, at=floor.at
    )


def test_only_whoever_is_nearest_sees_whose_work_it_is(floor, ada, cia, mats, strain):
    """PPL-09: individual figures only for the agent and the nearest above them."""
    clients = [floor.client.pk]

    assert strains_told(clients, me=cia, at=floor.at) == ([strain], 0)
    assert strains_told(clients, me=mats, at=floor.at) == ([], 1)
    assert strains_told(clients, me=ada, at=floor.at) == ([], 0)
    ada.manager = None
    ada.save()
    assert strains_told(clients, me=mats, at=floor.at) == ([strain], 0)
    assert strains_told([], me=cia, at=floor.at) == ([], 0)


def test_who_looked_at_whose_is_written_down_once(floor, ada, cia, strain):
    for _time in range(2):
        actions.note_strains_seen([strain], by=cia, at=floor.at)

    seen = named("strain-seen").get()
    assert (seen.agent_id, seen.payload["of_agent_id"]) == (cia.pk, ada.pk)


def test_whoever_leads_says_once_that_they_have_seen_to_it(floor, cia, strain):
    actions.hear_of_strain(strain, by=cia, at=floor.at)

    strain.refresh_from_db()
    assert (strain.heard_by, strain.heard_at) == (cia, floor.at)
    with pytest.raises(actions.AlreadyHeardOf):
        actions.hear_of_strain(strain, by=cia, at=floor.at)


def test_figures_of_a_person_are_forgotten_and_never_in_the_record(floor, strain):
    actions.find_strain(at=floor.at + timedelta(days=91))

    assert not Strain.objects.exists()
    kept = [str(row.payload) for row in EventRecord.objects.filter(name__contains="strain")]
    assert not any("0.93" in row for row in kept)


def test_occupancy_is_known_only_after_two_hours(noon):
    ready = [(noon, noon + HOUR)]
    assert occupancy(ready, ready, []) is None

    assert occupancy([(noon, noon + 2 * HOUR)], [(noon + HOUR, noon + 2 * HOUR)], []) == 0.5


def test_work_without_a_break_begins_after_the_last_one(noon):
    morning, after = (noon - 4 * HOUR, noon), (noon + 10 * MINUTE, noon + HOUR)
    assert unbroken([morning, after], at=noon + HOUR) == 50 * MINUTE
    short = (noon + 9 * MINUTE, noon + HOUR)

    assert unbroken([morning, short], at=noon + HOUR) == 5 * HOUR
    assert unbroken([], at=noon) == unbroken([morning], at=noon + HOUR) == timedelta(0)
