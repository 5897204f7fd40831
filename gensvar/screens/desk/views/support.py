"""Approved answers beside a case: suggested, put into the answer, said, ticked, reported."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.support import asked_in, ticked_in, used_in
from gensvar.operations.cases.queries.typed import type_with
from gensvar.operations.knowledge.actions import note_gap
from gensvar.operations.knowledge.actions import report as report_version
from gensvar.operations.knowledge.models import Article, Version, Wording
from gensvar.operations.knowledge.queries.finding import suggested
from gensvar.operations.knowledge.rules.wording import blocks, filled, plain, steps
from gensvar.screens.desk.forms import articles_in
from gensvar.screens.desk.reaching import case_or_404, clients_written_for
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, back

MOST = 4


@require_safe
@requires("cases.read")
def support(request: AgentRequest, number: str) -> HttpResponse:
    """Show what the case was answered with, and what might answer it."""
    case = case_or_404(request, number, Case.objects.select_related("subject"))

    def may(permission: str) -> bool:
        return request.identity.may(permission, client_id=case.client_id)

    found = suggested(
        [case.client_id],
        text=asked_in(case),
        subject=case.subject_id,
        on=localdate(),
        language=case.language,
        most=MOST,
    )
    context = {
        "case": case,
        "found": found if may("knowledge.read") else [],
        "used": used_in(case),
        "fill": lambda text: filled(text, known_of(case)),
        "may_answer": may("cases.answer"),
        "may_write": may("cases.write"),
        "may_report": may("knowledge.report"),
        **DRAWN,
    }
    is_part = request.htmx  # type: ignore[attr-defined]
    return render(request, "desk/_support.html" if is_part else "desk/support.html", context)


DRAWN: dict[str, Any] = {"blocks": blocks, "plain": plain}


def known_of(case: Case) -> dict[str, str]:
    """Return what may stand in an address of another system."""
    return {"arende": case.number, "amne": case.subject.name if case.subject else ""}


@require_POST
@requires("contacts.write")
def suggestions(request: AgentRequest) -> HttpResponse:
    """Suggest answers while a case is written down; the words are neither kept nor logged."""
    clients = sorted(clients_written_for(request.identity))
    asked = request.POST.get("client", "")
    chosen = [int(asked)] if asked.isdigit() and int(asked) in clients else clients
    given = request.POST.get("subject", "")
    subject = int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None
    found = suggested(
        chosen,
        text=request.POST.get("said", ""),
        subject=subject,
        on=localdate(),
        most=MOST,
    )
    context = {
        "found": found,
        "ticked": articles_in(request.POST),
        "script": _script(chosen, subject),
        **DRAWN,
    }
    return render(request, "desk/_suggestions.html", context)


def _script(clients: Sequence[int], subject: int | None) -> str:
    """Return what to say first, by the type that the case will have, where the client is known."""
    if len(clients) != 1:
        return ""
    template = type_with(client=clients[0], subject=subject).template
    return template.script.said(get_language() or "sv")


@require_POST
@requires("cases.write")
def use(request: AgentRequest, number: str, version: int) -> HttpResponse:
    """Note that the customer was told this by word of mouth."""
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.use_support(case, [version], by=request.user, at=now()),
        done=_("Noted that the customer was told this."),
    )


@require_POST
@requires("knowledge.report")
def report(request: AgentRequest, number: str, version: int) -> HttpResponse:
    """Tell the owner of an article that it does not hold."""
    case = case_or_404(request, number)
    wrong = _version(case, version)
    words = request.POST.get("words", "").replace("\0", "")[:2_000]
    owner = wrong.article.owner.name
    return attempt(
        request,
        case,
        lambda: report_version(wrong, words, by=request.user, at=now()),
        done=_("%(owner)s has been told. The answer comes on the page of the article.")
        % {"owner": owner},
        draft=f"article-{wrong.article_id}-report",
    )


@require_POST
@requires("knowledge.report")
def gap(request: AgentRequest, number: str) -> HttpResponse:
    """Note that nothing here answers what the case is about."""
    case = case_or_404(request, number, Case.objects.select_related("subject"))
    subject = case.subject
    if subject is None:
        messages.error(request, _("Set the subject first, so that the right group is told."))
        return back(request, case)
    return attempt(
        request,
        case,
        lambda: note_gap(subject, "", by=request.user, at=now()),
        done=_("Noted that an answer about %(subject)s is missing.") % {"subject": subject.name},
    )


@GET_AND_POST
@requires("cases.write")
def checklist(request: AgentRequest, number: str, version: int) -> HttpResponse:
    """Go through a checklist step by step; what is ticked is kept with the case."""
    case = case_or_404(request, number, Case.objects.select_related("subject"))
    chosen = _version(case, version, kind=Article.Kind.CHECKLIST)
    if request.method == "POST":
        done = [int(one) for one in request.POST.getlist("step")[:200] if one.isdigit()]
        return attempt(
            request,
            case,
            lambda: actions.tick_steps(case, chosen, done, by=request.user, at=now()),
            done=_("What is done is saved with the case."),
        )
    words = get_object_or_404(Wording, version=chosen, form="text", language="sv")
    context = {
        "case": case,
        "version": chosen,
        "steps": steps(filled(words.body, known_of(case))),
        "ticked": ticked_in(case, chosen),
    }
    return render(request, "desk/checklist.html", context)


def _version(case: Case, version: int, **limits: Any) -> Version:
    known = Version.objects.filter(client=case.client_id, approved_at__isnull=False)
    known = known.filter(**{f"article__{key}": value for key, value in limits.items()})
    return get_object_or_404(known.select_related("article__owner"), pk=version)
