"""How hard the approved answers are to read, by group and over time (CUS-06)."""

from datetime import date

import pytest

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import Version
from gensvar.operations.knowledge.rules.content import Content
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.readability import GroupLix, readability

MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
# Five words in two sentences, one of them long; then six short words in one.
HARDER, EASIER = "Hunden sover. Katten leker i trädgården.", "Vi tar ner ett träd nu."


@pytest.fixture
def publish(exempelby, tek_gata, hanna, mats):
    def published(body, *, at, is_approved=True):
        article = actions.begin_article(
            exempelby,
            kind="answer",
            content=Content(title="Träd", body=body, review_on=date(2099, 1, 1)),
            group=tek_gata,
            owner=hanna,
            approver=mats,
            is_public=False,
            subjects=[],
            by=hanna,
            at=at,
        )
        actions.submit(article, by=hanna, at=at)
        if is_approved:
            actions.approve(article, by=mats, at=at)
        return article

    return published


def test_the_mean_of_a_group_when_days_begin_and_end(exempelby, energi, publish, tek_gata):
    publish(HARDER, at=NOON.replace(month=2))
    publish(EASIER, at=NOON.replace(month=3))
    publish(HARDER, at=NOON.replace(month=5))

    # 20 and 6: their mean is 13.
    assert readability(exempelby, MARCH) == [GroupLix(tek_gata.code, 2, 20, 13)]
    assert readability(energi, MARCH) == []


def test_withdrawn_and_unapproved_do_not_count(exempelby, publish, tek_gata):
    article = publish(HARDER, at=NOON.replace(month=2))
    publish(EASIER, at=NOON.replace(month=2))
    publish(HARDER, at=NOON.replace(month=2), is_approved=False)
    Version.objects.filter(article=article).update(
        state="withdrawn", withdrawn_at=NOON.replace(month=3)
    )

    assert readability(exempelby, MARCH) == [GroupLix(tek_gata.code, 1, 13, 6)]


def test_page_and_api_tell_it(browser, cia, publish, tek_gata):
    publish(HARDER, at=NOON.replace(month=3))
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)
    told = browser.get(
        "/api/v1/figures/answer-support",
        {"from": "2026-03-01", "to": "2026-03-31"},
        headers={"Authorization": f"Bearer {secret}"},
    ).json()
    browser.force_login(cia)
    page = browser.get("/saknade-svar/?start=2026-03-01&end=2026-03-31").content.decode()

    assert told["readability"] == [
        {"group": tek_gata.code, "texts": 1, "before": None, "after": 20}
    ]
    assert "Så svårlästa är svaren" in page
