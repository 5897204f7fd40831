"""Somebody is asked to do something at a place."""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.workorders.actions.stepping import check, stamp, stamp_if_due
from gensvar.operations.workorders.events import OrderChanged, OrderMade, OrderMoved
from gensvar.operations.workorders.models import (
    Estimate,
    OrderSeries,
    OrderStage,
    Priority,
    WorkOrder,
)
from gensvar.operations.workorders.queries.process import process_of
from gensvar.operations.workorders.rules.orders import WorkStage, may_go
from gensvar.operations.workorders.rules.process import Step


class CaseIsDone(Refused):
    message = _("The case is done. Open it again before you order anything.")


class NothingToDo(Refused):
    message = _("Write where, and what shall be done.")
    status = 422


class NobodyPerforms(Refused):
    message = _("Choose a person or a group that performs it.")
    status = 422


class NotAPerformer(Refused):
    message = _("%(name)s does not perform work orders for this client. Choose somebody else.")
    status = 422


class OfAnotherClient(Refused):
    message = _("That belongs to another client. Choose one of this client's.")
    status = 422


class EndsBeforeItStarts(Refused):
    message = _("The planned end lies before the start. Change one of the two times.")
    status = 422


class OrderIsOver(Refused):
    message = _("The order is finished or cancelled. Make a new one if more must be done.")


class CannotGoThere(Refused):
    message = _("An order that is “%(now)s” cannot become “%(to)s”.")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What an order asks for; money in öre an hour."""

    where: str
    action: str
    place: Place | None = None
    service: ServiceType | None = None
    contact: str = ""
    agent: Agent | None = None
    group: Group | None = None
    is_contracted: bool = False
    priority: str = Priority.NORMAL
    planned_start: datetime | None = None
    planned_end: datetime | None = None
    planned_hours: Decimal | None = None
    promised_at: datetime | None = None
    rate: int = 0


@action
def make_order(case: Case, wanted: Wanted, *, by: Agent, at: datetime) -> WorkOrder:
    """Make a work order for a case; in the process that is step 2.1."""
    case = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    if case.is_closed:
        raise CaseIsDone
    _check(case.client_id, wanted, at=at)
    process = process_of(case)
    is_first = process is not None and Step.ORDER not in process.taken
    if process is not None and is_first:
        check(process, Step.ORDER)
    order = WorkOrder.objects.create(
        client_id=case.client_id,
        number=_next_number(case.client_id),
        case=case,
        rule=process.rule if process else None,
        made_by=by,
        made_at=at,
        **vars(wanted),
    )
    write_stage(order, by=by, at=at)
    Estimate.objects.filter(case=case, order=None).update(order=order)
    announce(OrderMade(**about(order, by)), at=at)
    if process is not None and is_first:
        stamp(process, Step.ORDER, by=by, at=at, note=order.code)
        # Below the limit, or said yes to already: nobody need be asked.
        if process.standing.estimate is not None:
            stamp_if_due(process, Step.CONFIRM, by=None, at=at)
    return order


@action
def change_order(order: WorkOrder, *, by: Agent, at: datetime, **changes: Any) -> WorkOrder:
    """Plan it otherwise, or give it to another performer, while it is not over.

    `changes` are fields of `Wanted`; what is not among them stays, whoever changed it last.
    """
    order = held(order)
    standing = wanted_by(order)
    wanted = replace(standing, **changes)
    _check(order.client_id, wanted, at=at)
    changed = [name for name in changes if getattr(wanted, name) != getattr(standing, name)]
    if not changed:
        return order
    for name in changed:
        setattr(order, name, getattr(wanted, name))
    order.save(update_fields=changed)
    announce(OrderChanged(fields=tuple(changed), **about(order, by)), at=at)
    return order


def wanted_by(order: WorkOrder) -> Wanted:
    """Return what an order asks for as it stands."""
    return Wanted(**{one.name: getattr(order, one.name) for one in fields(Wanted)})


@action
def cancel(order: WorkOrder, *, reason: str, by: Agent, at: datetime) -> WorkOrder:
    """Take an order back that nobody works on; its estimate is there for the next one."""
    cancelled = go(held(order), WorkStage.CANCELLED, by=by, at=at, reason=reason)
    Estimate.objects.filter(order=cancelled).update(order=None)
    return cancelled


def go(order: WorkOrder, to: WorkStage, *, by: Agent, at: datetime, reason: str = "") -> WorkOrder:
    """Let an order that is held come to a stage, if there is a way."""
    old = WorkStage(order.stage)
    if not may_go(old, to):
        names = dict(WorkOrder._meta.get_field("stage").flatchoices)
        raise CannotGoThere(now=names[old], to=names[to])
    order.stage = to
    if to == WorkStage.STARTED and order.started_at is None:
        order.started_at = at
    if to == WorkStage.DONE:
        order.finished_at = at
    order.save(update_fields=["stage", "started_at", "finished_at"])
    write_stage(order, by=by, at=at, reason=reason)
    announce(OrderMoved(old=old, new=to, **about(order, by)), at=at)
    return order


def held(order: WorkOrder) -> WorkOrder:
    """Return the order as it stands now, held until the transaction ends; over is over."""
    rows = WorkOrder.objects.select_for_update(of=("self",), no_key=True)
    found = rows.select_related("rule", "agent", "group").get(pk=order.pk)
    if not found.is_open:
        raise OrderIsOver
    return found


def write_stage(order: WorkOrder, *, by: Agent, at: datetime, reason: str = "") -> None:
    """Write the row that says how the order stands from now on."""
    OrderStage.objects.create(
        order=order,
        client_id=order.client_id,
        stage=order.stage,
        since=at,
        by=by,
        reason=reason[:200],
    )


def about(order: WorkOrder, by: Agent | None) -> dict[str, Any]:
    """Return what every event of an order carries."""
    return {
        "order_id": order.pk,
        "case_id": order.case_id,
        "client_id": order.client_id,
        "agent_id": by.pk if by else None,
    }


def _check(client_id: int, wanted: Wanted, *, at: datetime) -> None:
    if not (wanted.where.strip() and wanted.action.strip()):
        raise NothingToDo
    if wanted.agent is None and wanted.group is None:
        raise NobodyPerforms
    chosen = (wanted.group, wanted.place, wanted.service)
    if any(one is not None and one.client_id != client_id for one in chosen):
        raise OfAnotherClient
    if wanted.agent is not None:
        may = identity_of(wanted.agent, at=at).may
        if not may("workorders.perform", client_id=client_id):
            raise NotAPerformer(name=wanted.agent.name)
    start, end = wanted.planned_start, wanted.planned_end
    if start is not None and end is not None and end < start:
        raise EndsBeforeItStarts


def _next_number(client_id: int) -> int:
    """Return the next number of a client's orders, held until the transaction ends."""
    OrderSeries.objects.get_or_create(client_id=client_id)
    OrderSeries.objects.filter(client_id=client_id).update(last=F("last") + 1)
    return OrderSeries.objects.get(client_id=client_id).last
