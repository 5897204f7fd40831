from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.operations.workorders.rules.measures import (
    Facts,
    Share,
    cost_variance,
    hours_variance,
    on_time,
    repeat_share,
    reported_back,
)
from gensvar.operations.workorders.rules.money import (
    NotMoney,
    cost,
    in_kronor,
    read_hours,
    read_kronor,
    variance,
)
from gensvar.operations.workorders.rules.orders import OVER, WAYS, WorkStage, is_late, may_go
from gensvar.operations.workorders.rules.process import (
    NEVER_SKIPPED,
    PHASES,
    STEPS,
    Demands,
    Standing,
    Step,
    hindrance,
    lead_times,
    needs_approval,
    next_step,
    passed_over,
)
from gensvar.operations.workorders.rules.repeats import calls_for_card, repeated

NOON = datetime(2026, 5, 4, 10, tzinfo=UTC)
DAY = timedelta(days=1)
ORE = st.integers(min_value=0, max_value=10**10)
DEMANDS = st.builds(
    Demands,
    price=st.booleans(),
    approval_limit=st.none() | ORE,
    skippable=st.frozensets(st.sampled_from(STEPS)),
)
STANDING = st.builds(
    Standing,
    estimate=st.none() | ORE,
    is_approved=st.none() | st.booleans(),
    has_actuals=st.booleans(),
)


def test_the_process_has_five_and_five_and_four_steps():
    assert [len(PHASES[phase]) for phase in (1, 2, 3)] == [5, 5, 4]
    assert len(STEPS) == 14


@given(DEMANDS, STANDING, st.lists(st.sampled_from(STEPS), max_size=40))
def test_whatever_is_pressed_the_steps_stand_in_order(demands, standing, pressed):
    taken: set[Step] = set()
    left_out: set[Step] = set()
    for step in pressed:
        if hindrance(step, taken=taken, demands=demands, standing=standing) is None:
            over = passed_over(step, taken=taken)
            left_out |= set(over)
            taken |= {*over, step}

    assert taken == set(STEPS[: len(taken)])
    assert left_out <= demands.skippable - NEVER_SKIPPED
    known = standing.estimate is not None
    if demands.price and Step.TELL_PLAN in taken:
        assert known
    if needs_approval(standing.estimate, demands) and Step.CONFIRM in taken:
        assert standing.is_approved
    if len(taken) < len(STEPS):
        assert next_step(taken) == STEPS[len(taken)]


def test_after_the_last_step_there_is_none():
    assert next_step(STEPS) is None


@given(st.lists(st.integers(0, 1000), min_size=14, max_size=14))
def test_the_phases_together_take_as_long_as_the_whole(hours):
    times = {
        step: NOON + timedelta(hours=sum(hours[: place + 1])) for place, step in enumerate(STEPS)
    }

    found = lead_times(times)

    whole = times[STEPS[-1]] - times[STEPS[0]]
    assert sum((length for length in found.values() if length is not None), timedelta()) == whole


def test_a_phase_with_steps_to_come_has_no_lead_time():
    times = {step: NOON for step in STEPS if step != Step.REPORT}

    assert lead_times(times) == {1: timedelta(0), 2: None, 3: None}


def test_the_vector_of_time_and_cost():
    estimate = cost(Decimal("2.0"), 620_00, 180_00)
    actual = cost(Decimal("1.5"), 620_00, 240_00)

    assert (str(in_kronor(estimate)), str(in_kronor(actual))) == ("1420", "1170")
    found = variance(estimate, actual)
    assert found is not None
    assert round(found * 100, 1) == Decimal("-17.6")
    assert variance(0, actual) is None


@given(st.decimals(0, 1000, places=2), ORE, ORE)
def test_costs_are_whole_ore_and_rounded_once(hours, rate, material):
    found = cost(hours, rate, material)

    assert isinstance(found, int)
    assert abs(Decimal(found) - (hours * rate + material)) <= Decimal("0.5")


@given(ORE)
def test_an_amount_is_read_as_it_is_written(ore):
    kronor = f"{in_kronor(ore):.2f}"

    assert read_kronor(kronor) == read_kronor(kronor.replace(".", ",") + " kr") == ore


@pytest.mark.parametrize("text", ["", "x", "-1", "1,234", "1e9", "NaN", "١", "99999999999"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(NotMoney):
        read_kronor(text)


@pytest.mark.parametrize("text", ["", "1,234", "-1", "20000", "en"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(NotMoney):
        read_hours(text)


def test_swedish_writing_is_read():
    assert (read_kronor("1 420,50"), read_hours("1,5")) == (1_420_50, Decimal("1.5"))


def test_from_what_is_over_there_is_no_way():
    assert all(not WAYS[stage] for stage in OVER)
    assert all(WAYS[stage] for stage in WorkStage if stage not in OVER)
    assert may_go(WorkStage.PAUSED, WorkStage.STARTED)
    assert not may_go(WorkStage.ORDERED, WorkStage.DONE)


def test_late_is_after_the_time_and_not_at_it():
    assert not is_late(NOON, NOON, at=NOON + DAY)
    assert is_late(NOON, None, at=NOON + DAY)
    assert not is_late(None, None, at=NOON)


def test_k120_is_the_vector_and_the_sum():
    orders = [
        Facts(about=1, made_at=NOON, finished_at=NOON, estimate=1_420_00, actual=1_170_00),
        Facts(about=1, made_at=NOON, finished_at=NOON, estimate=1_000_00, actual=1_250_00),
        Facts(about=1, made_at=NOON, estimate=9_000_00, actual=1_00),
        Facts(about=1, made_at=NOON, finished_at=NOON, actual=1_00),
    ]

    alone = cost_variance(orders[:1]).value
    assert alone is not None
    assert round(alone * 100, 1) == Decimal("-17.6")
    both = cost_variance(orders)
    assert (both.estimate, both.actual, both.orders) == (2_420_00, 2_420_00, 2)
    assert cost_variance([]).value is None


def test_hours_are_compared_where_they_were_estimated():
    done = {"about": 1, "made_at": NOON, "finished_at": NOON}
    orders = [
        Facts(**done, hours_estimated=Decimal(2), hours=Decimal("2.5")),
        Facts(**done, hours=Decimal(40)),
        Facts(about=1, made_at=NOON, hours_estimated=Decimal(2), hours=Decimal(9)),
    ]

    found = hours_variance(orders)

    assert (found.orders, found.value) == (1, Decimal("0.25"))
    assert hours_variance([]).value is None


def test_k121_counts_faults_that_came_back_within_ninety_days():
    times = [NOON, NOON + 90 * DAY, NOON + 181 * DAY]
    orders = [Facts(about="17/el", made_at=at) for at in times]
    orders += [Facts(about="18/el", made_at=NOON), Facts(about=None, made_at=NOON)]

    assert repeat_share(orders) == Share(1, 4)
    assert repeat_share([]).value is None


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 400)), max_size=30))
def test_the_order_of_faults_does_not_matter(faults):
    dated = [(about, NOON + day * DAY) for about, day in faults]

    assert repeated(dated) == repeated(reversed(dated))
    assert repeated(dated) <= max(0, len(dated) - len({about for about, _at in dated}))


def test_three_in_sixty_days_call_for_a_card():
    assert calls_for_card([NOON, NOON + 30 * DAY, NOON + 60 * DAY])
    assert not calls_for_card([NOON, NOON + 30 * DAY, NOON + 61 * DAY])
    assert not calls_for_card([NOON, NOON + DAY])


def test_k122_counts_orders_finished_in_time():
    orders = [
        Facts(about=1, made_at=NOON, due_at=NOON, finished_at=NOON),
        Facts(about=1, made_at=NOON, due_at=NOON, finished_at=NOON + DAY),
        Facts(about=1, made_at=NOON, finished_at=NOON),
        Facts(about=1, made_at=NOON, due_at=NOON),
    ]

    assert on_time(orders) == Share(1, 2)


def test_k123_counts_orders_told_to_both():
    orders = [
        Facts(about=1, made_at=NOON, finished_at=NOON, told_customer=True, told_desk=True),
        Facts(about=1, made_at=NOON, finished_at=NOON, told_customer=True),
        Facts(about=1, made_at=NOON),
    ]

    assert reported_back(orders) == Share(1, 2)
