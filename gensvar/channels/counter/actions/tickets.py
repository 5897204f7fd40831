"""A number is drawn, called to a desk, called again, and done with."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any

from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.channels.counter.actions.sitting import in_hand, sitting_of
from gensvar.channels.counter.events import TicketCalled, TicketDrawn, TicketEnded
from gensvar.channels.counter.models import Call, Errand, Hall, Series, Sitting, Ticket
from gensvar.channels.counter.queries import visiting_hours
from gensvar.channels.counter.rules import CALLS_BEFORE_NO_SHOW, LAST_NUMBER
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Channel, Contact, Direction
from gensvar.operations.contacts.setting_aside import set_aside
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer, OfferState, Outcome


class HallIsClosed(Refused):
    message = _("It is closed now, so no number can be drawn.")


class NoMoreNumbers(Refused):
    message = _("Every number of the day is drawn. Ask the staff.")


class NobodyToCall(Refused):
    message = _("Nobody is on offer to you. Be ready, and wait for the next.")


class VisitorIsHere(Refused):
    message = _("A visitor is at your desk already. Be done with that visit first.")


class NobodyAtDesk(Refused):
    message = _("You have called nobody.")


class CallAgainFirst(Refused):
    message = _("Call the number once more before you say that nobody came.")


@action
def draw(errand: Errand, *, at: datetime) -> Ticket:
    """Let a visitor wait with a number; nobody asks who they are."""
    hall = (
        Hall.objects.select_for_update(of=("self",))
        .select_related("client", "queue")
        .get(pk=errand.hall_id)
    )
    if hall.closed_at or errand.retired_at or not visiting_hours(hall.client, at=at).is_open(at):
        raise HallIsClosed
    day = localtime(at).date()
    number = _next_number(hall, errand.letter, day=day)
    contact = register_contact(
        hall.client,
        channel=Channel.VISIT,
        direction=Direction.IN,
        customer=None,
        summary=errand.name,
        at=at,
    )
    ticket = Ticket.objects.create(
        hall=hall,
        client_id=hall.client_id,
        errand=errand,
        contact=contact,
        day=day,
        letter=errand.letter,
        number=number,
        drawn_at=at,
    )
    routing.wait(contact, queue=hall.queue, facts={"errand": errand.name}, at=at)
    announce(TicketDrawn(errand_id=errand.pk, **_about(ticket, None)), at=at)
    return ticket


def _next_number(hall: Hall, letter: str, *, day: date) -> int:
    """Return the number after the last; the hall is locked, so nobody else gets it too."""
    series, _is_new = Series.objects.get_or_create(
        hall=hall, day=day, letter=letter, defaults={"client_id": hall.client_id}
    )
    if series.last >= LAST_NUMBER:
        raise NoMoreNumbers
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


@action
def call_next(*, by: Agent, at: datetime) -> Ticket:
    """Take the visit that is on offer to somebody at a desk, and call its number there."""
    sitting_of(by)
    if in_hand(by) is not None:
        raise VisitorIsHere
    offer = Offer.objects.filter(agent=by, channel=Channel.VISIT, state=OfferState.OFFERED).first()
    if offer is None:
        raise NobodyToCall
    routing.accept(offer, by=by, at=at)
    ticket = Ticket.objects.get(contact=offer.contact_id)
    _call(ticket, sitting_of(by), at=at)
    return ticket


@action
def call_taken(offer_id: int, *, at: datetime) -> None:
    """Call the number of a visit that was taken elsewhere than at the counter's own page."""
    offer = Offer.objects.live().select_related("agent").filter(pk=offer_id).first()
    ticket = Ticket.objects.open().filter(contact=offer.contact_id).first() if offer else None
    if offer is None or ticket is None or ticket.calls.exists():
        return
    _call(ticket, sitting_of(offer.agent), at=at)


@action
def call_again(*, by: Agent, at: datetime) -> Ticket:
    """Call the visitor once more who was called and has not come."""
    ticket = _mine(by)
    _call(ticket, sitting_of(by), at=at)
    return ticket


@action
def note_no_show(*, by: Agent, at: datetime) -> Ticket:
    """Say that nobody came, though the number was called again; the contact counts all the same."""
    ticket = _mine(by)
    if ticket.calls.count() < CALLS_BEFORE_NO_SHOW:
        raise CallAgainFirst
    with translation.override(ticket.hall.client.language):
        words = _now("Drew a number and did not come when called.")
    # A contact that is hidden from the agent has a case, and so nothing to set aside.
    contact = Contact.objects.filter(pk=ticket.contact_id).first()
    if contact is not None and not contact.cases.exists():
        set_aside(contact, reason="other", words=words, by=by, at=at)
    _end(ticket, by=by, at=at, is_no_show=True)
    return ticket


@action
def end_visit(*, by: Agent, at: datetime) -> Ticket:
    """Be done with a visit: there is room for the next."""
    ticket = _mine(by)
    _end(ticket, by=by, at=at, is_no_show=False)
    return ticket


def end_left_over(*, at: datetime) -> int:
    """End the numbers of days that are over, which nobody was called to, and count them."""
    old = Ticket.objects.open().filter(day__lt=localtime(at).date())
    return sum(_leave(key, at=at) for key in list(old.values_list("pk", flat=True)))


@action
def _leave(key: int, *, at: datetime) -> bool:
    ticket = (
        Ticket.objects.select_for_update(of=("self",)).select_related("hall__client").get(pk=key)
    )
    held = Offer.objects.live().filter(contact=ticket.contact_id).exclude(state=OfferState.OFFERED)
    if ticket.ended_at or held.exists():
        return False
    with suppress(routing.NoLongerWaiting):
        routing.leave(ticket.contact, outcome=Outcome.ABANDONED, at=at)
    if not ticket.contact.cases.exists():
        with translation.override(ticket.hall.client.language):
            words = _now("Drew a number and was not called before closing.")
        set_aside(ticket.contact, reason="other", words=words, by=None, at=at)
    ticket.ended_at = at
    ticket.save(update_fields=["ended_at"])
    announce(TicketEnded(is_no_show=False, **_about(ticket, None)), at=at)
    return True


def _mine(by: Agent) -> Ticket:
    ticket = in_hand(by)
    if ticket is None:
        raise NobodyAtDesk
    return ticket


def _call(ticket: Ticket, sitting: Sitting, *, at: datetime) -> None:
    Call.objects.create(
        ticket=ticket, client_id=ticket.client_id, desk=sitting.desk, by=sitting.agent, at=at
    )
    times = ticket.calls.count()
    about = _about(ticket, sitting.agent)
    announce(TicketCalled(desk_id=sitting.desk_id, times=times, **about), at=at)


def _end(ticket: Ticket, *, by: Agent, at: datetime, is_no_show: bool) -> None:
    ticket.ended_at, ticket.is_no_show = at, is_no_show
    ticket.save(update_fields=["ended_at", "is_no_show"])
    held = Offer.objects.live().filter(contact=ticket.contact_id, agent=by).first()
    if held is not None:
        routing.finish(held, by=by, at=at)
    announce(TicketEnded(is_no_show=is_no_show, **_about(ticket, by)), at=at)


def _about(ticket: Ticket, by: Agent | None) -> dict[str, Any]:
    return {
        "ticket_id": ticket.pk,
        "contact_id": ticket.contact_id,
        "client_id": ticket.client_id,
        "agent_id": by.pk if by else None,
    }
