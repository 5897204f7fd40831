"""One act on many cases of a list: what it needs to know is asked, then it is shown, not done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.batches.actions import NothingChosen, ask, weigh
from gensvar.operations.batches.models import Batch
from gensvar.operations.batches.rules import MOST, PERMISSION, Act
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.queries.conditions import Conditions, matching
from gensvar.operations.cases.queries.typed import missing_fields_among
from gensvar.operations.search.queries import matching_cases
from gensvar.screens.desk.bulk_forms import FORMS, ManyAssign, ManyClose
from gensvar.screens.desk.reaching import only_client
from gensvar.screens.desk.views.cases import dialog

MOST_MERGED = 100
MERGE = "merge"


@dataclass(frozen=True)
class Chosen:
    """The cases somebody means, each with its client, and the list where all of it is meant."""

    cases: list[tuple[int, int]]
    conditions: str = ""

    @property
    def clients(self) -> list[int]:
        return sorted({client for _case, client in self.cases})


@require_POST
@requires("cases.write")
def several(request: AgentRequest) -> HttpResponse:
    """Show what an act would do with the chosen cases, or first ask what it needs to know."""
    chosen, asked = _chosen(request), request.POST.get("act", "")
    if not chosen.cases:
        messages.error(request, NothingChosen().words())
        return _to_list(request)
    if asked == MERGE:
        return _merge(request, chosen)
    if asked not in set(Act):
        messages.error(request, _("Choose what to do with the cases."))
        return _to_list(request)
    act = Act(asked)
    if not request.identity.may(PERMISSION[act]):
        raise PermissionDenied(PERMISSION[act])
    form = _form(request, act, chosen)
    if form is None:
        return _show(request, act, {}, chosen)
    if form.is_bound and form.is_valid():
        return _show(request, act, form.details(), chosen)
    title = Batch.Act(act).label
    context = {"form": form, "act": act, "title": title, "submit": _("Show what changes")}
    return _ask(request, chosen, context, status=422 if form.is_bound else 200)


def _chosen(request: AgentRequest) -> Chosen:
    """Return the ticked cases, or every case of the list where all of it is meant."""
    if request.POST.get("all"):
        conditions, _unreadable = Conditions.read(QueryDict(request.POST.get("list", "")).dict())
        among = matching_cases(conditions.ord) if conditions.ord else None
        rows = matching(
            conditions,
            me=request.user.pk,
            at=now(),
            only_client=only_client(request.identity),
            among=among,
        )
        found = rows.order_by("pk").values_list("pk", "client_id")[: MOST + 1]
        return Chosen(list(found), conditions.kept())
    given = request.POST.getlist("case")[: MOST + 1]
    keys = [int(key) for key in given if key.isascii() and key.isdigit() and len(key) < 19]
    found = Case.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "client_id")
    return Chosen(list(found))


def _form(request: AgentRequest, act: Act, chosen: Chosen) -> Any:
    """Return the form of an act, filled in if it was sent; None where nothing is asked."""
    sent = request.POST if "asked" in request.POST else None
    if act is Act.ASSIGN:
        may = request.identity.may
        may_others = all(may("cases.assign_others", client_id=one) for one in chosen.clients)
        me = [(request.user.pk, request.user.name)]
        return ManyAssign(
            sent,
            agents=choices.agents(chosen.clients, at=now()) if may_others else me,
            groups=choices.groups(chosen.clients),
        )
    if act is Act.CLOSE:
        missing = missing_fields_among(case for case, _client in chosen.cases[:MOST])
        return ManyClose(sent, clients=chosen.clients, at=now(), missing=missing)
    kind = FORMS.get(act)
    return kind and kind(sent, clients=chosen.clients, at=now())


def _show(request: AgentRequest, act: Act, details: dict[str, Any], chosen: Chosen) -> HttpResponse:
    """Ask for the act and lead to what it would do; the first cases are looked at already here."""
    at = now()
    try:
        batch = ask(
            act, details, chosen.cases, conditions=chosen.conditions, by=request.user, at=at
        )
    except Refused as refusal:
        messages.error(request, refusal.words())
        return _to_list(request)
    weigh(batch, identity=request.identity, at=at)
    return HttpResponseRedirect(reverse("desk_batch", args=[batch.pk]))


def _merge(request: AgentRequest, chosen: Chosen) -> HttpResponse:
    """Make the chosen cases one: the one that is kept takes the others in."""
    may = request.identity.may
    if not all(may("cases.join", client_id=one) for one in chosen.clients):
        raise PermissionDenied("cases.join")
    keys = [key for key, _client in chosen.cases[:MOST_MERGED]]
    found = list(Case.objects.filter(pk__in=keys).order_by("pk"))
    if len(found) < 2:
        messages.error(request, _("Choose at least two cases to merge."))
        return _to_list(request)
    kept = request.POST.get("into", "")
    into = next((case for case in found if str(case.pk) == kept), None)
    if into is None:
        context = {"act": MERGE, "title": _("Merge the cases"), "submit": _("Merge")}
        return _ask(request, chosen, {**context, "cases": found})
    rest = [case for case in found if case.pk != into.pk]
    return _each(
        request, rest, lambda case: actions.merge(case, into=into, by=request.user, at=now())
    )


def _ask(
    request: AgentRequest, chosen: Chosen, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    shown = {
        "chosen": chosen,
        "is_all": bool(request.POST.get("all")),
        "list": request.POST.get("list", ""),
        "back": _list_address(request),
        "most": MOST,
    }
    return dialog(request, "desk/_several.html", {**shown, **context}, status=status)


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
        told = [said % {"count": done}, _("Nothing is sent to the customers.")]
        messages.success(request, " ".join(told))
    for sentence in refused[:5]:
        messages.error(request, sentence)
    return _to_list(request)


def _to_list(request: AgentRequest) -> HttpResponse:
    return HttpResponseRedirect(_list_address(request))


def _list_address(request: AgentRequest) -> str:
    asked = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if asked.startswith("/arenden/") and is_ours else reverse("desk_cases")
