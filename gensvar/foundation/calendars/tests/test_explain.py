from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import translation

from gensvar.foundation.calendars.actions import keep_holidays
from gensvar.foundation.calendars.models import Deviation
from gensvar.foundation.calendars.queries import office_calendar, office_hours, zone
from gensvar.foundation.calendars.words import in_words
from gensvar.science.worktime.deadlines import CalendarDays, Pause, WorkingDays, WorkingTime
from gensvar.science.worktime.explained import explained


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone())


@pytest.fixture
def calendar(exempelby, ada, noon):
    keep_holidays(exempelby, country="SE", by=ada, at=noon)
    Deviation.objects.create(
        client=exempelby, on=date(2026, 6, 19), reason="Midsommarafton", published_at=noon
    )
    return office_calendar(exempelby, at=noon)


def words(calendar, target, start="2026-04-30T14:30", language="en", pauses=()):
    told = explained(target, start=local(start), calendar=calendar, pauses=pauses)
    with translation.override(language):
        return in_words(told, now=local(start))


@pytest.mark.parametrize(
    ("language", "summary", "due", "left_out"),
    [
        ("en", "3 working days: 4, 5, 6 May", "Wednesday 6 May at 17:00", "1 May: May Day"),
        ("sv", "3 arbetsdagar: 4, 5, 6 maj", "onsdag 6 maj kl. 17", "1 maj: Första maj"),
    ],
)
def test_three_working_days_are_named(calendar, language, summary, due, left_out):
    told = words(calendar, WorkingDays(3), language=language)

    assert (told.summary, told.due, told.left_out) == (summary, due, (left_out,))


def test_days_in_several_months_and_years_are_told_apart(calendar):
    over_may = words(calendar, WorkingDays(2), start="2026-04-29T09:00")
    over_new_year = words(calendar, WorkingDays(2), start="2026-12-30T09:00")

    assert over_may.summary == "2 working days: 30 April, 4 May"
    assert over_new_year.summary == "2 working days: 31 December 2026, 4 January 2027"


def test_many_days_are_written_as_runs(calendar):
    told = words(calendar, WorkingDays(10), start="2026-05-04T09:00")

    assert told.summary == "10 working days: 5–8, 11–13, 15, 18–19 May"


def test_what_does_not_count_is_told_with_its_reason(calendar):
    pause = Pause(local("2026-06-17T10:00"), local("2026-06-18T18:00"))

    told = words(calendar, WorkingDays(2), start="2026-06-16T09:00", language="sv", pauses=[pause])

    assert told.left_out == ("17, 18 juni: klockan stod stilla", "19 juni: Midsommarafton")


def test_other_promises_and_a_standing_clock_are_told_too(calendar):
    hours = words(calendar, WorkingTime(timedelta(hours=1)), language="sv")
    minutes = words(calendar, WorkingTime(timedelta(minutes=90)))
    days = words(calendar, CalendarDays(2))
    standing = words(calendar, WorkingDays(3), pauses=[Pause(local("2026-05-04T10:00"))])

    assert hours.summary == "1 arbetstimme: 30 april"
    assert minutes.promise == "90 working minutes"
    assert days.due == "Saturday 2 May at midnight"
    assert standing.due == "the clock has stood still since Monday 4 May at 10:00"
    assert standing.summary == "3 working days"


def test_without_published_hours_an_ordinary_office_is_assumed(exempelby, noon):
    office = office_hours(exempelby, at=noon)

    assert office.channel is None
    assert office.calendar.add_days(noon, 1) == datetime(2026, 5, 5, 15, tzinfo=UTC)
    assert office.calendar.schedule.hours_on(noon.date())[0].opens == time(8)
