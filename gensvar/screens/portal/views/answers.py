"""What others have asked: published answers, by subject or by one's own words, without script."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.operations.knowledge.models import Article, Form, Wording
from gensvar.operations.knowledge.queries.finding import Found, found, published_by_area, suggested
from gensvar.operations.knowledge.rules.wording import blocks
from gensvar.screens.portal.rules import Question
from gensvar.screens.portal.views.frame import Portal, draw, page

LONGEST_SEARCH = 200
MOST_HELP = 3
SHOWN_FORMS = (Form.TEXT, Form.EASY, Form.PDF, Form.SIGN)


@page
@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest, portal: Portal) -> HttpResponse:
    """List what is published; words are sent, not put into the address."""
    words = request.POST.get("words", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
    language = get_language() or "sv"
    hits: list[Found] = []
    if words:
        asked = {"on": localdate(), "language": language, "only_public": True}
        clients = [portal.client.pk]
        hits = found(clients, words, **asked) or suggested(  # type: ignore[arg-type]
            clients,
            text=words,
            subject=None,
            **asked,  # type: ignore[arg-type]
        )
    areas = published_by_area(portal.client.pk, on=localdate(), language=language)
    return draw(request, portal, "answers.html", words=words, found=hits, areas=areas)


@page
@require_safe
def answer(request: HttpRequest, portal: Portal, number: int) -> HttpResponse:
    """Show one answer; with ?lattlast in easy Swedish."""
    if number > 2**31:
        raise Http404
    rows = Article.objects.published().filter(client=portal.client, is_public=True)
    article = get_object_or_404(rows.select_related("published", "group"), number=number)
    kept = {
        (one.form, one.language): one
        for one in Wording.objects.filter(version=article.published, form__in=SHOWN_FORMS)
    }
    swedish = kept["text", "sv"]
    easy = kept.get(("easy", "sv"))
    language = get_language() or "sv"
    is_easy = easy is not None and "lattlast" in request.GET
    english = kept.get(("text", "en")) if language == "en" else None
    shown = easy if is_easy and easy else english or swedish
    return draw(
        request,
        portal,
        "answer.html",
        article=article,
        title=shown.title or swedish.title,
        text=blocks(shown.body),
        language_of_text=shown.language,
        has_easy=easy is not None,
        is_easy=is_easy,
        pdf=kept.get(("pdf", "sv")),
        sign=kept.get(("sign", "sv")),
    )


def perhaps(portal: Portal, question: Question) -> list[Found]:
    """Return the published answers that may help before the question is sent."""
    if not question.text and not question.subject_id:
        return []
    return suggested(
        [portal.client.pk],
        text=question.text,
        subject=question.subject_id,
        on=localdate(),
        language=get_language() or "sv",
        only_public=True,
        most=MOST_HELP,
    )
