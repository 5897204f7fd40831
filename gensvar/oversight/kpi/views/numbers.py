"""Numbers from elsewhere: what is noted, and what a file would bring in before it is."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.oversight.kpi.actions import note_numbers
from gensvar.oversight.kpi.models import NotedNumber
from gensvar.oversight.kpi.noting import COLUMNS, Number, read_numbers
from gensvar.oversight.kpi.queries.noted import ways_of_measures
from gensvar.oversight.kpi.views.asking import shown
from gensvar.oversight.kpi.views.importing import given_text, in_words

SHOWN: Final = 200


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.write")
def numbers(request: AgentRequest) -> HttpResponse:
    asked = shown(request)
    if asked.client.pk not in reach(request.identity, "reports.write").clients:
        raise Http404
    text = given_text(request)
    ours = frozenset(NotedNumber.What.values)
    rows, problems = read_numbers(text, ours=ours, ways=ways_of_measures()) if text else ([], [])
    if request.method == "POST" and "confirm" in request.POST and rows and not problems:
        note_numbers(asked.client, rows, by=request.user, at=now())
        told = ngettext("One number is noted.", "%(count)s numbers are noted.", len(rows))
        messages.success(request, told % {"count": len(rows)})
        return HttpResponseRedirect(f"{reverse('kpi:numbers')}?{asked.query()}")
    is_wrong = request.method == "POST" and (problems or not text)
    noted = NotedNumber.objects.filter(client=asked.client).order_by("-pk")[:SHOWN]
    context = {
        "shown": asked,
        "text": text,
        "rows": _named(rows),
        "faults": in_words(problems),
        "columns": COLUMNS,
        "ours": NotedNumber.What.choices,
        "noted": _named(noted),
        "is_empty": request.method == "POST" and not text,
    }
    return render(request, "kpi/numbers.html", context, status=422 if is_wrong else 200)


def _named(rows: Iterable[Number | NotedNumber]) -> list[tuple[str, object, date]]:
    """Return each number with the name of what it is of, and its last day."""
    names = {one.value: str(one.label) for one in NotedNumber.What}
    day = timedelta(days=1)
    return [(names.get(row.what, row.what), row, row.ends_on - day) for row in rows]
