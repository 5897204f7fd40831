"""A simulated day agrees with what is known, loses nobody and keeps everybody's place."""

import doctest
from importlib import import_module
from math import inf
from random import Random
from statistics import fmean, stdev

import pytest

from gensvar.science.routing.rows import Agent, Queue, Skill, Step
from gensvar.science.simulation.chance import FOR_EVER, NOTHING, Spread
from gensvar.science.simulation.figures import figures_of, occupancy, simulate
from gensvar.science.simulation.hours import DAY, Hours, Spell
from gensvar.science.simulation.playing import Play
from gensvar.science.simulation.scenario import (
    Arrivals,
    CallingBack,
    Scenario,
    Stream,
    Unplayable,
    Worker,
)
from gensvar.science.simulation.visits import End

HOUR = 3600.0
OFFICE = Hours((Spell(8 * HOUR, 17 * HOUR),))
NIGHT_AND_DAY = Hours((Spell(0, DAY, frozenset(range(7))),))


def queue(number=1, channel="phone", skill="streets"):
    return Queue(number, client=1, channel=channel, steps=(Step(0, skill),))


def worker(number, *, skills=("streets",), shifts=OFFICE, capacity=None):
    return Worker(
        Agent(
            number,
            tuple(Skill(name, 3) for name in skills),
            frozenset({"sv"}),
            frozenset({1}),
            capacity or {"phone": 1},
        ),
        shifts,
    )


def calls(count, *, begin=8 * HOUR, end=17 * HOUR, **changes):
    given = {
        "name": "calls",
        "queue": queue(),
        "arrivals": [Arrivals(Spell(begin, end), count)],
        "handling": Spread(240),
        "goal_seconds": 20,
        "patience": Spread(120),
        "hours": Hours((Spell(begin, end),)),
    }
    return Stream(**{**given, **changes})


def centre(*streams, workers, days=1, **more):
    return Scenario("a centre", days, streams, tuple(workers), **more)


@pytest.mark.parametrize(
    ("per_hour", "handling", "patience", "agents", "abandoned", "in_goal"),
    [
        (252, 120, 60, 12, 0.029678905542, 0.945269575559),
        (200, 180, 120, 10, 0.137463826276, 0.639941307036),
    ],
)
def test_a_day_agrees_with_erlang_a(per_hour, handling, patience, agents, abandoned, in_goal):
    """Exact values of the M/M/n+M queue, from the distribution of its states with 60 digits."""
    stream = calls(
        24 * per_hour,
        begin=0,
        end=DAY,
        hours=Hours(),
        handling=Spread(handling),
        patience=Spread(patience),
    )
    workers = [worker(n, shifts=NIGHT_AND_DAY) for n in range(agents)]
    told = simulate(centre(stream, workers=workers), runs=6)
    for measure, exact in (("abandoned_share", abandoned), ("service_level", in_goal)):
        estimated = told.queues["calls"][measure]
        assert abs(estimated.mean - exact) <= 1.5 * estimated.half_width
        assert estimated.half_width < 0.03


def test_the_same_seed_gives_the_same_day_and_another_seed_another():
    scenario = centre(calls(300), workers=[worker(n) for n in range(9)])

    def told(seed):
        return [
            (visit.row.arrived_at, visit.answered_at, visit.agent)
            for visit in Play(scenario, seed=seed).run().visits
        ]

    assert told(1) == told(1)
    assert told(1) != told(2)


def test_customers_are_the_same_whoever_is_at_work():
    few = Play(centre(calls(300), workers=[worker(1)]), seed=1).run()
    many = Play(centre(calls(300), workers=[worker(n) for n in range(20)]), seed=1).run()
    assert [(v.row, v.handling) for v in few.visits] == [(v.row, v.handling) for v in many.visits]
    assert figures_of(few.visits).abandoned > figures_of(many.visits).abandoned


@pytest.mark.parametrize("seed", range(5))
def test_nobody_is_lost(seed):
    back = CallingBack(after_seconds=60, accepts=0.5, reached=0.6, retry_seconds=300)
    mails = Stream(
        "mails",
        queue(2, "mail"),
        [Arrivals(Spell(0, DAY), 80)],
        Spread(600, 0.8),
        8 * HOUR,
        OFFICE,
    )
    scenario = centre(
        calls(600, calling_back=back, wrap_up=Spread(30), answering=Spread(3, 0)),
        mails,
        workers=[worker(n, capacity={"phone": 1, "mail": 1}) for n in range(5)],
        days=2,
    )
    play = Play(scenario, seed=seed).run()
    told = figures_of(play.visits)
    assert told.is_balanced
    assert told.came == len(play.visits) > 800
    assert min(told.abandoned, told.called_back, told.not_reached) > 0
    assert 0 < occupancy(play) <= 1


def test_callers_outside_the_hours_are_turned_away_and_mails_wait_for_the_morning():
    late = calls(30, begin=17 * HOUR, end=18 * HOUR, hours=OFFICE)
    mails = Stream(
        "mails", queue(2, "mail"), [Arrivals(Spell(18 * HOUR, 19 * HOUR), 5)],
        Spread(60, 0), 8 * HOUR, OFFICE,
    )  # fmt: skip
    workers = [worker(1, capacity={"phone": 1, "mail": 1})]
    play = Play(centre(late, mails, workers=workers, days=2), seed=1).run()
    ended = {(visit.stream.name, visit.row.arrived_at < DAY, visit.end) for visit in play.visits}
    assert ended == {
        ("calls", True, End.TURNED_AWAY),
        ("calls", False, End.TURNED_AWAY),
        ("mails", True, End.ANSWERED),
        ("mails", False, End.WAITING),
    }
    first = min(v.answered_at for v in play.visits if v.answered_at is not None)
    assert first == DAY + 8 * HOUR


def test_a_mail_that_a_caller_interrupts_takes_longer_by_the_call_and_its_wrap_up():
    mail = Stream(
        "mails", queue(2, "mail"), [Arrivals(Spell(8 * HOUR, 8 * HOUR + 1), 1)],
        Spread(HOUR, 0), 8 * HOUR, OFFICE,
    )  # fmt: skip
    call = calls(
        1, begin=8.5 * HOUR, end=8.5 * HOUR + 1, handling=Spread(300, 0), wrap_up=Spread(60, 0)
    )
    workers = [worker(1, capacity={"phone": 1, "mail": 1})]
    for seed in range(40):
        play = Play(centre(mail, call, workers=workers), seed=seed).run()
        if sorted(visit.stream.name for visit in play.visits) == ["calls", "mails"]:
            break
    told = {visit.stream.name: visit for visit in play.visits}
    assert told["calls"].waited_seconds == 0
    begun_at, done_at = told["mails"].answered_at or 0, told["mails"].ended_at
    assert done_at == pytest.approx(begun_at + HOUR + 360)


def test_75_callbacks_and_4_agents_give_no_inversion():
    """EXT-06: nobody is passed by one who came later, called back or not."""
    back = CallingBack(after_seconds=30, accepts=0.6, reached=1.0)
    stream = calls(420, calling_back=back, patience=FOR_EVER, handling=Spread(300, 0.8))
    play = Play(centre(stream, workers=[worker(n) for n in range(4)]), seed=1).run()
    assert sum(visit.is_called_back for visit in play.visits) >= 75
    answered = [visit.answered_at for visit in play.visits if visit.answered_at is not None]
    assert answered == sorted(answered)
    left = [visit.row.arrived_at for visit in play.visits if visit.waits]
    taken = [visit.row.arrived_at for visit in play.visits if visit.answered_at is not None]
    assert not left or max(taken) < min(left)


def test_who_does_not_answer_when_called_back_is_tried_again_and_passes_nobody_for_ever():
    """SKE-08: A is called before B; as A does not pick up, B is served and A tried again."""
    back = CallingBack(after_seconds=5, accepts=1.0, reached=0.0, tries=2, retry_seconds=600)
    stream = calls(
        2, begin=10 * HOUR, end=10 * HOUR + 60, calling_back=back, handling=Spread(400, 0),
        patience=FOR_EVER,
    )  # fmt: skip
    play = Play(centre(stream, workers=[worker(1)]), seed=3).run()
    a, b = play.visits[:2]
    assert a.end is End.ANSWERED  # at once: it never came to calling back
    assert b.end is End.NOT_REACHED
    assert b.tries == 2
    # Two tries of 25 s, 600 s apart, the first as soon as A was done.
    assert b.ended_at == pytest.approx(a.row.arrived_at + 400 + 25 + 600 + 25)


def test_mail_of_low_priority_waits_two_working_days_at_most_under_load():
    """PRO-04: callers and urgent mail keep everybody busy, and still nothing starves."""
    mails = [
        Stream(
            name, queue(number, "mail"), [Arrivals(Spell(8 * HOUR, 17 * HOUR), count)],
            Spread(600, 0.8), 9 * HOUR, OFFICE, priority=priority,
        )
        for name, number, count, priority in (("urgent", 2, 140, 9), ("low", 3, 20, 0))
    ]  # fmt: skip
    workers = [worker(n, capacity={"phone": 1, "mail": 1}) for n in range(10)]
    scenario = centre(calls(870), *mails, workers=workers, days=12)
    play = Play(scenario, seed=1).run()
    told = figures_of(visit for visit in play.visits if visit.stream.name == "low")
    assert occupancy(play) > 0.9
    assert told.answered > 150
    assert told.longest_wait_seconds <= 2 * 9 * HOUR
    waiting = [visit.row.arrived_at for visit in play.visits if visit.waits]
    end = 12 * DAY
    assert max((OFFICE.between(at, end) for at in waiting), default=0) <= 2 * 9 * HOUR


def test_a_queue_that_no_one_can_serve_is_refused():
    with pytest.raises(Unplayable, match="queue calls: nobody at work"):
        centre(calls(10), workers=[worker(1, skills=("water",))])
    with pytest.raises(Unplayable, match="queue calls: nobody at work"):
        centre(calls(10), workers=[worker(1, shifts=Hours((Spell(18 * HOUR, 20 * HOUR),)))])


def test_more_agents_never_answer_fewer_in_time():
    levels = [
        simulate(centre(calls(600), workers=[worker(n) for n in range(count)]), runs=3)
        .queues["calls"]["service_level"].mean
        for count in (4, 5, 6, 9)
    ]  # fmt: skip
    assert levels == sorted(levels)
    assert levels[0] < 0.7 < 0.95 < levels[-1]


EXPLAINED = ("chance", "estimating", "foreseeing", "hours", "measuring", "reading")


@pytest.mark.parametrize("name", EXPLAINED)
def test_the_examples_are_true(name):
    found = doctest.testmod(import_module(f"gensvar.science.simulation.{name}"))
    assert found.attempted
    assert not found.failed


def test_times_drawn_have_the_mean_and_spread_that_were_asked_for():
    for spread in (Spread(200, 0.5), Spread(200), Spread(200, 1.6)):
        drawn = [spread.draw(Random(n)) for n in range(20_000)]
        assert fmean(drawn) == pytest.approx(200, rel=0.04)
        assert stdev(drawn) / fmean(drawn) == pytest.approx(spread.spread, rel=0.1)
    assert NOTHING.draw(Random(1)) == 0
    assert FOR_EVER.draw(Random(1)) == inf
    assert all(Spread(200, 0.5).left(Random(n), gone=150) > 0 for n in range(50))
