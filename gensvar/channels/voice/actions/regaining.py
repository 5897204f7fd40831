"""Whoever was lost with the telephone system is called back, in the place from when they called."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.advancing import station
from gensvar.channels.voice.actions.waking import wake_bridges
from gensvar.channels.voice.calling_back import calls_lost
from gensvar.channels.voice.events import CallbackPromised, CallBegun
from gensvar.channels.voice.models import BRIDGE_SECONDS, Bridge, Call
from gensvar.channels.voice.rules.calls import Event, State
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.calling import check_call, set_out
from gensvar.operations.contacts.models import Channel, Direction, Purpose
from gensvar.operations.routing import actions as routing


class NotLost(Refused):
    message = _(
        "They have been spoken with since, or wait to be called back already. Look at the list."
    )


class NoBridge(Refused):
    message = _("The telephone system does not answer just now. Try again in a moment.")
    status = 503


@action
def call_back_lost(lost: Call, *, by: Agent, at: datetime) -> Call:
    """Let whoever was cut off wait to be called back; refused where nobody is called just now."""
    lost = Call.objects.select_for_update(of=("self",)).get(pk=lost.pk)
    if not calls_lost([lost.client_id], at=at).filter(pk=lost.pk).exists() or not lost.waits_in:
        raise NotLost
    customer = lost.contact.customer
    check_call(
        lost.client,
        lost.party,
        customer=customer,
        purpose=Purpose.CASE,
        is_asked_for=False,
        at=at,
    )
    alive = Bridge.objects.filter(beat_at__gte=at - timedelta(seconds=BRIDGE_SECONDS))
    bridge = alive.order_by("name").first()
    if bridge is None:
        raise NoBridge
    contact = register_contact(
        lost.client, channel=Channel.PHONE, direction=Direction.OUT, customer=customer, at=at
    )
    set_out(contact, purpose=Purpose.CASE, is_asked_for=False)
    call = Call.objects.create(
        contact=contact,
        client=lost.client,
        number=lost.number,
        queue=lost.waits_in,
        party=lost.party,
        state=State.CALLBACK.value,
        is_callback=True,
        bridge=bridge.name,
        began_at=at,
    )
    routing.wait(contact, queue=lost.waits_in, arrived_at=lost.began_at, at=at)
    station(call, event=Event.CONFIRMED, at=at)
    known = {"call_id": call.pk, "contact_id": contact.pk, "client_id": call.client_id}
    announce(CallBegun(**known, number_id=call.number_id, agent_id=by.pk), at=at)
    waited = (at - lost.began_at).total_seconds()
    announce(CallbackPromised(**known, queue_id=lost.waits_in.pk, waited_seconds=waited), at=at)
    wake_bridges()
    return call
