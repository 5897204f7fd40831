"""What a customer sees of the orders of their case: never who performs them (FM-07)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import translation

from gensvar.operations.customers.models import Customer
from gensvar.operations.customers.rules.types import money_shown
from gensvar.operations.workorders.models import WorkOrder
from gensvar.operations.workorders.queries.listing import with_costs
from gensvar.operations.workorders.rules.money import in_kronor
from gensvar.ui import formats


@dataclass(frozen=True)
class OrderShown:
    """One order as its customer reads it; a price or a cost centre, or neither."""

    code: str
    where: str
    state: str
    finished_at: datetime | None
    price: int | None = None
    cost_centre: str = ""


def orders_shown(case_id: int, customer: Customer | None) -> list[OrderShown]:
    """Return the orders of a case that were not cancelled, with what this customer is to know."""
    rows = with_costs(WorkOrder.objects.filter(case=case_id).exclude(stage="cancelled"))
    return [shown(order, customer) for order in rows.order_by("pk")]


def shown(order: WorkOrder, customer: Customer | None) -> OrderShown:
    """Return an order, read by `with_costs`, as this customer sees it."""
    money = money_shown(customer.type) if customer else ""
    known = order.actual if order.finished_at is not None else order.estimated
    return OrderShown(
        code=order.code,
        where=order.where,
        state=order.get_stage_display(),
        finished_at=order.finished_at,
        price=known if money == "price" else None,
        cost_centre=customer.cost_centre if customer and money == "cost-centre" else "",
    )


def kronor(ore: int | None) -> str:
    """Write an amount: 1 420 kr, or 1 420,50 kr."""
    if ore is None:
        return formats.NOTHING
    words = formats.language(translation.get_language() or "sv")
    written = formats.number(in_kronor(ore), words=words, decimals=2 if ore % 100 else 0)
    return f"{written}\u00a0kr"
