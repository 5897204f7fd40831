"""The office's week, public holidays, closing days from a file, and when a deadline is."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate, now

from gensvar.foundation.calendars.models import OFFICE, Deviation, HolidaysKept, OpeningHours
from gensvar.foundation.calendars.queries import office_calendar, week_of

MONDAY = date(2027, 2, 1)


def week(hours: str = "8–16") -> dict[str, str]:
    return {f"day{number}": hours if number < 5 else "" for number in range(7)}


def ics(*lines: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode()


def event(day: str, said: str) -> list[str]:
    return ["BEGIN:VEVENT", f"DTSTART;VALUE=DATE:{day}", f"SUMMARY:{said}", "END:VEVENT"]


def hours_page(browser, **query) -> str:
    return str(browser.get(reverse("setup_hours"), query).content.decode())


def test_the_office_s_week_is_what_deadlines_follow(desk, page, exempelby):
    assert "Monday to Friday 8–17 is assumed." in hours_page(desk)

    page(reverse("setup_week", args=[exempelby.pk, OFFICE])).save(**week())

    shown = hours_page(desk)
    assert "is assumed" not in shown
    assert "The office" in shown
    assert office_calendar(exempelby, at=now()).schedule.hours_on(MONDAY)[0].closes.hour == 16
    assert OpeningHours.objects.filter(channel=OFFICE).count() == 5


def test_another_week_is_planned_for_a_day_to_come(desk, page, exempelby):
    page(reverse("setup_week", args=[exempelby.pk, "phone"])).save(**week())
    later = localdate() + timedelta(days=30)
    editing = page(reverse("setup_week", args=[exempelby.pk, "phone"]))

    shown = editing.look(**week("8–12"), valid_from=later.isoformat()).content.decode()
    editing.save(**week("8–12"), valid_from=later.isoformat())

    assert "Until then the week stays as it is." in shown
    assert week_of(exempelby, "phone", on=localdate())[0][0].closes.hour == 16
    assert week_of(exempelby, "phone", on=later)[0][0].closes.hour == 12
    assert "08:00–12:00" in hours_page(desk)


def test_a_week_from_a_day_that_has_been_is_refused(page, exempelby):
    yesterday = (localdate() - timedelta(days=1)).isoformat()

    answer = page(reverse("setup_week", args=[exempelby.pk, "phone"])).look(
        **week(), valid_from=yesterday
    )

    assert answer.status_code == 422
    assert "That day has passed." in answer.content.decode()


def test_public_holidays_are_chosen_once_for_every_year(desk, page, exempelby):
    assert "None are kept" in hours_page(desk)
    editing = page(reverse("setup_holidays", args=[exempelby.pk]))

    shown = editing.look(country="SE", with_eves="on").content.decode()
    editing.save(country="SE", with_eves="on")

    assert "closed on public holidays, this year and later" in shown
    assert HolidaysKept.objects.get().with_eves
    assert "Closed on the public holidays of Sweden, and on the eves" in hours_page(desk)


def test_a_deadline_is_shown_with_the_days_that_count(desk, exempelby):
    shown = hours_page(desk, days="1")

    assert "1 working day: " in shown
    assert "From now: " in shown


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("0", "Write 1 or more."),
        ("tre", "Write a number of days."),
        ("", "Write a number of days."),
        ("5000", "Write at most 999."),
        ("900", "Two years do not hold so many open days."),
    ],
)
def test_a_deadline_that_cannot_be_shown_says_why(desk, exempelby, days, words):
    assert words in hours_page(desk, days=days)


def test_a_file_of_closing_days_is_shown_before_it_is_published(desk, exempelby):
    day = localdate() + timedelta(days=20)
    url = reverse("setup_import_days", args=[exempelby.pk])
    content = ics(*event(f"{day:%Y%m%d}", "Klämdag & <b>"))
    file = SimpleUploadedFile("dagar.ics", content)

    shown = desk.post(url, {"file": file, "do": "preview"})
    page = shown.content.decode()
    assert "<b>1 day</b> closes." in page
    assert "Klämdag &amp; &lt;b&gt;" in page
    assert not Deviation.objects.exists()

    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    saved = desk.post(
        url, {"calendar": content.decode(), "do": "save", "seen": seen, "once": "one-page"}
    )

    assert saved.status_code == 302
    assert [(row.on, row.reason) for row in Deviation.objects.all()] == [(day, "Klämdag & <b>")]


def test_what_is_wrong_in_a_file_is_told_event_by_event(desk, exempelby):
    timed = ["BEGIN:VEVENT", "DTSTART:20270105T120000", "SUMMARY:Halvdag", "END:VEVENT"]
    content = ics(*event("20270507", "Klämdag"), *timed, *event("igår", "Fel"))
    file = SimpleUploadedFile("dagar.ics", content)

    answer = desk.post(
        reverse("setup_import_days", args=[exempelby.pk]), {"file": file, "do": "preview"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“Halvdag” is part of a day." in page
    assert "“Fel” has no first and last day that can be read." in page
    assert "2 things in the file must be put right first." in page
    assert not Deviation.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The submitted file is empty."),
        (b"dag;anledning\n", "This is not a whole calendar file."),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "There are no events in the file."),
        (b"x" * 1_000_001, "The file is larger than 1 MB."),
    ],
)
def test_a_file_that_cannot_be_used_says_why(desk, exempelby, content, words):
    answer = desk.post(
        reverse("setup_import_days", args=[exempelby.pk]),
        {"file": SimpleUploadedFile("dagar.ics", content), "do": "preview"},
    )

    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize("name", ["setup_import_days", "setup_holidays"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_draws(enter, admin, exempelby, name, language):
    answer = enter(admin, language=language).get(reverse(name, args=[exempelby.pk]))

    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["setup_import_days", "setup_holidays"])
def test_an_agent_may_not_change_hours(enter, ada, exempelby, name):
    assert enter(ada).get(reverse(name, args=[exempelby.pk])).status_code == 403
