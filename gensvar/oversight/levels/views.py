"""Three levels with their issues, three dashboards, and the wishes that the line decides about."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place, ServiceType
from gensvar.oversight.levels import actions
from gensvar.oversight.levels.forms import DecisionForm, IssueForm, LiftForm, WishForm
from gensvar.oversight.levels.models import ArchivedBoard, Issue, LevelName
from gensvar.oversight.levels.queries.boards import BOARDS, Tile, board
from gensvar.oversight.levels.queries.facts import days_until
from gensvar.oversight.levels.queries.issues import clusters, counts_at, issues_on, trend
from gensvar.oversight.levels.queries.wishes import wish_list
from gensvar.oversight.levels.rules import (
    ORDER,
    WINDOW,
    Level,
    above,
    quarter_named,
    quarter_of,
)
from gensvar.oversight.levels.words import BOARD_NAMES, told

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
# Who may open which dashboard: that of management, of the line, and of the customer.
BOARD_RIGHTS = {
    "management": "levels.strategic",
    "line": "levels.tactical",
    "customer": "levels.read",
}


@require_safe
@requires("levels.read")
def start(request: AgentRequest) -> HttpResponse:
    """Lead to the highest level that is one's own."""
    own = _own_levels(request)
    if not own:
        raise PermissionDenied("levels.read")
    return HttpResponseRedirect(reverse("levels:level", args=[own[-1].value]))


@require_safe
@requires("levels.read")
def level(request: AgentRequest, name: str) -> HttpResponse:
    chosen, client = _level(request, name), _client(request)
    today = localdate()
    is_strategic = chosen is Level.STRATEGIC
    context = {
        "level": chosen,
        "title": LevelName(chosen).label,
        "clusters": [] if is_strategic else clusters(client, today=today),
        "issues": list(issues_on(client, chosen)),
        # The highest level sees how it goes, never where or what.
        "trend": trend(client, today=today) if is_strategic else [],
        **_frame(request, client, here=f"level-{chosen}"),
    }
    return render(request, "levels/level.html", context)


@GET_AND_POST
@requires("levels.read")
def lift_faults(request: AgentRequest) -> HttpResponse:
    """Make an issue of faults that come back, on the tactical level."""
    _level(request, Level.OPERATIONAL)
    rows = Place.objects.select_related("client").filter(client__in=_reached(request))
    place = get_object_or_404(rows, pk=_key(request.GET.get("plats", "")))
    services = ServiceType.objects.filter(client=place.client)
    service = services.filter(pk=_key(request.GET.get("tjanst", ""))).first()
    counts = counts_at(place, service, days_until(localdate(), window=WINDOW))
    name = f"{service.name}, {place}" if service else str(place)
    form = IssueForm(request.POST if request.method == "POST" else None, initial={"title": name})

    def act(given: dict[str, Any]) -> Issue:
        return actions.lift_faults(place, service=service, by=request.user, at=now(), **given)

    title = _("Lift the faults at %(place)s") % {"place": place}
    return _asked(
        request,
        form,
        act,
        client=place.client,
        verb=_("Lift to tactical"),
        title=title,
        counts=counts,
    )


@GET_AND_POST
@requires("levels.read")
def new_issue(request: AgentRequest) -> HttpResponse:
    """Lift something that one case has shown, written anew and without people."""
    chosen, client = _level(request, request.GET.get("niva", Level.OPERATIONAL)), _client(request)
    form = IssueForm(request.POST if request.method == "POST" else None)

    to = above(chosen) or chosen
    is_own = to in _own_levels(request)

    def act(given: dict[str, Any]) -> Issue:
        return actions.lift_matter(client, level=to, by=request.user, at=now(), **given)

    return _asked(
        request,
        form,
        act,
        client=client,
        verb=_("Lift it"),
        title=_("Lift an issue"),
        then=reverse("levels:level", args=[(to if is_own else chosen).value]),
    )


@require_safe
@requires("levels.read")
def issue(request: AgentRequest, issue_id: int) -> HttpResponse:
    found = _issue(request, issue_id)
    context = {
        "issue": found,
        "above": above(Level(found.level)),
        "decision_form": DecisionForm(),
        "lift_form": LiftForm(),
        **_frame(request, found.client, here=f"level-{found.level}"),
    }
    return render(request, "levels/issue.html", context)


@GET_AND_POST
@requires("levels.read")
def lift(request: AgentRequest, issue_id: int) -> HttpResponse:
    found = _issue(request, issue_id)
    form = LiftForm(request.POST if request.method == "POST" else None)

    def act(given: dict[str, Any]) -> Issue:
        return actions.lift(found, by=request.user, at=now(), **given)

    title = _("Lift “%(issue)s”") % {"issue": found}
    return _asked(request, form, act, client=found.client, verb=_("Lift it"), title=title)


@GET_AND_POST
@requires("levels.read")
def decision(request: AgentRequest, issue_id: int) -> HttpResponse:
    found = _issue(request, issue_id)
    form = DecisionForm(request.POST if request.method == "POST" else None)

    def act(given: dict[str, Any]) -> Issue:
        return actions.decide(found, by=request.user, at=now(), **given).issue

    title = _("Decide about “%(issue)s”") % {"issue": found}
    return _asked(request, form, act, client=found.client, verb=_("Write it down"), title=title)


@require_POST
@requires("levels.read")
def closing(request: AgentRequest, issue_id: int) -> HttpResponse:
    found = _issue(request, issue_id)
    try:
        actions.close(found, by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
    else:
        messages.success(request, _("The issue is closed."))
    return HttpResponseRedirect(reverse("levels:issue", args=[found.pk]))


@require_safe
@requires("levels.read")
def dashboard(request: AgentRequest, name: str) -> HttpResponse:
    client = _client(request)
    _check_board(request, name, client)
    days = days_until(localdate(), window=WINDOW)
    context = {
        "name": name,
        "title": BOARD_NAMES[name],
        "tiles": [told(tile) for tile in board(client, name, days)],
        "days": days,
        **_frame(request, client, here=f"board-{name}"),
    }
    return render(request, "levels/board.html", context)


@require_safe
@requires("levels.read")
def tile(request: AgentRequest, name: str, key: str) -> HttpResponse:
    """Show the rows beneath a figure."""
    client = _client(request)
    _check_board(request, name, client)
    days = days_until(localdate(), window=WINDOW)
    found = next((one for one in board(client, name, days) if one.key == key), None)
    if found is None:
        raise Http404
    context = {
        "name": name,
        "board_name": BOARD_NAMES[name],
        "tile": told(found),
        "days": days,
        **_frame(request, client, here=f"board-{name}"),
    }
    return render(request, "levels/tile.html", context)


@require_safe
@requires("levels.read")
def archived(request: AgentRequest) -> HttpResponse:
    client = _client(request)
    rows = ArchivedBoard.objects.filter(client=client, board__in=_own_boards(request, client))
    context = {
        "boards": [(one, BOARD_NAMES[one.board]) for one in rows.order_by("-starts_on", "board")],
        **_frame(request, client, here="archive"),
    }
    return render(request, "levels/archive.html", context)


@require_safe
@requires("levels.read")
def archived_board(request: AgentRequest, board_id: int) -> HttpResponse:
    rows = ArchivedBoard.objects.select_related("client").filter(client__in=_reached(request))
    found = get_object_or_404(rows, pk=_key(str(board_id)))
    _check_board(request, found.board, found.client)
    context = {
        "archived": found,
        "title": BOARD_NAMES[found.board],
        "tiles": [told(Tile.from_kept(kept)) for kept in found.figures],
        **_frame(request, found.client, here="archive"),
    }
    return render(request, "levels/archived.html", context)


@require_safe
@requires("levels.read")
def wishes(request: AgentRequest) -> HttpResponse:
    """Show the wishes of a quarter to the line, with what it has decided."""
    _level(request, Level.TACTICAL)
    client = _client(request)
    quarter = quarter_named(request.GET.get("kvartal", "")) or quarter_of(localdate())
    context = {
        "found": wish_list(client, quarter),
        "opens_cases": request.identity.may("cases.read", client_id=client.pk),
        "form": WishForm(),
        **_frame(request, client, here="wishes"),
    }
    return render(request, "levels/wishes.html", context)


@GET_AND_POST
@requires("levels.read")
def wish(request: AgentRequest, number: str) -> HttpResponse:
    """Decide about one wish."""
    _level(request, Level.TACTICAL)
    rows = Case.objects.select_related("client").filter(client__in=_reached(request), access=None)
    case = get_object_or_404(rows, number=number[:12])
    held = getattr(case, "wish_decision", None)
    known = {"outcome": held.outcome, "words": held.words} if held else {}
    form = WishForm(request.POST if request.method == "POST" else None, initial=known)
    there = f"{reverse('levels:wishes')}?kvartal={quarter_of(localdate(case.opened_at))}"

    def act(given: dict[str, Any]) -> None:
        actions.decide_wish(case, by=request.user, at=now(), **given)

    title = _("Decide about the wish %(number)s") % {"number": case.number}
    return _asked(
        request,
        form,
        act,
        client=case.client,
        verb=_("Write it down"),
        title=title,
        then=f"{there}&uppdragsgivare={case.client.code}",
        about=case.title if request.identity.may("cases.read", client_id=case.client_id) else "",
    )


def _asked(
    request: AgentRequest,
    form: Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    client: Client,
    title: str,
    verb: str,
    then: str = "",
    **more: Any,
) -> HttpResponse:
    """Ask, do, and lead on; what is refused is told, and what was written is kept."""
    if request.method == "POST" and form.is_valid():
        try:
            done = act(form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            messages.success(request, _("Written down."))
            return HttpResponseRedirect(then or _after(request, done))
    context = {
        "form": form,
        "title": title,
        "verb": verb,
        **more,
        **_frame(request, client, here=""),
    }
    return render(request, "levels/ask.html", context, status=422 if form.is_bound else 200)


def _after(request: AgentRequest, issue: Issue) -> str:
    """Return the page of the issue, or of one's own level where it is above one's own now."""
    own = [one.value for one in _own_levels(request)]
    if issue.level in own:
        return reverse("levels:issue", args=[issue.pk])
    return reverse("levels:start")


def _own_levels(request: AgentRequest) -> list[Level]:
    return [one for one in ORDER if request.identity.may(f"levels.{one}")]


def _own_boards(request: AgentRequest, client: Client) -> list[str]:
    return [
        name
        for name, right in BOARD_RIGHTS.items()
        if request.identity.may(right, client_id=client.pk)
    ]


def _level(request: AgentRequest, name: str) -> Level:
    """Return a level of one's own; another is not for oneself, and an unknown one is not there."""
    if name not in set(Level):
        raise Http404
    if not request.identity.may(f"levels.{name}"):
        raise PermissionDenied(f"levels.{name}")
    return Level(name)


def _check_board(request: AgentRequest, name: str, client: Client) -> None:
    if name not in BOARDS:
        raise Http404
    if name not in _own_boards(request, client):
        raise PermissionDenied(BOARD_RIGHTS[name])


def _issue(request: AgentRequest, issue_id: int) -> Issue:
    rows = Issue.objects.select_related("client", "place", "service", "by")
    found = get_object_or_404(rows.filter(client__in=_reached(request)), pk=_key(str(issue_id)))
    _level(request, found.level)
    return found


def _reached(request: AgentRequest) -> frozenset[int]:
    return reach(request.identity, "levels.read").clients


def _client(request: AgentRequest) -> Client:
    """Return the client that the page is about: the one asked for, else the first of one's own."""
    rows = Client.objects.filter(pk__in=_reached(request)).order_by("-kind", "pk")
    asked = request.GET.get("uppdragsgivare", "")
    found = (rows.filter(code=asked) if asked else rows).first()
    if found is None:
        raise Http404
    return found


def _frame(request: AgentRequest, client: Client, *, here: str) -> dict[str, Any]:
    """Return what every page of the levels shows beside its own: where else one may go."""
    asked = f"?uppdragsgivare={client.code}"
    pages: list[tuple[str, str | Promise, str]] = [
        (f"level-{one}", LevelName(one).label, reverse("levels:level", args=[one.value]))
        for one in reversed(_own_levels(request))
    ]
    pages += [
        (f"board-{name}", BOARD_NAMES[name], reverse("levels:board", args=[name]))
        for name in _own_boards(request, client)
    ]
    if request.identity.may("levels.tactical", client_id=client.pk):
        pages.append(("wishes", _("Wishes and new needs"), reverse("levels:wishes")))
    pages.append(("archive", _("Earlier months"), reverse("levels:archive")))
    clients = Client.objects.filter(pk__in=_reached(request)).order_by("-kind", "pk")
    return {
        "client": client,
        "clients": list(clients),
        "asked": asked,
        "pages": [(label, f"{href}{asked}", key == here) for key, label, href in pages],
    }


def _key(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
