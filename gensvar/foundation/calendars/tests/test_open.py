from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from gensvar.foundation.calendars.models import Deviation, OpeningHours
from gensvar.foundation.calendars.queries import availability, is_open_now, next_opening
from gensvar.foundation.calendars.rules import Hours, Interval

STOCKHOLM = ZoneInfo("Europe/Stockholm")
OFFICE = [Interval(time(7, 30), time(17))]
WEEKDAYS = Hours(dict.fromkeys(range(5), OFFICE))
# Clocks went forward on 29 March 2026 at 02:00 and back on 25 October at 03:00.
FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)

times = st.times(max_value=time(23, 58)).map(lambda t: t.replace(second=0, microsecond=0))
intervals = st.tuples(times, times).filter(lambda pair: pair[0] != pair[1])
days = st.lists(intervals.map(lambda pair: Interval(min(pair), max(pair))), max_size=4)
weeks = st.dictionaries(st.integers(0, 6), days)
instants = st.integers(0, 230 * 24 * 60).map(
    lambda minutes: datetime(2026, 3, 20, tzinfo=UTC) + timedelta(minutes=minutes)
)
dates = st.dates(date(2026, 3, 20), date(2026, 11, 5))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


@given(weeks, st.dictionaries(dates, days, max_size=20), instants)
def test_a_channel_is_open_when_the_clock_on_the_wall_is_in_one_of_its_intervals(
    weekly, deviations, at
):
    wall = at.astimezone(STOCKHOLM)
    if wall.date() in {FORWARD, BACK}:
        return
    intervals = deviations.get(wall.date(), weekly.get(wall.weekday(), []))
    expected = any(one.opens <= wall.time() < one.closes for one in intervals)

    assert Hours(weekly, deviations).is_open(at, zone=STOCKHOLM) == expected


@given(weeks, st.dictionaries(dates, days, max_size=20), instants)
def test_a_channel_is_open_from_its_next_opening_and_closed_from_its_closing(
    weekly, deviations, at
):
    hours = Hours(weekly, deviations)
    opening, closing = (
        hours.next_opening(at, zone=STOCKHOLM),
        hours.closing(at, zone=STOCKHOLM),
    )

    if opening is not None:
        assert opening > at
        assert hours.is_open(opening, zone=STOCKHOLM)
        assert not hours.is_open(opening - timedelta(minutes=1), zone=STOCKHOLM)
    if closing is not None:
        assert closing > at
        assert hours.is_open(closing - timedelta(minutes=1), zone=STOCKHOLM)
        assert not hours.is_open(closing, zone=STOCKHOLM)


def test_office_hours_close_at_five_and_open_on_monday():
    friday = local("2026-05-08T16:59")

    assert WEEKDAYS.closing(friday, zone=STOCKHOLM) == local("2026-05-08T17:00")
    assert not WEEKDAYS.is_open(local("2026-05-08T17:00"), zone=STOCKHOLM)
    assert WEEKDAYS.next_opening(friday, zone=STOCKHOLM) == local("2026-05-11T07:30")


def test_a_day_around_the_clock_lasts_23_and_25_hours_when_the_clocks_change():
    always = Hours({}, {day: [Interval(time(0), time(23, 59))] for day in (FORWARD, BACK)})

    for day, hours in ((FORWARD, 23), (BACK, 25)):
        midnight = datetime.combine(day, time(0), tzinfo=STOCKHOLM)
        closing = always.closing(midnight, zone=STOCKHOLM)
        assert closing is not None
        assert closing - midnight.astimezone(UTC) == timedelta(hours=hours)


def test_an_hour_that_the_clock_shows_twice_is_open_both_times():
    night = Hours({}, {BACK: [Interval(time(2), time(3))]})
    opening = night.next_opening(local("2026-10-24T12:00"), zone=STOCKHOLM)

    assert opening == datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    assert night.closing(opening, zone=STOCKHOLM) == datetime(2026, 10, 25, 2, 0, tzinfo=UTC)


def test_an_hour_that_the_clock_skips_is_never_open():
    skipped = Hours({}, {FORWARD: [Interval(time(2), time(3))]})

    minutes = (local("2026-03-28T22:00") + timedelta(minutes=n) for n in range(10 * 60))

    assert not any(skipped.is_open(at, zone=STOCKHOLM) for at in minutes)


def test_a_time_that_the_clock_skips_counts_as_that_much_later():
    early = Hours({}, {FORWARD: [Interval(time(2, 30), time(5))]})

    assert early.next_opening(local("2026-03-28T22:00"), zone=STOCKHOLM) == local(
        "2026-03-29T03:30"
    )


def test_open_around_the_clock_does_not_close_at_midnight():
    always = Hours({number: [Interval(time(0), time(23, 59))] for number in range(7)})

    closing = always.closing(local("2026-05-04T23:59"), zone=STOCKHOLM)

    assert closing is not None
    assert closing > local("2026-05-06T00:00")


def test_a_client_without_hours_never_opens():
    assert Hours().next_opening(local("2026-05-04T12:00"), zone=STOCKHOLM) is None


def _office(client, channel="phone"):
    OpeningHours.objects.bulk_create(
        OpeningHours(client=client, channel=channel, weekday=day, opens="07:30", closes="17:00")
        for day in range(5)
    )


def test_a_published_deviation_shows_at_once(exempelby, noon):
    _office(exempelby)
    assert is_open_now(exempelby, "phone", at=noon)

    Deviation.objects.create(
        client=exempelby,
        channel="phone",
        on=noon.date(),
        opens="07:30",
        closes="12:00",
        reason="Utbildning",
        published_at=noon,
    )

    [phone] = availability(exempelby, at=noon)
    assert not phone.is_open
    assert phone.opens_at == local("2026-05-05T07:30")
    assert [(day.on, day.reason) for day in phone.deviations] == [(noon.date(), "Utbildning")]


def test_a_deviation_is_not_told_before_it_is_published(exempelby, noon):
    _office(exempelby)
    Deviation.objects.create(
        client=exempelby, on=noon.date(), published_at=noon + timedelta(minutes=1)
    )

    assert is_open_now(exempelby, "phone", at=noon)
    assert not is_open_now(exempelby, "phone", at=noon + timedelta(minutes=1))


def test_a_closing_day_closes_every_channel_but_one_with_hours_of_its_own(exempelby, noon):
    _office(exempelby)
    _office(exempelby, channel="chat")
    Deviation.objects.create(client=exempelby, on=noon.date(), published_at=noon)
    Deviation.objects.create(
        client=exempelby,
        channel="chat",
        on=noon.date(),
        opens="11:00",
        closes="13:00",
        published_at=noon,
    )

    assert not is_open_now(exempelby, "phone", at=noon)
    assert is_open_now(exempelby, "chat", at=noon)


def test_hours_of_one_client_say_nothing_about_another(exempelby, energi, noon):
    _office(exempelby)

    assert availability(energi, at=noon) == []
    assert next_opening(energi, "phone", at=noon) is None
