"""The list of articles, one article, and what changed between its versions."""

from collections.abc import Callable
from datetime import date

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.knowledge.forms import AnswerForm, ReportForm, ReviewForm, WhyForm
from gensvar.operations.knowledge.models import Article, ArticleQuerySet, Form, Version, Wording
from gensvar.operations.knowledge.queries.articles import (
    changes_between,
    freshness,
    freshness_by_owner,
    gaps,
    listed,
)
from gensvar.operations.knowledge.queries.finding import found
from gensvar.operations.knowledge.queries.reaching import articles_kept, clients_kept, clients_of
from gensvar.operations.knowledge.views.frame import article_or_404, draw
from gensvar.science.readability import Readability, lix

Limit = Callable[[ArticleQuerySet, date], ArticleQuerySet]
SHOWN: dict[str, Limit] = {
    "": lambda rows, on: rows.published(),
    "att-granska": lambda rows, on: rows.overdue(on=on),
    "arbete": lambda rows, on: rows.filter(
        pk__in=Version.objects.filter(state__in=["draft", "submitted"]).values("article")
    ),
    "for-alla": lambda rows, on: rows.published().filter(is_public=True),
    "borttagna": lambda rows, on: rows.filter(
        published=None,
        pk__in=Version.objects.filter(state=Version.State.WITHDRAWN).values("article"),
    ),
}
MOST = 300
FILE: list[Column[Article]] = [
    Column("number", lambda row: row.code),
    Column("client", lambda row: row.client.code),
    Column("kind", lambda row: row.kind),
    Column("title", lambda row: row.title),
    Column("group", lambda row: row.group.code),
    Column("owner", lambda row: row.owner.email),
    Column("version", lambda row: row.published.number if row.published else ""),
    Column("review_on", lambda row: row.review_on or ""),
    Column("is_public", lambda row: row.is_public),
    Column("subjects", lambda row: ", ".join(one.name for one in row.subjects.all())),
]


@require_safe
@requires("knowledge.read")
def articles(request: AgentRequest) -> HttpResponse:
    """Show the articles of one's clients, or those that what was typed finds."""
    clients, on = clients_of(request.identity), localdate()
    chosen = request.GET.get("visa", "")
    typed = request.GET.get("q", "").strip()[:200]
    rows = listed(clients)
    limited = SHOWN.get(chosen, SHOWN[""])(rows, on)
    if typed:
        order = [hit.article.pk for hit in found(clients, typed, on=on)]
        known = rows.in_bulk(order)
        page = [known[pk] for pk in order if pk in known]
    else:
        page = list(limited.order_by("client", "number")[:MOST])
    return draw(
        request,
        "articles",
        articles=page,
        typed=typed,
        chosen=chosen if chosen in SHOWN else "",
        tabs=_tabs(clients, on),
        fresh=freshness(clients, on=on),
        by_group=freshness_by_owner(clients, on=on),
        missed=gaps(clients),
        may_write=clients_kept(request.identity).exists(),
    )


def _tabs(clients: list[int], on: date) -> list[tuple[str, str, int]]:
    words = {
        "": _("In force"),
        "att-granska": _("Overdue"),
        "arbete": _("Being written"),
        "for-alla": _("Shown to customers"),
        "borttagna": _("Withdrawn"),
    }
    rows = listed(clients)
    return [(key, words[key], limit(rows, on).count()) for key, limit in SHOWN.items()]


@require_safe
@requires("knowledge.read")
def articles_file(request: AgentRequest, kind: str) -> HttpResponseBase:
    if kind not in set(Format):
        raise Http404
    rows = listed(clients_of(request.identity)).prefetch_related("subjects")
    note_export("knowledge.articles", format=kind, agent_id=request.user.pk, at=now())
    ordered = list(rows.order_by("client", "number"))
    return export(ordered, FILE, kind, name="svarsstod", semicolon=True)


@require_safe
@requires("knowledge.read")
def article(request: AgentRequest, article_id: int) -> HttpResponse:
    """Show what the article says now, who answers for it, and what may be done with it."""
    shown = article_or_404(request, article_id)
    versions = shown.versions.select_related("author", "approved_by", "corrects")
    history = list(versions.order_by("-number"))
    making = next((one for one in history if one.is_in_the_making), None)
    current = shown.published or making or (history[0] if history else None)
    identity = request.identity
    reports = shown.reports.select_related("by", "answered_by", "version").order_by("-at")
    return draw(
        request,
        "article",
        article=shown,
        subjects=list(shown.subjects.order_by("name")),
        versions=history,
        current=current,
        making=making,
        wordings=_wordings(current),
        missing=_missing(current),
        reports=list(reports[:20]),
        reviews=list(shown.reviews.select_related("by").order_by("-at")[:5]),
        may_write=articles_kept(identity, "knowledge.write").filter(pk=shown.pk).exists(),
        may_approve=articles_kept(identity, "knowledge.approve").filter(pk=shown.pk).exists(),
        forms={
            "why": WhyForm(prefix="withdraw"),
            "back": WhyForm(prefix="back", label=_("What must change")),
            "review": ReviewForm(today=localdate()),
            "report": ReportForm(draft=f"article-{shown.pk}-report"),
            "answer": AnswerForm(initial={"outcome": "corrected"}),
        },
    )


def _wordings(version: Version | None) -> list[tuple[Wording, Readability | None]]:
    """Return the forms of a version, with how hard the Swedish texts are to read."""
    if version is None:
        return []
    order = {form: place for place, form in enumerate(Form.values)}
    rows = sorted(version.wordings.all(), key=lambda one: (order[one.form], one.language != "sv"))
    measured = {Form.TEXT, Form.EASY, Form.SPOKEN}
    return [
        (one, lix(one.body) if one.form in measured and one.language == "sv" else None)
        for one in rows
    ]


def _missing(version: Version | None) -> list[str]:
    """Return the forms that nobody has written yet."""
    if version is None:
        return []
    kept = set(version.wordings.values_list("form", "language"))
    missing = [str(form.label) for form in Form if (form, "sv") not in kept]
    return [*missing, *([] if (Form.TEXT, "en") in kept else [_("English")])]


@require_safe
@requires("knowledge.read")
def version(request: AgentRequest, article_id: int, number: int) -> HttpResponse:
    """Show a version as it was, and what differs from the one before it."""
    shown = article_or_404(request, article_id)
    rows = shown.versions.select_related("author", "approved_by", "withdrawn_by")
    one = get_object_or_404(rows, number=number)
    before = shown.versions.filter(number__lt=number).order_by("-number").first()
    return draw(
        request,
        "version",
        article=shown,
        version=one,
        before=before,
        changes=changes_between(before, one) if before else [],
        wordings=_wordings(one),
        crumb=reverse("knowledge_article", args=[shown.pk]),
    )
