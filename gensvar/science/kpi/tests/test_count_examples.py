"""Every measure comes out as it was worked out by hand, and what does not is told."""

from datetime import date, datetime

import pytest

from gensvar.science.kpi.examples import due, months_after, outcomes
from gensvar.science.kpi.reading import registry

PUBLISHED = """K02 K04 K05 K06 K10 K11 K15 K16 K21 K23 K24 K26 K28 K29 K30 K31 K33 K43 K44 K46 K47
K50 K52 K53 K54 K56 K59 K60 K61 K62 K71 K72 K73 K80 K81 K91 K92 K100 K110 K111 K112 K113 K120"""


@pytest.mark.parametrize("one", list(outcomes(registry())), ids=lambda one: one.code)
def test_a_measure_comes_out_as_worked_out_by_hand(one):
    assert one.is_right, one.difference


def test_all_98_have_an_example_and_43_are_published():
    found = registry().definitions

    assert len(found) == 98
    assert [code for code, one in found.items() if not one.vectors] == []
    published = {code for code, one in found.items() if any(v.is_published for v in one.vectors)}
    assert published == set(PUBLISHED.split())


def test_every_way_of_counting_is_in_an_example():
    never = [
        (definition.code, measure.key)
        for definition in registry().definitions.values()
        for measure in definition.current.measures
        if not any(measure.key in vector.shown for vector in definition.vectors)
    ]

    assert never == []


@pytest.mark.parametrize(
    ("begun", "days", "at"),
    [
        ("2026-04-30T16:40", 1, "2026-05-04T17:00"),
        ("2026-04-30T17:00", 1, "2026-05-05T17:00"),
        ("2026-05-02T12:00", 1, "2026-05-05T17:00"),
        ("2026-04-30T10:00", 3, "2026-05-06T17:00"),
    ],
)
def test_working_days_begin_the_day_after_and_skip_holidays(begun, days, at):
    assert due(datetime.fromisoformat(begun), days) == datetime.fromisoformat(at)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 10), 2, date(2026, 3, 10)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
    ],
)
def test_months_end_with_their_last_day(day, months, later):
    assert months_after(day, months) == later
