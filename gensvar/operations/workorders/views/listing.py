"""All orders of one's clients, what they tell together, and the same as a file."""

from collections.abc import Callable
from datetime import timedelta

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export, rows_seen_by
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.workorders.models import PreventionCard, WorkOrder, WorkOrderQuerySet
from gensvar.operations.workorders.queries.listing import (
    VIEWS,
    facts_of,
    in_view,
    orders_of,
    with_costs,
)
from gensvar.operations.workorders.queries.satisfaction import (
    by_performer,
    by_place,
    satisfaction,
)
from gensvar.operations.workorders.rules.measures import (
    cost_variance,
    on_time,
    repeat_share,
    reported_back,
)
from gensvar.operations.workorders.rules.money import in_kronor
from gensvar.operations.workorders.views.frame import draw

MOST = 200
# The figures are of the orders made in this time.
FIGURES_OF = timedelta(days=365)
LABELS = {
    "oppna": gettext_lazy("Open"),
    "forsenade": pgettext_lazy("orders", "Late"),
    "aterrapportera": gettext_lazy("To report back"),
    "klara": pgettext_lazy("orders", "Finished"),
    "igen": gettext_lazy("The same fault again"),
    "alla": gettext_lazy("All"),
}
FILE: list[Column[WorkOrder]] = [
    Column("number", lambda row: row.code, gettext_lazy("Order")),
    Column("client", lambda row: row.client.code, gettext_lazy("Client")),
    Column("place", lambda row: row.place.code if row.place else "", gettext_lazy("Place")),
    Column("where", lambda row: row.where, gettext_lazy("Where")),
    Column("service", lambda row: str(row.service or ""), gettext_lazy("Kind of service")),
    Column("action", lambda row: row.action, gettext_lazy("What shall be done")),
    Column("performer", lambda row: row.performer, gettext_lazy("Performer")),
    Column("is_contracted", lambda row: row.is_contracted, gettext_lazy("Contractor")),
    Column("priority", lambda row: row.get_priority_display(), gettext_lazy("Priority")),
    Column("stage", lambda row: row.get_stage_display(), gettext_lazy("State")),
    Column("made_at", lambda row: row.made_at, gettext_lazy("Made")),
    Column("planned_start", lambda row: row.planned_start, gettext_lazy("Planned start")),
    Column("planned_end", lambda row: row.planned_end, gettext_lazy("Planned end")),
    Column("promised_at", lambda row: row.promised_at, gettext_lazy("Promised")),
    Column("started_at", lambda row: row.started_at, gettext_lazy("Started")),
    Column("finished_at", lambda row: row.finished_at, gettext_lazy("Finished")),
    Column("planned_hours", lambda row: row.planned_hours, gettext_lazy("Planned hours")),
    Column("hours", lambda row: row.hours, gettext_lazy("Hours worked")),
    Column("estimate", lambda row: _kronor(row.estimated), gettext_lazy("Estimate, kronor")),
    Column("actual", lambda row: _kronor(row.actual), gettext_lazy("Outcome, kronor")),
]


@require_safe
@requires("workorders.read")
def orders(request: AgentRequest) -> HttpResponse:
    """Show the orders of a view, with what the last year's tell together."""
    at = now()
    chosen = request.GET.get("visa", "")
    chosen = chosen if chosen in VIEWS else VIEWS[0]
    typed = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    rows = _found(orders_of(), typed)
    year = orders_of().filter(made_at__gte=at - FIGURES_OF)
    facts = facts_of(year)
    return draw(
        request,
        "orders",
        orders=list(with_costs(in_view(rows, chosen, at=at))[:MOST]),
        chosen=chosen,
        typed=typed,
        tabs=[(key, LABELS[key], in_view(rows, key, at=at).count()) for key in VIEWS],
        figures={
            "variance": cost_variance(facts),
            "repeats": repeat_share(facts),
            "on_time": on_time(facts),
            "reported": reported_back(facts),
            "satisfaction": satisfaction(year),
        },
        by_place=by_place(year),
        by_performer=by_performer(year),
        cards=PreventionCard.objects.filter(settled_at=None).count(),
        at=at,
    )


@require_safe
@requires("workorders.read")
def orders_file(request: AgentRequest, kind: str) -> HttpResponseBase:
    if kind not in set(Format):
        raise Http404
    note_export("workorders.orders", format=kind, agent_id=request.user.pk, at=now())
    rows = with_costs(orders_of()).order_by("-made_at", "-pk")
    seen = rows_seen_by(request.identity, "workorders.read", rows)
    return export(seen, FILE, kind, name=_("work-orders"), semicolon=True)


def _found(rows: WorkOrderQuerySet, typed: str) -> WorkOrderQuerySet:
    """Limit orders to a number, or to words that they or their places contain."""
    number = typed.upper().removeprefix("A-")
    if number.isascii() and number.isdigit() and len(number) < 9:
        return rows.filter(number=int(number))
    if not typed:
        return rows
    by: Callable[[str], WorkOrderQuerySet] = lambda name: rows.filter(  # noqa: E731
        **{f"{name}__icontains": typed}
    )
    return by("where") | by("action") | by("place__name") | by("place__code")


def _kronor(ore: int | None) -> object:
    return None if ore is None else in_kronor(ore)
