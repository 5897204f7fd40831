"""Acts on one case. Each shows its consequence first, is one action, and leads back to the case."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gensvar.foundation.files.actions import upload_file
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions.taking import UNSEEN
from gensvar.operations.cases.models import Case, Deed
from gensvar.operations.cases.queries import choices
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.actions import take_in_hand
from gensvar.screens.desk.forms import (
    AssignForm,
    DescriptionForm,
    TagForm,
    WaitForm,
)
from gensvar.screens.desk.reaching import case_or_404, is_at_desk, posted
from gensvar.screens.desk.views.case import subjects_for
from gensvar.screens.desk.views.cases import dialog

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


def address_of(case: Case) -> str:
    return reverse("desk_case", args=[case.number])


def back(request: AgentRequest, case: Case, *, asked: str = "") -> HttpResponse:
    """Lead back to the case as it stands now: at the desk, for whoever acted there."""
    at_desk = is_at_desk(request)
    address = reverse("desk_work", args=[case.number]) if at_desk else address_of(case)
    return HttpResponseRedirect(address + asked)


def lead_back(request: AgentRequest) -> HttpResponse:
    """Lead back to the page where somebody was."""
    came_from = request.META.get("HTTP_REFERER", "")
    if url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure()):
        return HttpResponseRedirect(came_from)
    return HttpResponseRedirect(reverse("desk_start"))


def attempt(
    request: AgentRequest,
    case: Case,
    act: Callable[[], object],
    *,
    done: str,
    draft: str = "",
    finishes: bool = False,
    undoes: bool = False,
) -> HttpResponse:
    """Do it, or say why not, on the page of the case; `draft` names the text that is now saved.

    An act that `finishes` is the last of a registration: a confidential case then closes itself.
    With `undoes` it can be undone from what is said of it.
    """
    try:
        return _carry_out(
            request, case, act, done=done, draft=draft, finishes=finishes, undoes=undoes
        )
    except Refused as refusal:
        messages.error(request, refusal.words())
    return back(request, case)


def attempt_as_said(
    request: AgentRequest,
    case: Case,
    form: Form,
    act: Callable[[], object],
    *,
    done: str,
    draft: str = "",
    finishes: bool = False,
    undoes: bool = False,
) -> HttpResponse | None:
    """Do what a form says; None where it is refused: the form says why and keeps what was typed."""
    try:
        return _carry_out(
            request, case, act, done=done, draft=draft, finishes=finishes, undoes=undoes
        )
    except Refused as refusal:
        form.add_error(None, refusal.words())
    return None


def _carry_out(
    request: AgentRequest,
    case: Case,
    act: Callable[[], object],
    *,
    done: str,
    draft: str,
    finishes: bool,
    undoes: bool,
) -> HttpResponse:
    if undoes:
        tags = undoable(request, case, act)
    else:
        act()
        tags = f"draft:{draft}" if draft else ""
    messages.success(request, done, extra_tags=tags)
    if finishes and actions.is_registering(Case.objects.get(pk=case.pk), request.user):
        return leave(request, case)
    return back(request, case)


def undoable(request: AgentRequest, case: Case, act: Callable[[], object]) -> str:
    """Do it so that it can be undone; return the mark of the message that offers to."""

    def acted() -> Outgoing | None:
        made = act()
        return made if isinstance(made, Outgoing) else None

    deed = actions.remember(case, acted, by=request.user, at=now())
    return f"undo:{case.number}:{deed.pk}" if deed else ""


@require_POST
@requires("cases.write")
def undo(request: AgentRequest, number: str, deed: int) -> HttpResponse:
    """Take back what was done last, as it was offered."""
    case = case_or_404(request, number)
    found = get_object_or_404(Deed.objects.select_related("outgoing__message", "by"), pk=deed)
    if found.case_id != case.pk:
        raise Http404
    return attempt(
        request,
        case,
        lambda: actions.undo(found, by=request.user, at=now()),
        done=_("Undone. The case is as it was before."),
    )


def leave(request: AgentRequest, case: Case) -> HttpResponse:
    """Finish the registration of a confidential case, which is then out of one's sight."""
    actions.finish_registration(case, by=request.user, at=now())
    messages.success(request, _("The registration is finished. The case is confidential."))
    return HttpResponseRedirect(reverse("desk_cases"))


@require_POST
@requires("cases.write")
def note(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    text = request.POST.get("text", "").replace("\0", "")
    return attempt(
        request,
        case,
        lambda: actions.write_note(case, text, by=request.user, at=now()),
        done=_("The note is saved. The customer does not see it."),
        draft=f"case-{case.pk}-note",
    )


@require_POST
@requires("cases.write")
def take(request: AgentRequest, number: str) -> HttpResponse:
    """Take the case from whom one saw that it was with."""
    case = case_or_404(request, number)
    seen = request.GET.get("fran", "")
    seen_with = (int(seen) if seen.isdecimal() else None) if seen else UNSEEN

    def taken() -> None:
        at = now()
        actions.take(case, by=request.user, at=at, seen_with=seen_with)
        take_in_hand(case.pk, by=request.user, at=at)

    return attempt(
        request,
        case,
        taken,
        done=_("The case is yours. Nothing is sent to the customer."),
        undoes=True,
    )


@require_POST
@requires("cases.close")
def reopen(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.reopen(case, by=request.user, at=now()),
        done=_("The case is open again and waits for us. Nothing is sent to the customer."),
        undoes=True,
    )


def status_of(form: Form) -> int:
    """Return 422 for a form that was sent and must be put right."""
    return 422 if form.is_bound else 200


@GET_AND_POST
@requires("cases.write")
def wait(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    form = WaitForm(posted(request), initial={"state": "waiting-for-customer"})
    if request.method == "POST" and form.is_valid():
        state, reason = form.cleaned_data["state"], form.cleaned_data["reason"]
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: actions.change_state(case, state, by=request.user, at=now(), reason=reason),
            done=_("Noted whose turn it is. Nothing is sent to the customer."),
            undoes=True,
        )
        if answer is not None:
            return answer
    return dialog(request, "desk/_wait.html", {"case": case, "form": form}, status=status_of(form))


def describe_from(case: Case, given: Mapping[str, Any], *, by: Agent) -> None:
    """Set what a form says of title, subject and need type; what it leaves out stays."""
    changes: dict[str, Any] = {
        name: given[name] for name in ("title", "need_type") if given.get(name)
    }
    if given.get("subject"):
        changes["subject"] = Subject.objects.get(pk=given["subject"])
    if "type" in given:
        changes["type"] = CaseType.objects.filter(pk=given["type"]).first()
    if changes:
        actions.describe(case, by=by, at=now(), **changes)


@GET_AND_POST
@requires("cases.write")
def description(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    known = {"title": case.title, "subject": case.subject_id, "need_type": case.need_type}
    form = DescriptionForm(
        posted(request),
        subjects=subjects_for(case),
        types=choices.types([case.client_id], also=case.type_id),
        initial={**known, "type": case.type_id},
    )
    if request.method == "POST" and form.is_valid():
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: describe_from(case, form.cleaned_data, by=request.user),
            done=_("Saved. Nothing is sent to the customer."),
            undoes=True,
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form}
    return dialog(request, "desk/_description.html", context, status=status_of(form))


@GET_AND_POST
@requires("cases.write")
def assign(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    form = assign_form(request, [case.client_id])
    if request.method == "POST" and form.is_valid():
        agent, group = chosen(form)
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: actions.assign(case, agent=agent, group=group, by=request.user, at=now()),
            done=_("Saved. Nothing is sent to the customer."),
            undoes=True,
        )
        if answer is not None:
            return answer
    form.initial = {"agent": case.agent_id, "group": case.group_id}
    return dialog(
        request, "desk/_assign.html", {"case": case, "form": form}, status=status_of(form)
    )


def assign_form(request: AgentRequest, clients: list[int], *, is_asked: bool = True) -> AssignForm:
    """Offer oneself and the groups and, to whoever may give work to others, everybody."""
    identity = request.identity
    may_others = all(identity.may("cases.assign_others", client_id=one) for one in clients)
    me = [(request.user.pk, request.user.name)]
    return AssignForm(
        posted(request) if is_asked else None,
        agents=choices.agents(clients, at=now()) if may_others else me,
        groups=choices.groups(clients),
    )


def chosen(form: AssignForm) -> tuple[Agent | None, Group | None]:
    agent = Agent.objects.filter(pk=form.cleaned_data["agent"]).first()
    group = Group.objects.filter(pk=form.cleaned_data["group"]).first()
    return agent, group


@require_POST
@requires("cases.write")
def tags(request: AgentRequest, number: str) -> HttpResponse:
    """Put a tag on the case, or take one off."""
    case = case_or_404(request, number)
    removed = request.POST.get("remove", "")
    if removed.isdigit():
        label = case.tags.filter(pk=int(removed)).first()
        if label is None:
            return back(request, case)
        return attempt(
            request,
            case,
            lambda: actions.untag(case, label, by=request.user, at=now()),
            done=_("The case no longer carries “%(tag)s”.") % {"tag": label.name},
            undoes=True,
        )
    form = TagForm(request.POST)
    if form.is_valid():
        name = form.cleaned_data["name"]
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: actions.tag(case, name, by=request.user, at=now()),
            done=_("The case now carries “%(tag)s”.") % {"tag": name},
            undoes=True,
        )
        if answer is not None:
            return answer
    return dialog(request, "desk/_tag.html", {"case": case, "form": form}, status=status_of(form))


@require_POST
@requires("files.write")
def add_file(request: AgentRequest, number: str) -> HttpResponse:
    """Put a file with the case, for colleagues."""
    case = case_or_404(request, number)
    brought = request.FILES.get("file")
    if brought is None:
        messages.error(request, _("Choose a file of at most 25 MB first."))
        return back(request, case)

    def keep() -> None:
        name = brought.name or "fil"
        upload = upload_file(brought.read(), name=name, by=request.user, at=now())
        actions.add_file(case, upload.file, name=upload.name, by=request.user, at=now())

    return attempt(
        request, case, keep, done=_("The file is with the case. The customer does not see it.")
    )
