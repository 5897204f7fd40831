from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.oversight.kpi.rules import (
    FEWEST_TOLD,
    Hidden,
    Share,
    hidden,
    is_met,
    ranked,
    reduction,
)

counts = st.integers(0, 10_000)
shares = st.builds(lambda part, rest: Share(part, part + rest), counts, counts)


def test_a_week_is_the_sum_of_its_days_and_not_their_mean():
    week = Share(90, 100) + Share(1, 10)

    assert week == Share(91, 110)
    assert round(float(week.value), 3) == 0.827


@given(one=shares, other=shares)
def test_a_rolled_up_share_lies_between_its_parts(one, other):
    values = [share.value for share in (one, other) if share.value is not None]
    together = (one + other).value

    assert together is None if not values else min(values) <= together <= max(values)


def test_nothing_has_no_share():
    assert Share(0, 0).value is None


def test_equal_counts_share_a_rank():
    assert list(ranked([("b", 2), ("a", 2), ("c", 5), ("d", 1)])) == [
        (1, "c", 5),
        (2, "a", 2),
        (2, "b", 2),
        (4, "d", 1),
    ]


@pytest.mark.parametrize(
    ("value", "target", "more_is_better", "verdict"),
    [
        (Fraction(64, 100), Fraction(70, 100), True, False),
        (Fraction(70, 100), Fraction(70, 100), True, True),
        (Fraction(120), Fraction(180), False, True),
        (Fraction(181), Fraction(180), False, False),
        (Fraction(97, 100), None, True, None),
        (None, Fraction(1), True, None),
    ],
)
def test_a_goal_is_met_missed_or_not_there(value, target, more_is_better, verdict):
    assert is_met(value, target, more_is_better=more_is_better) is verdict


def test_the_reduction_of_the_source():
    assert round(float(reduction(30_000, 8_000)), 3) == 0.733


def test_the_example_of_the_catalogue_is_hidden_as_it_says():
    assert hidden([3, 120, 77]) == {0: Hidden.SMALL, 2: Hidden.COMPLEMENTARY}


def test_where_nothing_is_small_nothing_is_hidden():
    assert hidden([5, 0, 77]) == {}


def test_two_small_ones_that_can_only_be_one_each_are_hidden_with_a_third():
    assert hidden([1, 1, 9]) == {
        0: Hidden.SMALL,
        1: Hidden.SMALL,
        2: Hidden.COMPLEMENTARY,
    }
    assert hidden([1, 2, 9]) == {0: Hidden.SMALL, 1: Hidden.SMALL}


@given(column=st.lists(st.integers(0, 12), min_size=2, max_size=4))
def test_no_small_count_can_be_worked_out_from_the_total(column):
    masks = hidden(column)
    shown = {place for place in range(len(column)) if place not in masks}
    if len(masks) == len([count for count in column if count]):
        return  # then the total itself is all there is to tell
    rest = sum(column) - sum(column[place] for place in shown)
    small = [place for place, mask in masks.items() if mask == Hidden.SMALL]

    possible = [
        values
        for values in product(range(1, rest + 1), repeat=len(masks))
        if sum(values) == rest
        and all(
            value < FEWEST_TOLD if mask == Hidden.SMALL else value >= FEWEST_TOLD
            for value, mask in zip(values, masks.values(), strict=True)
        )
    ]
    assert not small or len(possible) > 1
