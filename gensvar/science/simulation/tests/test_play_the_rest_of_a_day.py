"""The rest of a day goes on from how things stand, and what is tried differs by what it does."""

from dataclasses import replace
from itertools import count
from math import inf
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gensvar.science.routing.events import AgentChanged, QueueChanged, QueueClosed, QueueOpened
from gensvar.science.routing.rows import Agent, Contact, Queue, Skill, Step
from gensvar.science.simulation import measuring
from gensvar.science.simulation.chance import FOR_EVER, Spread
from gensvar.science.simulation.continuing import InHand, Rest, Start
from gensvar.science.simulation.foreseeing import SoFar, foresee, level_of, plays
from gensvar.science.simulation.hours import DAY, Hours, Spell
from gensvar.science.simulation.scenario import Arrivals, Scenario, Stream, Unplayable, Worker
from gensvar.science.simulation.visits import End

HOUR = 3600.0
TEN, FIVE = 10 * HOUR, 17 * HOUR
OFFICE = Hours((Spell(8 * HOUR, FIVE),))
GOAL = {1: 0.8}


def queue(number=1, channel="phone", skill="water", *more):
    return Queue(number, 1, channel, (Step(0, skill), *more))


def worker(number, *skills, leaves=FIVE, capacity=None):
    known = tuple(Skill(name, 3) for name in skills or ("water",))
    room = capacity or {"phone": 1}
    agent = Agent(number, known, frozenset({"sv"}), frozenset({1}), room)
    return Worker(agent, Hours((Spell(8 * HOUR, leaves),)))


def calls(per_hour, *, row=None, **changes):
    given_ = {
        "name": "water",
        "queue": row or queue(),
        "arrivals": [Arrivals(Spell(8 * HOUR, FIVE), per_hour * 9)],
        "handling": Spread(300, 0.8),
        "goal_seconds": 120,
        "patience": Spread(600),
        "hours": OFFICE,
    }
    return Stream(**{**given_, **changes})


def centre(*streams, workers):
    return Scenario("now", 1, streams, tuple(workers), has_begun=True)


def waits(number, *, since, of=1, goal=120.0, **more):
    return Contact(number, of, since, goal, **more)


def only(play, number=0):
    return play.visits[number]


def test_whoever_waits_is_answered_first_and_has_waited_since_they_came():
    start = Start(TEN, FIVE, waiting=(waits(7, since=TEN - 60),))
    play = Rest(centre(calls(0), workers=[worker(1)]), start, seed=1).run()
    assert only(play).answered_at == TEN
    assert only(play).waited_seconds == 60
    assert play.come[0].is_in_time


def test_somebody_with_a_call_in_hand_takes_the_next_when_it_is_over():
    stream = calls(0, handling=Spread(300, 0), wrap_up=Spread(60, 0), patience=FOR_EVER)
    held = InHand(waits(7, since=TEN - 120), agent=1, since_at=TEN - 100)
    start = Start(TEN, FIVE, waiting=(waits(8, since=TEN - 10),), in_hand=(held,))
    play = Rest(centre(stream, workers=[worker(1)]), start, seed=1).run()
    assert play.come[0].answered_at == TEN + 200 + 60
    assert [visit.row.id for visit in play.come] == [1]


def test_wrap_up_under_way_lasts_to_its_cap_at_most():
    stream = calls(0, wrap_up=Spread(9000, 0), patience=FOR_EVER)
    held = InHand(waits(7, since=TEN - 500), agent=1, since_at=TEN - 400, wraps_until=TEN + 30)
    start = Start(TEN, FIVE, waiting=(waits(8, since=TEN),), in_hand=(held,))
    play = Rest(centre(stream, workers=[worker(1)]), start, seed=1).run()
    assert play.come[0].answered_at == TEN + 30


def test_a_mail_in_hand_is_laid_aside_for_the_call_in_hand_and_gone_on_with():
    room = {"phone": 1, "mail": 1}
    mail = calls(0, name="mail", row=queue(2, "mail"), handling=Spread(600, 0), goal_seconds=DAY)
    phone = calls(0, handling=Spread(300, 0))
    later = waits(9, since=TEN, of=2, goal=DAY)
    held = (
        InHand(waits(7, since=TEN - 60), agent=1, since_at=TEN),
        InHand(waits(8, since=TEN - 900, of=2, goal=DAY), agent=1, since_at=TEN),
    )
    start = Start(TEN, FIVE, waiting=(later,), in_hand=held)
    play = Rest(centre(phone, mail, workers=[worker(1, capacity=room)]), start, seed=1).run()
    assert play.come[0].answered_at == TEN + 300 + 600


def test_nobody_works_who_has_gone_home_and_who_comes_back_does():
    late = replace(worker(1), shifts=Hours((Spell(11 * HOUR, FIVE),)))
    start = Start(TEN, FIVE, waiting=(waits(7, since=TEN, goal=10),))
    stream = calls(0, patience=FOR_EVER)
    gone = Rest(centre(stream, workers=[worker(1, leaves=9 * HOUR)]), start, seed=1).run()
    assert gone.come[0].end is End.WAITING
    assert gone.come[0].settled_at(FIVE) == TEN + 10
    back = Rest(centre(stream, workers=[late]), start, seed=1).run()
    assert back.come[0].answered_at == 11 * HOUR


def test_a_callback_waits_on_although_nobody_holds_the_line():
    asked = waits(7, since=TEN - HOUR, not_before_at=TEN + 900)
    start = Start(TEN, FIVE, waiting=(asked,))
    stream = calls(0, patience=Spread(1, 0))
    play = Rest(centre(stream, workers=[worker(1)]), start, seed=1).run()
    assert play.come[0].answered_at == TEN + 900


def test_a_contact_in_a_queue_that_is_not_played_is_refused():
    start = Start(TEN, FIVE, waiting=(waits(7, since=TEN, of=3),))
    with pytest.raises(Unplayable, match="contact 7"):
        Rest(centre(calls(1), workers=[worker(1)]), start, seed=1)


@settings(max_examples=60, deadline=None)
@given(
    here=st.integers(0, 4),
    waiting=st.lists(st.tuples(st.integers(1, 2), st.floats(0, 4000)), max_size=12),
    in_hand=st.integers(0, 4),
    per_hour=st.integers(0, 30),
    closes=st.one_of(st.none(), st.floats(TEN, FIVE)),
    seed=st.integers(0, 9),
)
def test_whatever_a_day_has_come_to_nobody_is_lost_or_answered_twice(
    here, waiting, in_hand, per_hour, closes, seed
):
    numbers = count(1)
    streams = (
        calls(per_hour),
        calls(per_hour, name="mail", row=queue(2, "mail"), goal_seconds=7200, patience=FOR_EVER),
    )
    people = [worker(n, capacity={"phone": 1, "mail": 2}) for n in range(1, here + 1)]
    start = Start(
        TEN,
        FIVE,
        waiting=tuple(waits(next(numbers), of=of, since=TEN - ago) for of, ago in waiting),
        in_hand=tuple(
            InHand(waits(next(numbers), since=TEN - 99), agent=agent, since_at=TEN - 50)
            for agent in range(1, min(here, in_hand) + 1)
        ),
        changes=() if closes is None else (QueueClosed(closes, 1), QueueOpened(closes + 600, 1)),
    )
    play = Rest(centre(*streams, workers=people), start, seed=seed).run()

    assert len(play.come) == len(play.visits) - len(start.in_hand) >= len(waiting)
    for visit in play.come:
        assert (visit.answered_at is not None) == (visit.end is End.ANSWERED)
        assert visit.answered_at is None or TEN <= visit.answered_at <= FIVE
        assert visit.settled_at(FIVE) is None or visit.settled_at(inf) == visit.settled_at(FIVE)


def test_customers_are_the_same_whatever_is_tried():
    scenario = centre(calls(30), workers=[worker(1), worker(2)])
    start = Start(TEN, FIVE)
    tried = replace(start, changes=(QueueChanged(TEN, queue(1, "phone", "water", Step(0, "all"))),))
    one, other = (Rest(scenario, given, seed=3).run() for given in (start, tried))
    assert [(v.row, v.handling, v.patience) for v in one.visits] == [
        (v.row, v.handling, v.patience) for v in other.visits
    ]


def lent(agent, *, until):
    """What the router is told when somebody takes water too until an instant."""
    more = Skill("water", 2, until_at=until)
    return (AgentChanged(TEN, replace(agent, skills=(*agent.skills, more))),)


def short_of_people():
    """A morning with two for the water and three who have little to do."""
    roads = calls(4, name="roads", row=queue(2, "phone", "roads"))
    people = [worker(1), worker(2), *(worker(number, "roads") for number in (3, 4, 5))]
    scenario = centre(calls(28, swing=0.1), roads, workers=people)
    start = Start(TEN, FIVE, waiting=tuple(waits(n, since=TEN - 30 * n) for n in range(1, 6)))
    return scenario, start, lent(people[2].agent, until=14 * HOUR)


def test_the_effect_of_a_lever_is_foreseen_in_nine_days_of_ten():
    """What is promised of one day holds on other days than those it was worked out from."""
    scenario, start, lever = short_of_people()
    so_far = SoFar(40, 34)
    foreseen = foresee(
        scenario,
        start,
        so_far={1: so_far},
        goals=GOAL,
        tries={"lend": lever},
        runs=60,
    )
    effect = foreseen.effects["lend"][1]
    assert effect.change.mean > 0.05

    others = {"runs": 60, "seed": 10_000}
    without = plays(scenario, start, GOAL, **others)[1]
    pulled = plays(scenario, replace(start, changes=lever), GOAL, **others)[1]
    changes = [
        level_of(after, so_far) - level_of(before, so_far)
        for after, before in zip(pulled, without, strict=True)
    ]
    inside = sum(effect.change.holds(change) for change in changes)
    assert inside >= 0.8 * len(changes)
    assert effect.change.holds(fmean(changes))


def test_a_breach_is_foreseen_with_its_time_and_none_where_people_suffice():
    scenario, start, _lever = short_of_people()
    foreseen = foresee(
        scenario, start, so_far={1: SoFar(100, 95)}, goals={1: 0.8, 2: 0.8}, tries={}, runs=20
    )
    water, roads = foreseen.predictions[1], foreseen.predictions[2]
    assert water.breaks > 0.9
    assert TEN <= water.breaks_at.low <= water.breaks_at.mean <= water.breaks_at.high <= FIVE
    assert water.level.low <= water.level.mean <= water.level.high < 0.8
    assert roads.breaks < 0.2
    assert len(water.levels) == 14


def test_what_is_tried_without_effect_changes_nothing_at_all():
    scenario, start, _lever = short_of_people()
    nothing = (AgentChanged(TEN, scenario.workers[2].agent),)
    foreseen = foresee(scenario, start, so_far={}, goals=GOAL, tries={"nothing": nothing}, runs=5)
    change = foreseen.effects["nothing"][1].change
    assert (change.low, change.mean, change.high) == (0.0, 0.0, 0.0)


def test_rates_are_what_the_past_was_without_its_oddest_days():
    days = [{20: count} for count in (10, 11, 12, 13, 400)]
    assert measuring.by_half_hour(days)[20] == 12
    assert sum(measuring.by_half_hour([])) == 0
    assert measuring.level(120, 100) == pytest.approx(140 / 120)


def test_a_day_that_swings_is_played_with_days_that_differ():
    steady, swinging = calls(20), calls(20, swing=0.4)
    totals = []
    for stream in (steady, swinging):
        scenario = centre(stream, workers=[worker(1)])
        start = Start(TEN, FIVE)
        totals.append([len(Rest(scenario, start, seed=n).run().come) for n in range(60)])
    assert measuring.swing(totals[0]) < 0.1
    assert measuring.swing(totals[1]) == pytest.approx(0.4, abs=0.12)
    assert fmean(totals[1]) == pytest.approx(140, rel=0.15)
