"""What holds for every calendar, whatever its hours, zone and changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from gensvar.science.worktime.calendar import Calendar, Unsatisfiable
from gensvar.science.worktime.hours import Interval, SpecialDay, Week
from gensvar.science.worktime.tests import reference
from gensvar.science.worktime.tests.made import (
    ALWAYS,
    BACK,
    EXEMPELBY,
    FORWARD,
    OFFICE,
    STOCKHOLM,
    amounts,
    calendar_of,
    calendars,
    instants,
    local,
    schedules,
    tried,
    week,
)

MINUTE = timedelta(minutes=1)
NAIVE = datetime(2026, 5, 4, 12)  # noqa: DTZ001
hours = st.integers(0, 60).map(lambda number: timedelta(hours=number))


def added(calendar, start, amount):
    try:
        return calendar.add(start, amount)
    except Unsatisfiable:
        assume(False)


@tried(calendars, instants, amounts)
def test_what_is_added_is_what_is_counted(calendar, start, amount):
    due = added(calendar, start, amount)

    assert calendar.between(start, due) == amount
    assert not amount or calendar.between(start, due - MINUTE) < amount


@tried(calendars, instants, amounts)
def test_subtracting_undoes_adding(calendar, start, amount):
    assume(amount)
    start = added(calendar, start, timedelta())
    # At the moment of closing nothing is left of the day: work goes on at the next opening.
    begins = start if calendar.is_open(start) else calendar.next_opening(start)

    assert calendar.subtract(added(calendar, start, amount), amount) == begins


@tried(calendars, instants, amounts)
def test_what_is_subtracted_is_what_is_counted(calendar, end, amount):
    try:
        start = calendar.subtract(end, amount)
    except Unsatisfiable:
        return

    assert calendar.between(start, end) == amount
    assert not amount or calendar.between(start + MINUTE, end) < amount


@tried(calendars, instants, amounts)
def test_nothing_lands_on_closed_time(calendar, start, amount):
    due = added(calendar, start, amount)

    assert calendar.is_open(due) or calendar.is_open(due - timedelta(microseconds=1))


@tried(calendars, instants, instants, amounts, amounts)
def test_later_starts_and_larger_amounts_are_never_due_earlier(calendar, one, other, less, more):
    early, late = sorted((one, other))
    small, large = sorted((less, more))

    assert added(calendar, early, small) <= added(calendar, late, large)


@tried(calendars, instants, amounts, amounts)
def test_adding_twice_is_adding_the_sum(calendar, start, first, second):
    assume(second)

    assert added(calendar, added(calendar, start, first), second) == added(
        calendar, start, first + second
    )


@tried(calendars, instants, instants, instants)
def test_open_time_is_the_sum_of_its_parts(calendar, first, second, third):
    whole = calendar.between(first, third)

    assert calendar.between(first, second) + calendar.between(second, third) == whole
    assert calendar.between(third, first) == -whole


@tried(schedules, instants, hours)
def test_every_minute_counted_one_by_one_gives_the_same(schedule, start, length):
    end = start + length
    changes = any(
        (start + timedelta(hours=n)).astimezone(schedule.zone).utcoffset()
        != (end + timedelta(hours=26)).astimezone(schedule.zone).utcoffset()
        for n in range(-26, int(length.total_seconds() // 3600) + 26)
    )
    assume(not changes)
    calendar = Calendar(schedule)

    found = reference.minutes_between(schedule, start, end)

    assert calendar.minutes_between(start, end) == found
    assert calendar.is_open(start) == reference.is_open(schedule, start)
    if found:
        assert calendar.add(start, timedelta(minutes=found)) == reference.add(
            schedule, start, found
        )


@tried(calendars, instants)
def test_it_opens_where_it_says_and_closes_where_it_says(calendar, at):
    opening, closing = calendar.next_opening(at), calendar.closing(at)

    if opening is not None:
        assert opening > at
        assert calendar.is_open(opening)
        assert not calendar.is_open(opening - MINUTE)
    if closing is not None:
        assert closing > at
        assert calendar.is_open(at)
        assert calendar.is_open(closing - MINUTE)
        assert not calendar.is_open(closing)
        assert calendar.between(at, closing) == closing - at


@tried(calendars, instants, instants)
def test_asking_in_another_order_gives_the_same_answer(calendar, first, second):
    far = second.replace(year=2030)
    before = calendar.is_open(first), calendar.next_opening(first)
    calendar.is_open(far)

    assert (calendar.is_open(first), calendar.next_opening(first)) == before
    assert Calendar(calendar.schedule).is_open(far) == calendar.is_open(far)


def test_office_hours_close_at_five_and_open_on_monday():
    friday = local("2026-05-08T16:59")

    assert EXEMPELBY.closing(friday) == local("2026-05-08T17:00")
    assert not EXEMPELBY.is_open(local("2026-05-08T17:00"))
    assert EXEMPELBY.next_opening(friday) == local("2026-05-11T07:30")


def test_minutes_pass_over_the_lunch_pause():
    split = calendar_of(Week({0: [Interval(time(8), time(12)), Interval(time(13), time(16, 30))]}))

    assert split.minutes_between(local("2026-05-04T11:30"), local("2026-05-04T13:15")) == 45
    assert split.add(local("2026-05-04T11:30"), timedelta(hours=1)) == local("2026-05-04T13:30")
    assert split.subtract(local("2026-05-04T13:30"), timedelta(hours=1)) == local(
        "2026-05-04T11:30"
    )


def test_a_day_around_the_clock_lasts_23_and_25_hours_when_the_clocks_change():
    for day, length in ((FORWARD, 23), (BACK, 25)):
        midnight = datetime.combine(day, time(0), tzinfo=STOCKHOLM)
        next_midnight = datetime.combine(day + timedelta(days=1), time(0), tzinfo=STOCKHOLM)
        assert calendar_of(ALWAYS).between(midnight, next_midnight) == timedelta(hours=length)


def test_an_hour_that_the_clock_shows_twice_is_open_both_times():
    night = calendar_of(Week(), special=[SpecialDay(BACK, (Interval(time(2), time(3)),))])
    opening = night.next_opening(local("2026-10-24T12:00"))

    assert opening == datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    assert night.closing(opening) == datetime(2026, 10, 25, 2, 0, tzinfo=UTC)


def test_an_hour_that_the_clock_skips_is_never_open():
    skipped = calendar_of(Week(), special=[SpecialDay(FORWARD, (Interval(time(2), time(3)),))])

    assert skipped.next_opening(local("2026-03-28T22:00")) is None
    assert not skipped.is_working_day(FORWARD)


def test_a_time_that_the_clock_skips_counts_as_that_much_later():
    early = calendar_of(Week(), special=[SpecialDay(FORWARD, (Interval(time(2, 30), time(5)),))])

    assert early.next_opening(local("2026-03-28T22:00")) == local("2026-03-29T03:30")


def test_open_around_the_clock_never_closes():
    always = calendar_of(ALWAYS)
    at = local("2026-05-04T23:59").astimezone(UTC)

    assert always.is_open(at)
    assert always.closing(at) is None
    assert always.add(at, timedelta(days=300)) == at + timedelta(days=300)


def test_a_calendar_without_hours_never_opens():
    at = local("2026-05-04T12:00")

    assert calendar_of().next_opening(at) is None
    for question in (
        lambda: calendar_of().add(at, MINUTE),
        lambda: calendar_of().subtract(at, MINUTE),
        lambda: calendar_of().next_inside(at),
        lambda: calendar_of().add_days(at, 1),
        lambda: calendar_of().subtract_days(at, 1),
    ):
        with pytest.raises(Unsatisfiable):
            question()


def test_a_week_holds_from_its_first_day_and_the_later_of_two_counts():
    june = date(2026, 6, 1)
    summer = week(range(5), Interval(time(8), time(15)), valid_from=june)
    mistake = Week({}, june)
    calendar = calendar_of(OFFICE, mistake, summer)

    assert calendar.closing(local("2026-05-29T12:00")) == local("2026-05-29T17:00")
    assert calendar.closing(local("2026-06-01T12:00")) == local("2026-06-01T15:00")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (lambda: EXEMPELBY.is_open(NAIVE), "time zone"),
        (lambda: EXEMPELBY.between(local("2026-05-04T12:00"), NAIVE), "time zone"),
        (lambda: EXEMPELBY.add(local("2026-05-04T12:00"), -MINUTE), "below zero"),
        (lambda: EXEMPELBY.add_days(local("2026-05-04T12:00"), 0), "from one"),
        (lambda: EXEMPELBY.is_open(local("2199-05-04T12:00")), "1953 to 2097"),
        (lambda: calendar_of(special=[SpecialDay(BACK), SpecialDay(BACK)]), "twice"),
    ],
)
def test_a_question_without_an_answer_is_refused(question, words):
    with pytest.raises(ValueError, match=words):
        question()


def test_other_content_has_another_digest_and_the_same_content_the_same():
    again = calendar_of(
        Week(dict.fromkeys(range(5), (Interval(time(7, 30), time(17)),))),
        holidays=EXEMPELBY.schedule.holidays,
        special=reversed(tuple(EXEMPELBY.schedule.special_days.values())),
    )

    assert again.digest == EXEMPELBY.digest
    assert calendar_of(OFFICE).digest != EXEMPELBY.digest
