"""The list of cases: its views, its conditions, its rows, its export."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from gensvar.foundation.integrations.exports import Column, Format, export, rows_seen_by
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import record_export
from gensvar.operations.cases.models import Case, SavedView
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.queries.columns import FILLED, field_columns
from gensvar.operations.cases.queries.conditions import SOON, Conditions, matching
from gensvar.operations.cases.queries.counting import counted, standing
from gensvar.operations.cases.queries.listing import ORDERS, Place, first_page, page
from gensvar.operations.search.queries import MOST_CASES, matching_cases
from gensvar.screens.desk import lists
from gensvar.screens.desk.reaching import clients_of, only_client
from gensvar.screens.desk.words import Moments, capped


@require_GET
@requires("cases.read")
def cases(request: AgentRequest) -> HttpResponse:
    at = now()
    moments = Moments(at)
    base = reverse("desk_cases")
    conditions, unreadable = Conditions.read(request.GET.dict())
    if "ord" in request.GET:  # an address from before, or written by hand
        return _to_list(conditions)
    among = matching_cases(conditions.ord) if conditions.ord else None
    listed = _matching(request, conditions, at, among)
    place = lists.place_in(request.GET)
    if among is None and conditions.svar != SOON and not (place.after or place.before):
        me, only = request.user.pk, only_client(request.identity)
        shown = first_page(conditions, place, me=me, at=at, only_client=only)
    else:
        shown = page(listed, place)
    saved = list(SavedView.objects.filter(owner=request.user.pk).order_by("name"))
    counts = _counts(request, saved, conditions, listed, at)
    is_whole = not (shown.before or shown.after)
    total = len(shown.rows) if is_whole else counts["listed"]
    context = {
        "conditions": lists.in_words(conditions, moments=moments, base=base),
        "unreadable": [lists.NAMES[name] for name in unreadable],
        "address": conditions.address(),
        "asked": conditions,
        "lines": lists.lines(
            shown.rows, moments=moments, with_client=only_client(request.identity) is None
        ),
        "heading": lists.heading(conditions, saved),
        "order": lists.order_in_words(place),
        "headers": _headers(conditions, place, base),
        "before": _further(conditions, place, base, "fore", shown.before),
        "after": _further(conditions, place, base, "efter", shown.after),
        "total": capped(total),
        "count": total,
        "is_cut": among is not None and len(among) >= MOST_CASES,
        "most_found": MOST_CASES,
        "mine": lists.beside(lists.MINE, counts, current=conditions, base=base),
        "groups": lists.beside(lists.GROUPS, counts, current=conditions, base=base),
        "saved": lists.saved_beside(saved, counts, current=conditions, base=base),
        "suggestion": _suggestion(request, conditions, at, base) if not shown.rows else None,
        "at": lists.listed_now(at),
        "may": request.identity.may,
    }
    return render(request, "desk/cases.html", context)


@require_POST
@requires("cases.read")
def look_for(request: AgentRequest) -> HttpResponse:
    """Lead to the list that a form asks for; its words may name a person and came by POST."""
    conditions, _unreadable = Conditions.read(request.POST.dict())
    return _to_list(conditions)


def _to_list(conditions: Conditions) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('desk_cases')}?{conditions.address()}".rstrip("?"))


def _matching(
    request: AgentRequest, conditions: Conditions, at: datetime, among: list[int] | None = None
) -> QuerySet[Case]:
    return matching(
        conditions,
        me=request.user.pk,
        at=at,
        only_client=only_client(request.identity),
        among=among,
    )


def _counts(
    request: AgentRequest,
    saved: list[SavedView],
    conditions: Conditions,
    listed: QuerySet[Case],
    at: datetime,
) -> dict[str, int]:
    """Count the views and this list; one that looks for words is not counted beside others."""
    everybody = {view.key: view.conditions for view in (*lists.MINE, *lists.GROUPS)}
    own = {f"saved-{view.pk}": lists.read_saved(view) for view in saved}
    kept = {**everybody, **{key: one for key, one in own.items() if not one.ord}}
    known = next((key for key, one in kept.items() if one == conditions), None)
    counting = {
        key: standing(one, me=request.user.pk, at=at, only_client=only_client(request.identity))
        for key, one in kept.items()
    }
    counts = counted(counting if known else {**counting, "listed": listed})
    return {**counts, "listed": counts[known or "listed"]}


def _headers(conditions: Conditions, place: Place, base: str) -> dict[str, dict[str, str]]:
    """Return, for each column that sorts, its address and how it sorts now."""
    headers = {}
    for name in ORDERS:
        is_current = place.order == name
        wanted = f"-{name}" if is_current and not place.is_descending else name
        sorts = ("descending" if place.is_descending else "ascending") if is_current else ""
        asked = "&".join(filter(None, [conditions.address(), f"ordning={wanted}"]))
        headers[name] = {"href": f"{base}?{asked}", "sorted": sorts}
    return headers


def _further(conditions: Conditions, place: Place, base: str, key: str, cursor: str) -> str:
    if not cursor:
        return ""
    order = f"-{place.order}" if place.is_descending else place.order
    asked = urlencode({"ordning": order, key: cursor})
    return f"{base}?{'&'.join(filter(None, [conditions.address(), asked]))}"


def _suggestion(
    request: AgentRequest, conditions: Conditions, at: datetime, base: str
) -> dict[str, Any] | None:
    """Return the one condition without which there would be cases, and how many."""
    options = {}
    for name, _value in conditions:
        looser = conditions.without(name)
        among = matching_cases(looser.ord) if looser.ord else None
        options[name] = _matching(request, looser, at, among)
    counts = counted(options)
    if not counts or not max(counts.values()):
        return None
    name = max(counts, key=lambda key: counts[key])
    return {
        "name": lists.NAMES[name],
        "count": capped(counts[name]),
        "href": f"{base}?{conditions.without(name).address()}",
    }


@require_GET
@requires("cases.read")
def newer(request: AgentRequest, since: str) -> HttpResponse:
    """Say how many cases have come or changed since the list was drawn; nothing moves by itself."""
    at = now()
    if not since.isdigit() or len(since) > 17:
        raise Http404
    drawn = datetime.fromtimestamp(int(since) / 1_000_000, tz=UTC)
    conditions, _unreadable = Conditions.read(request.GET.dict())
    among = matching_cases(conditions.ord) if conditions.ord else None
    listed = _matching(request, conditions, at, among).filter(state_since__gt=drawn)
    count = counted({"newer": listed}, most=100)["newer"]
    context = {
        "count": count,
        "words": capped(count, 100),
        "href": f"{reverse('desk_cases')}?{conditions.address()}",
    }
    return render(request, "desk/_newer.html", context)


@require_GET
@requires("cases.read")
def conditions(request: AgentRequest) -> HttpResponse:
    """Ask for conditions in one form; it leads back to the list, whose address says them."""
    asked, _unreadable = Conditions.read(request.GET.dict())
    clients = clients_of(request.identity, "cases.read")
    context = {
        "asked": asked,
        "subjects": choices.subjects_by_area(clients),
        "groups": choices.groups(clients),
        "agents": choices.agents(clients, at=now()),
        "tags": choices.tags(clients),
        "clients": choices.clients_named(clients) if len(clients) > 1 else [],
    }
    return dialog(request, "desk/_conditions.html", context)


def dialog(
    request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """Draw a dialog for htmx to open, or the same as a page of its own."""
    if getattr(request, "htmx", False):
        response = render(request, template, {**context, "in_dialog": True}, status=status)
        response.headers["HX-Trigger-After-Swap"] = '{"dialog:open": {"target": "#act"}}'
        return response
    shown = {**context, "inner": template, "in_dialog": False}
    return render(request, "desk/act.html", shown, status=status)


COLUMNS: tuple[Column[Case], ...] = (
    Column("number", lambda case: case.number, _("Number")),
    Column("title", lambda case: case.title, _("Case")),
    Column("client", lambda case: case.client.public_name, _("Client")),
    Column("customer", lambda case: case.customer.number if case.customer else "", _("Customer")),
    Column("subject", lambda case: case.subject.name if case.subject else "", _("Subject")),
    Column("need_type", lambda case: case.get_need_type_display(), _("Need")),
    Column("channel", lambda case: case.get_channel_display(), _("Channel")),
    Column("state", lambda case: case.get_state_display(), _("State")),
    Column("since", lambda case: case.state_since, _("Since")),
    Column("opened", lambda case: case.opened_at, _("Opened")),
    Column("closed", lambda case: case.closed_at, _("Closed")),
    Column("agent", lambda case: case.agent.name if case.agent else "", _("Responsible")),
    Column("group", lambda case: case.group.code if case.group else "", _("Group")),
)
EXPORTED = ("client", "customer", "subject", "agent", "group")


# The rows are streamed after this view has returned, in a transaction of their own.
@require_GET
@transaction.non_atomic_requests
def exported(request: HttpRequest, format: str) -> HttpResponseBase:
    with transaction.atomic():
        return _exported(cast(AgentRequest, request), format)


@requires("cases.export")
def _exported(request: AgentRequest, format: str) -> HttpResponseBase:
    if format not in set(Format):
        raise Http404
    at = now()
    conditions, _unreadable = Conditions.read(request.GET.dict())
    among = matching_cases(conditions.ord) if conditions.ord else None
    listed = _matching(request, conditions, at, among).select_related(*EXPORTED)
    fields = field_columns(
        clients_of(request.identity, "cases.export"), language=request.LANGUAGE_CODE
    )
    if fields:
        listed = listed.prefetch_related(FILLED)
    record_export(conditions, by=request.user, at=at)
    rows = rows_seen_by(request.identity, "cases.export", listed.order_by("opened_at", "pk"))
    stamp = localdate(at).isoformat()
    return export(
        rows,
        [*COLUMNS, *fields],
        format,
        name=f"arenden-{stamp}",
        semicolon=request.LANGUAGE_CODE == "sv",
    )


exported.permission = "cases.export"  # type: ignore[attr-defined]
