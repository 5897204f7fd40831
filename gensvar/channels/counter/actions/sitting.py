"""Somebody sits down at a desk, and stands up: only those who sit are offered visits."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.channels.counter.events import SittingBegun, SittingEnded
from gensvar.channels.counter.models import Desk, Sitting, Ticket
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer
from gensvar.operations.routing.queries.floor import seat_of


class DeskIsTaken(Refused):
    message = _("%(name)s sits at that desk. Choose another.")


class VisitorAtDesk(Refused):
    message = _("A visitor is at your desk. Be done with the visit first.")


class NotSitting(Refused):
    message = _("You sit at no desk. Choose one first.")


@action
def sit_down(desk: Desk, *, by: Agent, at: datetime) -> Sitting:
    """Take a desk, and visits of its hall from now on; whatever desk was taken before is left."""
    if Sitting.objects.filter(agent=by, until=None).exists():
        stand_up(by, at=at)
    seat = seat_of(by)
    if seat is None:
        raise routing.NoSeat
    try:
        with transaction.atomic():
            sitting = Sitting.objects.create(
                desk=desk, client_id=desk.client_id, agent=by, since=at
            )
    except IntegrityError as error:
        taken = Sitting.objects.select_related("agent").filter(desk=desk, until=None).first()
        raise DeskIsTaken(name=taken.agent.name if taken else "–") from error
    room = {**seat.capacity, Channel.VISIT.value: 1}
    routing.give_seat(by, client=seat.client, capacity=room, by=by, at=at)
    routing.assess(by, skill=desk.hall.skill, level=1, by=by, at=at)
    announce(SittingBegun(desk_id=desk.pk, client_id=desk.client_id, agent_id=by.pk), at=at)
    return sitting


@action
def stand_up(by: Agent, *, at: datetime) -> None:
    """Leave a desk, and be offered no visits any more."""
    sitting = sitting_of(by)
    if in_hand(by) is not None:
        raise VisitorAtDesk
    sitting.until = at
    sitting.save(update_fields=["until"])
    seat = seat_of(by)
    if seat is not None:
        room = {key: count for key, count in seat.capacity.items() if key != Channel.VISIT.value}
        routing.give_seat(by, client=seat.client, capacity=room, by=by, at=at)
    routing.assess(by, skill=sitting.desk.hall.skill, level=0, by=by, at=at)
    announce(
        SittingEnded(desk_id=sitting.desk_id, client_id=sitting.client_id, agent_id=by.pk), at=at
    )


def sitting_of(agent: Agent) -> Sitting:
    """Return where somebody sits, locked; refuse who sits nowhere."""
    held = Sitting.objects.select_for_update(of=("self",)).select_related("desk__hall__skill")
    sitting = held.filter(agent=agent, until=None).first()
    if sitting is None:
        raise NotSitting
    return sitting


def in_hand(agent: Agent) -> Ticket | None:
    """Return the ticket of the visitor who is at somebody's desk, or was called there.

    Its contact may have become hidden from them meanwhile, and is not read with it.
    """
    held = Offer.objects.live().filter(agent=agent, channel=Channel.VISIT).exclude(state="offered")
    tickets = Ticket.objects.open().filter(contact__in=held.values("contact"))
    return tickets.select_related("errand", "hall__client").first()
