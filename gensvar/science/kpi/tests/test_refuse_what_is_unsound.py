"""What cannot be counted honestly is refused before it is saved, with the reason."""

import tomllib
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.science.kpi.faults import Fault, Unsound
from gensvar.science.kpi.figures import Figure, figure
from gensvar.science.kpi.formulas import Kind, formula
from gensvar.science.kpi.reading import registry, registry_of
from gensvar.science.kpi.soundness import problems_of_days, problems_of_goal

COUNTERS = {"a": Kind.NUMBER, "b": Kind.NUMBER, "waits": Kind.LIST}
OWN = """
[A21]
sv = "Egen rad"
en = "Own row"
unit = "share"
direction = "up"
source = "A.2.1"
owner = "manager"
pair = "K04"
mapped = ["K04", "K23"]
[[A21.versions]]
from = 2026-01-01
words = { sv = "Egna ord.", en = "Our own words." }
formula = "a / b"
"""


def saved(text=OWN):
    """Return the registry with a row of one's own beside K04 and K23."""
    known = registry()
    beside = {
        code: known.definitions[code].model_dump(by_alias=True, exclude={"code", "is_individual"})
        for code in known.definitions
    }
    counters = {name: one.model_dump() for name, one in known.counters.items()}
    counters |= {name: {"sv": name, "en": name} for name in ("a", "b")}
    reasons = {name: one.model_dump() for name, one in known.reasons.items()}
    return registry_of(
        beside | tomllib.loads(text), counters=counters, reasons=reasons, sections={}
    )


def faults(text):
    with pytest.raises(Unsound) as refused:
        saved(text)
    return {problem.fault for problem in refused.value.problems}


def test_a_row_of_ones_own_is_data_and_mapped_to_others():
    own = saved().definitions["A21"]

    assert own.mapped == ("K04", "K23")
    assert own.headline.formula == "a / b"


def test_a_row_may_stand_for_another_measure():
    known = saved(OWN.replace('"a / b"', '"K04"'))

    found = figure(
        known.formula(known.definitions["A21"].headline),
        {"aband": 60, "short": 10, "offered": 1060},
    )

    assert found == Figure(Fraction(50), Fraction(1050), is_division=True)


@pytest.mark.parametrize(
    ("changed", "to", "fault"),
    [
        ('"a / b"', '"a / unheard"', Fault.UNKNOWN_COUNTER),
        ('"a / b"', '"A21"', Fault.CYCLE),
        ('"a / b"', '"a / b + a / b"', Fault.DIVISION),
        ('"a / b"', '"100 * (a / b)"', Fault.DIVISION),
        ('"a / b"', '"K04 + K23"', Fault.DIVISION),
        ('"a / b"', '"a / 0"', Fault.DIVISION),
        ('pair = "K04"', 'target = "90 %"', Fault.NO_PAIR),
        ('pair = "K04"', 'target = "90 %"\npair = "A21"', Fault.NO_PAIR),
        ('pair = "K04"', 'pair = "K99"', Fault.UNKNOWN_COUNTER),
        ('mapped = ["K04", "K23"]', 'mapped = ["K99"]', Fault.UNKNOWN_COUNTER),
        ('formula = "a / b"', 'formula = "a / b"\nlimits = { S = 120, T = 120 }', Fault.THRESHOLD),
        ('formula = "a / b"', 'formula = "a / b"\nexcluded = ["ghosts"]', Fault.UNKNOWN_COUNTER),
        ("Our own words.", "ISO requires this.", Fault.CLAIM),
        ('sv = "Egen rad"', "", Fault.EMPTY),
        ('unit = "share"', 'unit = "furlongs"', Fault.SYNTAX),
        ('source = "A.2.1"', 'missing = "unheard"\nsource = "A.2.1"', Fault.EMPTY),
    ],
)
def test_what_is_wrong_with_a_row_is_told(changed, to, fault):
    assert fault in faults(OWN.replace(changed, to))


def test_two_rows_that_lead_to_each_other_are_refused():
    other = OWN.replace("A21", "A22").replace('"a / b"', '"A21"')

    assert Fault.CYCLE in faults(OWN.replace('"a / b"', '"A22"') + other)


def test_a_later_version_is_in_force_from_a_later_day():
    again = '[[A21.versions]]\nfrom = 2026-01-01\nwords = { sv = "x", en = "x" }\nformula = "a"\n'

    assert faults(OWN + again) == {Fault.VERSIONS}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.EMPTY),
        ("a +", Fault.SYNTAX),
        ("a # b", Fault.SYNTAX),
        ("а", Fault.SYNTAX),
        ("a\0b", Fault.SYNTAX),
        ("a + " * 200 + "a", Fault.TOO_LONG),
        ("-" * 60 + "a", Fault.TOO_LONG),
        ("a ** b", Fault.NOT_ALLOWED),
        ("a.real", Fault.NOT_ALLOWED),
        ("a if b else a", Fault.NOT_ALLOWED),
        ("__import__('os')", Fault.NOT_ALLOWED),
        ("(lambda: a)()", Fault.NOT_ALLOWED),
        ("sum(waits, start=a)", Fault.NOT_ALLOWED),
        ("[a]", Fault.NOT_ALLOWED),
        ("True", Fault.NOT_ALLOWED),
        ("1e400", Fault.NOT_ALLOWED),
        ("1j", Fault.NOT_ALLOWED),
        ("sum", Fault.UNKNOWN_COUNTER),
        ("waits", Fault.KIND),
        ("a + waits", Fault.KIND),
        ("sum(a)", Fault.KIND),
        ("sum(waits / waits)", Fault.DIVISION),
        ("sum()", Fault.ARGUMENTS),
        ("median(waits) + a", Fault.ONLY_WHOLE),
        ("median(waits) / count(waits)", Fault.ONLY_WHOLE),
    ],
)
def test_a_formula_counts_and_does_nothing_else(text, fault):
    with pytest.raises(Unsound) as refused:
        formula(text, counters=COUNTERS)

    assert refused.value.problems[0].fault == fault


@given(st.text(max_size=80) | st.text("ab()+-*/., 0123456789sumedianwt_", max_size=80))
def test_no_text_makes_it_stumble(text):
    try:
        found = formula(text, counters=COUNTERS)
    except Unsound:
        return
    figure(found, {"a": 1, "b": 2, "waits": [1, 2]})


def test_a_goal_needs_a_pair_and_limits_that_make_sense():
    level, first = registry().definitions["K02"], registry().definitions["K20"]

    def told(definition, **goal):
        return [problem.fault for problem in problems_of_goal(definition, **goal)]

    assert told(level, pair="K23") == []
    assert told(level, pair="") == [Fault.NO_PAIR]
    assert told(level, pair="K02") == [Fault.NO_PAIR]
    assert told(level, pair="K23", limits={"T": 5}) == [Fault.THRESHOLD]
    assert told(level, pair="K23", key="D") == [Fault.NOT_AGREED]
    assert told(first, pair="K21", is_individual=True) == [Fault.INDIVIDUAL]


def test_a_period_before_anything_was_counted_is_refused():
    first = date(2026, 2, 2)

    assert problems_of_days(first, counted_from=first) == []
    assert [one.fault for one in problems_of_days(date(2026, 2, 1), counted_from=first)] == [
        Fault.TOO_EARLY
    ]
    assert [one.fault for one in problems_of_days(first, counted_from=None)] == [Fault.TOO_EARLY]


def test_nothing_that_comes_with_the_product_is_tagged_with_the_standard():
    told = " ".join(
        f"{one.source} {version.words.sv} {version.words.en}"
        for one in registry().definitions.values()
        for version in one.versions
    )

    assert "EN 15838" not in told
    assert "Annex" not in told


def test_what_leads_nowhere_names_the_way():
    with pytest.raises(Unsound, match="x → y → x"):
        formula("x", counters=COUNTERS, others={"x": "y", "y": "x"})
