"""The pages: as the agent, the expert who writes, the manager who approves, and strangers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.knowledge.models import Article, Report

PAGE = "/svarsstod/"


@pytest.fixture
def signed(browser):
    def as_somebody(agent):
        browser.force_login(agent)
        return browser

    return as_somebody


@pytest.fixture
def written(hanna, mats, tek_gata, gator):
    """What somebody fills in for a new article."""
    return {
        "kind": "answer",
        "title": "När lagas hål?",
        "body": "Inom tre arbetsdagar.",
        "easy": "Vi lagar hål snabbt.",
        "subjects": [gator.pk],
        "group": tek_gata.pk,
        "owner": hanna.pk,
        "approver": mats.pk,
        "review_on": (localdate() + timedelta(days=300)).isoformat(),
    }


def test_an_expert_writes_and_the_manager_approves(signed, hanna, mats, ada, written):
    browser = signed(hanna)
    page = browser.post(f"{PAGE}ny/", written)
    article = Article.objects.get()
    assert page["Location"] == f"{PAGE}{article.pk}/"
    assert browser.post(f"{PAGE}{article.pk}/skicka/").status_code == 302
    assert browser.post(f"{PAGE}{article.pk}/godkann/").status_code == 403

    assert "Godkänn version 1" in signed(mats).get(f"{PAGE}{article.pk}/").text
    browser.post(f"{PAGE}{article.pk}/godkann/")

    page = signed(ada).get(f"{PAGE}{article.pk}/").text
    assert "Inom tre arbetsdagar." in page
    assert "LIX" in page
    assert "Lätt svenska" in page
    assert "Teckenspråk" in page.partition("Format som saknas")[2]


def test_what_was_written_is_kept_when_it_cannot_be_saved(signed, hanna, written):
    page = signed(hanna).post(f"{PAGE}ny/", {**written, "review_on": "2020-01-01"})

    assert page.status_code == 422
    assert "Granskningsdagen måste ligga framåt i tiden." in page.text
    assert "Inom tre arbetsdagar." in page.text
    assert not Article.objects.exists()


def test_a_change_is_a_new_version_and_the_difference_can_be_read(
    signed, hanna, mats, written, publish
):
    article = publish(body="Vi lagar inom tre dagar.")
    browser = signed(hanna)
    del written["kind"]

    browser.post(f"{PAGE}{article.pk}/andra/", {**written, "body": "Vi lagar inom fem dagar."})

    page = browser.get(f"{PAGE}{article.pk}/version/2/").text
    assert "<del>" in page
    assert "tre</del>" in page
    assert "fem</ins>" in page
    assert "Vi lagar inom tre dagar." in browser.get(f"{PAGE}{article.pk}/").text


def test_a_change_that_is_refused_changes_nothing(signed, hanna, mats, written, publish):
    article = publish()
    del written["kind"]
    refused = {**written, "owner": mats.pk, "is_correction": "on", "what_was_wrong": ""}

    page = signed(hanna).post(f"{PAGE}{article.pk}/andra/", refused)

    assert page.status_code == 422
    article.refresh_from_db()
    assert (article.owner, article.versions.count()) == (hanna, 1)


def test_one_click_tells_the_owner_who_answers(signed, ada, hanna, publish):
    article = publish()
    page = signed(ada).post(f"{PAGE}{article.pk}/stammer-inte/", follow=True)
    assert "Hanna Ström har fått veta det." in page.text

    report = Report.objects.get()
    browser = signed(hanna)
    assert f"#anmalan-{report.pk}" in browser.get(PAGE).text
    given = {"outcome": "holds", "answer": "Det stämmer, jag har frågat."}
    browser.post(f"{PAGE}anmalan/{report.pk}/", given)

    assert "Det stämmer, jag har frågat." in signed(ada).get(f"{PAGE}{article.pk}/").text


def test_what_somebody_writes_is_kept_in_the_browser_until_it_is_saved(signed, ada, hanna, publish):
    article = publish()
    reading, keeping = signed(ada), signed(hanna)
    page = reading.get(f"{PAGE}{article.pk}/").text
    told = reading.post(f"{PAGE}{article.pk}/stammer-inte/", {"words": "Fel dag"}, follow=True).text
    report = Report.objects.get()
    asked = keeping.get(f"{PAGE}{article.pk}/").text
    address = f"{PAGE}anmalan/{report.pk}/"
    answer = {"outcome": "holds", "answer": "Det stämmer."}
    saved = keeping.post(address, answer, follow=True).text
    late = keeping.post(address, {"outcome": "holds", "answer": "Igen"}, follow=True).text

    assert f'data-draft="article-{article.pk}-report"' in page
    assert f'data-draft-sent="article-{article.pk}-report"' in told
    assert f'data-draft="report-{report.pk}-answer"' in asked
    assert f'data-draft-sent="report-{report.pk}-answer"' in saved
    assert f'data-draft-sent="report-{report.pk}-answer"' not in late


def test_an_agent_reads_and_reports_but_does_not_write(signed, ada, publish, written):
    article = publish()
    browser = signed(ada)

    assert browser.get(PAGE).status_code == 200
    assert "Ny artikel" not in browser.get(PAGE).text
    for address in ("ny/", "import/", f"{article.pk}/andra/"):
        assert browser.get(PAGE + address).status_code == 403
    for address in ("skicka/", "godkann/", "dra-in/", "granskad/", "slang/"):
        assert browser.post(f"{PAGE}{article.pk}/{address}").status_code == 403


def test_an_expert_writes_only_for_her_own_group(signed, hanna, kundtjanst, publish, written):
    article = publish(group=kundtjanst)
    browser = signed(hanna)

    assert browser.get(f"{PAGE}{article.pk}/").status_code == 200
    assert browser.get(f"{PAGE}{article.pk}/andra/").status_code == 404
    assert browser.post(f"{PAGE}ny/", {**written, "group": kundtjanst.pk}).status_code == 422


def test_another_clients_articles_do_not_exist(signed, ada, energi, publish, noon):
    article = publish()
    RoleGrant.objects.filter(agent=ada).update(client=energi)
    browser = signed(ada)

    assert article.title not in browser.get(PAGE).text
    assert article.title not in browser.get(PAGE, {"q": "gatan"}).text
    for address in ("", "version/1/"):
        assert browser.get(f"{PAGE}{article.pk}/{address}").status_code == 404
    assert browser.post(f"{PAGE}{article.pk}/stammer-inte/").status_code == 404
    assert not Report.objects.exists()


def test_the_list_finds_limits_and_tells_how_fresh_it_is(signed, ada, publish, begin):
    publish("Vad kostar bygglov?", "Det beror på storleken.")
    begin("Bara ett utkast")
    browser = signed(ada)

    assert "Vad kostar bygglov?" in browser.get(PAGE, {"q": "bygglovet"}).text
    assert "Vad kostar bygglov?" not in browser.get(PAGE, {"q": "simskola"}).text
    assert "Bara ett utkast" in browser.get(PAGE, {"visa": "arbete"}).text
    assert "av 1 artiklar" in browser.get(PAGE).text
    assert browser.get(PAGE, {"visa": "något-annat"}).status_code == 200


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_the_list_comes_as_a_file(signed, ada, publish, kind):
    publish()

    answer = signed(ada).get(reverse("knowledge_file", args=[kind]))

    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert len(content) > 50
    assert signed(ada).get(reverse("knowledge_file", args=["exe"])).status_code == 404
