"""GEN-04, INT-07: a year of the calendar, as deadlines are reckoned by it."""

import json

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.foundation.calendars.models import OFFICE, Deviation, HolidaysKept, OpeningHours
from gensvar.foundation.calendars.queries import office_calendar


@pytest.fixture
def office(exempelby):
    """The office of the specification: 7:30–17:00, Swedish holidays, and a day of its own."""
    HolidaysKept.objects.create(client=exempelby, country="SE")
    for weekday in range(5):
        for opens, closes in (("07:30", "12:00"), ("13:00", "17:00")):
            OpeningHours.objects.create(
                client=exempelby, channel=OFFICE, weekday=weekday, opens=opens, closes=closes
            )
    Deviation.objects.create(
        client=exempelby, on="2026-06-19", reason="Midsommarafton <b>", published_at=now()
    )
    Deviation.objects.create(
        client=exempelby, channel=OFFICE, on="2026-04-30", opens="07:30", closes="12:00",
        reason="Valborg", published_at=now(),
    )  # fmt: skip
    return exempelby


def test_the_year_tells_working_days_and_every_day_that_is_unusual(desk, office):
    page = desk.get(reverse("setup_year", args=[office.pk]), {"year": "2026"}).content.decode()

    # 261 weekdays, without 1 and 6 January, Good Friday, Easter Monday, 1 and 14 May,
    # 25 December (Friday) and Midsummer Eve.
    assert '<th scope="row">The whole year</th><td class="n strong">253</td>' in page
    # April: 22 weekdays less two at Easter; one of them ends at noon.
    hours = 19 * 8.5 + 4.5
    assert f'<th scope="row">April</th><td class="n">20</td><td class="n">{hours:.0f}</td>' in page
    assert "Good Friday" in page
    assert "<td>07:30–12:00</td><td>Valborg</td>" in page
    assert "Midsommarafton &lt;b&gt;" in page
    assert "2 May" not in page, "a Saturday is as its week has it"
    assert office_calendar(office, at=now()).digest in page


def test_every_day_of_the_year_can_be_taken_out(desk, office):
    asked = {"year": "2028", "channel": "office", "format": "json"}
    answer = desk.get(reverse("setup_year", args=[office.pk]), asked)

    rows = json.loads(b"".join(answer))["items"]
    assert len(rows) == 366
    assert rows[2] == {"day": "2028-01-03", "hours": "07:30–12:00, 13:00–17:00", "reason": ""}
    assert (rows[5]["hours"], rows[5]["reason"]) == ("", "Epiphany")


def test_hours_of_a_channel_are_its_own(desk, office):
    page = desk.get(
        reverse("setup_year", args=[office.pk]), {"year": "2026", "channel": "phone"}
    ).content.decode()

    assert '<th scope="row">The whole year</th><td class="n strong">0</td>' in page


@pytest.mark.parametrize(
    "asked", [{"year": "1999"}, {"year": "i år"}, {"year": ""}, {"year": "9999"}]
)
def test_a_year_that_is_none_is_explained(desk, office, asked):
    answer = desk.get(reverse("setup_year", args=[office.pk]), asked)

    assert answer.status_code == 200
    assert "Write a year between 2000 and 2100." in answer.content.decode()
    assert "The whole year" not in answer.content.decode()


def test_the_hours_lead_to_the_year_in_swedish_too(enter, admin, office):
    browser = enter(admin, language="sv")
    address = reverse("setup_year", args=[office.pk])

    assert f'href="{address}"' in browser.get(reverse("setup_hours")).content.decode()
    page = browser.get(address, {"year": "2026"}).content.decode()
    assert "Långfredagen" in page
    assert "Hela året" in page
    assert '<th scope="row">Maj</th>' in page
    assert "<p>2026 · Kontoret</p>" in page


def test_whoever_may_not_read_settings_or_another_client_sees_no_year(enter, ada, desk, office):
    address = reverse("setup_year", args=[office.pk])

    assert enter(ada).get(address).status_code == 403
    assert desk.get(reverse("setup_year", args=[office.pk + 999])).status_code == 404
