from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from gensvar.foundation.calendars.actions import (
    CannotBeMet,
    DayHasPassed,
    FileHasFaults,
    HoursTooFew,
    NeverOpens,
    NothingNew,
    check_target,
    import_closing_days,
    keep_holidays,
    publish_deviation,
    set_hours,
    withdraw_deviation,
)
from gensvar.foundation.calendars.importing import planned_closing_days
from gensvar.foundation.calendars.models import OFFICE, Deviation, HolidaysKept, OpeningHours
from gensvar.foundation.calendars.queries import (
    availability,
    calendar_of,
    office_calendar,
    office_hours,
    week_of,
    zone,
)
from gensvar.foundation.calendars.rules import Interval
from gensvar.foundation.events.models import EventRecord
from gensvar.science.worktime.deadlines import WorkingDays

TODAY = date(2026, 5, 4)
DAY_HOURS, SHORT = Interval(time(7, 30), time(17)), Interval(time(8), time(15))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone())


def weekly(interval: Interval = DAY_HOURS) -> dict[int, list[Interval]]:
    return {weekday: [interval] for weekday in range(5)}


def ics(*days: tuple[str, str]) -> bytes:
    events = [
        f"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:{said}\r\nEND:VEVENT\r\n"
        for day, said in days
    ]
    return f"BEGIN:VCALENDAR\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


def published(name: str) -> int:
    return EventRecord.objects.filter(name=f"calendars.{name}").count()


def test_a_week_that_was_kept_stands_when_another_begins(exempelby, ada, noon):
    set_hours(exempelby, channel=OFFICE, weekly=weekly(), by=ada, at=noon)
    set_hours(exempelby, channel=OFFICE, weekly=weekly(SHORT), by=ada, at=noon)

    calendar = office_calendar(exempelby, at=noon)

    assert calendar.add_days(local("2026-04-28T09:00"), 1) == local("2026-04-29T17:00")
    assert calendar.add_days(noon, 1) == local("2026-05-05T15:00")
    assert published("hours-changed") == 2


def test_a_planned_week_begins_on_its_day(exempelby, ada, noon):
    june = date(2026, 6, 1)
    set_hours(exempelby, channel="phone", weekly=weekly(), by=ada, at=noon)
    set_hours(exempelby, channel="phone", weekly=weekly(SHORT), valid_from=june, by=ada, at=noon)

    calendar = calendar_of(exempelby, "phone", at=noon)

    assert calendar.closing(local("2026-05-29T12:00")) == local("2026-05-29T17:00")
    assert calendar.closing(local("2026-06-01T12:00")) == local("2026-06-01T15:00")
    assert published("hours-planned") == 1
    assert availability(exempelby, at=noon)[0].hours.weekly[0] == [DAY_HOURS]


def test_weeks_published_in_any_order_hold_until_the_next_begins(exempelby, ada, noon):
    # Told against a plain table from day to week, with many orders of publishing.
    random = Random(7)
    hours = [Interval(time(hour), time(hour + 4)) for hour in (6, 8, 12)]
    for channel in ("phone", "chat", "mail", "visit", "sms", "web"):
        model: dict[date, dict[int, list[Interval]]] = {}
        for _turn in range(8):
            first = TODAY + timedelta(days=7 * random.randrange(6))
            week = {day: [random.choice(hours)] for day in range(7) if random.random() < 0.6}
            set_hours(exempelby, channel=channel, weekly=week, valid_from=first, by=ada, at=noon)
            model[first] = week
            for number in range(50):
                day = TODAY + timedelta(days=number)
                begun = [on for on in model if on <= day]
                expected = model[max(begun)] if begun else {}
                assert week_of(exempelby, channel, on=day) == dict(sorted(expected.items()))


def test_a_week_cannot_begin_in_the_past(exempelby, ada, noon):
    yesterday = TODAY - timedelta(days=1)

    with pytest.raises(DayHasPassed):
        set_hours(
            exempelby, channel="phone", weekly=weekly(), valid_from=yesterday, by=ada, at=noon
        )
    with pytest.raises(DayHasPassed):
        keep_holidays(exempelby, country="SE", valid_from=yesterday, by=ada, at=noon)
    assert not OpeningHours.objects.exists()


def test_a_closing_day_that_has_been_stands(exempelby, ada, noon):
    publish_deviation(exempelby, on=TODAY, by=ada, at=noon)

    with pytest.raises(DayHasPassed):
        withdraw_deviation(exempelby, on=TODAY, channel="", by=ada, at=noon + timedelta(days=1))
    assert Deviation.objects.count() == 1


def test_holidays_close_every_channel_and_are_told_by_name(exempelby, ada, noon):
    set_hours(exempelby, channel="phone", weekly=weekly(), by=ada, at=noon)
    keep_holidays(exempelby, country="SE", by=ada, at=noon)

    [phone] = availability(exempelby, at=local("2026-05-14T12:00"))

    assert not phone.is_open
    assert phone.opens_at == local("2026-05-15T07:30")
    assert [(day.on, day.intervals, day.reason) for day in phone.deviations] == [
        (date(2026, 5, 14), (), "Kristi himmelsfärdsdag")
    ]


def test_a_day_with_other_hours_goes_before_a_holiday(exempelby, ada, noon):
    keep_holidays(exempelby, country="SE", by=ada, at=noon)
    publish_deviation(exempelby, on=date(2026, 5, 14), intervals=[SHORT], by=ada, at=noon)

    assert office_calendar(exempelby, at=noon).is_open(local("2026-05-14T09:00"))


def test_choosing_the_same_holidays_again_changes_nothing(exempelby, ada, noon):
    for _turn in range(2):
        keep_holidays(exempelby, country="SE", with_eves=True, by=ada, at=noon)
    keep_holidays(exempelby, country="", by=ada, at=noon)

    assert published("public-holidays-chosen") == 2
    kept = HolidaysKept.objects.order_by("valid_from").values_list("country", "with_eves")
    assert list(kept) == [("SE", True), ("", False)]


def test_deadlines_follow_the_office_and_else_the_telephone(exempelby, ada, noon):
    set_hours(exempelby, channel="phone", weekly=weekly(SHORT), by=ada, at=noon)
    assert office_hours(exempelby, at=noon).channel == "phone"

    set_hours(exempelby, channel=OFFICE, weekly=weekly(), by=ada, at=noon)

    office = office_hours(exempelby, at=noon)
    assert office.channel == OFFICE
    assert office.calendar.closing(noon) == local("2026-05-04T17:00")
    assert [one.channel for one in availability(exempelby, at=noon)] == ["phone"]


def test_what_stood_for_the_office_before_its_own_hours_still_counts_for_those_days(
    exempelby, ada, noon
):
    set_hours(exempelby, channel="phone", weekly=weekly(SHORT), by=ada, at=noon)
    june = noon + timedelta(days=28)
    set_hours(exempelby, channel=OFFICE, weekly=weekly(), by=ada, at=june)

    calendar = office_calendar(exempelby, at=june)

    assert calendar.add_days(local("2026-05-04T09:00"), 1) == local("2026-05-05T15:00")
    assert calendar.add_days(june, 1) == local("2026-06-02T17:00")


def test_hours_planned_for_the_office_close_it_on_no_day_before(exempelby, ada, noon):
    september = date(2026, 9, 1)
    set_hours(exempelby, channel="phone", weekly=weekly(SHORT), by=ada, at=noon)
    before = office_calendar(exempelby, at=noon).add_days(noon, 3)

    set_hours(exempelby, channel=OFFICE, weekly=weekly(), valid_from=september, by=ada, at=noon)

    office = office_hours(exempelby, at=noon)
    assert office.channel == "phone"
    assert office.calendar.add_days(noon, 3) == before == local("2026-05-07T15:00")
    assert office.calendar.closing(local("2026-09-01T09:00")) == local("2026-09-01T17:00")


def test_a_day_off_of_the_phone_counts_while_the_phone_stands_for_the_office(exempelby, ada, noon):
    set_hours(exempelby, channel="phone", weekly=weekly(), by=ada, at=noon)
    for day in (5, 12):
        publish_deviation(
            exempelby, channel="phone", on=date(2026, 5, day), intervals=[], by=ada, at=noon
        )
    monday = noon + timedelta(days=7)
    set_hours(exempelby, channel=OFFICE, weekly=weekly(), by=ada, at=monday)

    calendar = office_calendar(exempelby, at=monday)

    assert calendar.add_days(noon, 1) == local("2026-05-06T17:00")
    assert calendar.add_days(monday, 1) == local("2026-05-12T17:00")


def test_an_office_closed_between_two_weeks_is_closed_whatever_the_phone_does(exempelby, ada, noon):
    august = date(2026, 8, 3)
    set_hours(exempelby, channel="phone", weekly=weekly(SHORT), by=ada, at=noon)
    set_hours(exempelby, channel=OFFICE, weekly=weekly(), by=ada, at=noon)
    set_hours(exempelby, channel=OFFICE, weekly=weekly(SHORT), valid_from=august, by=ada, at=noon)
    set_hours(exempelby, channel=OFFICE, weekly={}, valid_from=date(2026, 6, 29), by=ada, at=noon)

    calendar = office_calendar(exempelby, at=noon)

    assert calendar.next_opening(local("2026-06-30T09:00")) == local("2026-08-03T08:00")


def test_hours_with_which_no_deadline_can_be_met_are_refused(exempelby, ada, noon):
    set_hours(exempelby, channel=OFFICE, weekly={3: [DAY_HOURS]}, by=ada, at=noon)
    thursdays = [f"{TODAY + timedelta(days=3 + 7 * n):%Y%m%d}" for n in range(106)]

    with pytest.raises(NeverOpens):
        import_closing_days(
            exempelby, ics(*((day, "Stängt") for day in thursdays)), by=ada, at=noon
        )


def test_hours_that_do_not_hold_the_time_of_a_subject_are_refused(exempelby, gator, ada, noon):
    set_hours(exempelby, channel=OFFICE, weekly=weekly(), by=ada, at=noon)
    gator.answer_days = 150
    gator.save()

    with pytest.raises(HoursTooFew) as refused:
        set_hours(exempelby, channel=OFFICE, weekly={3: [DAY_HOURS]}, by=ada, at=noon)

    assert "150 arbetsdagar inom vilka Gator, v" in refused.value.words()


def test_a_promise_that_no_open_days_can_keep_is_refused(exempelby, ada, noon):
    set_hours(exempelby, channel=OFFICE, weekly={3: [DAY_HOURS]}, by=ada, at=noon)

    check_target(exempelby, WorkingDays(100), at=noon)
    with pytest.raises(CannotBeMet):
        check_target(exempelby, WorkingDays(110), at=noon)


def test_the_same_version_is_prepared_once_and_another_anew(exempelby, ada, noon):
    before = office_calendar(exempelby, at=noon)
    assert office_calendar(exempelby, at=noon) is before

    keep_holidays(exempelby, country="SE", by=ada, at=noon)

    assert office_calendar(exempelby, at=noon).digest != before.digest


def test_a_file_is_planned_without_changing_anything_and_then_brought_in(exempelby, ada, noon):
    publish_deviation(exempelby, on=date(2026, 6, 19), intervals=[SHORT], by=ada, at=noon)
    content = ics(("20260503", "Söndag"), ("20260619", "Midsommar"), ("20261224", "Julafton"))

    plan = planned_closing_days(exempelby, content, at=noon)
    assert Deviation.objects.count() == 1
    import_closing_days(exempelby, content, by=ada, at=noon)

    assert [day.on for day in plan.new] == [date(2026, 12, 24)]
    assert [day.on for day in plan.standing] == [date(2026, 6, 19)]
    assert [day.on for day in plan.passed] == [date(2026, 5, 3)]
    assert Deviation.objects.get(on=date(2026, 12, 24)).reason == "Julafton"
    assert Deviation.objects.get(on=date(2026, 6, 19)).opens == time(8)
    with pytest.raises(NothingNew):
        import_closing_days(exempelby, content, by=ada, at=noon)


def test_a_file_with_a_fault_changes_nothing(exempelby, ada, noon):
    with pytest.raises(FileHasFaults):
        import_closing_days(exempelby, ics(("20261224", "Jul"), ("x", "?")), by=ada, at=noon)

    assert not Deviation.objects.exists()
