"""The day by half hours: who came and is expected, how many are needed, who is here."""

from datetime import timedelta

import pytest

from gensvar.foundation.calendars.queries import zone
from gensvar.operations.routing import actions
from gensvar.operations.routing.actions.intake import count_intake
from gensvar.operations.routing.models import Forecast, Intake, Waiting
from gensvar.operations.routing.queries.halfhours import half_hours
from gensvar.operations.routing.queries.measured import handled, measured
from gensvar.operations.routing.queries.readiness import ready_spells
from gensvar.operations.routing.queries.today import day_so_far
from gensvar.operations.routing.rules.cover import Wanted, divided, needs

HOUR, MINUTE, WEEK = timedelta(hours=1), timedelta(minutes=1), timedelta(weeks=1)


def told(floor, queue=None):
    """Return a queue's half hours as they stand."""
    found = half_hours(day_so_far(at=floor.at), at=floor.at)
    return found[(queue or floor.phone).pk]


def midnight(floor):
    return floor.at.astimezone(zone()).replace(hour=0, minute=0, second=0, microsecond=0)


def remember(floor, at, count):
    Intake.objects.create(queue=floor.phone, client=floor.client, begins_at=at, count=count)


def test_who_came_is_counted_once_and_stays_known_when_waits_are_gone(floor):
    early = floor.at - timedelta(days=1)
    for after in (0, 1, 40):
        floor.at = early + after * MINUTE
        floor.comes()
    floor.at = early + 3 * HOUR
    assert count_intake(at=floor.at) == 2
    assert count_intake(at=floor.at) == 0
    assert sorted(Intake.objects.values_list("count", flat=True)) == [1, 2]

    Waiting.objects.all().delete()
    today = (early + timedelta(days=7)).astimezone(zone())
    today = today.replace(hour=0, minute=0, second=0, microsecond=0)
    known = measured({floor.phone.pk: "phone"}, today=today, at=today)
    assert sum(known[floor.phone.pk].usual) > 0


def test_a_half_hour_is_counted_when_nobody_can_still_be_written_into_it(floor):
    floor.at = floor.at.replace(minute=10)
    floor.comes()
    assert count_intake(at=floor.at.replace(minute=34)) == 0
    assert count_intake(at=floor.at.replace(minute=35)) == 1


def test_what_was_counted_and_what_has_come_since_is_one_day(floor):
    floor.at = floor.at.replace(minute=10)
    floor.comes()
    floor.at = floor.at.replace(minute=40)
    floor.comes()
    count_intake(at=floor.at)
    floor.at += MINUTE
    known = day_so_far(at=floor.at).measured[floor.phone.pk]
    assert known.came == 2
    assert sorted(known.came_in.values()) == [1, 1]


def test_the_past_is_what_came_and_the_rest_what_is_expected(floor, ada):
    floor.seat(ada)
    slots = [floor.at.replace(minute=0, second=0) + n * 30 * MINUTE for n in range(-2, 4)]
    for weeks in (1, 2, 3):
        for at in slots:
            remember(floor, at - weeks * WEEK, 6)
    for at in slots[:2]:
        remember(floor, at, 6)
    found = told(floor)
    assert found["came"][:2] == [6, 6]
    assert found["expected"][:2] == [6.0, 6.0]
    assert found["expected"][3] == pytest.approx(6.0, abs=0.8)
    assert len(found["expected"]) == len(found["need"]) == len(found["here"])


def test_need_is_what_the_goal_asks_for_and_not_the_work_alone():
    calls = Wanted(people=10, mean_seconds=180, goal_seconds=20, share=0.8)
    mail = Wanted(people=0.4, mean_seconds=600, goal_seconds=None, share=0.8)
    assert needs({1: calls, 2: mail}, [{1, 2}]) == {1: 14.0, 2: 0.4}


def test_queues_that_share_people_need_fewer_than_each_alone():
    calls = Wanted(people=2, mean_seconds=180, goal_seconds=20, share=0.8)
    apart = needs({1: calls, 2: calls}, [{1}, {2}])
    together = needs({1: calls, 2: calls}, [{1, 2}])
    assert sum(together.values()) < sum(apart.values())


def test_a_goal_of_all_asks_for_people_and_not_for_ever():
    calls = Wanted(people=2, mean_seconds=180, goal_seconds=20, share=1.0)
    assert 3 <= needs({1: calls}, [{1}])[1] < 10


def test_nobody_is_counted_twice(floor, ada, bo):
    here = [({1, 2}, 1.0), ({2}, 0.5), (set(), 1.0)]
    assert sum(divided(here, {1: 2.0, 2: 5.0}).values()) == pytest.approx(1.5)
    assert sum(divided(here, {1: 0.0, 2: 0.0}).values()) == pytest.approx(1.5)


def test_who_was_ready_is_told_from_the_record_and_a_short_loss_is_none(floor, ada, bo):
    floor.seat(ada)
    begun = floor.at
    floor.at += HOUR
    actions.go_away(ada, reason="lunch", at=floor.at)
    floor.at += HOUR
    floor.ready(ada)
    floor.at += HOUR
    actions.note_seen(ada, screen=f"window of {ada.name}", at=floor.at)
    spells = ready_spells(since=midnight(floor), at=floor.at)
    assert spells[ada.pk] == [(begun, begun + HOUR), (begun + 2 * HOUR, floor.at)]


def test_whoever_closed_their_browser_is_not_here_until_night(floor, ada):
    floor.seat(ada)
    begun = floor.at
    floor.turn(after=60)
    floor.turn(after=60, seen=False)
    floor.at += HOUR
    [(first, last)] = ready_spells(since=midnight(floor), at=floor.at)[ada.pk]
    assert first == begun
    assert last <= begun + 2 * MINUTE


def test_whoever_was_ready_before_midnight_and_is_seen_counts_from_midnight(floor, ada):
    floor.seat(ada)
    floor.at += timedelta(days=1)
    actions.note_seen(ada, screen=f"window of {ada.name}", at=floor.at)
    since = midnight(floor)
    assert ready_spells(since=since, at=floor.at)[ada.pk] == [(since, floor.at)]


def test_people_here_are_those_who_may_take_from_the_queue(floor, ada, bo):
    floor.seat(ada)
    other = actions.add_skill(floor.client, name="annat")
    floor.seat(bo, skill=other)
    floor.turn(after=1)
    phone, mail = told(floor), told(floor, floor.mail)
    assert phone["here"][-1] + mail["here"][-1] == pytest.approx(1.0)


def test_a_forecast_keeps_the_half_hours_and_how_many_levers_were_tried(floor, ada):
    floor.seat(ada)
    for _ in range(3):
        floor.comes()
    floor.turn(after=1)
    actions.foresee_day(at=floor.at, runs=20)
    forecast = Forecast.objects.get(client=floor.client)
    assert forecast.queues[str(floor.phone.pk)]["half_hours"]["came"][-1] == 3
    # Nobody else is here: mail can wait, and nothing more.
    assert forecast.tried == 1


def takes(floor, seconds):
    """Let a caller be answered, and done with after so long with ten seconds of wrap-up."""
    floor.comes()
    floor.turn()
    offer = floor.accepted(floor.seated[0])
    floor.at += timedelta(seconds=seconds - 10)
    actions.end_conversation(offer, by=offer.agent, at=floor.at)
    floor.at += timedelta(seconds=10)
    actions.finish(offer, by=offer.agent, at=floor.at)
    floor.turn(after=1)


def test_how_long_contacts_take_today_is_apart_from_the_weeks_before(floor, ada):
    floor.seat(ada)
    today = floor.at
    floor.at -= WEEK
    for seconds in (100, 200):
        takes(floor, seconds)
    floor.at = today
    floor.ready(ada)
    takes(floor, 400)

    known = day_so_far(at=floor.at).measured[floor.phone.pk]
    assert (known.handled.seconds, known.handled.count) == (400, 1)
    assert (known.handled_before.seconds, known.handled_before.count) == (150, 2)


def test_one_forgotten_contact_does_not_decide_what_handling_takes():
    sane = handled([(240.0, 60.0)] * 30 + [(40_000.0, 0.0)])
    assert (sane.seconds, sane.count, sane.is_sure) == (300, 31, True)
    assert not handled([(240.0, 60.0)] * 9).is_sure
    assert handled([]).seconds is None


def test_while_too_few_are_measured_the_day_is_played_as_it_is_planned(floor):
    assert day_so_far(at=floor.at).measured[floor.phone.pk].handling.mean == 300
    actions.plan_handling(floor.phone, 450, by=floor.lead, at=floor.at)
    assert day_so_far(at=floor.at).measured[floor.phone.pk].handling.mean == 450
