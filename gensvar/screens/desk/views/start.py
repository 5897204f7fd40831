"""Where an agent begins: what to do now."""

from typing import Any

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
from gensvar.operations.cases.queries.conditions import matching
from gensvar.operations.cases.queries.counting import counted, standing
from gensvar.operations.cases.queries.listing import CaseRow, ordered, rows_of
from gensvar.operations.cases.queries.story import story_of
from gensvar.operations.contacts.models import Channel
from gensvar.operations.disruptions.queries import ongoing_for
from gensvar.operations.routing.queries.places import offered_cases
from gensvar.screens.desk import lists
from gensvar.screens.desk.reaching import clients_of, only_client
from gensvar.screens.desk.timeline import drawn
from gensvar.screens.desk.words import CHANNEL_ICONS, Moments, capped

SHOWN = 12
LAST_LINES = 4
MINE, UNASSIGNED, UNANSWERED = lists.MINE[0], lists.GROUPS[1], lists.GROUPS[0]


@require_GET
@requires("cases.answer")
def start(request: AgentRequest) -> HttpResponse:
    at = now()
    moments = Moments(at)
    views = (*lists.MINE, *lists.GROUPS)
    mine, unassigned = _waiting(request, MINE, at), _waiting(request, UNASSIGNED, at)
    counts = counted(
        {
            view.key: standing(
                view.conditions,
                me=request.user.pk,
                at=at,
                only_client=only_client(request.identity, "cases.answer"),
            )
            for view in views
        }
    )
    first = mine[0] if mine else None
    context = {
        "mine": [_item(row, moments) for row in mine],
        "unassigned": [_item(row, moments) for row in unassigned],
        "counts": {key: capped(count) for key, count in counts.items()},
        "waiting": counts["mine"],
        "oldest": moments.when(first.since) if first else "",
        "first": first,
        "first_waited": moments.waited(first.since) if first else "",
        "first_tone": moments.tone(first.state, first.since) if first else "",
        "last": _last(first, moments) if first else [],
        "addresses": {view.key: view.conditions.address() for view in views},
        "base": reverse("desk_cases"),
        "ongoing": ongoing_for(clients_of(request.identity, "disruptions.read"), at=at),
    }
    return render(request, "desk/start.html", context)


def _waiting(request: AgentRequest, view: lists.View, at: Any) -> list[CaseRow]:
    cases = matching(
        view.conditions,
        me=request.user.pk,
        at=at,
        only_client=only_client(request.identity, "cases.answer"),
    )
    return rows_of(ordered(cases, "state_since", is_falling=False)[:SHOWN])


def _item(row: CaseRow, moments: Moments) -> dict[str, Any]:
    parts = (row.number, row.customer, row.subject)
    return {
        "number": row.number,
        "title": row.title,
        "icon": CHANNEL_ICONS.get(Channel(row.channel), "inbox"),
        "second": " · ".join(part for part in parts if part),
        "when": moments.waited(row.since),
        "tone": moments.tone(row.state, row.since),
    }


def _last(first: CaseRow, moments: Moments) -> list[Any]:
    """Return the end of the story of the case to begin with."""
    case = Case.objects.get(pk=first.pk)
    return drawn(story_of(case), moments=moments, customer=first.customer)[-LAST_LINES:]


@require_POST
@requires("cases.answer")
def take_next(request: AgentRequest) -> HttpResponse:
    """Take the case that has waited longest without anybody, and open it."""
    groups = Group.objects.filter(memberships__agent=request.user.pk, memberships__until=None)
    try:
        case = actions.take_next(
            groups=groups.values_list("pk", flat=True),
            leave=offered_cases().values("case"),
            by=request.user,
            at=now(),
        )
    except Refused as refusal:
        messages.info(request, refusal.words())
        return HttpResponseRedirect(reverse("desk_start"))
    messages.success(request, _("The case is yours. Nothing is sent to the customer."))
    return HttpResponseRedirect(reverse("desk_case", args=[case.number]))
