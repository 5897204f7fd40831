"""What a performer does with an order of theirs, or of their group's."""

from typing import Any

from django.utils.timezone import now

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.api.orders import found_order
from gensvar.operations.workorders.api.routes import router
from gensvar.operations.workorders.api.schemas import (
    MaterialIn,
    OrderOut,
    ReasonIn,
    SignOffIn,
    TimeIn,
)


@router.post("/{order_id}/start", response=OrderOut, summary="Begin, or go on with, an order")
@requires("workorders.perform")
def start_work_order(request: AgentRequest, order_id: int) -> Any:
    actions.start(found_order(order_id), by=request.user, at=now())
    return found_order(order_id)


@router.post("/{order_id}/pause", response=OrderOut, summary="Pause an order")
@requires("workorders.perform")
def pause_work_order(request: AgentRequest, order_id: int, body: ReasonIn) -> Any:
    actions.pause(found_order(order_id), reason=body.reason, by=request.user, at=now())
    return found_order(order_id)


@router.post("/{order_id}/times", response=OrderOut, summary="Say how long was worked")
@requires("workorders.perform")
def add_work_time(request: AgentRequest, order_id: int, body: TimeIn) -> Any:
    actions.add_time(found_order(order_id), hours=body.hours, by=request.user, at=now())
    return found_order(order_id)


@router.post("/{order_id}/materials", response=OrderOut, summary="Say what was used up")
@requires("workorders.perform")
def add_work_material(request: AgentRequest, order_id: int, body: MaterialIn) -> Any:
    actions.add_material(
        found_order(order_id),
        name=body.name,
        quantity=body.quantity,
        price=body.price_ore,
        by=request.user,
        at=now(),
    )
    return found_order(order_id)


@router.post("/{order_id}/sign-off", response=OrderOut, summary="Say that it is done, by name")
@requires("workorders.perform")
def sign_off_work_order(request: AgentRequest, order_id: int, body: SignOffIn) -> Any:
    order = found_order(order_id)
    actions.sign_off(order, by=request.user, at=now(), **body.model_dump())
    return found_order(order_id)
