from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils.timezone import localdate, now

from conftest import Browser
from gensvar.foundation.calendars.models import Deviation, OpeningHours

PAGES = ["/", "/fraga/amne/", "/fraga/beskriv/", "/fraga/filer/", "/fraga/svar/", "/folj/"]
MORE_PAGES = ["/folj/ny-kod/", "/tillganglighet/", "/personuppgifter/"]


def words(response):
    return response.content.decode()


@pytest.fixture
def always_open(exempelby):
    OpeningHours.objects.bulk_create(
        OpeningHours(client=exempelby, channel="phone", weekday=day, opens="00:00", closes="23:59")
        for day in range(7)
    )


@pytest.mark.parametrize("path", PAGES + MORE_PAGES)
@pytest.mark.parametrize(("language", "link"), [("sv", "English"), ("en", "Svenska")])
def test_every_page_is_drawn_in_both_languages(citizen, path, language, link):
    citizen.cookies["gensvar_language"] = language

    page = citizen.get(path)

    assert page.status_code == 200
    assert f'<html lang="{language}"' in words(page)
    assert link in words(page)
    assert "<script>" not in words(page)
    assert 'style="' not in words(page)


def test_the_language_switch_returns_to_the_page_and_is_remembered(citizen):
    response = citizen.get("/sprak/en/?till=/folj/")

    assert response.url == "/folj/"
    assert "Follow your case" in words(citizen.get("/folj/"))


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example/", "/\\evil.example"])
def test_the_language_switch_leads_nowhere_else(citizen, path):
    assert citizen.get("/sprak/en/", {"till": path}).url == "/"


def test_a_language_that_we_do_not_have_does_not_exist(citizen):
    assert citizen.get("/sprak/tlh/").status_code == 404


def test_hours_are_shown_and_a_deviation_at_once(citizen, exempelby, always_open):
    assert "Öppet nu" in words(citizen.get("/"))
    Deviation.objects.create(
        client=exempelby,
        channel="phone",
        on=localdate(),
        reason="Utbildning",
        published_at=now() - timedelta(seconds=1),
    )

    page = words(citizen.get("/"))
    published = citizen.get("/tider.json").json()

    assert "Stängt nu" in page
    assert "Utbildning" in page
    [phone] = published["channels"]
    assert (phone["channel"], phone["is_open"]) == ("phone", False)
    assert phone["week"]["monday"] == [["00:00", "24:00"]]
    assert phone["deviations"] == [
        {"on": localdate().isoformat(), "hours": [], "reason": "Utbildning"}
    ]


def test_published_hours_may_be_read_by_other_sites_and_are_kept_by_nobody(citizen, always_open):
    response = citizen.get("/tider.json")

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "no-store" in response["Cache-Control"]


def test_no_waiting_time_is_invented(citizen, exempelby, always_open):
    exempelby.phone = "0980-31 92 00"
    exempelby.save()

    page = words(citizen.get("/"))

    assert 'href="tel:0980319200"' in page
    assert "Vi mäter inte väntetiden" in page


def test_areas_lead_to_their_subjects(citizen, gator):
    start = words(citizen.get("/"))
    assert f"/fraga/amne/?omrade={gator.area_id}" in start

    page = words(citizen.get(f"/fraga/amne/?omrade={gator.area_id}"))
    assert "Gator, v" in page


def test_each_client_has_pages_of_its_own(citizen, energi):
    assert "Energi AB" in words(citizen.get("/hos/energi/"))
    assert "/hos/energi/folj/" in words(citizen.get("/hos/energi/"))
    assert "Exempelby kommun" in words(citizen.get("/"))
    assert citizen.get("/hos/finns-inte/").status_code == 404
    with override_settings(PORTAL_HOSTS={"testserver": "energi"}):
        assert "Energi AB" in words(citizen.get("/"))


def test_before_anybody_is_set_up_the_first_page_says_so(db):
    page = Browser().get("/")

    assert page.status_code == 200
    assert "Här svarar ingen ännu" in words(page)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/robots.txt", "Disallow: /folj/"),
        ("/.well-known/security.txt", "Contact: "),
        ("/.well-known/security.txt", "Expires: "),
    ],
)
def test_what_programs_ask_for_is_there(citizen, path, said):
    page = citizen.get(path)

    assert page["Content-Type"].startswith("text/plain")
    assert said in words(page)


def test_the_icon_is_found(citizen):
    assert citizen.get("/favicon.ico").status_code == 301


@pytest.mark.parametrize("path", ["/finns-inte", "/folj/arende/1/", "/fraga/%00/", "/folj/fil/0/"])
def test_a_page_that_does_not_exist_is_told_in_the_portals_look(citizen, path):
    page = citizen.get(path, follow=True)

    if page.status_code == 404:
        assert 'class="portal"' in words(page)
    else:
        assert page.redirect_chain[-1][0] == "/folj/"


@pytest.mark.parametrize("path", ["/", "/folj/arende/", "/fraga/kvitto/", "/folj/lamna/"])
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(citizen, path, method):
    assert getattr(citizen, method)(path).status_code == 405
