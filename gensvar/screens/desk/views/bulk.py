"""The same act on several chosen cases. Nothing of it is sent to any customer."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries import choices
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.desk.views.acts import assign_form, chosen
from gensvar.screens.desk.views.cases import dialog

MOST = 100


@require_POST
@requires("cases.write")
def several(request: AgentRequest) -> HttpResponse:
    """Do what was asked with the chosen cases, or first ask what it needs to know."""
    keys = [int(key) for key in request.POST.getlist("case") if key.isdigit() and len(key) < 19]
    found = list(Case.objects.filter(pk__in=keys[:MOST]).order_by("pk"))
    if not found:
        messages.error(request, _("Choose at least one case first."))
        return _to_list(request)
    acts = {"take": _take, "assign": _assign, "subject": _subject, "tag": _tag, "merge": _merge}
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        messages.error(request, _("Choose what to do with the cases."))
        return _to_list(request)
    return act(request, found)


def _take(request: AgentRequest, found: list[Case]) -> HttpResponse:
    return _each(request, found, lambda case: actions.take(case, by=request.user, at=now()))


def _assign(request: AgentRequest, found: list[Case]) -> HttpResponse:
    clients = sorted({case.client_id for case in found})
    is_asked = "agent" in request.POST
    form = assign_form(request, clients, is_asked=is_asked)
    if is_asked and form.is_valid():
        agent, group = chosen(form)
        return _each(
            request,
            found,
            lambda case: actions.assign(case, agent=agent, group=group, by=request.user, at=now()),
        )
    return _ask(request, found, {"form": form, "act": "assign", "title": _("Hand out the cases")})


def _subject(request: AgentRequest, found: list[Case]) -> HttpResponse:
    subjects = choices.subjects_by_area({case.client_id for case in found})
    key = request.POST.get("subject", "")
    subject = Subject.objects.filter(pk=key).first() if key.isdigit() else None
    if subject is not None:
        return _each(
            request,
            found,
            lambda case: actions.describe(case, subject=subject, by=request.user, at=now()),
        )
    return _ask(
        request, found, {"subjects": subjects, "act": "subject", "title": _("Change subject")}
    )


def _tag(request: AgentRequest, found: list[Case]) -> HttpResponse:
    name = " ".join(request.POST.get("name", "").replace("\0", "").split())
    if name:
        return _each(
            request, found, lambda case: actions.tag(case, name, by=request.user, at=now())
        )
    tags = choices.tags({case.client_id for case in found})
    return _ask(request, found, {"tags": tags, "act": "tag", "title": _("Add a tag")})


def _merge(request: AgentRequest, found: list[Case]) -> HttpResponse:
    """Make the chosen cases one: the one that is kept takes the others in."""
    clients = {case.client_id for case in found}
    if not all(request.identity.may("cases.join", client_id=one) for one in clients):
        raise PermissionDenied("cases.join")
    if len(found) < 2:
        messages.error(request, _("Choose at least two cases to merge."))
        return _to_list(request)
    kept = request.POST.get("into", "")
    into = next((case for case in found if str(case.pk) == kept), None)
    if into is None:
        return _ask(request, found, {"act": "merge", "title": _("Merge the cases")})
    rest = [case for case in found if case.pk != into.pk]
    return _each(
        request, rest, lambda case: actions.merge(case, into=into, by=request.user, at=now())
    )


def _ask(request: AgentRequest, found: list[Case], context: dict[str, object]) -> HttpResponse:
    shown = {**context, "cases": found, "back": _list_address(request)}
    return dialog(request, "desk/_several.html", shown)


def _each(request: AgentRequest, found: list[Case], act: Callable[[Case], object]) -> HttpResponse:
    """Act on each; what a rule refuses is named and the others are done."""
    refused: list[str] = []
    for case in found:
        try:
            act(case)
        except Refused as refusal:
            refused.append(f"{case.number}: {refusal.words()}")
    done = len(found) - len(refused)
    if done:
        said = ngettext("%(count)s case changed.", "%(count)s cases changed.", done)
        messages.success(
            request, f"{said % {'count': done}} {_('Nothing is sent to the customers.')}"
        )
    for sentence in refused[:5]:
        messages.error(request, sentence)
    return _to_list(request)


def _to_list(request: AgentRequest) -> HttpResponse:
    return HttpResponseRedirect(_list_address(request))


def _list_address(request: AgentRequest) -> str:
    asked = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if asked.startswith("/arenden/") and is_ours else reverse("desk_cases")
