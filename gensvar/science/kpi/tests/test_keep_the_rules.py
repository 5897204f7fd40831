"""The rules that hold for every measure, tried to break."""

from datetime import UTC, date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import NOON
from gensvar.science.kpi.definitions import Unit
from gensvar.science.kpi.figures import Counted, Figure, figure, rounded, together
from gensvar.science.kpi.formulas import WHOLE_ONLY, Kind
from gensvar.science.kpi.intervals import belongs_at, intervals
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import is_of_enough, told
from gensvar.science.kpi.uncertainty import balance, mean_interval, wilson
from gensvar.science.worktime.hours import midnight

KNOWN = registry()
RATIOS = [
    (definition, measure, KNOWN.formula(measure))
    for definition in KNOWN.definitions.values()
    for measure in definition.current.measures
    if KNOWN.formula(measure).halves
]
counts = st.integers(0, 10**6)
ratios = st.sampled_from(RATIOS)


def counted(names, data):
    """Draw a value for each counter; lists of one measure are as long as each other."""
    length = data.draw(st.integers(0, 6))
    return {
        name: data.draw(st.lists(counts, min_size=length, max_size=length))
        if KNOWN.kinds[name] is Kind.LIST
        else data.draw(counts)
        for name in names
    }


@pytest.mark.parametrize("one", RATIOS, ids=lambda one: f"{one[0].code}-{one[1].key}")
def test_of_nothing_there_is_no_share(one):
    definition, measure, formula = one
    nothing: dict[str, Counted] = {
        name: [] if KNOWN.kinds[name] is Kind.LIST else 0 for name in formula.counters
    }

    found = figure(formula, nothing)

    assert found.value is None
    assert told(found, *definition.unit_of(measure)) == "–"


@given(ratios, st.data())
def test_groups_are_rolled_up_by_their_parts_and_wholes(one, data):
    formula = one[2]
    groups = [figure(formula, counted(formula.counters, data)) for _ in range(3)]

    whole = together(groups)

    assert whole.part == sum(group.part or 0 for group in groups)
    assert whole.whole == sum(group.whole or 0 for group in groups)
    assert together([together(groups[:1]), together(groups[1:])]) == whole


@given(st.lists(st.tuples(counts, counts), min_size=1, max_size=5))
def test_a_roll_up_lies_between_its_groups(pairs):
    figures = [Figure(Fraction(p), Fraction(w), is_division=True) for p, w in pairs]
    values = [one.value for one in figures if one.value is not None]

    found = together(one for one in figures if one.whole).value

    if not values:
        assert found is None
    else:
        assert found is not None
        assert min(values) <= found <= max(values)


def test_percentages_are_never_averaged():
    quiet, busy = (
        Figure(Fraction(p), Fraction(w), is_division=True) for p, w in ((9, 10), (10, 90))
    )

    assert together([quiet, busy]).value == Fraction(19, 100)


@pytest.mark.parametrize("code", sorted(KNOWN.definitions))
def test_what_needs_all_values_is_nowhere_a_part_of_more(code):
    for measure in KNOWN.definitions[code].current.measures:
        formula = KNOWN.formula(measure)
        assert formula.halves is None or not any(
            f"{name}(" in measure.formula for name in WHOLE_ONLY
        )


def test_a_median_is_never_added_to_another():
    waits = KNOWN.formula(KNOWN.definitions["K06"].headline)
    one, other = (figure(waits, {"waits": values}) for values in ([10, 20], [30]))

    with pytest.raises(ValueError, match="all values at once"):
        together([one, other])


@pytest.mark.parametrize(
    ("code", "given_", "is_enough"),
    [
        ("K06", {"waits": [1] * 19}, False),
        ("K06", {"waits": [1] * 20}, True),
        ("K60", {"satisfied": 29, "answers": 29}, False),
        ("K60", {"satisfied": 29, "answers": 30}, True),
        ("K57", {"five": 6, "four": 0, "three": 0, "two": 0, "one": 0}, False),
        ("K57", {"five": 7, "four": 0, "three": 0, "two": 0, "one": 0}, True),
        ("K01", {"offered": 1}, True),
    ],
)
def test_of_too_few_nothing_is_said(code, given_, is_enough):
    measure = KNOWN.definitions[code].headline

    assert is_of_enough(measure, figure(KNOWN.formula(measure), given_)) is is_enough


@given(ratios, st.data())
def test_nothing_uncounted_is_taken_for_none(one, data):
    given_ = counted(one[2].counters, data)
    given_[data.draw(st.sampled_from(one[2].counters))] = None

    assert figure(one[2], given_).value is None


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(0, 3))
def test_rounding_is_half_up_and_only_for_show(part, whole, decimals):
    exact = Fraction(part, whole)

    shown = rounded(exact, decimals)

    assert abs(Fraction(shown) - exact) <= Fraction(1, 2 * 10**decimals)
    assert rounded(-exact, decimals) == -shown
    assert shown.as_tuple().exponent == -decimals


@given(st.decimals(-1000, 1000, places=5))
def test_rounding_agrees_with_decimals(value):
    step = Decimal("0.1")

    assert rounded(Fraction(value), 1) == value.quantize(step, rounding=ROUND_HALF_UP)


@given(st.integers(0, 10**6))
def test_times_are_whole_seconds(seconds):
    minutes, _, rest = told(Figure(Fraction(seconds)), Unit.SECONDS, 0).partition(":")

    assert int(minutes) * 60 + int(rest) == seconds


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["Europe/Stockholm", "UTC", "America/New_York", "Australia/Lord_Howe"]),
    st.sampled_from([15, 30]),
)
def test_every_instant_of_a_day_is_in_one_interval(day, zone, minutes):
    zone = ZoneInfo(zone)
    found = intervals(day, zone=zone, minutes=minutes)

    assert found[0][0] == midnight(day, zone)
    assert found[-1][1] == midnight(day + timedelta(days=1), zone)
    assert all(end == start for (_, end), (start, _) in pairwise(found))
    assert {end - start for start, end in found} == {timedelta(minutes=minutes)}
    assert all(start.astimezone(zone).date() == day for start, _ in found)
    assert all(start.tzinfo is UTC for start, _ in found)


def test_other_intervals_are_refused():
    with pytest.raises(ValueError, match="halves"):
        intervals(date(2026, 5, 4), zone=UTC, minutes=7)


def test_a_callback_counts_by_the_call_that_asked_for_it():
    assert belongs_at(NOON) == NOON
    assert belongs_at(NOON + timedelta(hours=2), called_back_for=NOON) == NOON


@given(counts, counts)
def test_an_interval_holds_its_share_and_lies_within_0_and_1(part, whole):
    part = min(part, whole)
    found = wilson(part, whole)

    if whole == 0:
        assert found is None
    else:
        assert 0 <= found.low <= part / whole <= found.high <= 1


@given(st.integers(1, 1000), st.integers(2, 20))
def test_more_answers_make_it_surer(part, times):
    few, many = wilson(part, 1000), wilson(part * times, 1000 * times)

    assert many.high - many.low < few.high - few.low


@given(counts, counts, counts)
def test_a_balance_lies_in_its_interval(high, low, more):
    whole = high + low + more
    found = balance(high, low, whole)

    assert (found is None) if not whole else (found.low <= (high - low) / whole <= found.high)


@given(st.lists(st.floats(0, 100), min_size=2, max_size=50))
def test_a_mean_lies_in_its_interval(values):
    found = mean_interval(values)
    mean = sum(values) / len(values)

    assert found.low <= mean <= found.high


def test_one_value_has_no_interval():
    assert mean_interval([5.0]) is None


def test_what_is_left_out_is_named_and_told():
    for definition in KNOWN.definitions.values():
        for name in definition.current.excluded:
            assert KNOWN.counters[name].sv, definition.code


def test_no_measure_is_a_goal_for_one_person():
    assert [code for code, one in KNOWN.definitions.items() if one.is_individual] == []


def test_internal_calls_are_in_no_figure_of_citizens():
    for definition in KNOWN.definitions.values():
        for measure in definition.current.measures:
            assert "internal" not in KNOWN.formula(measure).counters
