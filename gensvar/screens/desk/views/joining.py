"""Cases that belong together: made one, taken apart."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.nearby import likely_others
from gensvar.operations.cases.queries.story import Spoken
from gensvar.screens.desk.joining import LinkForm, OtherForm, SplitForm
from gensvar.screens.desk.reaching import case_or_404, posted, story_for
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, back, status_of, undoable
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.words import Moments


def do_or_ask_again(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Do what a valid form asks; what a rule refuses is said in the form, which keeps its words."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        form.add_error(None, refusal.words())
        return False
    return True


@GET_AND_POST
@requires("cases.join")
def merge(request: AgentRequest, number: str) -> HttpResponse:
    """Make the case part of the one whose number is given."""
    case = case_or_404(request, number)
    form = OtherForm(posted(request))
    tags: list[str] = []

    def act() -> None:
        into = form.other()
        tags.append(
            undoable(
                request, case, lambda: actions.merge(case, into=into, by=request.user, at=now())
            )
        )

    if request.method == "POST" and do_or_ask_again(form, act):
        into = form.other()
        said = _("%(number)s is now part of this case. Nothing is sent to the customer.")
        messages.success(request, said % {"number": case.number}, extra_tags=tags[0])
        return back(request, into)
    context = {"case": case, "form": form, "others": likely_others(case)}
    return dialog(request, "desk/_merge.html", context, status=status_of(form))


@require_POST
@requires("cases.join")
def unmerge(request: AgentRequest, number: str) -> HttpResponse:
    """Let a case stand by itself again."""
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.unmerge(case, by=request.user, at=now()),
        done=_("The case stands by itself again. Nothing is sent to the customer."),
    )


@GET_AND_POST
@requires("cases.join")
def split(request: AgentRequest, number: str) -> HttpResponse:
    """Let some of what was said begin a case of its own."""
    case = case_or_404(request, number)
    moments = Moments(now())
    offered = {entry.contact: _told(entry, moments) for entry in story_for(request, case).spoken}
    form = SplitForm(posted(request), contacts=list(offered.items()))
    made: list[Case] = []

    def act() -> None:
        given = form.cleaned_data
        made.append(
            actions.split(
                case,
                contacts=given["contacts"],
                title=given["title"],
                by=request.user,
                at=now(),
            )
        )

    if request.method == "POST" and do_or_ask_again(form, act):
        said = _("A new case, out of %(number)s. Nothing is sent to the customer.")
        messages.success(request, said % {"number": case.number})
        return back(request, made[0])
    context = {"case": case, "form": form}
    return dialog(request, "desk/_split.html", context, status=status_of(form))


def _told(entry: Spoken, moments: Moments) -> str:
    """Return a contact as one line to choose it by."""
    words = " ".join((entry.text or entry.summary or entry.subject).split())
    who = entry.who if entry.direction == "out" else entry.sender
    parts = (moments.when(entry.at), who, words[:80])
    return " · ".join(part for part in parts if part)


@GET_AND_POST
@requires("cases.join")
def link(request: AgentRequest, number: str) -> HttpResponse:
    """Say what another case has to do with this one."""
    case = case_or_404(request, number)
    form = LinkForm(posted(request))

    def act() -> None:
        role, other = form.cleaned_data["role"], form.other()
        one, two = (other, case) if role == "parent" else (case, other)
        kind = "child" if role == "parent" else role
        actions.link(one, two, kind=kind, by=request.user, at=now())

    if request.method == "POST" and do_or_ask_again(form, act):
        messages.success(request, _("The cases are linked. Nothing is sent to the customer."))
        return back(request, case)
    context = {"case": case, "form": form, "others": likely_others(case)}
    return dialog(request, "desk/_link.html", context, status=status_of(form))


@require_POST
@requires("cases.join")
def unlink(request: AgentRequest, number: str, other: str) -> HttpResponse:
    case = case_or_404(request, number)
    linked = get_object_or_404(Case, number=other)
    return attempt(
        request,
        case,
        lambda: actions.unlink(case, linked, by=request.user, at=now()),
        done=_("The cases are no longer linked. Nothing is sent to the customer."),
    )
