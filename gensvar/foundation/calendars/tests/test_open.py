from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from gensvar.foundation.calendars.models import Deviation, OpeningHours
from gensvar.foundation.calendars.queries import availability, is_open_now, next_opening

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


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
