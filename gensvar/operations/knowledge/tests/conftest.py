from datetime import date, timedelta
from typing import Any

import pytest

from gensvar.operations.knowledge.actions import approve, begin_article, submit, write_draft
from gensvar.operations.knowledge.models import Article
from gensvar.operations.knowledge.rules.content import Content

REVIEW_ON = date(2026, 11, 1)


def content(title: str = "När lagas hål i gatan?", body: str = "", **more: Any) -> Content:
    words = body or "Vi lagar hål inom tre arbetsdagar. Djupa hål spärrar vi av samma dag."
    return Content(title=title, body=words, **{"review_on": REVIEW_ON, **more})


@pytest.fixture
def begin(exempelby: Any, tek_gata: Any, hanna: Any, noon: Any) -> Any:
    """Let Hanna begin an article about something."""

    def begun(title: str = "När lagas hål i gatan?", body: str = "", **more: Any) -> Article:
        settings = {"kind": "answer", "group": tek_gata, "owner": hanna, "by": hanna}
        known = {key: more.pop(key) for key in list(more) if key in ARTICLE}
        return begin_article(
            exempelby, content=content(title, body, **more), at=noon, **{**settings, **known}
        )

    return begun


ARTICLE = {"kind", "group", "owner", "by", "approver", "is_public", "subjects"}


@pytest.fixture
def publish(begin: Any, mats: Any, hanna: Any, noon: Any) -> Any:
    """Let Hanna write, and Mats approve, an article or its next version."""

    def published(*args: Any, article: Article | None = None, at: Any = None, **more: Any) -> Any:
        at = at or noon
        if article is None:
            article = begin(*args, **more)
        else:
            write_draft(article, content(*args, **more), by=hanna, at=at)
        submit(article, by=hanna, at=at)
        approve(article, by=mats, at=at)
        return Article.objects.get(pk=article.pk)

    return published


@pytest.fixture
def later(noon: Any) -> Any:
    return noon + timedelta(days=1)
