import csv
import io
import json
import re

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.cases.actions import assign, close, describe, open_case, tag
from gensvar.operations.cases.models import Case, SavedView, Tag
from gensvar.operations.cases.queries.conditions import Conditions


def numbers(browser, asked=""):
    page = browser.get(f"/arenden/{asked}", follow=True).content.decode()
    return [n for n in Case.objects.order_by("pk").values_list("number", flat=True) if n in page]


@pytest.fixture
def many(exempelby, eva, noon):
    return [
        open_case(exempelby, title=f"Fråga {number}", channel="phone", at=noon, customer=eva)
        for number in range(120)
    ]


def test_the_list_shows_what_waits_and_costs_few_queries(as_ada, many, ada):
    for number in range(3):
        SavedView.objects.create(owner=ada, name=f"Vy {number}", conditions="kanal=phone")

    with CaptureQueriesContext(connection) as queries:
        response = as_ada.get("/arenden/")

    assert response.status_code == 200
    assert "120 ärenden" in response.content.decode()
    said = [q for q in queries if "SAVEPOINT" not in q["sql"] and "ROLE" not in q["sql"]]
    assert len(said) <= 8, [q["sql"][:90] for q in said]


def test_pages_follow_each_other_without_a_gap_even_at_one_instant(as_ada, many):
    import re

    seen, address = [], "/arenden/"
    while address:
        page = as_ada.get(address).content.decode()
        seen += re.findall(r'class="number">([\d-]+)<', page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        address = found[1].replace("&amp;", "&") if found else ""

    assert seen == [case.number for case in many]

    back = re.findall(r'rel="prev" href="([^"]+)"', page)
    page = as_ada.get(back[0].replace("&amp;", "&")).content.decode()
    assert re.findall(r'class="number">([\d-]+)<', page) == [case.number for case in many[50:100]]


@pytest.mark.parametrize("cursor", ["x", "9" * 40, "1-", "-1", "1-99999999999999999999", "%00"])
def test_a_place_that_nobody_can_read_is_the_beginning(as_ada, gropar, cursor):
    assert numbers(as_ada, f"?efter={cursor}") == [gropar.number]


def test_conditions_limit_the_list(as_ada, ada, gropar, gator, exempelby, noon):
    other = open_case(exempelby, title="Lampa", channel="phone", at=noon)
    describe(gropar, by=ada, at=noon, subject=gator, need_type="opinion")
    tag(gropar, "Akut", by=ada, at=noon)
    assign(other, agent=ada, group=None, by=ada, at=noon)

    for asked in [
        f"amne={gator.pk}",
        "behov=opinion",
        "kanal=mail",
        f"tagg={Tag.objects.get().pk}",
        "agent=ingen",
        "ord=gropar+eva",
        f"ord={gropar.number}",
    ]:
        assert numbers(as_ada, f"?{asked}") == [gropar.number], asked
    assert numbers(as_ada, "?agent=mig") == [other.number]
    assert numbers(as_ada, "?fran=2026-05-05") == []
    assert len(numbers(as_ada, "?fran=2026-05-04&till=2026-05-04")) == 2


def test_a_done_case_is_listed_only_when_asked_for(as_ada, ada, gropar, gator, noon):
    describe(gropar, by=ada, at=noon, subject=gator, need_type="opinion")
    close(gropar, by=ada, at=noon)

    assert numbers(as_ada) == []
    assert numbers(as_ada, "?lage=klara") == [gropar.number]
    assert numbers(as_ada, "?lage=alla") == [gropar.number]


@pytest.mark.parametrize(
    "asked", ["amne=x", "lage=borta", "fran=igår", "agent=Ada", "kanal=fax2", "grupp=9" + "9" * 30]
)
def test_a_condition_that_says_nothing_is_named(as_ada, gropar, asked):
    page = as_ada.get(f"/arenden/?{asked}").content.decode()

    assert "gick inte att läsa" in page
    assert gropar.number in page


def test_an_empty_list_says_which_condition_to_drop(as_ada, gropar):
    page = as_ada.get("/arenden/?kanal=sms").content.decode()

    assert "Utan villkoret Kanal" in page


def test_an_address_reads_back_as_the_conditions_it_was_made_of():
    asked = Conditions(lage="klara", amne=3, agent="mig", ord="å & ö")

    assert Conditions.read(QueryDict(asked.address()).dict()) == (asked, ())


def test_words_that_may_name_a_person_never_stand_in_an_address(as_ada, gropar):
    answer = as_ada.post("/arenden/sok/", {"ord": "gropar Eva Ek", "kanal": "mail"})
    page = as_ada.get(answer.url)
    shown = page.content.decode()

    assert "kanal=mail" in answer.url
    assert gropar.number in shown
    assert 'value="gropar Eva Ek"' in shown
    addresses = re.findall(r'(?:href|action|hx-get|src)="([^"]*)"', shown)
    assert any("sokt=" in address for address in addresses)
    for address in (answer.url, *addresses):
        assert "Eva" not in address, address
        assert "gropar" not in address, address


def test_looking_for_words_in_all_cases_looks_in_the_closed_ones_too(as_ada, gropar):
    listed = as_ada.get("/arenden/?lage=alla").content.decode()

    assert '<input type="hidden" name="lage" value="alla">' in listed


def test_the_same_words_have_the_same_address_and_another_secret_opens_none(settings):
    asked = Conditions(ord="Eva Ek")
    address = QueryDict(asked.address()).dict()

    assert Conditions(ord="Eva Ek").address() == asked.address()
    assert Conditions.read(address) == (asked, ())
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another" * 8
    assert Conditions.read(address) == (Conditions(), ("ord",))
    settings.SECRET_KEY_FALLBACKS = [old]
    assert Conditions.read(address) == (asked, ())


@pytest.mark.parametrize("sealed", ["x", "å", "====", "A" * 60, "%00"])
def test_sealed_words_that_are_not_ours_are_named_as_unreadable(as_ada, gropar, sealed):
    page = as_ada.get(f"/arenden/?sokt={sealed}").content.decode()

    assert "gick inte att läsa" in page
    assert gropar.number in page


def test_an_address_with_plain_words_leads_to_the_sealed_one(as_ada, gropar):
    answer = as_ada.get("/arenden/?ord=gropar&lage=alla")

    assert answer.status_code == 302
    assert "gropar" not in answer.url
    assert gropar.number in as_ada.get(answer.url).content.decode()


def test_a_saved_view_keeps_its_words_whatever_becomes_of_the_secret(as_ada, ada, gropar, settings):
    found = as_ada.post("/arenden/sok/", {"ord": "gropar"}).url
    as_ada.post("/arenden/vyer/", {"name": "Mina gropar", "conditions": found.partition("?")[2]})
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [], "another" * 8
    as_ada.force_login(ada)

    page = as_ada.get("/arenden/").content.decode()
    [address] = re.findall(r'href="(/arenden/\?sokt=[^"]+)"', page)

    assert "Mina gropar" in page
    assert gropar.number in as_ada.get(address).content.decode()


def test_a_client_representative_sees_nothing_of_another_client(
    browser, representative, gropar, energis, energi
):
    browser.force_login(representative)

    page = browser.get("/arenden/?lage=alla").content.decode()
    assert energis.number in page
    assert gropar.number not in page
    assert "1 ärende<" in page
    assert numbers(browser, "?ord=gropar") == []
    assert browser.get(f"/arenden/{gropar.number}/").status_code == 404
    assert browser.post("/sok/", {"q": "gropar"}).status_code == 403
    assert 'data-search-url=""' in page
    assert "Ge ett kommando" in page
    assert "Sök eller" not in page
    assert browser.get("/kunder/K-1001/").status_code == 403


@pytest.mark.django_db(transaction=True)
def test_an_export_holds_what_may_be_seen_and_is_written_down(
    browser, representative, gropar, energis
):
    browser.force_login(representative)

    def fetched(form):
        answer = browser.get(f"/arenden/export.{form}?lage=alla&ord=avtal")
        assert answer.status_code == 200
        return b"".join(answer.streaming_content).decode()

    rows = list(csv.reader(io.StringIO(fetched("csv").lstrip("\ufeff")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == [energis.number]
    assert [item["number"] for item in json.loads(fetched("json"))["items"]] == [energis.number]
    record = EventRecord.objects.filter(name="cases.cases-exported").first()
    assert record.agent_id == representative.pk
    assert record.payload["conditions"] == "lage=alla"


def test_an_agent_may_not_export(as_ada, gropar):
    assert as_ada.get("/arenden/export.csv").status_code == 403
    assert "export." not in as_ada.get("/arenden/").content.decode()


def test_another_clients_case_cannot_be_among_the_chosen(as_ada, energis):
    page = as_ada.post("/arenden/flera/", {"act": "take", "case": [energis.pk]}, follow=True)

    assert "Välj först minst ett ärende" in page.content.decode()
    energis.refresh_from_db()
    assert energis.agent is None


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/arenden/\\evil", ""])
def test_the_way_back_never_leads_elsewhere(as_ada, back):
    answer = as_ada.post("/arenden/flera/", {"act": "take", "back": back})

    assert "evil" not in answer["Location"] or answer["Location"].startswith("/arenden/")


def test_a_view_is_saved_renamed_and_removed_by_its_owner_only(as_ada, ada, bo, browser, gropar):
    as_ada.post("/arenden/vyer/", {"name": "Mejl", "conditions": "kanal=mail&skräp=1"})
    view = SavedView.objects.get()
    assert (view.name, view.conditions) == ("Mejl", "kanal=mail")
    assert "Mejl" in as_ada.get("/arenden/?kanal=mail").content.decode()

    again = as_ada.post("/arenden/vyer/", {"name": "Mejl", "conditions": ""}, follow=True)
    assert "redan en vy" in again.content.decode()

    as_ada.post(f"/arenden/vyer/{view.pk}/", {"name": "Post"})
    assert SavedView.objects.get().name == "Post"

    browser.force_login(bo)
    assert browser.post(f"/arenden/vyer/{view.pk}/", {"remove": "1"}).status_code == 404
    browser.force_login(ada)
    browser.post(f"/arenden/vyer/{view.pk}/", {"remove": "1"})
    assert not SavedView.objects.exists()


def test_newer_cases_wait_behind_a_line(as_ada, gropar):
    assert as_ada.get("/arenden/nyare/9000000000000000/").content.decode().strip() == ""
    assert "1 ärende har kommit" in as_ada.get("/arenden/nyare/1/").content.decode()


def test_the_palette_finds_cases_customers_and_lists(as_ada, gropar, energis):
    def found(typed):
        return json.loads(as_ada.post("/sok/", {"q": typed}).content)["items"]

    assert [(i["group"], i["url"]) for i in found("eva")] == [
        ("Ärenden", f"/arenden/{gropar.number}/"),
        ("Kunder", "/kunder/K-1001/"),
    ]
    assert found(gropar.number)[0]["url"] == f"/arenden/{gropar.number}/"
    assert found("hemligt") == []
    assert found("utan ansvarig")[0]["group"] == "Listor"


def test_whoever_may_search_searches_in_the_palette(as_ada):
    page = as_ada.get("/arenden/").content.decode()

    assert 'data-search-url="/sok/"' in page
    assert "Sök eller ge ett kommando" in page


def test_a_role_for_every_client_sees_both_and_their_names(as_ada, ada, gropar, energis, noon):
    RoleGrant.objects.create(agent=ada, role="agent", client=None, since=noon)

    page = as_ada.get("/arenden/").content.decode()

    assert gropar.number in page
    assert energis.number in page
    assert "Energi AB" in page
