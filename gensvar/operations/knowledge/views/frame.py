"""What every page about articles shows, and how an act leads back to its article."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate

from gensvar.foundation.people.access import AgentRequest
from gensvar.foundation.refusals import Refused
from gensvar.operations.knowledge.models import Article
from gensvar.operations.knowledge.queries.articles import waiting_for
from gensvar.operations.knowledge.queries.reaching import articles_kept, clients_of
from gensvar.operations.knowledge.rules.wording import blocks


def draw(
    request: AgentRequest, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Draw a page with what waits for this person beside it."""
    on = localdate()
    clients = clients_of(request.identity)
    context |= {
        "waiting": waiting_for(request.user, clients, on=on),
        "may": request.identity.may,
        "today": on,
        "blocks": blocks,
    }
    return render(request, f"knowledge/{template}.html", context, status=status)


def article_or_404(request: AgentRequest, article_id: int) -> Article:
    rows = Article.objects.filter(client__in=clients_of(request.identity))
    with_all = rows.select_related("client", "group", "owner", "approver", "published")
    return get_object_or_404(with_all, pk=article_id)


def kept_or_404(request: AgentRequest, article_id: int, permission: str) -> Article:
    """Return the article if this permission of theirs reaches it."""
    rows = articles_kept(request.identity, permission)
    return get_object_or_404(
        rows.select_related("client", "group", "owner", "approver", "published"), pk=article_id
    )


def address_of(article: Article) -> str:
    return reverse("knowledge_article", args=[article.pk])


def attempt(
    request: AgentRequest,
    article: Article,
    act: Callable[[], object],
    *,
    done: str,
    draft: str = "",
) -> HttpResponse:
    """Do it, or say why not, on the page of the article; `draft` names the text that is now saved.

    Until then the browser keeps it, so that a refusal loses nothing.
    """
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.words())
    else:
        messages.success(request, done, extra_tags=f"draft:{draft}" if draft else "")
    return HttpResponseRedirect(address_of(article))


def in_one_year(today: date) -> date:
    """Return the day proposed for the next review."""
    return date(today.year + 1, today.month, min(today.day, 28))
