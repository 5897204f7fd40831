"""The call that an agent has, as it is drawn: with whom, how it stands, what may be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from gensvar.channels.voice.models import WAY_NAMES, Assisted, Call, Phone, Watch
from gensvar.channels.voice.queries import call_with, is_played
from gensvar.channels.voice.rules import monitoring
from gensvar.channels.voice.rules.calls import Event, State
from gensvar.channels.voice.rules.recordings import Tape
from gensvar.channels.voice.rules.relays import Way
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Errand
from gensvar.operations.customers.models import Customer
from gensvar.operations.customers.rules import shown_phone

WORDS: Mapping[State, str | Promise] = {
    State.RINGING: gettext_lazy("Rings on your phone"),
    State.PICKING_UP: gettext_lazy("Lift your phone"),
    State.TALKING: gettext_lazy("In a call"),
    State.HELD: gettext_lazy("On hold, with music"),
    State.ASKING: gettext_lazy("A colleague is rung; the customer hears music"),
    State.CONSULTING: gettext_lazy("You talk with a colleague; the customer hears music"),
    State.CONFERENCE: gettext_lazy("All three of you talk"),
    State.RETURNING: gettext_lazy("It rings with you again; the customer hears music"),
    State.DIALLING_AGENT: gettext_lazy("Your own phone rings first"),
    State.DIALLING: gettext_lazy("Rings at the other end"),
}
# What an agent is told of whoever coaches them, in each way of being there.
COACHES: Mapping[monitoring.Watch, str | Promise] = {
    monitoring.Watch.ASKED: gettext_lazy("%(name)s is about to listen"),
    monitoring.Watch.RINGING: gettext_lazy("%(name)s is about to listen"),
    monitoring.Watch.LISTENING: gettext_lazy("%(name)s listens"),
    monitoring.Watch.WHISPERING: gettext_lazy("%(name)s listens, and whispers to you alone"),
    monitoring.Watch.JOINED: gettext_lazy("%(name)s takes part, and both of you hear it"),
}


# How one speaks with somebody who is helped, by the way that they are.
CUES: Mapping[Way, str | Promise] = {
    Way.TEXT: gettext_lazy(
        "Speak to the customer, not to the relay. One at a time: say “kom” when it is their turn,"
        " and wait for their “kom”."
    ),
    Way.VIDEO: gettext_lazy("Speak to the customer, not to the interpreter. Wait for each answer."),
    Way.SPEECH: gettext_lazy(
        "Speak to the customer, not to whoever helps. Give it the time it takes."
    ),
    Way.REAL_TIME: gettext_lazy("The customer writes and reads. Wait for each answer."),
}


@dataclass(frozen=True)
class Helped:
    """By what way somebody is helped in a call, and how one speaks with them."""

    way: Way
    name: str
    cue: str


@dataclass(frozen=True)
class Act:
    """Something that may be done with a call, as its button says and is known by a key."""

    event: Event
    label: str | Promise
    icon: str
    # As the keyboard names it, pressed with Alt.
    key: str = ""


HOLD = Act(Event.HOLD, pgettext_lazy("a call", "Put on hold"), "pause", "KeyP")
ACTS: Mapping[State, tuple[Act, ...]] = {
    State.TALKING: (HOLD,),
    State.HELD: (Act(Event.RESUME, gettext_lazy("Talk again"), "play", "KeyP"),),
    State.ASKING: (
        Act(Event.COME_BACK, gettext_lazy("Back to the customer"), "left"),
        Act(Event.HAND_OVER, gettext_lazy("Let it ring there"), "transfer"),
    ),
    State.CONSULTING: (
        Act(Event.JOIN, gettext_lazy("Talk all three"), "users"),
        Act(Event.HAND_OVER, gettext_lazy("Hand the call over"), "transfer"),
        Act(Event.COME_BACK, gettext_lazy("Back to the customer"), "left"),
    ),
    State.CONFERENCE: (
        Act(Event.HAND_OVER, gettext_lazy("Leave it to them"), "transfer"),
        Act(Event.COME_BACK, gettext_lazy("Let the colleague go"), "left"),
    ),
}
MAY_TRANSFER = frozenset({State.TALKING, State.HELD})
# Those in which a call may be ended; before, it is an offer that is taken or not.
MAY_END = frozenset(WORDS) - {State.RINGING, State.PICKING_UP}


@dataclass(frozen=True)
class CallShown:
    """A call in hand, as it is drawn."""

    call: Call
    who: str
    number: str
    words: str
    seconds: int
    acts: tuple[Act, ...]
    may_transfer: bool
    may_end: bool
    case: Case | None
    customer: Customer | None
    errand: Errand | None
    # Of whoever we called: they may not want it again.
    may_block: bool
    is_played: bool
    tape: Tape | None
    # Who listens, as the agent is told it; nothing where nobody does.
    coach: str
    # Nothing where nobody helps; and the ways that an agent may say.
    helped: Helped | None
    ways: tuple[tuple[str, str | Promise], ...]
    mark: str


def who_calls(call: Call) -> tuple[str, str]:
    """Return who a call is with, and their number: neither of somebody with protected identity.

    Whoever may not know of such a customer sees a call with a hidden number: the database tells
    nobody else that it is withheld.
    """
    customer = call.contact.customer
    if (customer is not None and customer.protected) or getattr(call, "withheld", None):
        return _("Protected identity"), ""
    number = shown_phone(call.party) if call.party.startswith("+") else call.party
    name = str(customer) if customer is not None else ""
    return name or number or _("Hidden number"), number


def known_customer(call: Call) -> Customer | None:
    """Return whose page opens beside a call, for whoever may see it."""
    if call.contact.customer is not None:
        return call.contact.customer
    withheld = getattr(call, "withheld", None)
    found: Customer | None = withheld.customer if withheld else None
    return found


def call_shown(agent: Agent, *, at: datetime) -> CallShown | None:
    """Return the call that an agent has just now, unless there is none."""
    call = call_with(agent)
    if call is None:
        return None
    state = State(call.state)
    who, number = who_calls(call)
    last = call.stations.order_by("-place").first()
    since = call.answered_at or (last.at if last else call.began_at)
    case = call.contact.cases.order_by("pk").first()
    recording = call.recordings.going_on().filter(agent=agent).first()
    tape = Tape(recording.state) if recording else None
    words = str(WORDS.get(state, ""))
    errand = Errand.objects.filter(contact=call.contact_id).first()
    watch = call.watches.going_on().filter(agent=agent).select_related("coach").first()
    helped = helped_in(call)
    seen = (case and case.pk, errand and errand.said_at, tape, watch and watch.state, helped)
    return CallShown(
        call=call,
        who=who,
        number=number if number != who else "",
        words=words,
        seconds=max(0, int((at - since).total_seconds())),
        acts=ACTS.get(state, ()),
        may_transfer=state in MAY_TRANSFER,
        may_end=state in MAY_END,
        case=case,
        customer=known_customer(call),
        errand=errand,
        may_block=errand is not None and call.answered_at is not None,
        is_played=is_played(),
        tape=tape,
        coach=coach_told(watch) if watch else "",
        helped=helped,
        ways=tuple((way.value, name) for way, name in WAY_NAMES.items()),
        mark=sha256(repr((call.pk, call.state, *seen)).encode()).hexdigest()[:16],
    )


def helped_in(call: Call) -> Helped | None:
    found = Assisted.objects.filter(call=call).first()
    if found is None:
        return None
    way = Way(found.way)
    return Helped(way, str(WAY_NAMES[way]), str(CUES[way]))


def coach_told(watch: Watch) -> str:
    told = COACHES.get(monitoring.Watch(watch.state), "")
    return str(told) % {"name": watch.coach.name}


def colleagues(call: Call, *, but: Agent) -> list[tuple[str, str]]:
    """Return whom a call may be transferred to: who has a phone at the same client."""
    found = Phone.objects.filter(client=call.client_id, agent__is_active=True)
    rows = found.exclude(agent=but).select_related("agent").order_by("agent__name")
    return [(one.address, one.agent.name) for one in rows]
