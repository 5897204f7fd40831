"""The performer does the work: starts, pauses, says what it took, and signs it off."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import store_file, true_type
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.workorders.actions.ordering import about, go, held
from gensvar.operations.workorders.actions.stepping import ApprovalMissing, check
from gensvar.operations.workorders.events import (
    OrderMaterialAdded,
    OrderPhotoAdded,
    OrderSignedOff,
    OrderTimeAdded,
)
from gensvar.operations.workorders.models import Material, Photo, SignOff, WorkOrder, WorkTime
from gensvar.operations.workorders.queries.process import actual_cost, process_of_order
from gensvar.operations.workorders.rules.money import amount, labour
from gensvar.operations.workorders.rules.orders import WorkStage
from gensvar.operations.workorders.rules.process import Step, needs_approval


class NotYours(Refused):
    message = _("%(code)s is performed by %(name)s. Ask the desk to give it to you.")
    status = 403


class WorkNotBegun(Refused):
    message = _("Start the order first.")


class NothingTaken(Refused):
    message = _("Write more than nothing.")
    status = 422


class NotAPicture(Refused):
    message = _("Only pictures are taken here.")
    status = 415


class NoTimeYet(Refused):
    message = _("Write how long it took before you sign it off.")


class NameMissing(Refused):
    message = _("Write your name to sign it off.")
    status = 422


@action
def start(order: WorkOrder, *, by: Agent, at: datetime) -> WorkOrder:
    """Begin, or go on with, the work; above the limit only after a yes."""
    order = _own(order, by)
    if (process := process_of_order(order)) is not None:
        standing = process.standing
        if needs_approval(standing.estimate, process.rule.demands) and not standing.is_approved:
            raise ApprovalMissing
        if Step.CARRY_OUT not in process.taken:
            check(process, Step.CARRY_OUT)
    return go(order, WorkStage.STARTED, by=by, at=at)


@action
def pause(order: WorkOrder, *, reason: str, by: Agent, at: datetime) -> WorkOrder:
    """Stop for now, such as for a part that must be fetched."""
    return go(_own(order, by), WorkStage.PAUSED, by=by, at=at, reason=reason)


@action
def add_time(order: WorkOrder, *, hours: Decimal, by: Agent, at: datetime) -> WorkTime:
    """Say how many hours were worked."""
    order = _begun(order, by)
    if hours <= 0:
        raise NothingTaken
    worked = WorkTime.objects.create(
        order=order,
        client_id=order.client_id,
        hours=hours,
        cost=labour(hours, order.rate),
        by=by,
        at=at,
    )
    announce(OrderTimeAdded(hours=str(hours), cost=worked.cost, **about(order, by)), at=at)
    return worked


@action
def add_material(
    order: WorkOrder, *, name: str, quantity: Decimal, price: int, by: Agent, at: datetime
) -> Material:
    """Say what was used up; the price of one, in öre."""
    order = _begun(order, by)
    if quantity <= 0 or not name.strip():
        raise NothingTaken
    used = Material.objects.create(
        order=order,
        client_id=order.client_id,
        name=name.strip()[:120],
        quantity=quantity,
        price=price,
        cost=amount(quantity, price),
        by=by,
        at=at,
    )
    announce(OrderMaterialAdded(material_id=used.pk, cost=used.cost, **about(order, by)), at=at)
    return used


@action
def add_photo(order: WorkOrder, content: bytes, *, name: str, by: Agent, at: datetime) -> Photo:
    """Put a picture with the order; it is looked through for viruses as every file is."""
    order = _begun(order, by)
    if not true_type(content).startswith("image/"):
        raise NotAPicture
    photo = Photo.objects.create(
        order=order,
        client_id=order.client_id,
        file=store_file(content, at=at),
        name=name[:255],
        by=by,
        at=at,
    )
    announce(OrderPhotoAdded(photo_id=photo.pk, **about(order, by)), at=at)
    return photo


@action
def sign_off(order: WorkOrder, *, name: str, by: Agent, at: datetime, note: str = "") -> SignOff:
    """Say, by name, that it is done; what it took must have been said."""
    order = _begun(order, by)
    if not name.strip():
        raise NameMissing
    if not order.times.exists():
        raise NoTimeYet
    if order.stage == WorkStage.PAUSED:
        go(order, WorkStage.STARTED, by=by, at=at)
    go(order, WorkStage.DONE, by=by, at=at)
    signed = SignOff.objects.create(
        order=order,
        client_id=order.client_id,
        name=name.strip()[:120],
        note=note.strip(),
        by=by,
        at=at,
    )
    announce(OrderSignedOff(actual=actual_cost([order.pk]), **about(order, by)), at=at)
    return signed


def _own(order: WorkOrder, by: Agent) -> WorkOrder:
    """Return the order held, if it is this performer's or their group's."""
    order = held(order)
    is_theirs = WorkOrder.objects.performed_by(by).filter(pk=order.pk).exists()
    if not is_theirs:
        raise NotYours(code=order.code, name=order.performer)
    return order


def _begun(order: WorkOrder, by: Agent) -> WorkOrder:
    order = _own(order, by)
    if order.stage == WorkStage.ORDERED:
        raise WorkNotBegun
    return order
