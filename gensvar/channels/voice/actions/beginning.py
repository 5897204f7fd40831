"""A call begins: somebody calls us, or one of us calls out."""

from datetime import datetime, time

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.advancing import advance, is_on_the_phone, phone_of, station
from gensvar.channels.voice.actions.recording import MOST_TRIES
from gensvar.channels.voice.actions.relays import note_relay, note_text
from gensvar.channels.voice.actions.taping import tell_of
from gensvar.channels.voice.actions.withholding import note_party
from gensvar.channels.voice.events import CallBegun
from gensvar.channels.voice.models import Call, Leg, Phone, PhoneNumber
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.queries import (
    announced,
    customer_calling,
    has_menu,
    number_called,
    protected_at,
    shown_number,
)
from gensvar.channels.voice.rules.calls import Command, Event, Outcome, Role, State
from gensvar.channels.voice.rules.numbers import number_of
from gensvar.channels.voice.seeking import telephonist_for
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import join_contact
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.calling import check_call, set_out
from gensvar.operations.contacts.models import Channel, Direction

DIAL_SECONDS = 20.0


class UnknownNumber(Refused):
    message = _("That number leads nowhere. Add it under Setup, or see what the operator sends.")
    status = 404


class NoPhone(Refused):
    message = _("You have no phone here. Ask an administrator for one.")


class NotANumber(Refused):
    message = _("That is no number that can be called.")
    status = 422


class NoNumberShown(Refused):
    message = _(
        "Nobody is called from a hidden number. Have an administrator choose under Settings which "
        "number is shown."
    )


class TriedEnough(Refused):
    message = _(
        "Nobody has answered at that number %(tries)s times today, and that is enough for a day. "
        "Call tomorrow, or write. Say so if the customer has asked for this time."
    )


class InACall(Refused):
    message = _("You are in a call already. End it first.")


@action
def begin(
    leg: str,
    *,
    to: str,
    party: str,
    bridge: str,
    engine_run: str,
    at: datetime,
    offers_text: bool = False,
) -> list[Order]:
    """Take a call that comes; told of the same one twice, it is one call."""
    if Leg.objects.filter(pk=leg).exists():
        return []
    call, number = _come(leg, to=to, party=party, bridge=bridge, engine_run=engine_run, at=at)
    if offers_text:
        note_text(call, at=at)
    event = Event.IS_INTERNAL if is_internal(call) else _first(call, number, at=at)
    station(call, event=event, at=at)
    _tell(call, agent=None, at=at)
    return advance(call.pk, event, at=at)


def _first(call: Call, number: PhoneNumber, *, at: datetime) -> Event:
    """Return what whoever calls a number meets first."""
    says = announced(number, at=at)
    if says.tells_of_recording:
        tell_of(call, at=at)
    if not says.is_open:
        return Event.IS_CLOSED
    if says.greeting:
        return Event.IS_OPEN
    return Event.HAS_MENU if has_menu(number) else Event.IS_OPEN_IN_SILENCE


def is_internal(call: Call) -> bool:
    return call.contact.direction == Direction.OWN


@action
def miss(
    leg: str, *, to: str, party: str, began_at: datetime, ended_at: datetime, is_answered: bool
) -> Call | None:
    """Write down a call that came while no bridge took it; told of it twice, it is one call.

    is_answered: somebody who stands in for us spoke with them.
    """
    if Leg.objects.filter(pk=leg).exists():
        return None
    call, _number = _come(leg, to=to, party=party, bridge="", engine_run="", at=began_at)
    event = Event.UNSERVED if is_answered else Event.LOST
    station(call, event=event, at=began_at)
    _tell(call, agent=None, at=began_at)
    advance(call.pk, event, at=max(began_at, ended_at))
    return call


def _come(
    leg: str, *, to: str, party: str, bridge: str, engine_run: str, at: datetime
) -> tuple[Call, PhoneNumber]:
    number = number_called(to)
    if number is None:
        raise UnknownNumber
    whose = number_of(party)
    telephonist = telephonist_for(number.client, whose)
    protected = None if telephonist else protected_at(number.client, whose)
    contact = register_contact(
        number.client,
        channel=Channel.PHONE,
        direction=Direction.OWN if telephonist else Direction.IN,
        # Whoever is protected calls, for the many, as somebody whom nobody knows; a colleague is
        # no customer.
        customer=None if protected or telephonist else customer_calling(number, whose),
        at=at,
    )
    call = Call.objects.create(
        contact=contact,
        client=number.client,
        number=number,
        queue=telephonist.queue if telephonist else None,
        bridge=bridge,
        engine_run=engine_run,
        began_at=at,
    )
    note_party(call, whose, protected=protected)
    note_relay(call, whose, at=at)
    Leg.objects.create(
        name=leg, call=call, client=number.client, role=Role.CALLER.value, began_at=at
    )
    return call, number


@action
def call_out(
    client: Client,
    *,
    to: str,
    case: Case | None,
    purpose: str,
    by: Agent,
    at: datetime,
    is_asked_for: bool = False,
) -> Call:
    """Let an agent call somebody: their own phone rings first. A bridge sees to it.

    An extension is a colleague, who may be called whenever; nobody else from a hidden number.
    """
    number = number_of(to)
    if not number:
        raise NotANumber
    phone = phone_of(by.pk)
    if phone is None:
        raise NoPhone
    if is_on_the_phone(by):
        raise InACall
    customer, shown = case.customer if case else None, shown_number(client)
    is_outside = number.startswith("+")
    if is_outside and not shown:
        raise NoNumberShown
    if is_outside:
        check_call(
            client, number, customer=customer, purpose=purpose, is_asked_for=is_asked_for, at=at
        )
        _check_tries(client, number, is_asked_for=is_asked_for, at=at)
    contact = register_contact(
        client,
        channel=Channel.PHONE,
        direction=Direction.OUT,
        customer=customer,
        agent=by,
        at=at,
    )
    if is_outside:
        set_out(contact, purpose=purpose, is_asked_for=is_asked_for)
    if case is not None:
        join_contact(case, contact, by=by, at=at)
    call = Call.objects.create(
        contact=contact,
        client=client,
        party=number,
        shown=shown,
        state=State.DIALLING_AGENT.value,
        began_at=at,
    )
    _rings_first(call, phone, by=by, at=at)
    station(call, event=Event.TAKEN, at=at)
    _tell(call, agent=by, at=at)
    return call


def _check_tries(client: Client, number: str, *, is_asked_for: bool, at: datetime) -> None:
    """Refuse to try once more on a day on which nobody answered as often as somebody is tried."""
    if is_asked_for:
        return
    midnight = datetime.combine(at.astimezone(zone()).date(), time(), tzinfo=zone())
    tried = Call.objects.filter(
        client=client, party=number, outcome=Outcome.NO_ANSWER.value, began_at__gte=midnight
    )
    shown = PhoneNumber.objects.in_use().filter(client=client, is_shown=True).first()
    most = shown.most_tries if shown else MOST_TRIES
    if tried.count() >= most:
        raise TriedEnough(tries=most)


def _rings_first(call: Call, phone: Phone, *, by: Agent, at: datetime) -> None:
    made = f"gensvar-{call.pk}-{Role.AGENT.value}-1"
    Leg.objects.create(
        name=made,
        call=call,
        client_id=call.client_id,
        role=Role.AGENT.value,
        agent=by,
        address=phone.address,
        began_at=at,
    )


def first_order(call: Call) -> Order:
    """Return what a bridge does first with a call that one of us makes."""
    leg = call.legs.get(role=Role.AGENT)
    return Order(
        command=Command.RING_AGENT,
        call=call.pk,
        leg=leg.name,
        address=leg.address,
        seconds=DIAL_SECONDS,
        shown=call.party,
    )


def _tell(call: Call, *, agent: Agent | None, at: datetime) -> None:
    announce(
        CallBegun(
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            number_id=call.number_id,
            agent_id=agent.pk if agent else None,
        ),
        at=at,
    )
