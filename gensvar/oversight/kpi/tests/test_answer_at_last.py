"""Answers missed until an article answered (PRO-12), and K75 weighted by use."""

import json
from datetime import date, timedelta

import pytest

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import make_confidential, open_case
from gensvar.operations.cases.models import SupportUse
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import Article, Subject
from gensvar.operations.knowledge.rules.content import Content

PAGE = "/saknade-svar/?start=2026-03-01&end=2026-03-31"
IN_MARCH = NOON.replace(month=3, day=1)


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def chimney(exempelby, gator, tek_gata):
    return Subject.objects.create(
        client=exempelby, area=gator.area, name="Sotning, besiktning", group=tek_gata
    )


@pytest.fixture
def publish(exempelby, tek_gata, hanna, mats):
    def published(title, *, at, review_on=date(2099, 1, 1), subjects=()):
        article = actions.begin_article(
            exempelby,
            kind="answer",
            content=Content(title=title, body="Så här.", review_on=review_on),
            group=tek_gata,
            owner=hanna,
            approver=mats,
            is_public=False,
            subjects=list(subjects),
            by=hanna,
            at=at,
        )
        actions.submit(article, by=hanna, at=at)
        actions.approve(article, by=mats, at=at)
        return Article.objects.get(pk=article.pk)

    return published


@pytest.fixture
def missed(chimney, gator, exempelby, ada):
    """31 about chimneys, one each day of March, of 62 cases; two about streets, of none."""
    for day in range(31):
        actions.note_gap(chimney, "", by=ada, at=IN_MARCH + timedelta(days=day))
    for _ in range(2):
        actions.note_gap(gator, "", by=ada, at=IN_MARCH)
    actions.note_gap(gator, "", by=ada, at=NOON)
    for _ in range(62):
        open_case(exempelby, title="Sota", channel="phone", subject=chimney, at=IN_MARCH)


def words(answer):
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def test_31_missed_answers_in_march_are_answered_on_the_eighth_of_april(
    as_cia, missed, chimney, publish
):
    """PRO-12's own example: the article comes on 2026-04-08."""
    before = words(as_cia.get(PAGE))
    article = publish("När sotas det?", at=IN_MARCH.replace(month=4, day=8), subjects=[chimney])
    after = words(as_cia.get(PAGE))

    assert "33 svar saknades, 33 har ännu ingen artikel" in before
    assert "33 svar saknades, 2 har ännu ingen artikel" in after
    assert article.code in after
    answer = as_cia.get(f"{PAGE}&format=json")
    rows = {row["subject"]: row for row in json.loads(b"".join(answer.streaming_content))["items"]}
    row = rows["Sotning, besiktning"]
    assert (row["missed"], row["cases"], row["share"], row["open"]) == (31, 62, 0.5, 0)
    assert (row["answered_on"], row["days"], row["group"]) == ("2026-04-08", 38, "TEK-GATA")
    streets = rows["Gator, v"]
    assert (streets["missed"], streets["open"], streets["days"]) == (2, 2, None)


def test_k75_by_use_counts_each_answer_given(exempelby, publish, ada, cia, gator, as_cia):
    """Two articles, one stale: half of them are fresh, but nine of ten answers were."""
    fresh = publish("Ofta", at=IN_MARCH)
    stale = publish("Sällan", at=IN_MARCH, review_on=date(2026, 4, 1))
    case = open_case(exempelby, title="Grop", channel="phone", subject=gator, at=IN_MARCH)
    secret = open_case(exempelby, title="Grop", channel="phone", subject=gator, at=IN_MARCH)

    def used(article, times, *, of=case):
        SupportUse.objects.bulk_create(
            SupportUse(
                case=of,
                client=exempelby,
                version=article.published,
                way="told",
                by=ada,
                at=IN_MARCH,
            )
            for _ in range(times)
        )

    used(fresh, 3)
    used(stale, 1)
    assert "för få för att visas" in words(as_cia.get(PAGE))
    used(fresh, 6, of=secret)
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    make_confidential(secret, access=access, because="Hot", by=ada, at=NOON)

    shown = words(as_cia.get(PAGE))
    assert "90,0 %" in shown
    assert "50,0 %" in shown
    assert "1 av 2 artiklar" in shown


def test_programs_read_the_same(browser, exempelby, missed):
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)

    answer = browser.get(
        "/api/v1/figures/answer-support",
        {"from": "2026-03-01", "to": "2026-03-31"},
        headers={"Authorization": f"Bearer {secret}"},
    ).json()

    assert (answer["published"], answer["current"], answer["share_of_use"]) == (0, 0, None)
    assert [(row["subject"], row["missed"], row["open"]) for row in answer["items"]] == [
        ("Sotning, besiktning", 31, 31),
        ("Gator, v", 2, 2),
    ]


def test_a_month_in_which_nothing_was_missed_says_so(as_cia, exempelby):
    assert "Inget svar saknades" in words(as_cia.get(PAGE))


def test_another_clients_missed_answers_are_not_told(as_cia, energi, missed):
    assert as_cia.get(f"{PAGE}&client=energi").status_code == 404
