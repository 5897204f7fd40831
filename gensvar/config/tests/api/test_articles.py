"""Articles over the API: read, searched, written as drafts, reported; approved by people only."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate, now

from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import Article, Report
from gensvar.operations.knowledge.rules.content import Content

REVIEW_ON = (localdate() + timedelta(days=300)).isoformat()


@pytest.fixture
def holes(exempelby: Any, tek_gata: Any, gator: Any, hanna: Any, mats: Any) -> Article:
    content = Content(
        title="När lagas hål?", body="Inom tre dagar.", review_on=date.fromisoformat(REVIEW_ON)
    )
    article = actions.begin_article(
        exempelby,
        kind="answer",
        content=content,
        group=tek_gata,
        owner=hanna,
        subjects=[gator],
        by=hanna,
        at=now(),
    )
    actions.submit(article, by=hanna, at=now())
    actions.approve(article, by=mats, at=now())
    return Article.objects.get(pk=article.pk)


@pytest.fixture
def api(browser: Any, cia: Any) -> Any:
    browser.force_login(cia)

    def ask(method: str, path: str, body: Any = None) -> Any:
        more = {"data": body, "content_type": "application/json"} if body is not None else {}
        return getattr(browser, method)(f"/api/v1/articles{path}", **more)

    return ask


def test_articles_are_listed_and_read(api: Any, holes: Article) -> None:
    (one,) = api("get", "").json()["items"]
    assert (one["number"], one["version"], one["is_overdue"]) == ("ART-1", 1, False)

    whole = api("get", f"/{holes.pk}").json()

    assert whole["subjects"] == ["Gator, v"]
    assert [form["body"] for form in whole["wordings"]] == ["Inom tre dagar."]
    assert api("get", "?state=overdue").json()["count"] == 0
    assert api("get", "?state=what").status_code == 422
    assert api("get", "/99999").status_code == 404


def test_articles_are_found_by_words_and_by_subject(api: Any, holes: Article, gator: Any) -> None:
    for asked in ({"q": "hålen"}, {"text": "Vår gata har hål."}, {"subject": gator.pk}):
        (hit,) = api("post", "/search", asked).json()["items"]
        assert (hit["article"]["number"], hit["text"]) == ("ART-1", "Inom tre dagar.")
    assert api("post", "/search", {"q": "hål", "client": "annan"}).json()["items"] == []


def test_a_draft_is_written_but_not_in_force(api: Any, tek_gata: Any, hanna: Any) -> None:
    body = {
        "client": "exempelby",
        "title": "Plogning",
        "body": "Vid 8 cm.",
        "review_on": REVIEW_ON,
        "group": "TEK-GATA",
        "owner": "hanna@exempelby.example",
    }
    made = api("post", "", body)
    assert made.status_code == 201
    assert made.json()["version"] is None

    number = made.json()["id"]
    draft = {"title": "Plogning", "body": "Vid 5 cm.", "review_on": REVIEW_ON}
    assert api("post", f"/{number}/drafts", draft).status_code == 200
    assert Article.objects.get().versions.get().wordings.get().body == "Vid 5 cm."


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"group": "INGEN"}, 422),
        ({"owner": "ada@exempelby.example"}, 422),
        ({"client": "annan"}, 422),
        ({"subjects": [99999]}, 422),
        ({"review_on": "2020-01-01"}, 422),
        ({"kind": "bok"}, 422),
    ],
)
def test_what_cannot_be_is_refused(
    api: Any, tek_gata: Any, hanna: Any, wrong: Any, status: int
) -> None:
    body = {
        "client": "exempelby",
        "title": "t",
        "body": "t",
        "review_on": REVIEW_ON,
        "group": "TEK-GATA",
        "owner": "hanna@exempelby.example",
    }

    assert api("post", "", {**body, **wrong}).status_code == status
    assert not Article.objects.exists()


def test_it_can_be_told_that_an_article_does_not_hold(api: Any, holes: Article, cia: Any) -> None:
    assert api("post", f"/{holes.pk}/reports", {"words": "Fem dagar."}).status_code == 201

    assert Report.objects.get().by == cia


def test_one_client_sees_nothing_of_another(
    api: Any, browser: Any, holes: Article, cia: Any, energi: Any
) -> None:
    RoleGrant.objects.filter(agent=cia).update(client=energi)

    assert api("get", "").json()["count"] == 0
    assert api("post", "/search", {"q": "hålen"}).json()["items"] == []
    assert api("get", f"/{holes.pk}").status_code == 404
    assert api("post", f"/{holes.pk}/reports", {}).status_code == 404
    exported = b"".join(browser.get("/api/v1/articles?format=csv").streaming_content)
    assert b"ART-1" not in exported
