"""An event moves a call on: the row first, then what the engine is told, which is returned.

House rule. Nothing here waits for an engine. Whoever calls sends the orders when this has been
committed; if they never arrive, the rows still say what was meant.
"""

from datetime import datetime

from django.db.models import Sum

from gensvar.channels.voice.actions.leaving import box_of, take_message
from gensvar.channels.voice.actions.missing import text_missed
from gensvar.channels.voice.actions.recording import draft, most_tries, write
from gensvar.channels.voice.actions.saying import SAYS, say, stop_saying
from gensvar.channels.voice.actions.taping import follow
from gensvar.channels.voice.actions.watching import follow_watch
from gensvar.channels.voice.events import CallEnded, CallMoved
from gensvar.channels.voice.models import Call, Leg, Phone, Station
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.queries import has_menu, open_offer, party_of
from gensvar.channels.voice.rules.calls import (
    AGAIN,
    BRIDGED,
    IN_HAND,
    WAITS,
    Command,
    Event,
    Outcome,
    Record,
    Role,
    State,
    Step,
    meant,
    step,
)
from gensvar.channels.voice.rules.legs import Heard, LegState, leg_step
from gensvar.channels.voice.watched import watch_of
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce, undone_if_refused
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.actions import note_answered
from gensvar.operations.contacts.saying import note_ended

# The dispatcher ends an offer; the phone rings a little longer, so that it alone decides.
LONGER_SECONDS = 5.0
DIAL_SECONDS = 25.0
ABOUT = {
    Command.JOIN_CALLER: Role.CALLER,
    Command.PART_CALLER: Role.CALLER,
    Command.RELEASE_CALLER: Role.CALLER,
    Command.JOIN_AGENT: Role.AGENT,
    Command.RELEASE_AGENT: Role.AGENT,
    Command.JOIN_COLLEAGUE: Role.COLLEAGUE,
    Command.RELEASE_COLLEAGUE: Role.COLLEAGUE,
}
RELEASES = {Command.RELEASE_CALLER, Command.RELEASE_AGENT, Command.RELEASE_COLLEAGUE}
RINGS = {
    Command.RING_AGENT: (Role.AGENT, Event.AGENT_FAILED),
    Command.RING_COLLEAGUE: (Role.COLLEAGUE, Event.COLLEAGUE_FAILED),
    Command.DIAL_CALLER: (Role.CALLER, Event.CALLER_FAILED),
}


@action
def advance(call_id: int, event: Event, *, at: datetime, address: str = "") -> list[Order]:
    """Do what an event leads to; one that concerns nobody any more leads to nothing."""
    call = held(call_id)
    orders: list[Order] = []
    waiting = [event]
    while waiting and call.ended_at is None:
        made, more = _advance(call, waiting.pop(0), at=at, address=address)
        orders += made
        waiting += more
    return orders


@action
def again(call_id: int, *, at: datetime) -> list[Order]:
    """Return what a call's state asks of the engine, for one that may not have been told."""
    call = held(call_id)
    released = call.legs.filter(state=LegState.RELEASED)
    told = AGAIN.get(State(call.state), ())
    made = [_order(call, command, address="", at=at)[0] for command in told]
    return [*(_release(call, leg) for leg in released), *(order for order in made if order)]


@action
def hear(name: str, heard: Heard, *, at: datetime, cause: int | None = None) -> list[Order]:
    """Note what the engine says of a leg, and do what it leads to."""
    leg = Leg.objects.filter(pk=name).first()
    if leg is None:
        return []
    call = held(leg.call_id)
    leg.refresh_from_db()
    before, role = LegState(leg.state), Role(leg.role)
    stepped = leg_step(role, before, heard, called_us=not leg.address)
    if stepped.to is not before:
        leg.state = stepped.to.value
        if stepped.to is LegState.UP:
            leg.up_at = at
        if stepped.to is LegState.GONE:
            leg.ended_at, leg.cause = at, cause
        leg.save(update_fields=["state", "up_at", "ended_at", "cause"])
    orders = [_release(call, leg)] if stepped.release_again else []
    if stepped.event is not None and call.ended_at is None:
        orders += advance(call.pk, stepped.event, at=at)
    return orders


@action
def finish_saying(saying: str, *, at: datetime) -> list[Order]:
    """Go on when something has been said to its end; what was cut off meanwhile says nothing."""
    call_id, _dash, place = saying.partition("-")
    if not (call_id.isdigit() and place.isdigit()):
        return []
    current = Station.objects.filter(call=int(call_id), seconds=None).order_by("-place").first()
    if current is None or current.place != int(place):
        return []
    call = held(int(call_id))
    event = Event.SAID
    if call.state == State.GREETING and has_menu(call.number):
        event = Event.HAS_MENU
    if call.state == State.CLOSED and box_of(call) is not None:
        event = Event.MAY_LEAVE
    return advance(call.pk, event, at=at)


@action
def finish_message(track: str, *, at: datetime) -> list[Order]:
    """Go on when a message is over; one that was over already says nothing."""
    call_id = track.split("-")[1]
    return advance(int(call_id), Event.LEFT, at=at) if call_id.isdigit() else []


def held(call_id: int) -> Call:
    """Return a call, locked: its events come one after the other."""
    found = Call.objects.select_for_update(of=("self",), no_key=True)
    return found.select_related("contact", "number__queue", "queue", "client").get(pk=call_id)


def _advance(
    call: Call, event: Event, *, at: datetime, address: str
) -> tuple[list[Order], list[Event]]:
    before = State(call.state)
    if event in {Event.GIVEN, Event.TAKEN}:
        _follow_offer(call)
    event = meant(
        event,
        before,
        is_of_queue=call.number_id is not None,
        is_callback=call.is_callback,
        is_last_try=call.tries + 1 >= most_tries(call),
    )
    found = step(before, event)
    if found is None:
        return [], []
    if Record.ACCEPT in found.records:
        try:
            with undone_if_refused():
                write(call, Record.ACCEPT, at=at)
        except Refused:
            # Offered to somebody else by now, or the customer is being taken by another.
            return [], [Event.AGENT_LATE]
    for record in found.records:
        if record is not Record.ACCEPT:
            write(call, record, at=at)
    _move(call, found, event=event, at=at)
    made = [_order(call, command, address=address, at=at) for command in found.commands]
    beside = [*follow(call, at=at), *follow_watch(call, at=at)]
    if call.ended_at is not None:
        _end(call, at=at)
    return [*(order for order, _failed in made if order), *beside], [
        failed for _order, failed in made if failed
    ]


def _follow_offer(call: Call) -> None:
    """Know which offer the call is about; a new one takes the place of one that is over."""
    offer = open_offer(call)
    if offer is not None and offer.pk != call.offer_id:
        call.offer = offer
        call.save(update_fields=["offer"])


def _move(call: Call, found: Step, *, event: Event, at: datetime) -> None:
    before = State(call.state)
    call.state = found.to.value
    if found.to is State.CALLBACK:
        call.is_callback = True
    if found.to is State.HANDED_OVER and call.answered_at is None:
        call.answered_at = at
    if found.to is State.TALKING and call.answered_at is None:
        call.answered_at = at
        leg = call.legs.open().filter(role=Role.AGENT).select_related("agent").first()
        if leg is not None and leg.agent is not None:
            note_answered(call.contact, by=leg.agent, at=at)
            draft(call, by=leg.agent, at=at)
    if found.to is State.ENDED:
        call.ended_at, call.outcome = at, found.outcome.value if found.outcome else ""
    call.save(update_fields=["state", "is_callback", "answered_at", "ended_at", "outcome"])
    seconds = station(call, event=event, at=at)
    announce(
        CallMoved(
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            before=before.value,
            state=call.state,
            because=event.value,
            seconds=seconds,
            agent_id=_agent_id(call),
            why=_why_transferred(call) if found.to is State.HANDED_OVER else "",
        ),
        at=at,
    )


def station(call: Call, *, event: Event, at: datetime) -> float:
    """Write down where the call is now; return the seconds that it was where it was before."""
    last = call.stations.order_by("-place").first()
    seconds = 0.0
    if last is not None:
        # Engines and machines keep their own time; a path never goes backwards.
        seconds = max(0.0, (at - last.at).total_seconds())
        last.seconds = seconds
        last.save(update_fields=["seconds"])
    state = State(call.state)
    Station.objects.create(
        call=call,
        client_id=call.client_id,
        place=last.place + 1 if last else 1,
        state=state.value,
        event=event.value,
        queue=call.waits_in if state in WAITS else None,
        agent_id=_agent_id(call) if state in IN_HAND | {State.RINGING} else None,
        at=at,
        seconds=0.0 if state is State.ENDED else None,
    )
    return seconds


def _why_transferred(call: Call) -> str:
    asked = call.asked.filter(is_refused=False).exclude(why="").order_by("-pk").first()
    return asked.why if asked else ""


def _agent_id(call: Call) -> int | None:
    if call.offer is not None:
        return call.offer.agent_id
    found = call.legs.filter(role=Role.AGENT).order_by("-began_at").values_list("agent_id")
    first: tuple[int | None] | None = found.first()
    return first[0] if first else None


def _order(
    call: Call, command: Command, *, address: str, at: datetime
) -> tuple[Order | None, Event | None]:
    """Make a command ready to send; where nobody can be rung, return what that leads to."""
    if command in RINGS:
        return _ring(call, command, address=address, at=at)
    if command in ABOUT:
        leg = call.legs.open().filter(role=ABOUT[command]).first()
        if leg is None:
            return None, None
        if command in RELEASES:
            return _release(call, leg), None
        return Order(command=command, call=call.pk, leg=leg.name), None
    caller = call.legs.open().filter(role=Role.CALLER).first()
    order = Order(command=command, call=call.pk, leg=caller.name if caller else "")
    if command in SAYS:
        return say(call, command, order, at=at), None
    if command is Command.STOP_SAYING:
        return stop_saying(call, order), None
    if command is Command.TAKE_MESSAGE:
        return take_message(call, order), None
    return order, None


def _ring(
    call: Call, command: Command, *, address: str, at: datetime
) -> tuple[Order | None, Event | None]:
    """Write the leg down, then ring it. An agent has one phone, and it rings for one call."""
    role, failed = RINGS[command]
    agent = None
    seconds = DIAL_SECONDS
    if role is Role.AGENT:
        agent_id = _agent_id(call)
        phone = phone_of(agent_id)
        address, agent = (phone.address, phone.agent) if phone else ("", None)
        if call.offer is not None:
            seconds = call.offer.queue.offer_seconds + LONGER_SECONDS
        if agent is not None and is_on_the_phone(agent):
            address = ""
    elif role is Role.CALLER:
        address = party_of(call)
    if not address:
        return None, failed
    made = call.legs.filter(role=role).count() + 1
    name = f"gensvar-{call.pk}-{role.value}-{made}"
    Leg.objects.create(
        name=name,
        call=call,
        client_id=call.client_id,
        role=role.value,
        agent=agent,
        address=address,
        began_at=at,
    )
    shown = call.party
    if role is Role.CALLER:
        shown = call.shown or (call.number.number if call.number else "")
    return (
        Order(
            command=command,
            call=call.pk,
            leg=name,
            address=address,
            seconds=seconds,
            shown=shown,
        ),
        None,
    )


def is_on_the_phone(agent: Agent) -> bool:
    """Say whether somebody's phone is taken: by a call of theirs, or one they listen to."""
    return Leg.objects.open().filter(agent=agent).exists() or watch_of(agent.pk) is not None


def phone_of(agent_id: int | None) -> Phone | None:
    return Phone.objects.select_related("agent").filter(agent=agent_id).first()


def _release(call: Call, leg: Leg) -> Order:
    if leg.state != LegState.RELEASED:
        leg.state = LegState.RELEASED.value
        leg.save(update_fields=["state"])
    command = next(one for one in RELEASES if ABOUT[one].value == leg.role)
    return Order(command=command, call=call.pk, leg=leg.name)


def _end(call: Call, *, at: datetime) -> None:
    if call.outcome == "lost" or call.legs.open().exists():
        # With a lost engine its legs are gone; it will never say so.
        call.legs.exclude(state=LegState.GONE).update(state=LegState.GONE.value, ended_at=at)
    note_ended(call.contact, at=at)
    if call.is_callback and call.outcome == Outcome.NO_ANSWER:
        text_missed(call, is_last=True, at=at)
    announce(
        CallEnded(
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            outcome=call.outcome,
            seconds=(at - call.began_at).total_seconds(),
            waited_seconds=_seconds(call, *WAITS),
            talked_seconds=_seconds(call, *(BRIDGED - {State.HELD})),
            held_seconds=_seconds(call, State.HELD, State.ASKING, State.CONSULTING),
        ),
        at=at,
    )


def _seconds(call: Call, *states: State) -> float:
    spent = call.stations.filter(state__in=[one.value for one in states])
    total: float | None = spent.aggregate(total=Sum("seconds"))["total"]
    return total or 0.0
