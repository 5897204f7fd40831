"""Calendars, instants and pauses to try properties on."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from gensvar.science.worktime.calendar import Calendar
from gensvar.science.worktime.deadlines import Pause
from gensvar.science.worktime.hours import Interval, SpecialDay, Week
from gensvar.science.worktime.publicdays import HolidayRule
from gensvar.science.worktime.schedule import Schedule

STOCKHOLM = ZoneInfo("Europe/Stockholm")
# Clocks went forward on 29 March 2026 at 02:00 and back on 25 October at 03:00.
FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)
FIRST, LAST = date(2026, 3, 20), date(2026, 11, 5)


def tried(*strategies):
    """Try a property on calendars: preparing one takes a while, so on fewer than elsewhere."""
    return lambda test: settings(max_examples=30)(given(*strategies)(test))


def week(weekdays, *intervals: Interval, valid_from: date = date.min) -> Week:
    """Return a week with the same hours on each of its working days."""
    return Week(dict.fromkeys(weekdays, intervals), valid_from)


OFFICE = week(range(5), Interval(time(7, 30), time(17)))
ALWAYS = week(range(7), Interval(time(0), time(23, 59)))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def calendar_of(*weeks: Week, special=(), holidays=(), zone=STOCKHOLM) -> Calendar:
    return Calendar(Schedule(weeks, zone=zone, special_days=special, holidays=holidays))


# The calendar of the requirements' examples.
EXEMPELBY = calendar_of(
    OFFICE,
    holidays=[HolidayRule("SE")],
    special=[
        SpecialDay(date(2026, month, day), reason=reason)
        for month, day, reason in (
            (6, 19, "Midsommarafton"),
            (12, 24, "Julafton"),
            (12, 31, "Nyårsafton"),
        )
    ],
)

times = st.times(max_value=time(23, 58)).map(lambda t: t.replace(second=0, microsecond=0))
intervals = (
    st.tuples(times, times)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Interval(min(pair), max(pair)))
)
days = st.lists(intervals, max_size=4)
dates = st.dates(FIRST, LAST)
zones = st.sampled_from(["Europe/Stockholm", "UTC", "America/New_York", "Australia/Lord_Howe"])
weeks = st.builds(
    Week, st.dictionaries(st.integers(0, 6), days), st.one_of(st.just(date.min), dates)
)
specials = st.dictionaries(dates, days, max_size=12).map(
    lambda found: [SpecialDay(on, tuple(hours)) for on, hours in found.items()]
)
rules = st.lists(
    st.builds(HolidayRule, st.sampled_from(["", "SE"]), st.booleans(), dates), max_size=2
)
schedules = st.builds(
    Schedule,
    st.lists(weeks, min_size=1, max_size=3),
    zone=zones.map(ZoneInfo),
    special_days=specials,
    holidays=rules,
)
calendars = schedules.map(Calendar)
instants = st.integers(0, 230 * 24 * 60).map(
    lambda minutes: datetime(2026, 3, 20, tzinfo=UTC) + timedelta(minutes=minutes)
)
amounts = st.integers(0, 3000).map(lambda minutes: timedelta(minutes=minutes))
pauses = st.lists(
    st.builds(
        lambda start, length: Pause(start, start + length),
        instants,
        st.integers(0, 9 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes)),
    ),
    max_size=4,
)
