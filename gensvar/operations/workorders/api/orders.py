from datetime import timedelta
from typing import Any

from django.http import Http404
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from ninja import Query, Status

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, listed
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.api.finding import found_case, found_group
from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.api.routes import router
from gensvar.operations.workorders.api.schemas import (
    MeasuresAsked,
    OrderChange,
    OrderIn,
    OrderMeasuresOut,
    OrderOut,
    OrderPage,
    OrdersAsked,
    ReasonIn,
    ReportIn,
)
from gensvar.operations.workorders.models import WorkOrder
from gensvar.operations.workorders.queries.listing import facts_of, orders_of, with_costs
from gensvar.operations.workorders.rules.measures import (
    Share,
    cost_variance,
    on_time,
    repeat_share,
    reported_back,
)

A_YEAR = timedelta(days=365)
# What an order may be without; the rest it has always.
MAY_BE_NONE = {
    "place",
    "service",
    "performer",
    "group",
    "planned_start",
    "planned_end",
    "planned_hours",
    "promised_at",
}
COLUMNS: list[Column[WorkOrder]] = [
    Column("number", lambda row: row.code),
    Column("client", lambda row: row.client.code),
    Column("place", lambda row: row.place.code if row.place else ""),
    Column("where", lambda row: row.where),
    Column("service", lambda row: row.service.name if row.service else ""),
    Column("action", lambda row: row.action),
    Column("performer", lambda row: row.performer),
    Column("stage", lambda row: row.stage),
    Column("made_at", lambda row: row.made_at),
    Column("promised_at", lambda row: row.promised_at),
    Column("finished_at", lambda row: row.finished_at),
    Column("planned_hours", lambda row: row.planned_hours),
    Column("hours", lambda row: row.hours),
    Column("estimate_ore", lambda row: row.estimated),
    Column("actual_ore", lambda row: row.actual),
]


@router.get("", response=OrderPage, openapi_extra=AS_FILE, summary="List work orders")
@requires("workorders.read")
def list_work_orders(request: AgentRequest, asked: Query[OrdersAsked]) -> Any:
    rows = with_costs(orders_of())
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.case:
        rows = rows.filter(case__in=Case.objects.filter(number=asked.case).values("pk"))
    if asked.place:
        rows = rows.filter(place__code__iexact=asked.place)
    if asked.stage:
        rows = rows.filter(stage=asked.stage)
    if asked.is_late is not None:
        late = WorkOrder.objects.overdue(at=now()).values("pk")
        rows = rows.filter(pk__in=late) if asked.is_late else rows.exclude(pk__in=late)
    return listed(request, rows, asked, of=OrderOut, columns=COLUMNS, permission="workorders.read")


@router.post("", response={201: OrderOut}, summary="Make a work order for a case")
@requires("workorders.write")
def create_work_order(request: AgentRequest, body: OrderIn) -> Any:
    case, at = found_case(body.case), now()
    wanted = actions.Wanted(**_found(case.client, body.model_dump(exclude={"case"})))
    order = actions.make_order(case, wanted, by=request.user, at=at)
    return Status(201, found_order(order.pk))


@router.get("/measures", response=OrderMeasuresOut, summary="K120–K123 of the orders of a time")
@requires("workorders.read")
def work_order_measures(request: AgentRequest, asked: Query[MeasuresAsked]) -> Any:
    rows = orders_of().filter(made_at__gte=asked.since or now() - A_YEAR)
    if asked.until:
        rows = rows.filter(made_at__lt=asked.until)
    facts = facts_of(rows)
    variance = cost_variance(facts)
    return {
        "K120": {
            "estimate_ore": variance.estimate,
            "actual_ore": variance.actual,
            "orders": variance.orders,
            "value": _number(variance.value),
        },
        "K121": _share(repeat_share(facts)),
        "K122": _share(on_time(facts)),
        "K123": _share(reported_back(facts)),
    }


@router.get("/{order_id}", response=OrderOut, summary="Read a work order")
@requires("workorders.read")
def read_work_order(request: AgentRequest, order_id: int) -> WorkOrder:
    return found_order(order_id)


@router.patch("/{order_id}", response=OrderOut, summary="Change a work order")
@requires("workorders.write")
def change_work_order(request: AgentRequest, order_id: int, body: OrderChange) -> Any:
    order = found_order(order_id)
    sent = body.model_dump(exclude_unset=True)
    for name, value in sent.items():
        if value is None and name not in MAY_BE_NONE:
            raise invalid(f"#/{name}", _("This cannot be empty."))
    actions.change_order(order, **_found(order.client, sent), by=request.user, at=now())
    return found_order(order_id)


@router.post("/{order_id}/cancel", response=OrderOut, summary="Cancel a work order")
@requires("workorders.write")
def cancel_work_order(request: AgentRequest, order_id: int, body: ReasonIn) -> Any:
    order = found_order(order_id)
    actions.cancel(order, reason=body.reason, by=request.user, at=now())
    return found_order(order_id)


@router.post("/{order_id}/report", response=OrderOut, summary="Tell customer and desk of it")
@requires("workorders.write")
def report_work_order(request: AgentRequest, order_id: int, body: ReportIn) -> Any:
    order = found_order(order_id)
    actions.report_back(order, by=request.user, at=now(), **body.model_dump())
    return found_order(order_id)


def found_order(order_id: int) -> WorkOrder:
    """Return the order with its costs, or say that there is none."""
    rows = with_costs(orders_of())
    found = rows.filter(pk=order_id).first() if 0 < order_id < 2**63 else None
    if found is None:
        raise Http404
    return found


def _found(client: Client, sent: dict[str, Any]) -> dict[str, Any]:
    """Return what a body says of an order, with what it names found among the client's."""
    given = dict(sent)
    if "place" in given:
        given["place"] = _place(client, given["place"])
    if "service" in given:
        given["service"] = _service(client, given["service"])
    if "group" in given:
        given["group"] = found_group(client, given["group"], pointer="#/group")
    if "performer" in given:
        given["agent"] = _performer(given.pop("performer"))
    if "rate_ore" in given:
        given["rate"] = given.pop("rate_ore")
    return given


def _place(client: Client, code: str | None) -> Place | None:
    if not code:
        return None
    rows = Place.objects.filter(client=client).in_force(on=localdate())
    found = rows.filter(code__iexact=code).first()
    if found is None:
        raise invalid("#/place", _("This client's register has no such place."))
    return found


def _service(client: Client, name: str | None) -> ServiceType | None:
    if not name:
        return None
    rows = ServiceType.objects.filter(client=client, ended_at=None)
    found = rows.filter(name__iexact=name).first()
    if found is None:
        raise invalid("#/service", _("This client has no such service type."))
    return found


def _performer(address: str | None) -> Agent | None:
    if not address:
        return None
    found = Agent.objects.filter(email__iexact=address, is_active=True).first()
    if found is None:
        raise invalid("#/performer", _("Nobody here has that mail address."))
    return found


def _share(found: Share) -> dict[str, Any]:
    return {"part": found.part, "whole": found.whole, "value": _number(found.value)}


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
