"""Clients, texts and hours."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from gensvar.foundation.agreements.models import Client, StandardText
from gensvar.foundation.calendars.models import Deviation, OpeningHours
from gensvar.foundation.calendars.queries import availability


@pytest.fixture
def phone_hours(exempelby):
    for weekday in range(5):
        OpeningHours.objects.create(
            client=exempelby, channel="phone", weekday=weekday, opens=time(8), closes=time(17)
        )


def week(**changed: str) -> dict[str, str]:
    days = {f"day{number}": "8–17" if number < 5 else "" for number in range(7)}
    return days | changed


def test_hours_are_shown_as_customers_read_them_and_then_published(page, exempelby, phone_hours):
    editing = page(reverse("setup_week", args=[exempelby.pk, "phone"]))
    fields = week(day4="8-12, 13.30-15")

    shown = editing.look(**fields).content.decode()
    editing.save(**fields)

    assert "Friday" in shown
    assert "08:00–12:00, 13:30–15:00" in shown
    assert "<b>3,5 hours fewer</b> a week." in shown
    friday = OpeningHours.objects.filter(client=exempelby, weekday=4, valid_until=None).order_by(
        "opens"
    )
    assert [(row.opens, row.closes) for row in friday] == [
        (time(8), time(12)),
        (time(13, 30), time(15)),
    ]
    assert OpeningHours.objects.filter(client=exempelby, weekday=0).count() == 1


def test_today_s_closing_is_said_first(page, exempelby, phone_hours):
    today = localdate().weekday()

    shown = page(reverse("setup_week", args=[exempelby.pk, "phone"])).look(
        **week(**{f"day{today}": "8-12"})
    )

    assert "closes at 12:00 today." in shown.content.decode()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("8-12, 11-15", "08:00–12:00 and 11:00–15:00 overlap"),
        ("15-8", "15:00–08:00 closes before it opens"),
        ("morgon", "“morgon” is not a time"),
        ("8-25", "no such time as 25:00"),
        ("<b>8</b>-9", "is not a time"),
    ],
)
def test_hours_that_cannot_be_kept_are_refused_in_words(page, exempelby, phone_hours, given, words):
    answer = page(reverse("setup_week", args=[exempelby.pk, "phone"])).look(**week(day0=given))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert OpeningHours.objects.filter(client=exempelby).count() == 5


def test_until_midnight_can_be_written(page, exempelby):
    page(reverse("setup_week", args=[exempelby.pk, "phone"])).save(day0="18-24")

    assert OpeningHours.objects.get(client=exempelby).closes == time(23, 59)


def test_a_closed_day_is_published_once_and_can_be_taken_away(page, exempelby, phone_hours):
    on = (localdate() + timedelta(days=10)).isoformat()
    adding = page(reverse("setup_new_day", args=[exempelby.pk]))
    fields = {"on": on, "channel": "", "intervals": "", "reason": "Midsommarafton"}

    shown = adding.look(**fields).content.decode()
    adding.save(**fields)
    again = page(reverse("setup_new_day", args=[exempelby.pk])).look(**fields)
    published = availability(exempelby, at=now())[0].deviations
    page(reverse("setup_day_away_all", args=[exempelby.pk, on])).save()

    assert "<b>Every channel</b> is closed on" in shown
    assert [day.reason for day in published] == ["Midsommarafton"]
    assert again.status_code == 409
    assert not Deviation.objects.exists()


def test_a_day_that_has_been_cannot_be_changed(page, exempelby):
    on = (localdate() - timedelta(days=1)).isoformat()

    answer = page(reverse("setup_new_day", args=[exempelby.pk])).look(on=on)

    assert answer.status_code == 422
    assert "That day has passed." in answer.content.decode()


def test_a_text_is_shown_filled_in_before_it_is_used(page, exempelby):
    editing = page(reverse("setup_text", args=[exempelby.pk, "receipt", "sv"]))
    fields = {"subject": "Kvitto", "body": "Hej! Ditt nummer är {number}.\n\n{organisation}"}

    shown = editing.look(**fields).content.decode()
    editing.save(**fields)
    again = editing.save(**fields)

    assert "Ditt nummer är 26-000123." in shown
    assert "Exempelby kommun" in shown
    assert StandardText.objects.get(client=exempelby, use="receipt").body == fields["body"]
    assert "Nothing is changed yet." in again.content.decode()


@pytest.mark.parametrize(
    ("use", "body", "words"),
    [
        ("receipt", "Hej {namn}", "Nobody can fill in {namn} here."),
        ("greeting", "Hej {organisation}", "would be read as it stands"),
        ("signature", "   ", "Write the text."),
    ],
)
def test_a_text_that_cannot_be_filled_in_is_refused(page, exempelby, use, body, words):
    answer = page(reverse("setup_text", args=[exempelby.pk, use, "sv"])).look(body=body)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not StandardText.objects.exists()


def test_a_script_in_a_text_is_only_words(page, exempelby):
    shown = page(reverse("setup_text", args=[exempelby.pk, "signature", "sv"])).look(
        body="<script>alert(1)</script>"
    )

    assert "<script>alert" not in shown.content.decode()


def test_a_version_to_come_can_be_taken_back_but_not_one_in_use(page, exempelby, noon):
    later = now() + timedelta(days=3)
    old = StandardText.objects.create(
        client=exempelby,
        use="receipt",
        language="sv",
        body="Nu",
        valid_from=noon.replace(year=2025),
    )
    new = StandardText.objects.create(
        client=exempelby, use="receipt", language="sv", body="Sen", valid_from=later
    )

    page(reverse("setup_withdrawing_text", args=[new.pk])).save()
    refused = page(reverse("setup_withdrawing_text", args=[old.pk])).look()

    assert list(StandardText.objects.all()) == [old]
    assert refused.status_code == 409


def test_a_text_cannot_begin_in_the_past(page, exempelby):
    answer = page(reverse("setup_text", args=[exempelby.pk, "receipt", "sv"])).look(
        body="Hej", valid_from="2020-01-01T08:00"
    )

    assert answer.status_code == 422
    assert "cannot begin in the past" in answer.content.decode()


def test_a_client_is_taken_on_once_and_can_be_renamed(page, desk):
    fields = {
        "code": "vatten",
        "name": "Vatten AB",
        "public_name": "Vatten AB",
        "kind": "external",
        "language": "sv",
        "accent": "plum",
    }
    making = page(reverse("setup_new_client"))
    making.save(**fields)
    making.save(**fields)
    taken = page(reverse("setup_new_client")).look(**fields)
    client = Client.objects.get(code="vatten")
    renaming = page(reverse("setup_client", args=[client.pk]))
    shown = renaming.look(**fields | {"public_name": "Exempelby vatten"}).content.decode()
    renaming.save(**fields | {"public_name": "Exempelby vatten"})
    client.refresh_from_db()

    assert taken.status_code == 409
    assert "<b>0 customers with open cases</b> see the new name" in shown
    assert (client.public_name, client.accent) == ("Exempelby vatten", "plum")


def test_a_code_with_odd_letters_is_refused_in_words(page, db):
    answer = page(reverse("setup_new_client")).look(code="å ä", name="X", public_name="X")

    assert answer.status_code == 422
    assert "Use only the letters a–z" in answer.content.decode()
