"""What a table of articles would do, before it does it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.knowledge.models import Article, Subject
from gensvar.operations.knowledge.queries.articles import APPROVING, content_of, may_keep
from gensvar.operations.knowledge.rules.article_table import (
    HEADINGS,
    ArticleFault,
    ArticleLine,
    ArticleTable,
    read_articles,
)
from gensvar.operations.knowledge.rules.content import Content


@dataclass(frozen=True)
class PlannedArticle:
    """What a line would do: begin an article, or write a new version of one that is there."""

    line: ArticleLine
    content: Content
    group: Group
    owner: Agent
    approver: Agent | None
    subjects: tuple[Subject, ...]
    article: Article | None = None


@dataclass(frozen=True)
class ArticlePlan:
    """What a table would do to a client's articles, or why it cannot."""

    new: tuple[PlannedArticle, ...]
    changed: tuple[PlannedArticle, ...]
    same: int
    faults: tuple[ArticleFault, ...]


@dataclass(frozen=True)
class _Known:
    """Everything of the client's that a line may name."""

    groups: dict[str, Group]
    subjects: dict[str, Subject]
    owners: dict[str, Agent]
    approvers: dict[str, Agent]
    by_number: dict[int, Article]
    by_title: dict[str, Article]


def planned_articles(
    client: Client, text: str, *, groups: Sequence[int], at: datetime
) -> ArticlePlan:
    """Return what a table would do in the name of these groups; what it leaves out stays."""
    table = read_articles(text)
    known = _known(client, groups, at)
    today = localtime(at).date()
    new, changed, same = [], [], 0
    faults, titles = list(table.faults), dict[str, int]()
    for line in table.lines:
        wrong = list(_wrong(line, known, table, today))
        title = line.texts["title"].lower()
        if title in titles:
            wrong.append(_fault(line, table, "title", "twice", str(titles[title])))
        titles.setdefault(title, line.number)
        faults += wrong
        if wrong:
            continue
        planned = _planned(line, known)
        if planned.article is None:
            new.append(planned)
        elif _differs(planned):
            changed.append(planned)
        else:
            same += 1
    faults.sort(key=lambda fault: fault.number)
    return ArticlePlan(tuple(new), tuple(changed), same, tuple(faults))


def _known(client: Client, groups: Sequence[int], at: datetime) -> _Known:
    def people(found: Sequence[tuple[int, str]]) -> dict[str, Agent]:
        return {one.email: one for one in Agent.objects.filter(pk__in=[pk for pk, _ in found])}

    articles = list(Article.objects.filter(client=client))
    subjects = Subject.objects.filter(client=client, retired_at=None)
    return _Known(
        groups={group.code: group for group in Group.objects.filter(pk__in=groups)},
        subjects={subject.name.lower(): subject for subject in subjects},
        owners=people(may_keep([client.pk], at=at)),
        approvers=people(may_keep([client.pk], at=at, roles=APPROVING)),
        by_number={article.number: article for article in articles},
        by_title={article.title.lower(): article for article in articles},
    )


def _fault(line: ArticleLine, table: ArticleTable, key: str, kind: str, value: str) -> ArticleFault:
    column = table.columns.get(key, HEADINGS[key][-1])
    return ArticleFault(line.number, column, kind, value[:60])


def _wrong(
    line: ArticleLine, known: _Known, table: ArticleTable, today: date
) -> Iterator[ArticleFault]:
    """Yield what the line names that the client does not have."""
    article = _article(line, known)
    is_submitted = article is not None and article.versions.filter(state="submitted").exists()
    checks = [
        (line.group not in known.groups, "group", "group", line.group),
        (line.owner not in known.owners, "owner", "owner", line.owner),
        (line.approver not in {"", *known.approvers}, "approver", "approver", line.approver),
        (line.review_on <= today, "review_on", "past", line.review_on.isoformat()),
        (line.article and article is None, "number", "no-article", f"ART-{line.article}"),
        (is_submitted, "title", "submitted", str(article)),
    ]
    checks += [
        (name.lower() not in known.subjects, "subjects", "subject", name) for name in line.subjects
    ]
    for is_wrong, key, kind, value in checks:
        if is_wrong:
            yield _fault(line, table, key, kind, value)


def _article(line: ArticleLine, known: _Known) -> Article | None:
    if line.article is not None:
        return known.by_number.get(line.article)
    return known.by_title.get(line.texts["title"].lower())


def _planned(line: ArticleLine, known: _Known) -> PlannedArticle:
    return PlannedArticle(
        line=line,
        content=Content(review_on=line.review_on, **line.texts),
        group=known.groups[line.group],
        owner=known.owners[line.owner],
        approver=known.approvers.get(line.approver),
        subjects=tuple(known.subjects[name.lower()] for name in line.subjects),
        article=_article(line, known),
    )


def _differs(planned: PlannedArticle) -> bool:
    """Say whether the newest version says anything else; who answers for it is not looked at."""
    assert planned.article is not None
    newest = planned.article.versions.order_by("-number").first()
    if newest is None:
        return True
    skipped = {"what_is_new", "what_was_wrong"}
    before, after = content_of(newest).texts(), planned.content.texts()
    return any(before[key].strip() != after[key].strip() for key in after if key not in skipped)
