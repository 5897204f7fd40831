"""Publish what the town answers, by the same actions that people use."""

from datetime import datetime, timedelta
from typing import Any

from gensvar.config.demo.answers import ANSWERS, WHAT_WAS_WRONG, WRONG_TEXT, Answer
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.actions import use_support
from gensvar.operations.cases.models import Case
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import Article, Subject
from gensvar.operations.knowledge.rules.content import Content

WRONGLY_ANSWERED = ("Parkeringstillstånd Storgatan 4", "Boendeparkering, felaktig avgift")
# A subject about which nothing has been written yet.
MISSED = "Överförmyndarenheten"
# One that was asked about every day of a month before somebody wrote its article.
ANSWERED_LATE = "Sotning, besiktning"


def publish_answers(client: Client, *, at: datetime) -> None:
    """Publish the articles: one overdue, one reported, one corrected, one in the making."""
    agents = {agent.email.partition("@")[0]: agent for agent in Agent.objects.all()}
    groups = {group.code: group for group in Group.objects.filter(client=client)}
    subjects = {one.name: one for one in Subject.objects.filter(client=client)}
    ada = agents["ada"]
    for days in range(31):
        actions.note_gap(subjects[ANSWERED_LATE], "", by=ada, at=at - timedelta(days=28 + days))
    made = {}
    for answer in ANSWERS:
        began = at - timedelta(days=answer.days_ago)
        known = [subjects[name] for name in answer.subjects]
        made[answer.title] = _publish(client, answer, agents, groups[answer.group], known, at=began)
    _correct(made["Hur får jag boendeparkering?"], agents, at=at - timedelta(days=1))
    wrong = made["Hur läser jag av vattenmätaren?"].published
    assert wrong is not None
    words = "De nya mätarna läses av på distans, så kunden behöver inte göra något."
    actions.report(wrong, words, by=ada, at=at - timedelta(hours=5))
    for days in (9, 6, 2):
        actions.note_gap(subjects[MISSED], "", by=ada, at=at - timedelta(days=days))
    _begin_next(made["Hur ansöker jag om hemtjänst?"], agents["hedda"], at=at)


def _publish(
    client: Client,
    answer: Answer,
    agents: dict[str, Agent],
    group: Group,
    subjects: list[Subject],
    *,
    at: datetime,
) -> Article:
    owner, approver = agents[answer.owner], agents[answer.approver]
    first = WRONG_TEXT if answer.title == "Hur får jag boendeparkering?" else answer.text
    article = actions.begin_article(
        client,
        kind=answer.kind,
        content=_content(answer, at=at, body=first),
        group=group,
        owner=owner,
        approver=approver,
        is_public=answer.is_public,
        subjects=subjects,
        by=owner,
        at=at,
    )
    actions.submit(article, by=owner, at=at)
    actions.approve(article, by=approver, at=at)
    return Article.objects.select_related("published").get(pk=article.pk)


def _content(answer: Answer, *, at: datetime, **more: Any) -> Content:
    written = {
        "title": answer.title,
        "body": answer.text,
        "easy": answer.easy,
        "title_en": answer.title_en,
        "body_en": answer.text_en,
        "spoken": answer.spoken,
        "review_on": (at + timedelta(days=answer.review_after_days)).date(),
    }
    return Content(**{**written, **more})


def _correct(article: Article, agents: dict[str, Agent], *, at: datetime) -> None:
    """Let two customers have been answered with what was then found wrong."""
    assert article.published is not None
    asked = Case.objects.filter(client=article.client, title__in=WRONGLY_ANSWERED, closed_at=None)
    for case in asked:
        told = max(case.opened_at, at - timedelta(days=9))
        use_support(case, [article.published.pk], by=agents["ada"], at=told)
    answer = next(one for one in ANSWERS if one.title == article.title)
    wrong = {"is_correction": True, "what_was_wrong": WHAT_WAS_WRONG}
    actions.write_draft(article, _content(answer, at=at, **wrong), by=agents["hanna"], at=at)
    actions.submit(article, by=agents["hanna"], at=at)
    actions.approve(article, by=agents["mats"], at=at)


def _begin_next(article: Article, author: Agent, *, at: datetime) -> None:
    """Let the next version wait for approval."""
    answer = next(one for one in ANSWERS if one.title == article.title)
    body = answer.text.replace("Avgiften beror", "Du får ett skriftligt beslut. Avgiften beror")
    told = {"body": body, "what_is_new": "Att beslutet är skriftligt."}
    actions.write_draft(article, _content(answer, at=at, **told), by=author, at=at)
    actions.submit(article, by=author, at=at)
