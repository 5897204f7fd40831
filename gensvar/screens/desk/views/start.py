"""The desk: what is in hand, what is next, and where to begin with nothing in hand."""

from typing import Any

from csp.decorators import csp_update
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.interpreting import interpreters_ahead
from gensvar.operations.cases.queries.listing import CaseRow
from gensvar.operations.cases.queries.story import story_of
from gensvar.operations.cases.views import must_say_why
from gensvar.operations.disruptions.queries import ongoing_for
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.queries.hand import in_hand
from gensvar.operations.routing.queries.places import offered_cases
from gensvar.screens.desk import lists
from gensvar.screens.desk.floor import place_of_status
from gensvar.screens.desk.hand import around, counts_of, own_work
from gensvar.screens.desk.interpreters import drawn_bookings
from gensvar.screens.desk.reaching import clients_of, unopened_case
from gensvar.screens.desk.timeline import drawn
from gensvar.screens.desk.views.case import WITH, draw
from gensvar.screens.desk.views.hand import draw_contact
from gensvar.screens.desk.words import Moments, capped

LAST_LINES = 4


@csp_update({"frame-src": ["'self'"]})  # type: ignore[arg-type]
@require_GET
@requires("cases.answer")
def start(request: AgentRequest) -> HttpResponse:
    """Show what was taken in hand first, or where to begin."""
    for first in in_hand(request.user)[:1]:
        if first.case is None and first.offer is not None:
            return draw_contact(request, first.offer)
        if first.case is not None:
            return _draw(request, first.case.number)
    return _draw_start(request)


@csp_update({"frame-src": ["'self'"]})  # type: ignore[arg-type]
@require_GET
@requires("cases.answer")
def work(request: AgentRequest, number: str) -> HttpResponse:
    """Show a case at the desk, in hand or not."""
    return _draw(request, number)


def _draw(request: AgentRequest, number: str) -> HttpResponse:
    found = unopened_case(number, Case.objects.select_related(*WITH))
    if must_say_why(request, found):
        return HttpResponseRedirect(reverse("desk_case", args=[found.number]))
    return draw(request, found)


def _draw_start(request: AgentRequest) -> HttpResponse:
    at = now()
    moments, work_now = Moments(at), own_work(request, at=at)
    views = (*lists.MINE, *lists.GROUPS)
    counts = counts_of(views, request, at=at)
    first = work_now.mine[0] if work_now.mine else None
    context = {
        "hand_list": work_now,
        "counts": {key: capped(count) for key, count in counts.items()},
        "waiting": counts["mine"],
        "oldest": moments.when(first.since) if first else "",
        "first": first,
        "first_waited": moments.waited(first.since) if first else "",
        "first_tone": moments.tone(first.state, first.since) if first else "",
        "last": _last(first, moments) if first else [],
        "addresses": {view.key: view.conditions.address() for view in views},
        "base": reverse("desk_cases"),
        "interpreters": drawn_bookings(
            interpreters_ahead(request.user, at=at).select_related("client"), moments=moments
        ),
        "ongoing": ongoing_for(clients_of(request.identity, "disruptions.read"), at=at),
        **place_of_status(request, at=at),
        **around(request, at=at),
    }
    return render(request, "desk/start.html", context)


def _last(first: CaseRow, moments: Moments) -> list[Any]:
    """Return the end of the story of the case to begin with."""
    case = Case.objects.get(pk=first.pk)
    return drawn(story_of(case), moments=moments, customer=first.customer)[-LAST_LINES:]


@require_POST
@requires("cases.answer")
def take_next(request: AgentRequest) -> HttpResponse:
    """Take the case that has waited longest without anybody, and open it."""
    groups = Group.objects.filter(memberships__agent=request.user.pk, memberships__until=None)
    at = now()
    try:
        case = actions.take_next(
            groups=groups.values_list("pk", flat=True),
            leave=offered_cases().values("case"),
            by=request.user,
            at=at,
        )
        routing.take_in_hand(case.pk, by=request.user, at=at)
    except Refused as refusal:
        messages.info(request, refusal.words())
        return HttpResponseRedirect(reverse("desk_start"))
    messages.success(request, _("The case is yours. Nothing is sent to the customer."))
    return HttpResponseRedirect(reverse("desk_work", args=[case.number]))
