from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from gensvar.operations.register.rules.answering import (
    ALWAYS,
    DUTY,
    OFFICE,
    Named,
    chain_of,
    coverage,
    mapped,
    responsible,
)

MONDAY = date(2026, 5, 4)
SCHOOL, HOUSE, ROOM, STRAY = 17, 171, 1711, 99
HEAT, POWER = 1, 2
DRIFT, JOUR, POWER_TEAM = 10, 11, 12
SINCE = date(2026, 1, 1)
NAMED = [
    Named(SCHOOL, HEAT, OFFICE, DRIFT, SINCE),
    Named(SCHOOL, HEAT, DUTY, JOUR, SINCE),
    Named(HOUSE, POWER, ALWAYS, POWER_TEAM, SINCE),
]
PARENTS = {SCHOOL: None, HOUSE: SCHOOL, ROOM: HOUSE, STRAY: None}


def asked(place, service, hours, on=MONDAY, named=NAMED):
    found = responsible(chain_of(place, PARENTS), named, service=service, hours=hours, on=on)
    return found.group if found else None


def test_office_hours_and_duty_hours_have_each_their_group():
    assert asked(SCHOOL, HEAT, OFFICE) == DRIFT
    assert asked(SCHOOL, HEAT, DUTY) == JOUR


def test_a_place_without_anybody_inherits_from_the_place_around_it():
    assert asked(ROOM, HEAT, DUTY) == JOUR
    assert asked(ROOM, POWER, DUTY) == POWER_TEAM


def test_nobody_is_made_up():
    assert asked(STRAY, HEAT, OFFICE) is None
    assert asked(SCHOOL, POWER, OFFICE) is None


def test_the_nearest_place_goes_before_the_one_around_it():
    named = [*NAMED, Named(ROOM, None, ALWAYS, 55, SINCE)]

    assert asked(ROOM, HEAT, DUTY, named=named) == 55
    assert asked(HOUSE, HEAT, DUTY, named=named) == JOUR


def test_a_service_goes_before_every_service_and_hours_before_all_hours():
    named = [
        Named(SCHOOL, None, ALWAYS, 1, SINCE),
        Named(SCHOOL, None, DUTY, 2, SINCE),
        Named(SCHOOL, HEAT, ALWAYS, 3, SINCE),
    ]

    assert asked(SCHOOL, HEAT, DUTY, named=named) == 3
    assert asked(SCHOOL, POWER, DUTY, named=named) == 2
    assert asked(SCHOOL, None, OFFICE, named=named) == 1


def test_a_new_group_answers_from_its_day_and_the_old_one_until_then():
    named = [
        Named(SCHOOL, HEAT, OFFICE, DRIFT, SINCE, MONDAY),
        Named(SCHOOL, HEAT, OFFICE, JOUR, MONDAY),
    ]

    assert asked(SCHOOL, HEAT, OFFICE, on=MONDAY - timedelta(days=1), named=named) == DRIFT
    assert asked(SCHOOL, HEAT, OFFICE, on=MONDAY, named=named) == JOUR
    assert asked(SCHOOL, HEAT, OFFICE, on=SINCE - timedelta(days=1), named=named) is None


def test_coverage_counts_what_is_inherited():
    """K124 counts who answers there or further out."""
    found = mapped(PARENTS, NAMED, on=MONDAY)

    assert found == {SCHOOL, HOUSE, ROOM}
    assert coverage(len(found), len(PARENTS)) == 0.75
    assert coverage(0, 0) is None


def test_a_ring_of_places_ends():
    assert chain_of(1, {1: 2, 2: 1}) == [1, 2]


@given(
    some.lists(
        some.builds(
            Named,
            place=some.integers(1, 6),
            service=some.sampled_from([None, HEAT, POWER]),
            hours=some.sampled_from([ALWAYS, OFFICE, DUTY]),
            group=some.integers(1, 4),
            valid_from=some.dates(date(2026, 1, 1), date(2026, 12, 31)),
        ),
        max_size=12,
    ),
    some.dictionaries(some.integers(1, 6), some.none() | some.integers(1, 6)),
    some.integers(1, 6),
    some.sampled_from([None, HEAT, POWER]),
    some.sampled_from([OFFICE, DUTY]),
)
def test_whoever_is_found_is_named_there_for_that_and_nobody_nearer_is(
    named, parents, place, service, hours
):
    chain = chain_of(place, parents)

    found = responsible(chain, named, service=service, hours=hours, on=MONDAY)

    fits = [
        one
        for one in named
        if one.place in chain
        and one.holds_on(MONDAY)
        and one.service in (None, service)
        and one.hours in (ALWAYS, hours)
    ]
    assert (found is None) == (not fits)
    if found:
        nearest = min(chain.index(one.place) for one in fits)
        assert found in fits
        assert chain.index(found.place) == nearest
