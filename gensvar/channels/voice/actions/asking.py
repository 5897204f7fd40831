"""People ask for something to be done with a call: written here, done by the bridge that has it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.advancing import advance, held
from gensvar.channels.voice.actions.waking import wake_bridges
from gensvar.channels.voice.models import Asked, Call
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.queries import open_offer
from gensvar.channels.voice.rules.calls import Event, Role, State, step
from gensvar.foundation.acting import action
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import TransferReason
from gensvar.operations.routing.actions import end_conversation
from gensvar.operations.routing.models import OfferState

NEED_ADDRESS = frozenset({Event.CONSULT, Event.TRANSFER})
OF_PEOPLE = NEED_ADDRESS | {
    Event.HOLD,
    Event.RESUME,
    Event.COME_BACK,
    Event.JOIN,
    Event.HAND_OVER,
    Event.RING_AGAIN,
    Event.DONE,
}


class CallHasMovedOn(Refused):
    message = _("The call has moved on, and that cannot be done with it now.")


class NotYourCall(Refused):
    message = _("That is not your call.")
    status = 403


class NobodyToRing(Refused):
    message = _("Say whom to ring.")
    status = 422


class NoReasonToTransfer(Refused):
    message = _("Say why the call goes to somebody else. What can wait is handed over as a case.")
    status = 422


@action
def ask(
    call: Call, event: Event, *, by: Agent, at: datetime, address: str = "", why: str = ""
) -> Asked:
    """Ask for a call to be held, handed over and so on. The bridge that has it does it at once.

    Whom to ring, and why, is told where somebody shall be rung.
    """
    call = held(call.pk)
    if not call.legs.open().filter(role=Role.AGENT, agent=by).exists():
        raise NotYourCall
    if event not in OF_PEOPLE or step(State(call.state), event) is None:
        raise CallHasMovedOn
    if event in NEED_ADDRESS and not address:
        raise NobodyToRing
    if event in NEED_ADDRESS and why not in TransferReason:
        raise NoReasonToTransfer
    asked = Asked.objects.create(
        call=call,
        client_id=call.client_id,
        event=event.value,
        address=address,
        why=why,
        by=by,
        at=at,
    )
    wake_bridges()
    return asked


@action
def carry_out(asked_id: int, *, at: datetime) -> list[Order]:
    """Do what somebody asked for, unless the call has moved on meanwhile."""
    found = Asked.objects.select_for_update(of=("self",)).filter(pk=asked_id, done_at=None)
    asked = found.select_related("call").first()
    if asked is None:
        return []
    call, event = held(asked.call_id), Event(asked.event)
    is_his = call.legs.open().filter(role=Role.AGENT, agent=asked.by_id).exists()
    asked.is_refused = not is_his or step(State(call.state), event) is None
    asked.done_at = at
    asked.save(update_fields=["is_refused", "done_at"])
    return [] if asked.is_refused else advance(call.pk, event, at=at, address=asked.address)


@action
def hang_up(call: Call, *, by: Agent, at: datetime) -> None:
    """End a call: what was offered by a queue goes to wrap-up, what one dialled is over."""
    offer = open_offer(call)
    if offer is not None and offer.agent_id == by.pk and offer.state == OfferState.IN_HAND:
        end_conversation(offer, by=by, at=at)
    else:
        ask(call, Event.DONE, by=by, at=at)
