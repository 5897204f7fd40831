"""What an event of a call means for routing and cases, by the acts that they have anyway."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import translation
from django.utils.translation import gettext

from gensvar.channels.voice.actions.leaving import begin_message, end_message
from gensvar.channels.voice.actions.missing import text_missed
from gensvar.channels.voice.actions.withholding import tell_customer
from gensvar.channels.voice.events import CallbackPromised, PhoneLost
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.queries import open_offer
from gensvar.channels.voice.rules.calls import Record, Role, State
from gensvar.foundation.events.actions import announce, undone_if_refused
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import open_case
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import OfferState, Outcome, Queue, Waiting

# A callback that nobody has said anything about is tried so often, after gaps that grow.
MOST_TRIES = 3
# The phone rang and was busy or pressed away, or nobody knows: no reason to doubt the phone.
PRESSED_AWAY = frozenset({17, 21, 31})
GAPS = (timedelta(minutes=10), timedelta(minutes=45))


def write(call: Call, record: Record, *, at: datetime) -> None:
    """Write down what an event means. What somebody did already in another way is let be."""
    WRITTEN[record](call, at)


def _enter_queue(call: Call, at: datetime) -> None:
    """Wait; whoever had a callback promised, and calls before it is made, has the older place."""
    queue = call.waits_in
    assert queue is not None
    arrived_at = merge_callbacks(call, queue=queue, at=at)
    routing.wait(call.contact, queue=queue, arrived_at=arrived_at, at=at)
    call.queue = queue
    call.save(update_fields=["queue"])


def _promise(call: Call, at: datetime) -> None:
    """Let the wait go on without anybody on the line; of two at one number the older stands."""
    wait = Waiting.objects.now().filter(contact=call.contact_id).select_related("queue").get()
    older = merge_callbacks(call, queue=wait.queue, at=at)
    if older is not None and older < wait.arrived_at:
        Waiting.objects.filter(pk=wait.pk).update(arrived_at=older)
    if call.promised_from is not None:
        # Not before the time that they chose; in it they have the place that they had.
        Waiting.objects.filter(pk=wait.pk).update(not_before=call.promised_from)
    call.is_callback = True
    call.save(update_fields=["is_callback"])
    announce(
        CallbackPromised(
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            queue_id=wait.queue_id,
            waited_seconds=(at - wait.entered_at).total_seconds(),
        ),
        at=at,
    )


def merge_callbacks(call: Call, *, queue: Queue, at: datetime) -> datetime | None:
    """Let go of callbacks that this call takes the place of; return since when they waited."""
    if not call.party:
        return None
    others = Waiting.objects.now().filter(
        queue=queue, contact__call__party=call.party, contact__call__state=State.CALLBACK.value
    )
    found = list(others.exclude(contact=call.contact_id).select_related("contact"))
    for wait in found:
        routing.leave(wait.contact, outcome=Outcome.SETTLED, at=at)
    return min((wait.arrived_at for wait in found), default=None)


def _accept(call: Call, at: datetime) -> None:
    assert call.offer is not None
    routing.accept(call.offer, by=call.offer.agent, at=at)


def _try_later(call: Call, at: datetime) -> None:
    _hand_back(call, at)
    waits = Waiting.objects.now().filter(contact=call.contact_id)
    waits.update(not_before=at + GAPS[min(call.tries, len(GAPS) - 1)])
    call.tries += 1
    call.save(update_fields=["tries"])
    text_missed(call, is_last=False, at=at)


def _hand_back_without_phone(call: Call, at: datetime) -> None:
    _hand_back(call, at)
    _lose_phone(call, at)


def most_tries(call: Call) -> int:
    return call.number.most_tries if call.number else MOST_TRIES


def draft(call: Call, *, by: Agent, at: datetime) -> None:
    """Begin the case of a call when it is answered; whoever has it fills in what it is about."""
    is_theirs = call.contact.direction == Direction.IN or call.is_callback
    if not is_theirs or call.contact.cases.exists():
        return
    tell_customer(call, to=by.pk)
    with translation.override(call.client.language):
        title = gettext("Telephone call")
    open_case(
        call.client,
        title=title,
        channel=Channel.PHONE,
        contact=call.contact,
        agent=by,
        by=by,
        at=at,
    )


def _let_go(call: Call, outcome: Outcome, at: datetime) -> None:
    if Waiting.objects.now().filter(contact=call.contact_id).exists():
        routing.leave(call.contact, outcome=outcome, at=at)
    else:
        _end_conversation(call, at)


def _end_conversation(call: Call, at: datetime) -> None:
    """End the talk of whoever has the contact, also of one who took it a moment ago."""
    offer = open_offer(call)
    if offer is not None and offer.state == OfferState.IN_HAND:
        routing.end_conversation(offer, by=offer.agent, at=at)


def _miss(call: Call, at: datetime) -> None:
    """Offer the call to somebody else at once, and nothing more to a phone that does not ring."""
    if call.offer is None:
        return
    try:
        with undone_if_refused():
            routing.decline(call.offer, by=call.offer.agent, at=at)
    except Refused:
        return
    last = call.legs.filter(role=Role.AGENT).order_by("-began_at").first()
    if last is None or last.cause not in PRESSED_AWAY:
        _lose_phone(call, at)


def _hand_back(call: Call, at: datetime) -> None:
    """Let the call wait again in its old place."""
    if call.offer is None:
        return
    call.offer.refresh_from_db()
    if call.offer.state == OfferState.IN_HAND:
        routing.hand_on(call.offer, to=call.offer.queue, by=call.offer.agent, at=at)


def _lose_phone(call: Call, at: datetime) -> None:
    if call.offer is None:
        return
    agent = call.offer.agent
    routing.lose_phone(agent, at=at)
    announce(PhoneLost(agent_id=agent.pk, client_id=call.client_id, call_id=call.pk), at=at)


def _abandon(call: Call, at: datetime) -> None:
    _let_go(call, Outcome.ABANDONED, at)


def _overflow(call: Call, at: datetime) -> None:
    _let_go(call, Outcome.OVERFLOW, at)


WRITTEN: dict[Record, Callable[[Call, datetime], None]] = {
    Record.ENTER_QUEUE: _enter_queue,
    Record.ACCEPT: _accept,
    Record.ABANDON: _abandon,
    Record.OVERFLOW: _overflow,
    Record.MISS: _miss,
    Record.END_CONVERSATION: _end_conversation,
    Record.HAND_BACK: _hand_back_without_phone,
    Record.TRY_LATER: _try_later,
    Record.PROMISE: _promise,
    Record.BEGIN_MESSAGE: begin_message,
    Record.END_MESSAGE: end_message,
}
