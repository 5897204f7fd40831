"""Bring in what is known only as a sum: first seen, then imported."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.oversight.kpi.actions import import_aggregates
from gensvar.oversight.kpi.importing import COLUMNS, Fault, Problem, read_aggregates
from gensvar.oversight.kpi.queries.volumes import imported_labels
from gensvar.oversight.kpi.views.asking import shown

WORDS = {
    Fault.EMPTY: _("Nothing stands here."),
    Fault.UNKNOWN_COLUMN: _("There is no such column."),
    Fault.MISSING_COLUMN: _("This column is missing."),
    Fault.NO_NUMBER: _("This is not a whole number such as 30 000."),
    Fault.NO_SHARE: _("This is not a share such as 0.27 or 27 %."),
    Fault.BOTH_OR_NEITHER: _("Give a count or a share: one of them, not both."),
    Fault.NO_CHOICE: _("This is none of what may stand here."),
    Fault.TOO_LONG: _("This is too long."),
    Fault.TWICE: _("This stands in the file twice."),
    Fault.KNOWN: _("This has been imported already."),
    Fault.TOO_MANY: _("The file has more rows than 500."),
    Fault.NO_DAY: _("This is not a day such as 2026-05-01."),
    Fault.NO_SPAN: _("The last day is before the first, or more than a year after it."),
    Fault.NO_VALUE: _("This is not a number such as 83.8, or it must be a whole one."),
    Fault.NOT_HERE: _("This stays empty: the number is one of ours."),
}
LONGEST = 100_000


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.write")
def importing(request: AgentRequest) -> HttpResponse:
    """Show what a file would bring in; import it when that has been seen and confirmed."""
    asked = shown(request)
    if asked.client.pk not in reach(request.identity, "reports.write").clients:
        raise Http404
    text = given_text(request)
    known = imported_labels(asked.client)
    rows, problems = read_aggregates(text, known=known) if text else ([], [])
    if request.method == "POST" and "confirm" in request.POST and rows and not problems:
        import_aggregates(asked.client, rows, by=request.user, at=now())
        told = ngettext("One row is imported.", "%(count)s rows are imported.", len(rows))
        messages.success(request, told % {"count": len(rows)})
        return HttpResponseRedirect(f"{reverse('kpi:volumes')}?{asked.query()}")
    context = {
        "shown": asked,
        "text": text,
        "rows": rows,
        "faults": in_words(problems),
        "columns": COLUMNS,
        "is_empty": request.method == "POST" and not text,
    }
    is_wrong = request.method == "POST" and (problems or not text)
    return render(request, "kpi/import.html", context, status=422 if is_wrong else 200)


def given_text(request: AgentRequest) -> str:
    file = request.FILES.get("file")
    if file is None:
        return str(request.POST.get("text", ""))[:LONGEST].replace("\0", "").strip()
    content: bytes = file.read(LONGEST)
    try:
        return content.decode("utf-8-sig").replace("\0", "").strip()
    except UnicodeDecodeError:
        return content.decode("latin-1").replace("\0", "").strip()


def in_words(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    """Return where and why, for people."""
    return [
        (_now("Row %(row)s") % {"row": one.row}, one.column or "–", str(WORDS[one.fault]))
        for one in problems
    ]
