"""Write articles, have them approved, and keep them right."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.forms import (
    AnswerForm,
    ArticleForm,
    ReportForm,
    ReviewForm,
    WhyForm,
)
from gensvar.operations.knowledge.models import Article, Report
from gensvar.operations.knowledge.queries.articles import APPROVING, content_of, may_keep
from gensvar.operations.knowledge.queries.reaching import articles_kept, clients_kept, groups_kept
from gensvar.operations.knowledge.views.frame import (
    address_of,
    article_or_404,
    attempt,
    draw,
    in_one_year,
    kept_or_404,
)

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_AND_POST
@requires("knowledge.write")
def new(request: AgentRequest) -> HttpResponse:
    """Begin an article; with ?amne= about a subject."""
    client = client_kept(request)
    initial = {
        "kind": "answer",
        "owner": request.user.pk,
        "review_on": in_one_year(localdate()),
        "subjects": [one for one in request.GET.getlist("amne") if one.isdigit()],
    }
    form = _form(request, client, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            article = actions.begin_article(
                client,
                kind=form.cleaned_data["kind"],
                content=form.content(),
                by=request.user,
                at=now(),
                **form.settings(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            return _saved(request, article)
    clients = list(clients_kept(request.identity))
    return _edit(request, form, article=None, client=client, clients=clients)


@GET_AND_POST
@requires("knowledge.write")
def change(request: AgentRequest, article_id: int) -> HttpResponse:
    """Write the next version as a draft; what is in force stays until that is approved."""
    article = kept_or_404(request, article_id, "knowledge.write")
    version = article.versions.order_by("-number").first()
    assert version is not None
    content = content_of(version)
    initial = {name: getattr(content, name) for name in content.__dataclass_fields__}
    initial |= {name: getattr(article, f"{name}_id") for name in ("group", "owner", "approver")}
    initial |= {
        "is_public": article.is_public,
        "subjects": list(article.subjects.values_list("pk", flat=True)),
    }
    if not version.is_in_the_making:
        cleared = {"what_is_new": "", "is_correction": False, "what_was_wrong": ""}
        initial |= {**cleared, "review_on": in_one_year(localdate())}
    form = _form(request, article.client, initial=initial, article=article)
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, article, form)
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            return _saved(request, article)
    return _edit(request, form, article=article, client=article.client, clients=[])


@transaction.atomic
def _save(request: AgentRequest, article: Article, form: ArticleForm) -> None:
    """Save both what the article is and what it shall say, or neither."""
    at = now()
    actions.change_article(article, by=request.user, at=at, **form.settings())
    actions.write_draft(article, form.content(), by=request.user, at=at)


def client_kept(request: AgentRequest) -> Client:
    """Return the client asked for, or the first, for which this person may write."""
    clients = clients_kept(request.identity)
    asked = request.GET.get("uppdragsgivare", "")
    if asked:
        return get_object_or_404(clients, code=asked[:40])
    client = clients.first()
    if client is None:
        raise PermissionDenied("knowledge.write")
    return client


def _form(
    request: AgentRequest,
    client: Client,
    *,
    initial: dict[str, object],
    article: Article | None = None,
) -> ArticleForm:
    groups = list(groups_kept(request.identity, client).values_list("pk", flat=True))
    owners = may_keep([client.pk], at=now())
    if article is not None and article.owner_id not in dict(owners):
        owners.append((article.owner_id, article.owner.name))
    form = ArticleForm(
        request.POST if request.method == "POST" else None,
        client=client,
        groups=groups,
        owners=owners,
        approvers=may_keep([client.pk], at=now(), roles=APPROVING),
        article=article,
        initial={"group": groups[0] if groups else None, **initial},
    )
    form.fields["body"].widget.attrs["data-draft"] = f"article-{article.pk if article else 'new'}"
    return form


def _edit(
    request: AgentRequest,
    form: ArticleForm,
    *,
    article: Article | None,
    client: Client,
    clients: list[Client],
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return draw(
        request,
        "edit",
        status=status,
        form=form,
        article=article,
        client=client,
        clients=clients,
    )


def _saved(request: AgentRequest, article: Article) -> HttpResponse:
    said = _("The draft is saved. Nobody answers with it until it is approved.")
    number = "new" if article.versions.count() == 1 else article.pk
    messages.success(request, said, extra_tags=f"draft:article-{number}")
    return HttpResponseRedirect(address_of(article))


@require_POST
@requires("knowledge.write")
def submit(request: AgentRequest, article_id: int) -> HttpResponse:
    article = kept_or_404(request, article_id, "knowledge.write")
    done = _("Sent for approval.")
    return attempt(
        request, article, lambda: actions.submit(article, by=request.user, at=now()), done=done
    )


@require_POST
@requires("knowledge.write")
def throw_away(request: AgentRequest, article_id: int) -> HttpResponse:
    article = kept_or_404(request, article_id, "knowledge.write")
    return attempt(
        request,
        article,
        lambda: actions.throw_away_draft(article, by=request.user, at=now()),
        done=_("The draft is thrown away."),
    )


@require_POST
@requires("knowledge.write")
def take_back(request: AgentRequest, article_id: int) -> HttpResponse:
    """Let the author go on writing what was sent for approval."""
    article = kept_or_404(request, article_id, "knowledge.write")
    return attempt(
        request,
        article,
        lambda: actions.send_back(article, "", by=request.user, at=now()),
        done=_("It is a draft again."),
    )


@require_POST
@requires("knowledge.approve")
def approve(request: AgentRequest, article_id: int) -> HttpResponse:
    article = kept_or_404(request, article_id, "knowledge.approve")
    return attempt(
        request,
        article,
        lambda: actions.approve(article, by=request.user, at=now()),
        done=_("Approved. From now on colleagues answer with this version."),
    )


@require_POST
@requires("knowledge.approve")
def send_back(request: AgentRequest, article_id: int) -> HttpResponse:
    article = kept_or_404(request, article_id, "knowledge.approve")
    form = WhyForm(request.POST, prefix="back")
    why = form.cleaned_data["why"] if form.is_valid() else ""
    return attempt(
        request,
        article,
        lambda: actions.send_back(article, why, by=request.user, at=now()),
        done=_("Sent back to the author, with your words."),
    )


@require_POST
@requires("knowledge.approve")
def withdraw(request: AgentRequest, article_id: int) -> HttpResponse:
    article = kept_or_404(request, article_id, "knowledge.approve")
    form = WhyForm(request.POST, prefix="withdraw")
    why = form.cleaned_data["why"] if form.is_valid() else ""
    return attempt(
        request,
        article,
        lambda: actions.withdraw(article, why, by=request.user, at=now()),
        done=_("Withdrawn. Nobody answers with it any more."),
    )


@require_POST
@requires("knowledge.write")
def review(request: AgentRequest, article_id: int) -> HttpResponse:
    article = kept_or_404(request, article_id, "knowledge.write")
    form = ReviewForm(request.POST, today=localdate())
    if not form.is_valid():
        messages.error(request, _("Choose the day to review it next."))
        return HttpResponseRedirect(address_of(article))
    next_on = form.cleaned_data["next_on"]
    return attempt(
        request,
        article,
        lambda: actions.review(article, next_on=next_on, by=request.user, at=now()),
        done=_("Noted that it still holds."),
    )


@require_POST
@requires("knowledge.report")
def report(request: AgentRequest, article_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    form = ReportForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    version = article.published
    if version is None:
        messages.error(request, _("There is no approved version to report."))
        return HttpResponseRedirect(address_of(article))
    return attempt(
        request,
        article,
        lambda: actions.report(version, words, by=request.user, at=now()),
        done=_("%(owner)s has been told. The answer comes here.") % {"owner": article.owner.name},
        draft=f"article-{article.pk}-report",
    )


@require_POST
@requires("knowledge.write")
def answer_report(request: AgentRequest, report_id: int) -> HttpResponse:
    """Answer a colleague who said that an article does not hold."""
    kept = Q(article__in=articles_kept(request.identity, "knowledge.write"))
    rows = Report.objects.filter(kept | Q(article__owner=request.user))
    reported = get_object_or_404(rows.select_related("article"), pk=report_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write what your colleague shall know."))
        return HttpResponseRedirect(address_of(reported.article))
    given = form.cleaned_data
    return attempt(
        request,
        reported.article,
        lambda: actions.answer_report(
            reported, outcome=given["outcome"], answer=given["answer"], by=request.user, at=now()
        ),
        done=_("Answered."),
        draft=f"report-{reported.pk}-answer",
    )
