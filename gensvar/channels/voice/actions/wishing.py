"""Whoever wants to be called, having reached us otherwise or at a time agreed on, waits for it."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.advancing import station
from gensvar.channels.voice.actions.beginning import NotANumber
from gensvar.channels.voice.actions.waking import wake_bridges
from gensvar.channels.voice.actions.withholding import note_party
from gensvar.channels.voice.events import CallbackPromised, CallBegun
from gensvar.channels.voice.models import Call, PhoneNumber
from gensvar.channels.voice.queries import protected_at
from gensvar.channels.voice.rules.calls import Event, State
from gensvar.channels.voice.rules.numbers import number_of
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import is_open_now
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import join_contact
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.calling import check_call, set_out
from gensvar.operations.contacts.models import Channel, Contact, Direction, Purpose
from gensvar.operations.customers.models import Customer
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import QueueSubject

# Of no bridge: whichever looks first takes it over.
NOBODYS = "nobody"
LONGEST_AHEAD, SHORTEST_WINDOW = timedelta(days=31), timedelta(minutes=15)


class NobodyCalls(Refused):
    message = _(
        "No number of the client leads to a queue, so nobody would be given the call. Call "
        "yourself, or have an administrator add a number."
    )


class WindowNotPossible(Refused):
    message = _(
        "Choose a time of at least a quarter of an hour that is not over, within a month, on one "
        "day while the telephone is open."
    )
    status = 422


@action
def queue_call(
    contact: Contact, number: str, *, since: datetime, by: Agent | None, at: datetime
) -> bool:
    """Let a customer wait to be called about what they wrote, in their place since then.

    False where nobody could be given the call, or the number is none.
    """
    party = number_of(number)
    line = _line(contact.client, contact.cases.order_by("pk").first())
    if line is None or not party.startswith("+"):
        return False
    _wait(
        contact.client,
        line,
        party=party,
        customer=contact.customer,
        case=contact.cases.order_by("pk").first(),
        since=since,
        by=by,
        at=at,
    )
    return True


@action
def call_within(
    case: Case,
    *,
    to: str,
    begins_at: datetime,
    ends_at: datetime,
    by: Agent,
    at: datetime,
) -> Call:
    """Promise to call within a time that was agreed on; whoever is free then is given the call."""
    party = number_of(to)
    if not party.startswith("+"):
        raise NotANumber
    line = _line(case.client, case)
    if line is None:
        raise NobodyCalls
    begins_at = max(begins_at, at)
    if not begins_at + SHORTEST_WINDOW <= ends_at <= at + LONGEST_AHEAD:
        raise WindowNotPossible
    last = ends_at - timedelta(seconds=1)
    if begins_at.astimezone().date() != last.astimezone().date():
        raise WindowNotPossible
    if not is_open_now(case.client, Channel.PHONE, at=last):
        raise WindowNotPossible
    check_call(
        case.client,
        party,
        customer=case.customer,
        purpose=Purpose.PROMISED,
        is_asked_for=True,
        at=begins_at,
    )
    return _wait(
        case.client,
        line,
        party=party,
        customer=case.customer,
        case=case,
        since=begins_at,
        window=(begins_at, ends_at),
        by=by,
        at=at,
    )


def _line(client: Client, case: Case | None) -> PhoneNumber | None:
    """Return a number whose queue is for the subject of a case, else the one that is shown."""
    lines = PhoneNumber.objects.in_use().filter(client=client, queue__ended_at=None)
    lines = lines.select_related("queue").order_by("-is_shown", "pk")
    subject = case.subject_id if case else None
    about = QueueSubject.objects.filter(subject=subject).values("queue")
    return (subject and lines.filter(queue__in=about).first()) or lines.first()


def _wait(
    client: Client,
    line: PhoneNumber,
    *,
    party: str,
    customer: Customer | None,
    case: Case | None,
    since: datetime,
    by: Agent | None,
    at: datetime,
    window: tuple[datetime, datetime] | None = None,
) -> Call:
    contact = register_contact(
        client, channel=Channel.PHONE, direction=Direction.OUT, customer=customer, at=at
    )
    set_out(contact, purpose=Purpose.PROMISED, is_asked_for=True)
    if case is not None:
        join_contact(case, contact, by=by, at=at)
    call = Call.objects.create(
        contact=contact,
        client=client,
        number=line,
        queue=line.queue,
        state=State.CALLBACK.value,
        is_callback=True,
        promised_from=window[0] if window else None,
        promised_until=window[1] if window else None,
        bridge=NOBODYS,
        began_at=at,
    )
    note_party(call, party, protected=protected_at(client, party))
    routing.wait(
        contact,
        queue=line.queue,
        arrived_at=since,
        not_before=window[0] if window else None,
        at=at,
    )
    station(call, event=Event.CONFIRMED, at=at)
    known = {"call_id": call.pk, "contact_id": contact.pk, "client_id": client.pk}
    agent_id = by.pk if by else None
    announce(CallBegun(**known, number_id=line.pk, agent_id=agent_id), at=at)
    waited = max(0.0, (at - since).total_seconds())
    announce(CallbackPromised(**known, queue_id=line.queue_id, waited_seconds=waited), at=at)
    wake_bridges()
    return call
