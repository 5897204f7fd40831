from datetime import date, timedelta

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from gensvar.science.worktime.calendar import Unsatisfiable
from gensvar.science.worktime.deadlines import (
    CalendarDays,
    DayZero,
    Pause,
    WorkingDays,
    WorkingTime,
    check_satisfiable,
    due_at,
    longest,
    merged,
)
from gensvar.science.worktime.explained import Why, explained
from gensvar.science.worktime.hours import SpecialDay, Week
from gensvar.science.worktime.tests.made import (
    EXEMPELBY,
    OFFICE,
    calendar_of,
    calendars,
    instants,
    local,
    pauses,
    tried,
)

THREE_DAYS = WorkingDays(3)
HAND_OVER = local("2026-04-30T14:30")
targets = st.one_of(
    st.builds(WorkingDays, st.integers(1, 8), st.sampled_from(DayZero)),
    st.builds(WorkingTime, st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes))),
    st.builds(CalendarDays, st.integers(1, 20)),
)


def due(target, start, calendar, standing=()):
    try:
        return due_at(target, start=start, calendar=calendar, pauses=standing)
    except Unsatisfiable:
        assume(False)


def paused(start: str, end: str | None = None) -> Pause:
    return Pause(local(start), local(end) if end else None)


def test_three_working_days_are_told_by_name():
    told = explained(THREE_DAYS, start=HAND_OVER, calendar=EXEMPELBY)

    assert told.due_at == local("2026-05-06T17:00")
    assert told.day_zero == date(2026, 4, 30)
    assert [day.on for day in told.counted] == [date(2026, 5, day) for day in (4, 5, 6)]
    assert [(day.on.day, day.why) for day in told.skipped] == [
        (1, Why.HOLIDAY),
        (2, Why.WEEK),
        (3, Why.WEEK),
    ]
    assert told.skipped[0].names == {"sv": "Första maj", "en": "May Day"}
    assert told.digest == EXEMPELBY.digest


def test_a_local_closing_day_is_told_by_its_reason():
    told = explained(WorkingDays(1), start=local("2026-06-18T10:00"), calendar=EXEMPELBY)

    assert (told.skipped[0].why, told.skipped[0].reason) == (Why.SPECIAL, "Midsommarafton")


def test_working_time_is_told_day_by_day():
    eight = WorkingTime(timedelta(hours=8))

    told = explained(eight, start=HAND_OVER, calendar=EXEMPELBY)

    assert told.due_at == local("2026-05-04T13:00")
    assert [(day.on.day, day.worked) for day in told.counted] == [
        (30, timedelta(hours=2, minutes=30)),
        (4, timedelta(hours=5, minutes=30)),
    ]
    assert told.day_zero is None


# CMP-06: a complaint with 10 working days and news every 5.
@pytest.mark.parametrize(("count", "expected"), [(5, "2026-03-09"), (10, "2026-03-16")])
def test_a_complaint_is_due_when_the_office_closes(count, expected):
    start = local("2026-03-02T10:00")

    found = due_at(WorkingDays(count), start=start, calendar=EXEMPELBY)

    assert found == local(f"{expected}T17:00")


def test_what_comes_after_closing_came_on_the_next_working_day():
    # K11: received before closing on Thursday; 1 May is a holiday.
    by_next_day = WorkingDays(1, DayZero.OF_OPENING)

    for start, expected in (
        ("2026-04-30T16:40", "2026-05-04T17:00"),
        ("2026-04-30T17:00", "2026-05-05T17:00"),
        ("2026-05-02T09:00", "2026-05-05T17:00"),
        ("2026-05-04T06:00", "2026-05-05T17:00"),
    ):
        found = due_at(by_next_day, start=local(start), calendar=EXEMPELBY)
        assert found == local(expected)


def test_a_day_on_which_the_case_waits_for_the_customer_at_closing_does_not_count():
    waits = paused("2026-05-04T10:00", "2026-05-05T09:00")

    told = explained(THREE_DAYS, start=HAND_OVER, calendar=EXEMPELBY, pauses=[waits])

    assert told.due_at == local("2026-05-07T17:00")
    assert (date(2026, 5, 4), Why.PAUSED) in [(day.on, day.why) for day in told.skipped]


def test_a_pause_within_office_hours_costs_working_time_but_no_working_day():
    waits = [paused("2026-05-04T10:00", "2026-05-04T11:30")]

    assert due_at(THREE_DAYS, start=HAND_OVER, calendar=EXEMPELBY, pauses=waits) == local(
        "2026-05-06T17:00"
    )
    assert due_at(
        WorkingTime(timedelta(hours=8)), start=HAND_OVER, calendar=EXEMPELBY, pauses=waits
    ) == local("2026-05-04T14:30")


def test_nothing_is_due_while_the_clock_stands_still():
    waits = [paused("2026-05-05T10:00")]

    for target in (THREE_DAYS, WorkingTime(timedelta(hours=30)), CalendarDays(10)):
        told = explained(target, start=HAND_OVER, calendar=EXEMPELBY, pauses=waits)
        assert told.due_at is None
        assert told.counted


def test_what_was_due_before_the_clock_stopped_stays_due():
    waits = [paused("2026-05-06T17:00")]

    assert due_at(THREE_DAYS, start=HAND_OVER, calendar=EXEMPELBY, pauses=waits) == local(
        "2026-05-06T17:00"
    )


def test_working_time_that_was_done_when_the_clock_stopped_is_due_then():
    waits = [paused("2026-05-04T13:00")]

    assert due_at(
        WorkingTime(timedelta(hours=8)), start=HAND_OVER, calendar=EXEMPELBY, pauses=waits
    ) == local("2026-05-04T13:00")


def test_a_wait_for_the_customer_stops_the_clock_no_longer_than_agreed():
    waits = longest([paused("2026-05-04T10:00")], working_days=5, calendar=EXEMPELBY)

    assert waits == [paused("2026-05-04T10:00", "2026-05-11T17:00")]
    assert due_at(THREE_DAYS, start=HAND_OVER, calendar=EXEMPELBY, pauses=waits) == local(
        "2026-05-15T17:00"
    )


def test_calendar_days_may_end_on_a_closed_day_but_nobody_is_alarmed_then():
    found = due_at(CalendarDays(2), start=HAND_OVER, calendar=EXEMPELBY)

    assert found == local("2026-05-03T00:00")
    assert EXEMPELBY.next_inside(found) == local("2026-05-04T07:30")
    assert due_at(CalendarDays(4), start=HAND_OVER, calendar=EXEMPELBY) == local("2026-05-04T17:00")


def test_an_alarm_at_closing_time_is_sent_then():
    closing = local("2026-05-06T17:00")

    assert EXEMPELBY.next_inside(closing) == closing
    assert EXEMPELBY.next_inside(closing + timedelta(seconds=1)) == local("2026-05-07T07:30")


def test_a_deadline_that_no_open_day_can_meet_is_refused():
    summer_only = calendar_of(Week(), special=[SpecialDay(date(2026, 7, 1), OFFICE.weekly[0])])

    with pytest.raises(Unsatisfiable):
        check_satisfiable(WorkingDays(2), calendar=summer_only, start=HAND_OVER)
    check_satisfiable(WorkingDays(1), calendar=summer_only, start=HAND_OVER)
    with pytest.raises(Unsatisfiable):
        check_satisfiable(WorkingDays(600), calendar=EXEMPELBY, start=HAND_OVER)
    with pytest.raises(Unsatisfiable):
        check_satisfiable(CalendarDays(800), calendar=EXEMPELBY, start=HAND_OVER)


def test_two_years_are_counted_from_when_the_clock_ran_again():
    waits = [paused("2026-05-04T10:00", "2029-05-04T10:00")]

    assert due_at(THREE_DAYS, start=HAND_OVER, calendar=EXEMPELBY, pauses=waits) == local(
        "2029-05-08T17:00"
    )


@pytest.mark.parametrize(
    "make", [lambda: WorkingDays(0), lambda: CalendarDays(0), lambda: WorkingTime(timedelta())]
)
def test_a_target_of_nothing_is_refused(make):
    with pytest.raises(ValueError, match="target"):
        make()


@tried(calendars, instants, targets, pauses)
def test_a_pause_never_makes_anything_due_earlier(calendar, start, target, standing):
    without, found = due(target, start, calendar), due(target, start, calendar, standing)

    assert found >= without


@tried(calendars, instants, targets, pauses)
def test_order_and_overlap_of_pauses_do_not_matter(calendar, start, target, standing):
    found = due(target, start, calendar, standing)

    assert due(target, start, calendar, reversed([*standing, *standing])) == found
    assert due(target, start, calendar, merged(standing, start=start)) == found


@tried(calendars, instants, st.integers(1, 3000), pauses)
def test_working_time_is_all_worked_outside_pauses(calendar, start, minutes, standing):
    amount = timedelta(minutes=minutes)
    found = due(WorkingTime(amount), start, calendar, standing)

    lost = sum(
        (
            calendar.between(min(one.starts_at, found), min(one.ends_at, found))
            for one in merged(standing, start=start)
        ),
        timedelta(),
    )
    assert calendar.between(start, found) - lost == amount


@tried(calendars, instants, targets, pauses)
def test_an_explanation_accounts_for_every_day(calendar, start, target, standing):
    assume(due(target, start, calendar, standing))

    told = explained(target, start=start, calendar=calendar, pauses=standing)

    days = sorted([*(day.on for day in told.counted), *(day.on for day in told.skipped)])
    assert len(set(days)) == len(days)
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    if isinstance(target, WorkingTime):
        assert sum((day.worked for day in told.counted), timedelta()) == target.amount
    else:
        assert len(told.counted) == target.count
        assert told.counted[-1].on == days[-1]
        assert all(day.on > (told.day_zero or date.max) for day in told.counted)
