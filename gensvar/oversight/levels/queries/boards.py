"""The questions of management, line and customer, each answered by a figure with its rows.

A question whose facts do not exist yet has no figure, and says why.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Avg, Count, F, QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.operations.customers.models import Customer
from gensvar.operations.disposal.models import Disposed
from gensvar.operations.register.models import Place
from gensvar.operations.workorders.models import Estimate, Survey, WorkOrder
from gensvar.operations.workorders.rules.measures import Facts, cost_variance, on_time, repeat_share
from gensvar.oversight.levels.queries.facts import (
    Days,
    cases_of,
    cost_of,
    faults_of,
    orders_of,
    wishes_of,
)

MOST_ROWS: Final = 50
NO_CASES, NO_ORDERS, NO_ANSWERS = "no-cases", "no-orders", "no-answers"


@dataclass(frozen=True)
class Row:
    """A line beneath a figure: what it is about, how many, and what it cost in öre."""

    label: str
    count: int | None = None
    cost: int | None = None


@dataclass(frozen=True)
class Tile:
    """One question and its answer in `unit`; without a value `why` names what is missing."""

    key: str
    value: float | None
    unit: str
    rows: tuple[Row, ...] = ()
    why: str = ""

    def kept(self) -> dict[str, Any]:
        """Return what is archived of it."""
        rows = [[row.label, row.count, row.cost] for row in self.rows]
        return {
            "key": self.key,
            "value": self.value,
            "unit": self.unit,
            "rows": rows,
            "why": self.why,
        }

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> "Tile":
        """Return a tile as it was archived."""
        rows = tuple(Row(*row) for row in kept["rows"])
        return cls(kept["key"], kept["value"], kept["unit"], rows, kept["why"])


def _services(client: Client, days: Days) -> Tile:
    """Which services matter most: the share of all faults that the commonest service has."""
    faults = faults_of(client, days)
    rows = _grouped(faults, "located__service__name")
    total = sum(row.count or 0 for row in rows)
    value = 100 * (rows[0].count or 0) / total if total else None
    return Tile("services", value, "percent", rows, "" if total else NO_CASES)


def _efficiency(client: Client, days: Days) -> Tile:
    """How delivery affects the customer: orders done on time (K122)."""
    orders = _facts(orders_of(client, days))
    share = on_time(orders)
    rows = (Row("on-time", share.part), Row("late", share.whole - share.part))
    value = float(share.value) * 100 if share.value is not None else None
    return Tile("efficiency", value, "percent", rows if share.whole else (), _unless(value))


def _right_price(client: Client, days: Days) -> Tile:
    """Right service at right price: what it cost against what was said (K120)."""
    found = cost_variance(_facts(orders_of(client, days)))
    rows = (
        Row("estimated", found.orders, found.estimate),
        Row("spent", found.orders, found.actual),
    )
    value = float(found.value) * 100 if found.value is not None else None
    return Tile("right-price", value, "percent", rows if found.orders else (), _unless(value))


def _frequency(client: Client, days: Days) -> Tile:
    faults = faults_of(client, days)
    rows = _grouped(faults, "located__place__code")
    there_is = Place.objects.filter(client=client).exists()
    count = faults.count()
    value = float(count) if there_is and count else None
    return Tile("frequency", value, "count", rows, "" if value is not None else NO_CASES)


def _needs(client: Client, days: Days) -> Tile:
    wishes = wishes_of(client, days)
    outcomes = wishes.values_list("wish_decision__outcome").annotate(n=Count("pk")).order_by("-n")
    rows = tuple(Row(outcome or "undecided", count) for outcome, count in outcomes)
    total = sum(row.count or 0 for row in rows)
    return Tile("needs", float(total) if total else None, "count", rows, "" if total else NO_CASES)


def _quality(client: Client, days: Days) -> Tile:
    """Quality: faults that came back at the same place (K121)."""
    share = repeat_share(_facts(orders_of(client, days)))
    rows = (Row("came-back", share.part), Row("orders", share.whole))
    value = float(share.value) * 100 if share.value is not None else None
    return Tile("quality", value, "percent", rows if share.whole else (), _unless(value))


def _price(client: Client, days: Days) -> Tile:
    return _mean_cost("price", orders_of(client, days), "place__code")


def _bought(client: Client, days: Days) -> Tile:
    orders = orders_of(client, days)
    rows = _grouped(orders, "service__name")
    total = sum(row.count or 0 for row in rows)
    return Tile(
        "bought", float(total) if total else None, "count", rows, "" if total else NO_ORDERS
    )


def _by_whom(client: Client, days: Days) -> Tile:
    """The mix of customer types (FM-07): the share of cases that come from inside."""
    cases = cases_of(client, days).filter(customer__isnull=False)
    counted = Counter(dict(cases.values_list("customer__type").annotate(n=Count("pk"))))
    # Of an erased case only this is known of who asked.
    erased = Disposed.objects.filter(case__in=cases_of(client, days)).exclude(customer_type="")
    kinds = erased.filter(case__customer=None).order_by("case", "-pk").distinct("case")
    counted.update(kinds.values_list("customer_type", flat=True))
    rows = tuple(Row(kind, count) for kind, count in counted.most_common())
    total = sum(row.count or 0 for row in rows)
    inside = sum(row.count or 0 for row in rows if row.label in INTERNAL)
    value = 100 * inside / total if total else None
    return Tile("by-whom", value, "percent", rows, "" if total else NO_CASES)


def _help(client: Client, days: Days) -> Tile:
    """How services help the business: what customers say of finished orders."""
    found = _answers(client, days)
    value = found.aggregate(mean=Avg("score"))["mean"]
    counted = found.values_list("score").annotate(n=Count("pk")).order_by("-score")
    rows = tuple(Row(f"score-{score}", count) for score, count in counted)
    return Tile("help", value, "score", rows, "" if value is not None else NO_ANSWERS)


def _price_and_quality(client: Client, days: Days) -> Tile:
    return _mean_cost("price-and-quality", orders_of(client, days), "service__name")


INTERNAL: Final = frozenset({Customer.Type.INTERNAL_UNIT, Customer.Type.INTERNAL_TENANT})
Ask = Callable[[Client, Days], Tile]
BOARDS: Final[Mapping[str, tuple[Ask, ...]]] = {
    "management": (_services, _efficiency, _right_price),
    "line": (_frequency, _needs, _quality, _price),
    "customer": (_bought, _by_whom, _help, _price_and_quality),
}


def board(client: Client, name: str, days: Days) -> list[Tile]:
    """Return the tiles of a dashboard, in the order of its questions."""
    return [ask(client, days) for ask in BOARDS[name]]


def _unless(value: float | None) -> str:
    return "" if value is not None else NO_ORDERS


def _grouped(rows: "QuerySet[Any]", by: str) -> tuple[Row, ...]:
    counted = rows.values_list(by).annotate(n=Count("pk")).order_by("-n", by)
    return tuple(Row(label or "not-said", count) for label, count in counted[:MOST_ROWS])


def _mean_cost(key: str, orders: QuerySet[WorkOrder], by: str) -> Tile:
    finished = orders.filter(finished_at__isnull=False)
    cost, count = cost_of(finished), finished.count()
    if cost is None or not count:
        return Tile(key, None, "kronor", (), NO_ORDERS)
    labels = finished.values_list(by, flat=True).distinct()
    rows = [
        Row(label or "not-said", part.count(), cost_of(part))
        for label in sorted(labels, key=str)[:MOST_ROWS]
        for part in [finished.filter(**{by: label})]
    ]
    return Tile(key, cost / count / 100, "kronor", tuple(rows))


def _answers(client: Client, days: Days) -> QuerySet[Survey]:
    rows = Survey.objects.filter(client=client, order__case__access=None, score__isnull=False)
    return rows.filter(answered_at__gte=days.starts_at, answered_at__lt=days.ends_at)


def _facts(orders: QuerySet[WorkOrder]) -> Iterable[Facts]:
    """Return what the measures of orders ask; the newest estimate counts."""
    estimates = dict(
        Estimate.objects.filter(order__in=orders.values("pk"))
        .order_by("at", "pk")
        .values_list("order", "total")
    )
    spent = Counter[int]()
    for part in ("times", "materials"):
        for key, cost in orders.filter(**{f"{part}__isnull": False}).values_list(
            "pk", F(f"{part}__cost")
        ):
            spent[key] += cost
    return [
        Facts(
            about=(one.place_id, one.service_id) if one.place_id else None,
            made_at=one.made_at,
            due_at=one.due_at,
            finished_at=one.finished_at,
            estimate=estimates.get(one.pk),
            actual=spent.get(one.pk),
        )
        for one in orders
    ]
