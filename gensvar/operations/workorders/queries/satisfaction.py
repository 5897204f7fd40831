"""What customers answered about finished orders, by place and by performer, with how many."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Avg, Count, QuerySet

from gensvar.operations.workorders.models import Survey, WorkOrderQuerySet

# Fewer answers than this are not shown for a single person.
FEWEST = 5


@dataclass(frozen=True)
class Satisfaction:
    """A mean of scores from 1 to 5, and how many gave one."""

    name: str
    mean: Decimal | None
    count: int


def satisfaction(orders: WorkOrderQuerySet) -> Satisfaction:
    """Return what all customers of these orders answered."""
    found = _answered(orders).aggregate(mean=Avg("score"), count=Count("pk"))
    return Satisfaction("", _decimal(found["mean"]), found["count"])


def by_place(orders: WorkOrderQuerySet) -> list[Satisfaction]:
    rows = _answered(orders).exclude(place=None).values("place__code", "place__name")
    return [
        Satisfaction(f"{row['place__code']} {row['place__name']}", _decimal(row["mean"]), row["n"])
        for row in rows.annotate(mean=Avg("score"), n=Count("pk")).order_by("place__code")
    ]


def by_performer(orders: WorkOrderQuerySet) -> list[Satisfaction]:
    """Return means by group; and by person only where enough have answered to say something."""
    groups = _answered(orders).exclude(group=None).values("group__code")
    people = _answered(orders).exclude(performer=None).values("performer__name")
    found = [
        Satisfaction(row["group__code"], _decimal(row["mean"]), row["n"])
        for row in groups.annotate(mean=Avg("score"), n=Count("pk")).order_by("group__code")
    ]
    return found + [
        Satisfaction(
            row["performer__name"],
            _decimal(row["mean"]) if row["n"] >= FEWEST else None,
            row["n"],
        )
        for row in people.annotate(mean=Avg("score"), n=Count("pk")).order_by("performer__name")
    ]


def _answered(orders: WorkOrderQuerySet) -> "QuerySet[Survey]":
    return Survey.objects.filter(order__in=orders.values("pk"), order__case__access=None).exclude(
        score=None
    )


def _decimal(mean: float | None) -> Decimal | None:
    return None if mean is None else Decimal(str(mean))
