"""Articles over the API: read, search, write drafts, and tell that one does not hold."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Date
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import Article, Subject
from gensvar.operations.knowledge.queries.articles import may_keep
from gensvar.operations.knowledge.queries.finding import found, suggested
from gensvar.operations.knowledge.queries.reaching import articles_kept, clients_of, groups_kept
from gensvar.operations.knowledge.rules.content import Content

router = Router(tags=["articles"])


class ArticleOut(Schema):
    id: int
    number: str = Field(description="Such as ART-12; unique within the client.")
    client: str
    kind: str = Field(description="answer or checklist.")
    title: str
    group: str = Field(description="The code of the group that answers for it.")
    owner: str = Field(description="The owner's mail address.")
    version: int | None = Field(description="The version in force; null if none is.")
    version_id: int | None = Field(description="Names the version where an answer rests on it.")
    review_on: date | None
    is_overdue: bool
    is_public: bool

    @staticmethod
    def resolve_number(article: Article) -> str:
        return article.code

    @staticmethod
    def resolve_client(article: Article) -> str:
        return article.client.code

    @staticmethod
    def resolve_group(article: Article) -> str:
        return article.group.code

    @staticmethod
    def resolve_owner(article: Article) -> str:
        return article.owner.email

    @staticmethod
    def resolve_version(article: Article) -> int | None:
        return article.published.number if article.published else None

    @staticmethod
    def resolve_version_id(article: Article) -> int | None:
        return article.published_id

    @staticmethod
    def resolve_is_overdue(article: Article) -> bool:
        return article.is_overdue(on=localdate())


class WordingOut(Schema):
    form: str = Field(description="text, easy, spoken, pdf or sign.")
    language: str
    title: str
    body: str
    link: str


class WholeArticleOut(ArticleOut):
    subjects: list[str]
    wordings: list[WordingOut] = Field(description="Of the version in force.")

    @staticmethod
    def resolve_subjects(article: Article) -> list[str]:
        return list(article.subjects.order_by("name").values_list("name", flat=True))

    @staticmethod
    def resolve_wordings(article: Article) -> list[Any]:
        version = article.published
        return list(version.wordings.order_by("form", "-language")) if version else []


class ArticlePage(Page[ArticleOut]):
    pass


class ArticlesAsked(ListAsked):
    client: str = Field("", max_length=40, description="A client's code.")
    subject: int | None = Field(None, ge=1, lt=2**63, description="A subject's id.")
    state: str = Field("", max_length=10, description="in-force, overdue, or empty for all.")


class HitsAsked(Schema):
    client: str = Field("", max_length=40, description="A client's code.")
    q: str = Field("", max_length=200, description="What somebody typed: every word is found.")
    text: str = Field("", max_length=4_000, description="A letter: the nearest are suggested.")
    subject: int | None = Field(None, ge=1, lt=2**63)
    limit: int = Field(5, ge=1, le=50)


class HitsBody(Body, HitsAsked):
    pass


class HitOut(Schema):
    article: ArticleOut
    title: str
    excerpt: str
    text: str
    language: str
    fits_subject: bool


class HitsOut(Schema):
    items: list[HitOut] = Field(description="The nearest first.")


class DraftIn(Body):
    title: str = Field(min_length=1, max_length=200)
    body: str = Field(min_length=1, max_length=20_000)
    easy: str = Field("", max_length=20_000)
    title_en: str = Field("", max_length=200)
    body_en: str = Field("", max_length=20_000)
    spoken: str = Field("", max_length=2_000)
    review_on: Date
    what_is_new: str = Field("", max_length=300)

    def content(self) -> Content:
        names = ("title", "body", "easy", "title_en", "body_en", "spoken", "what_is_new")
        return Content(review_on=self.review_on, **{name: getattr(self, name) for name in names})


class ArticleIn(DraftIn):
    client: str = Field(max_length=40)
    kind: str = Field("answer", pattern="^(answer|checklist)$")
    group: str = Field(max_length=40, description="The code of the group that answers for it.")
    owner: str = Field(max_length=320, description="The owner's mail address.")
    is_public: bool = False
    subjects: list[int] = Field(default=[], max_length=50, description="Subjects' ids.")


class ArticleReportIn(Body):
    words: str = Field("", max_length=2_000, description="What does not hold.")


class ArticleReportOut(Schema):
    id: int
    words: str


COLUMNS: list[Column[Article]] = [
    Column("number", lambda row: row.code),
    Column("client", lambda row: row.client.code),
    Column("kind", lambda row: row.kind),
    Column("title", lambda row: row.title),
    Column("group", lambda row: row.group.code),
    Column("owner", lambda row: row.owner.email),
    Column("version", lambda row: row.published.number if row.published else ""),
    Column("review_on", lambda row: row.review_on or ""),
    Column("is_public", lambda row: row.is_public),
]


@router.get("", response=ArticlePage, openapi_extra=AS_FILE, summary="List articles")
@requires("knowledge.read")
def list_articles(request: AgentRequest, asked: Query[ArticlesAsked]) -> Any:
    rows = _articles(request)
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.subject is not None:
        rows = rows.filter(about__subject=asked.subject)
    if asked.state == "in-force":
        rows = rows.filter(published__isnull=False)
    elif asked.state == "overdue":
        rows = rows.filter(published__isnull=False, review_on__lt=localdate())
    elif asked.state:
        raise invalid("query:state", _("Choose in-force or overdue, or leave it out."))
    return listed(request, rows, asked, of=ArticleOut, columns=COLUMNS, permission="knowledge.read")


@router.post("/search", response=HitsOut, summary="Find articles by words, text or subject")
@requires("knowledge.read")
def search_articles(request: AgentRequest, asked: HitsBody) -> Any:
    clients = clients_of(request.identity)
    if asked.client:
        known = Client.objects.filter(pk__in=clients, code=asked.client)
        clients = list(known.values_list("pk", flat=True))
    on = localdate()
    hits = (
        found(clients, asked.q, on=on, most=asked.limit)
        if asked.q
        else suggested(clients, text=asked.text, subject=asked.subject, on=on, most=asked.limit)
    )
    articles = _articles(request).in_bulk([hit.article.pk for hit in hits])
    return {
        "items": [
            {
                "article": articles[hit.article.pk],
                "title": hit.title,
                "excerpt": hit.excerpt,
                "text": hit.text,
                "language": hit.language,
                "fits_subject": hit.fits_subject,
            }
            for hit in hits
        ]
    }


@router.get("/{article_id}", response=WholeArticleOut, summary="Read an article")
@requires("knowledge.read")
def read_article(request: AgentRequest, article_id: int) -> Any:
    return _found(_articles(request), article_id)


@router.post("", response={201: WholeArticleOut}, summary="Begin an article as a draft")
@requires("knowledge.write")
def create_article(request: AgentRequest, body: ArticleIn) -> Any:
    kept = clients_of(request.identity, "knowledge.write")
    client = Client.objects.filter(pk__in=kept, code=body.client).first()
    if client is None:
        raise invalid("#/client", _("There is no such client for which you may write."))
    group: Group | None = groups_kept(request.identity, client).filter(code=body.group).first()
    if group is None:
        raise invalid("#/group", _("There is no such group in whose name you may write."))
    owners = [pk for pk, _name in may_keep([client.pk], at=now())]
    owner = Agent.objects.filter(pk__in=owners, email=body.owner.lower()).first()
    if owner is None:
        raise invalid("#/owner", _("This is nobody who may own articles."))
    subjects = list(Subject.objects.filter(client=client, pk__in=body.subjects, retired_at=None))
    if len(subjects) != len(set(body.subjects)):
        raise invalid("#/subjects", _("There is no such subject."))
    article = actions.begin_article(
        client,
        kind=body.kind,
        content=body.content(),
        group=group,
        owner=owner,
        is_public=body.is_public,
        subjects=subjects,
        by=request.user,
        at=now(),
    )
    return Status(201, _found(_articles(request), article.pk))


@router.post(
    "/{article_id}/drafts", response=WholeArticleOut, summary="Write the draft of the next version"
)
@requires("knowledge.write")
def write_article_draft(request: AgentRequest, article_id: int, body: DraftIn) -> Any:
    article = _found(_articles(request), article_id)
    if not articles_kept(request.identity, "knowledge.write").filter(pk=article.pk).exists():
        raise PermissionDenied("knowledge.write")
    actions.write_draft(article, body.content(), by=request.user, at=now())
    return _found(_articles(request), article_id)


@router.post(
    "/{article_id}/reports", response={201: ArticleReportOut}, summary="Say that it is wrong"
)
@requires("knowledge.report")
def report_article(request: AgentRequest, article_id: int, body: ArticleReportIn) -> Any:
    article = _found(_articles(request), article_id)
    if article.published is None:
        raise actions.NotInForce(article=article.code)
    return Status(201, actions.report(article.published, body.words, by=request.user, at=now()))


def _articles(request: AgentRequest) -> QuerySet[Article]:
    rows = Article.objects.filter(client__in=clients_of(request.identity))
    return rows.select_related("client", "group", "owner", "published")


def _found(rows: QuerySet[Article], article_id: int) -> Article:
    article = rows.filter(pk=article_id).first() if 0 < article_id < 2**63 else None
    if article is None:
        raise Http404
    return article
