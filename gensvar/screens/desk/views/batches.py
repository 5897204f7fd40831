"""What an act on many cases would do, does and did; confirmed and undone from here."""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.batches.actions import ask_undo, confirm
from gensvar.operations.batches.models import Batch, BatchedCase
from gensvar.operations.batches.queries import counts
from gensvar.operations.batches.queries import rows as rows_of
from gensvar.operations.batches.rules import Act, Outcome, Stage
from gensvar.operations.cases.actions import UNDO_FOR
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.correspondence import answer_subject, mail_address
from gensvar.operations.cases.queries.wording import words_for
from gensvar.screens.desk import batches
from gensvar.screens.desk.words import Moments

PAGE: Final = 100
# What went otherwise than somebody may have meant stands first.
OTHERWISE: Final = (Outcome.REFUSED, Outcome.SKIPPED, Outcome.KEPT)
AS_MEANT: Final = (Outcome.READY, Outcome.DONE, Outcome.UNDONE, Outcome.UNWEIGHED)


@require_safe
@requires("cases.write")
def batch(request: AgentRequest, pk: int) -> HttpResponse:
    """Show what would change for whom, how far it has come, or what became of it."""
    found = _found(request, pk)
    template = "desk/_batch.html" if request.htmx else "desk/batch.html"  # type: ignore[attr-defined]
    return render(request, template, _context(request, found))


@require_safe
@requires("cases.write")
def listed(request: AgentRequest) -> HttpResponse:
    """List what one has done with many cases at once, the newest first."""
    own = Batch.objects.filter(by=request.user.pk).order_by("-at", "-pk")[:50]
    lines = [(one, _by_name(counts(one))) for one in own]
    return render(request, "desk/batches.html", {"batches": lines})


@require_POST
@requires("cases.write")
def confirming(request: AgentRequest, pk: int) -> HttpResponse:
    return _after(request, lambda found: confirm(found, by=request.user, at=now()), pk)


@require_POST
@requires("cases.write")
def undoing(request: AgentRequest, pk: int) -> HttpResponse:
    return _after(request, lambda found: ask_undo(found, by=request.user, at=now()), pk)


COLUMNS: tuple[Column[batches.Row], ...] = (
    Column("number", lambda row: row.number, gettext_lazy("Number")),
    Column("outcome", lambda row: row.outcome, gettext_lazy("Outcome")),
    Column("changes", lambda row: "; ".join(map(str, row.changes)), gettext_lazy("What changes")),
    Column("reason", lambda row: row.reason, gettext_lazy("Why")),
)


@require_safe
@requires("cases.write")
def as_table(request: AgentRequest, pk: int, format: str) -> HttpResponseBase:
    """Give all of it as a table, one line a case."""
    found = _found(request, pk)
    if format not in set(Format):
        raise Http404
    rows = batches.rows(rows_of(found, Outcome), moments=Moments(now()))
    is_swedish = request.LANGUAGE_CODE == "sv"
    return export(rows, COLUMNS, format, name=f"flera-{found.pk}", semicolon=is_swedish)


def _after(request: AgentRequest, act: Callable[[Batch], object], pk: int) -> HttpResponse:
    found = _found(request, pk)
    try:
        act(found)
    except Refused as refusal:
        messages.error(request, refusal.words())
    return HttpResponseRedirect(reverse("desk_batch", args=[found.pk]))


def _found(request: AgentRequest, pk: int) -> Batch:
    """Return a batch of one's own; another's does not exist."""
    found = Batch.objects.filter(pk=pk, by=request.user.pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    return found


def _context(request: AgentRequest, found: Batch) -> dict[str, Any]:
    at = now()
    moments, counted = Moments(at), counts(found)
    page = request.GET.get("fran", "")
    after = int(page) if page.isascii() and page.isdigit() and len(page) < 19 else 0
    meant = list(rows_of(found, AS_MEANT).filter(pk__gt=after)[: PAGE + 1])
    return {
        "batch": found,
        "title": found.get_act_display(),
        "stage": found.stage,
        "Stage": Stage,
        "counts": _by_name(counted),
        "total": sum(counted.values()),
        "otherwise": batches.rows(rows_of(found, OTHERWISE)[:PAGE], moments=moments),
        "more_otherwise": sum(counted[one] for one in OTHERWISE) > PAGE,
        "rows": batches.rows(meant[:PAGE], moments=moments),
        "next": meant[PAGE - 1].pk if len(meant) > PAGE else 0,
        "told": batches.who_is_told(found),
        "letter": _letter(request, found) if found.stage is Stage.READY else None,
        "can_undo": found.stage is Stage.DONE
        and counted[Outcome.DONE] > 0
        and found.act != Act.HAND_OVER
        and found.done_at is not None
        and at < found.done_at + UNDO_FOR,
    }


def _by_name(counted: Counter[str]) -> dict[str, int]:
    return {outcome.value: counted[outcome] for outcome in Outcome}


def _letter(request: AgentRequest, found: Batch) -> dict[str, str] | None:
    """Return the first message that would be sent, word for word."""
    if found.act != Act.WRITE:
        return None
    first = BatchedCase.objects.filter(batch=found, outcome=Outcome.READY).order_by("pk").first()
    if first is None:
        return None
    case = Case.objects.select_related("client", "customer", "subject").get(pk=first.case_id)
    text = words_for(case, found.details["text"], by=request.user)
    return {"to": mail_address(case), "subject": answer_subject(case), "text": text}
