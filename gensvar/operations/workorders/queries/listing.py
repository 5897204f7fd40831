"""Orders as they are listed, and what each took and cost, in one query."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from django.db.models import (
    BigIntegerField,
    DecimalField,
    Exists,
    Field,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
)
from django.db.models.functions import Coalesce

from gensvar.operations.workorders.models import (
    Estimate,
    Material,
    WorkOrder,
    WorkOrderQuerySet,
    WorkTime,
)
from gensvar.operations.workorders.rules.measures import Facts
from gensvar.operations.workorders.rules.repeats import AGAIN_WITHIN

VIEWS: Final = ("oppna", "forsenade", "aterrapportera", "klara", "igen", "alla")
WITH: Final = ("client", "place", "service", "agent", "group", "report")


def orders_of(clients: Collection[int] | None = None) -> WorkOrderQuerySet:
    """Return orders with their performers and places; without clients, all that may be seen."""
    rows = WorkOrder.objects.select_related(*WITH)
    return rows if clients is None else rows.filter(client__in=clients)


def in_view(rows: WorkOrderQuerySet, view: str, *, at: datetime) -> WorkOrderQuerySet:
    """Limit orders to one of the views, in the order in which they are worked."""
    limited = {
        "oppna": rows.open,
        "forsenade": lambda: rows.overdue(at=at),
        "aterrapportera": rows.to_report,
        "klara": lambda: rows.filter(stage="done"),
        "igen": lambda: _repeated(rows),
        "alla": rows.all,
    }[view]()
    if view in {"klara", "igen", "alla"}:
        return limited.order_by("-made_at", "-pk")
    return limited.order_by("priority", Coalesce("promised_at", "planned_end", "made_at"), "pk")


def with_costs(rows: WorkOrderQuerySet) -> WorkOrderQuerySet:
    """Add to each order its hours and cost, as estimated last and as they became; money in öre."""
    times = _sum(WorkTime.objects.all(), "cost", BigIntegerField())
    used = _sum(Material.objects.all(), "cost", BigIntegerField())
    newest = Estimate.objects.filter(order=OuterRef("pk")).order_by("-pk")
    costs: dict[str, Any] = {
        "hours": _sum(WorkTime.objects.all(), "hours", DecimalField()),
        "actual": Coalesce(times, 0) + Coalesce(used, 0),
        "estimated": Subquery(newest.values("total")[:1]),
        "hours_estimated": Subquery(newest.values("hours")[:1]),
    }
    return rows.annotate(**costs)


def facts_of(rows: WorkOrderQuerySet) -> list[Facts]:
    """Return what the measures ask of each order that was not cancelled.

    Orders of confidential cases are in no figure.
    """
    counted = with_costs(rows.exclude(stage="cancelled").filter(case__access=None))
    return [
        Facts(
            about=(order.place_id, order.service_id) if order.place_id else None,
            made_at=order.made_at,
            due_at=order.due_at,
            finished_at=order.finished_at,
            told_customer=hasattr(order, "report"),
            told_desk=hasattr(order, "report"),
            estimate=order.estimated,
            actual=order.actual if order.hours is not None else None,
            hours_estimated=order.hours_estimated,
            hours=order.hours,
        )
        for order in counted
    ]


def _repeated(rows: WorkOrderQuerySet) -> WorkOrderQuerySet:
    """Orders for a fault that the same place had at most 90 days before, as K121 counts them."""
    before = WorkOrder.objects.exclude(stage="cancelled").annotate(kind=Coalesce("service_id", 0))
    before = before.filter(
        place=OuterRef("place"),
        kind=Coalesce(OuterRef("service_id"), 0),
        made_at__lt=OuterRef("made_at"),
        made_at__gte=OuterRef("made_at") - AGAIN_WITHIN,
    )
    return rows.exclude(stage="cancelled").filter(Exists(before))


def _sum(rows: "QuerySet[Any]", column: str, kind: "Field[Any, Any]") -> Subquery:
    of_order = rows.filter(order=OuterRef("pk")).order_by().values("order")
    return Subquery(of_order.annotate(sum=Sum(column)).values("sum"), output_field=kind)
