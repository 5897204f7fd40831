"""The floor as a page and as its parts, and the levers: shown, pulled, taken back."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.channels.voice.watched import coached_talks
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Forecast, Lever
from gensvar.operations.routing.queries.floor import queues_now
from gensvar.operations.routing.queries.heat import heated_lately
from gensvar.operations.routing.queries.levers import pulled
from gensvar.operations.routing.queries.measured import plans_now
from gensvar.operations.routing.queries.strain import strains_told
from gensvar.operations.routing.queries.wallboard import in_time_today
from gensvar.screens.floor.chart import chart_of
from gensvar.screens.floor.handling import percent
from gensvar.screens.floor.people import people_of
from gensvar.screens.floor.verdict import (
    Names,
    chosen_row,
    clock,
    interval,
    pulled_words,
    rows_of,
    shown,
    verdict,
)

READ = "routing.read"
LEAD = "routing.lead"
# How often it is written down anew that somebody looks at who does what.
LOGGED = timedelta(minutes=15)


@require_safe
@requires(READ)
def now_page(request: AgentRequest) -> HttpResponse:
    """Show what goes wrong before it does, and what would help."""
    at = now()
    for client in sorted(reach(request.identity, READ).clients):
        actions.note_floor_seen(client, by=request.user, at=at, every=LOGGED)
    return render(request, "floor/now.html", _context(request))


@require_safe
@requires(READ)
def parts(request: AgentRequest) -> HttpResponse:
    """Draw the page's parts as they are by now."""
    return render(request, "floor/_parts.html", _context(request))


@require_POST
@requires(READ)
def again(request: AgentRequest) -> HttpResponse:
    """Have the rest of the day worked out again."""
    clients = reach(request.identity, READ).clients
    if actions.ask_for_forecast(clients, at=now(), even_if_fresh=True):
        messages.success(request, _("It is being worked out. It stands here in a moment."))
    return HttpResponseRedirect(reverse("floor:now"))


@requires(LEAD)
def lever(request: AgentRequest, forecast: int, key: str) -> HttpResponse:
    """Show what a lever would do; pull it when somebody confirms."""
    clients = reach(request.identity, LEAD).clients
    found = get_object_or_404(Forecast, pk=forecast, client__in=clients)
    told = next((one for one in found.levers if one["key"] == key), None)
    if told is None:
        raise Http404
    refusal = ""
    if request.method == "POST":
        try:
            actions.pull_foreseen(found, key, by=request.user, at=now())
        except Refused as refused:
            refusal = refused.words()
        else:
            messages.success(
                request,
                _("Pulled. It ends by itself at %(time)s.") % {"time": clock(told["ends_at"])},
            )
            return HttpResponseRedirect(reverse("floor:now"))
    names = Names.of(found.levers)
    effects = [
        {
            "queue": names.queue(int(number)),
            "before": percent(found.queues[number]["level"]["mean"]),
            "after": percent(effect["level"]["mean"]),
            "change": interval(effect["change"]),
        }
        for number, effect in told["effects"].items()
    ]
    context: dict[str, Any] = {
        "shown": next(one for one in shown(found) if one.key == key),
        "effects": sorted(effects, key=lambda one: one["queue"]),
        "forecast": found,
        "made_at": clock(found.made_at),
        "refusal": refusal,
    }
    return render(request, "floor/lever.html", context, status=409 if refusal else 200)


@require_POST
@requires(LEAD)
def take_back(request: AgentRequest, lever: int) -> HttpResponse:
    """Let the router do as before."""
    clients = reach(request.identity, LEAD).clients
    found = get_object_or_404(Lever, pk=lever, client__in=clients)
    try:
        actions.take_back(found, by=request.user, at=now())
        messages.success(request, _("Taken back. Contacts are offered as before."))
    except Refused as refused:
        messages.error(request, refused.words())
    return HttpResponseRedirect(reverse("floor:now"))


def _context(request: AgentRequest) -> dict[str, Any]:
    at = now()
    clients = reach(request.identity, READ).clients
    newest = {client: actions.newest_forecast(client) for client in clients}
    forecasts = {
        client: one for client, one in newest.items() if one is not None and one.until > at
    }
    queues = queues_now(clients, at=at)
    if queues:
        actions.ask_for_forecast(sorted({one.queue.client_id for one in queues}), at=at)
    usual = {
        int(key): told["handling_seconds"]
        for forecast in forecasts.values()
        for key, told in forecast.queues.items()
    }
    rows = rows_of(queues, forecasts, in_time_today(clients, at=at), plans_now(), at)
    led = reach(request.identity, LEAD).clients if request.identity.may(LEAD) else frozenset()
    strains, seen_to_by_others = strains_told(led, me=request.user, at=at)
    actions.note_strains_seen(strains, by=request.user, at=at)
    chosen = chosen_row(rows, request.GET.get("queue", ""))
    return {
        "verdict": verdict(rows, forecasts, queues, at=at),
        "rows": rows,
        "chosen": chosen,
        "is_chosen": "queue" in request.GET,
        "chart": chart_of(chosen.halves, at=at, missing=_("%(count)s missing"))
        if chosen and chosen.halves
        else None,
        "today": localtime(at).date(),
        "several": len(clients) > 1,
        "people": people_of(clients, usual, talks=coached_talks(request.identity, clients), at=at),
        "levers": [(one.pk, lever) for one in forecasts.values() for lever in shown(one)],
        "pulled": [
            {"row": one, "words": pulled_words(one), "until": clock(one.ends_at)}
            for one in pulled(clients, at=at)
        ],
        "made_at": clock(min(one.made_at for one in forecasts.values())) if forecasts else "",
        "tried": sum(one.tried for one in forecasts.values()),
        "runs": min((one.runs for one in forecasts.values()), default=0),
        "is_stale": any(at - one.made_at > actions.ACTED_ON for one in forecasts.values()),
        "may_lead": request.identity.may(LEAD),
        "heated": heated_lately(led, at=at) if led else [],
        "strains": strains,
        "strains_of_others": seen_to_by_others,
    }
