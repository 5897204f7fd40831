"""One issue: how it comes about, what its level decides, and where it goes from there."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.register.models import Place, ServiceType
from gensvar.oversight.levels import actions
from gensvar.oversight.levels.forms import DecisionForm, IssueForm, LiftForm
from gensvar.oversight.levels.models import Issue, LevelName
from gensvar.oversight.levels.queries.facts import days_until
from gensvar.oversight.levels.queries.issues import counts_at, with_history
from gensvar.oversight.levels.queries.rights import check_level, clients_of, levels_of, on_level
from gensvar.oversight.levels.rules import WINDOW, Level, above
from gensvar.oversight.levels.views.frame import (
    GET_AND_POST,
    ask,
    asked,
    client_named,
    draw,
    key_of,
    posted,
)
from gensvar.oversight.levels.views.levels import level_named


@GET_AND_POST
@requires("levels.write")
def lift_faults(request: AgentRequest) -> HttpResponse:
    """Make an issue of faults that come back, on the tactical level."""
    rows = Place.objects.select_related("client").filter(client__in=clients_of(request.identity))
    place = get_object_or_404(rows, pk=key_of(request.GET.get("plats", "")))
    check_level(request.identity, Level.OPERATIONAL, place.client_id)
    services = ServiceType.objects.filter(client=place.client)
    service = services.filter(pk=key_of(request.GET.get("tjanst", ""))).first()
    name = f"{service.name}, {place}" if service else str(place)
    return ask(
        request,
        IssueForm(posted(request), initial={"title": name}),
        lambda given: actions.lift_faults(
            place, service=service, by=request.user, at=now(), **given
        ),
        client=place.client,
        back=_level_page(Level.OPERATIONAL, place.client),
        here=f"level-{Level.OPERATIONAL}",
        then=_page_after(request),
        title=_("Lift the faults at %(place)s") % {"place": place},
        verb=_("Lift to tactical"),
        counts=counts_at(place, service, days_until(localdate(), window=WINDOW)),
    )


@GET_AND_POST
@requires("levels.write")
def new_issue(request: AgentRequest) -> HttpResponse:
    """Lift something that one case has shown, written anew and without people."""
    chosen = level_named(request.GET.get("niva", Level.OPERATIONAL))
    client = on_level(request.identity, chosen, client=client_named(request))
    to = above(chosen) or chosen
    lands = to if to in levels_of(request.identity, client.pk) else chosen
    return ask(
        request,
        IssueForm(posted(request)),
        lambda given: actions.lift_matter(client, level=to, by=request.user, at=now(), **given),
        client=client,
        back=_level_page(chosen, client),
        here=f"level-{chosen}",
        then=lambda _issue: _level_page(lands, client)[1],
        title=_("Lift an issue"),
        verb=_("Lift it"),
    )


@require_safe
@requires("levels.read")
def issue(request: AgentRequest, issue_id: int) -> HttpResponse:
    found = _found(request, issue_id)
    return draw(
        request,
        "issue",
        found.client,
        here=f"level-{found.level}",
        issue=found,
        above=above(Level(found.level)),
    )


@GET_AND_POST
@requires("levels.write")
def lift(request: AgentRequest, issue_id: int) -> HttpResponse:
    found = _found(request, issue_id)
    return ask(
        request,
        LiftForm(posted(request)),
        lambda given: actions.lift(found, by=request.user, at=now(), **given),
        client=found.client,
        back=(found.title, reverse("levels:issue", args=[found.pk])),
        here=f"level-{found.level}",
        then=_page_after(request),
        title=_("Lift “%(issue)s”") % {"issue": found},
        verb=_("Lift it"),
    )


@GET_AND_POST
@requires("levels.write")
def decision(request: AgentRequest, issue_id: int) -> HttpResponse:
    found = _found(request, issue_id)
    return ask(
        request,
        DecisionForm(posted(request)),
        lambda given: actions.decide(found, by=request.user, at=now(), **given).issue,
        client=found.client,
        back=(found.title, reverse("levels:issue", args=[found.pk])),
        here=f"level-{found.level}",
        then=_page_after(request),
        title=_("Decide about “%(issue)s”") % {"issue": found},
        verb=_("Write it down"),
    )


@require_POST
@requires("levels.write")
def closing(request: AgentRequest, issue_id: int) -> HttpResponse:
    found = _found(request, issue_id)
    try:
        actions.close(found, by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
    else:
        messages.success(request, _("The issue is closed."))
    return HttpResponseRedirect(reverse("levels:issue", args=[found.pk]))


def _found(request: AgentRequest, issue_id: int) -> Issue:
    """Return an issue of a level that is one's own for the client that it is about."""
    rows = with_history().filter(client__in=clients_of(request.identity))
    found = get_object_or_404(rows, pk=key_of(str(issue_id)))
    check_level(request.identity, found.level, found.client_id)
    return found


def _level_page(level: Level, client: Client) -> tuple[str | Promise, str]:
    """Return the name and the address of a level's page about a client."""
    return LevelName(level).label, reverse("levels:level", args=[level.value]) + asked(client)


def _page_after(request: AgentRequest) -> Callable[[Issue], str]:
    """Lead to the page of an issue, or to one's own level where it is above one's own now."""

    def address(issue: Issue) -> str:
        if issue.level in levels_of(request.identity, issue.client_id):
            return reverse("levels:issue", args=[issue.pk])
        return reverse("levels:start") + asked(issue.client)

    return address
