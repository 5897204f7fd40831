"""Open a figure: what stands behind each term of its formula."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.queries.from_facts import is_of_facts
from gensvar.oversight.kpi.queries.measured import agreed_limits
from gensvar.oversight.kpi.queries.rows import PAGE, TERMS, rows_behind, told_rows
from gensvar.oversight.kpi.views.measure import measure_asked
from gensvar.oversight.kpi.views.wording import language, terms_of

KINDS = {
    "contact": _("Contact"),
    "offered": _("Came to the queue"),
    "wait": _("Wait in the queue"),
    "done": _("Contact handled"),
    "call-end": pgettext_lazy("fact", "Call"),
    "menu": pgettext_lazy("fact", "Menu"),
    "transfer": _("Transferred call"),
    "outside": _("Called when it was closed"),
    "chat-reply": _("First reply in a chat"),
    "closing": _("Closed case"),
}


@require_safe
@requires("cases.read")
def rows(request: AgentRequest, code: str) -> HttpResponse:
    """Show the rows of a term that the reader may see; what they may not see is not told of."""
    term = request.GET.get("term", "")
    if not is_of_facts(code) or term not in TERMS:
        raise Http404
    asked = measure_asked(request, code)
    found, version = asked.definition, asked.definition.versions[asked.number - 1]
    if term not in dict(terms_of(version)):
        raise Http404
    limits = {**version.limits, **agreed_limits(code, asked.shown.client, asked.shown.period)}
    queue_id = asked.queue.pk if asked.queue else None
    rows_found = rows_behind(
        term, asked.shown.client, asked.shown.period, limits=limits, queue_id=queue_id
    )
    pages = Paginator(rows_found, PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "shown": asked.shown,
        "asked": asked,
        "code": code,
        "name": found.said(language()),
        "term": term,
        "term_name": dict(terms_of(version))[term],
        "page": page,
        "count": pages.count,
        "rows": told_rows(list(page)),
        "kinds": KINDS,
    }
    return render(request, "kpi/rows.html", context)
