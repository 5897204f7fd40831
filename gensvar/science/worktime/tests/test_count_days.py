from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from gensvar.science.worktime.calendar import Unsatisfiable
from gensvar.science.worktime.hours import Interval, SpecialDay, Week
from gensvar.science.worktime.publicdays import HolidayRule, holiday
from gensvar.science.worktime.tests import reference
from gensvar.science.worktime.tests.made import (
    EXEMPELBY,
    FORWARD,
    OFFICE,
    calendar_of,
    calendars,
    instants,
    local,
    tried,
    week,
)

counts = st.integers(1, 12)


def due(calendar, start, count):
    try:
        return calendar.add_days(start, count)
    except Unsatisfiable:
        assume(False)


# SKE-09 (a) and (b), and a start on a Saturday.
@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-04-30T14:30", "2026-05-06T17:00"),
        ("2026-04-01T09:00", "2026-04-08T17:00"),
        ("2026-05-02T11:00", "2026-05-06T17:00"),
        ("2026-06-17T09:00", "2026-06-23T17:00"),
    ],
)
def test_three_working_days_pass_over_weekends_and_holidays(start, expected):
    assert EXEMPELBY.add_days(local(start), 3) == local(expected)


def test_half_days_close_early_and_count_as_a_day():
    half = SpecialDay(date(2026, 5, 5), (Interval(time(7, 30), time(12)),), "Utbildning")
    calendar = calendar_of(OFFICE, special=[half])

    assert calendar.add_days(local("2026-05-04T09:00"), 1) == local("2026-05-05T12:00")


def test_nineteen_working_days_have_passed():
    # SKE-10: how old the oldest case is on the Tuesday after Easter.
    assert EXEMPELBY.days_between(local("2026-03-09T10:00"), local("2026-04-07T07:00")) == 19


@tried(calendars, instants, counts)
def test_days_added_are_days_counted(calendar, start, count):
    found = due(calendar, start, count)

    assert calendar.days_between(start, found) == count
    assert calendar.is_open(found - timedelta(microseconds=1))


@tried(calendars, instants, counts)
def test_days_are_those_found_by_looking_at_each(calendar, start, count):
    found = due(calendar, start, count) - timedelta(microseconds=1)
    schedule = calendar.schedule
    # A day on which the clock skips all its hours is no working day; the slow way knows no such.
    assume(calendar.is_working_day(FORWARD) == bool(reference.hours_on(schedule, FORWARD)))

    day = reference.nth_working_day(schedule, start, count)
    assert found.astimezone(schedule.zone).date() == day


@tried(calendars, instants, instants, counts, counts)
def test_later_starts_and_more_days_are_never_due_earlier(calendar, one, other, less, more):
    early, late = sorted((one, other))
    small, large = sorted((less, more))

    assert due(calendar, early, small) <= due(calendar, late, large)


@tried(calendars, instants, counts)
def test_going_back_as_many_days_finds_the_day_before_the_first(calendar, start, count):
    end = due(calendar, start, count)
    assume(count > 1)

    back = calendar.subtract_days(end, count - 1)

    assert calendar.is_open(back)
    assert calendar.days_between(start, back + timedelta(microseconds=1)) == 1


@tried(calendars, instants, instants, instants)
def test_days_are_the_sum_of_their_parts(calendar, first, second, third):
    # Any instant but a midnight, which ends one day and begins another.
    assume(second.astimezone(calendar.schedule.zone).time() != time(0))

    assert calendar.days_between(first, third) == calendar.days_between(
        first, second
    ) + calendar.days_between(second, third)


def test_a_day_that_ends_at_midnight_is_due_then():
    late = calendar_of(week(range(7), Interval(time(12), time(23, 59))))
    start = local("2026-05-04T09:00")

    assert late.add_days(start, 1) == local("2026-05-06T00:00")
    assert late.days_between(start, local("2026-05-06T00:00")) == 1
    assert late.subtract_days(local("2026-05-06T00:00"), 1) == local("2026-05-04T12:00")


def test_swedish_holidays_are_those_of_the_law():
    # The fixture of the requirements, and those that fall on Saturdays and Sundays.
    sweden = [HolidayRule("SE")]
    closed = {date(2026, 1, 1) + timedelta(days=n) for n in range(365)}
    found = {day for day in closed if holiday(day, sweden) and day.weekday() < 5}

    assert found == {
        date(2026, month, day)
        for month, day in ((1, 1), (1, 6), (4, 3), (4, 6), (5, 1), (5, 14), (12, 25))
    }
    assert holiday(date(2026, 6, 20), sweden) == {"sv": "Midsommardagen", "en": "Midsummer Day"}
    assert holiday(date(2026, 12, 24), sweden) is None
    assert holiday(date(2026, 12, 24), [HolidayRule("SE", with_eves=True)]) is not None


def test_holidays_are_kept_from_the_day_that_says_so():
    calendar = calendar_of(
        OFFICE, holidays=[HolidayRule(""), HolidayRule("SE", valid_from=date(2026, 5, 1))]
    )

    assert calendar.is_working_day(date(2026, 4, 6))
    assert not calendar.is_working_day(date(2026, 5, 1))


def test_years_without_end_are_not_searched():
    rare = calendar_of(Week(), special=[SpecialDay(date(2029, 1, 2), OFFICE.weekly[0])])

    with pytest.raises(Unsatisfiable, match="two years"):
        rare.add_days(datetime(2026, 5, 4, tzinfo=UTC), 1)
    assert rare.add_days(datetime(2027, 5, 4, tzinfo=UTC), 1) == local("2029-01-02T17:00")
