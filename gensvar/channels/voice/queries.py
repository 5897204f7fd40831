"""How calls stand: what callers hear, what the queue has done meanwhile, and the path of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q

from gensvar.channels.voice.models import (
    Announcement,
    Asked,
    Bridge,
    Call,
    Choice,
    Leg,
    PhoneNumber,
    RecordingPlan,
    Station,
    Withheld,
)
from gensvar.channels.voice.rules.calls import IN_HAND, WAITS, Event, Role, State
from gensvar.channels.voice.rules.keys import QUIET_SECONDS
from gensvar.channels.voice.rules.legs import LegState
from gensvar.channels.voice.rules.messages import OVERDUE_SECONDS
from gensvar.channels.voice.rules.numbers import number_of
from gensvar.channels.voice.rules.relays import TIMES_AS_LONG
from gensvar.channels.voice.rules.telephonist import QUIET as QUIET_OF_SEEKER
from gensvar.channels.voice.rules.waits import EACH_SECONDS, FIRST_SECONDS
from gensvar.channels.voice.sentences import LANGUAGES, sentence
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import is_open_now
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Contact
from gensvar.operations.customers.models import Address, Customer
from gensvar.operations.customers.queries import standing_of
from gensvar.operations.disruptions.queries import public_disruptions
from gensvar.operations.routing.models import Offer, OfferState, Queue, Seat, Status
from gensvar.operations.routing.rules.presence import GONE

# Somebody waits on the line in these, and in those it may be time for something.
ON_LINE = tuple(
    one.value for one in (State.QUEUED, State.CONFIRMING, State.DICTATING, State.TIMING)
)
QUIET = QUIET_SECONDS | QUIET_OF_SEEKER
TIMED = (State.QUEUED.value, State.LEAVING.value, *(state.value for state in QUIET))


@dataclass(frozen=True)
class Announced:
    """What whoever calls a number hears just now."""

    is_open: bool
    greeting: Sequence[Announcement]
    closed: Sequence[Announcement]
    # That the call may be recorded is said last of the greeting.
    tells_of_recording: bool = False


@dataclass(frozen=True)
class Stop:
    """One stop on the path of a call."""

    state: str
    event: str
    at: datetime
    seconds: float | None
    queue: Queue | None
    agent: Agent | None


def number_called(written: str) -> PhoneNumber | None:
    """Return the number that somebody called, as an operator writes it."""
    number = number_of(written)
    found = PhoneNumber.objects.in_use().select_related("client", "queue")
    return found.filter(number=number).first() if number else None


def announced(number: PhoneNumber | None, *, at: datetime) -> Announced:
    """Return what callers of a number hear: for some days, as a greeting, or when it is closed."""
    if number is None:
        return Announced(True, (), ())
    texts = list(number.announcements.in_force(at).select_related("recording").order_by("pk"))
    now = [one for one in texts if one.occasion == Announcement.Occasion.DEVIATING]
    greeting = [one for one in texts if one.occasion == Announcement.Occasion.GREETING]
    closed = [one for one in texts if one.occasion == Announcement.Occasion.CLOSED]
    shut = [one for one in now if one.closes]
    notice = _notice(number, at=at)
    usual = (*(one for one in now if not one.closes), *_disruptions(number, at=at), *greeting)
    return Announced(
        is_open=not shut and has_hours(number, at=at),
        greeting=(*usual, *notice),
        closed=shut or closed,
        tells_of_recording=bool(notice),
    )


def _notice(number: PhoneNumber, *, at: datetime) -> list[Announcement]:
    """Return what is said of recording, where some call of a number may be recorded just now."""
    queues = [number.queue_id, *number.choices.exclude(queue=None).values_list("queue", flat=True)]
    if not RecordingPlan.objects.in_force(at).filter(queue__in=queues).exists():
        return []
    language = number.client.language
    sound = f"sound:gensvar/{language}/recorded" if language in LANGUAGES else ""
    return [Announcement(number=number, words=sentence("recorded", language=language), sound=sound)]


def _disruptions(number: PhoneNumber, *, at: datetime) -> list[Announcement]:
    """Return what goes on just now, in words of its own; heard as one sentence that serves all."""
    told = [one for one in public_disruptions(number.client, at=at) if one.phone_text]
    sound = f"sound:gensvar/{number.client.language}/disruption"
    return [
        Announcement(number=number, words=one.phone_text, sound="" if place else sound)
        for place, one in enumerate(told)
    ]


def has_menu(number: PhoneNumber | None) -> bool:
    return number is not None and number.choices.exists()


def choices_at(call: Call) -> list[Choice]:
    """Return what may be chosen in the menu in which a caller is."""
    if call.number is None:
        return []
    return list(call.number.choices.filter(above=call.choice).select_related("queue"))


def menu_of(call: Call) -> list[Announcement]:
    """Return what is said in the menu in which a caller is."""
    if call.number is None:
        return []
    told = call.number.announcements.filter(occasion=Announcement.Occasion.MENU)
    return list(told.filter(choice=call.choice).select_related("recording"))


def has_hours(number: PhoneNumber, *, at: datetime) -> bool:
    """Say whether the queue of a number is open; one that keeps no hours always is."""
    channel = number.queue.hours_of
    return not channel or is_open_now(number.client, channel, at=at)


def customer_calling(number: PhoneNumber, party: str) -> Customer | None:
    """Return the only customer of the client with this number; of several nobody is meant."""
    if not party:
        return None
    known = Customer.objects.filter(client=number.client_id)
    found = list(known.with_address(Address.Kind.PHONE, party)[:2])
    return standing_of(found[0]) if len(found) == 1 else None


def protected_at(client: Client, party: str) -> Customer | None:
    """Return a customer of the client with this number whose identity is protected."""
    if not party:
        return None
    known = Customer.objects.filter(client=client, protected=True)
    found = known.with_address(Address.Kind.PHONE, party).order_by("pk").first()
    return standing_of(found) if found else None


def party_of(call: Call) -> str:
    """Return the number to call somebody at, whoever may know it: for the telephone alone."""
    withheld = Withheld.objects.filter(call=call).first()
    return withheld.party if withheld else call.party


def may_know(agent_id: int, client: Client) -> bool:
    """Say whether an agent stands on the list of a client's protected identities."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT EXISTS (SELECT FROM secrecy_accesslist WHERE client_id = %s
                 AND is_for_protected
                 AND id::text = ANY (string_to_array(access_lists_of(%s), ',')))""",
            [client.pk, agent_id],
        )
        (found,) = cursor.fetchone() or (False,)
    return bool(found)


def shown_number(client: Client) -> str:
    """Return what whoever is called by a client is shown; nothing leaves it to the operator."""
    found = PhoneNumber.objects.in_use().filter(client=client, is_shown=True).first()
    return found.number if found else ""


def client_of_sound(key: str) -> int | None:
    """Return whose a recording is, for whoever has its key alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT client_of_sound(%s)", [key[:43]])
        row = cursor.fetchone()
    return int(row[0]) if row and row[0] is not None else None


def open_offer(call: Call) -> Offer | None:
    """Return the offer by which somebody has the contact, or may have it."""
    found = Offer.objects.live().filter(contact=call.contact_id)
    return found.select_related("agent", "queue").order_by("-pk").first()


def path_of(contact: Contact) -> list[Stop]:
    """Return where a call was, from first to last, with the seconds at each stop (ISD-02)."""
    found = Station.objects.filter(call__contact=contact).order_by("place")
    return [
        Stop(one.state, one.event, one.at, one.seconds, one.queue, one.agent)
        for one in found.select_related("queue", "agent")
    ]


# What has changed in the queue and not yet for the call: each row is an event that is due.
DUE = """
    SELECT c.id, CASE
        WHEN c.state = ANY(%(waits)s) AND c.state <> 'ringing' AND o.state = 'offered'
            AND (c.offer_id IS NULL OR c.offer_id <> o.id) THEN 'given'
        WHEN c.state = ANY(%(waits)s) AND o.state = 'in-hand' THEN 'taken'
        WHEN c.state = 'ringing' AND (o.id IS NULL OR o.id <> c.offer_id) THEN 'taken-back'
        WHEN c.state = ANY(%(waits)s) AND o.id IS NULL AND w.id IS NULL THEN 'settled'
        WHEN c.state = ANY(%(in_hand)s) AND c.offer_id IS NOT NULL
            AND (o.id IS NULL OR o.state = 'wrap-up') THEN 'done'
    END AS event
    FROM voice_call c
    LEFT JOIN routing_offer o ON o.contact_id = c.contact_id AND o.ended_at IS NULL
    LEFT JOIN routing_waiting w ON w.contact_id = c.contact_id AND w.left_at IS NULL
    WHERE c.ended_at IS NULL AND c.bridge = %(bridge)s
"""


def due(bridge: str) -> list[tuple[int, Event]]:
    """Return what the queue and the browsers have done that the calls of a bridge must follow."""
    with connection.cursor() as cursor:
        cursor.execute(
            DUE,
            {
                "bridge": bridge,
                "in_hand": [one.value for one in IN_HAND],
                "waits": [one.value for one in WAITS],
            },
        )
        return [(call, Event(event)) for call, event in cursor.fetchall() if event]


def timely(bridge: str, *, at: datetime) -> list[tuple[int, Event]]:
    """Return what is due by the clock alone: to say something, to go on, or to give up."""
    now = Station.objects.filter(call__bridge=bridge, seconds=None, call__ended_at=None)
    found = []
    for call, state, event, since, way in now.filter(state__in=TIMED).values_list(
        "call", "state", "event", "at", "call__assisted__way"
    ):
        passed = (at - since).total_seconds()
        if state == State.QUEUED:
            after = EACH_SECONDS if event == Event.TIME_TO_TELL else FIRST_SECONDS
            meant = Event.TIME_TO_TELL
        elif state == State.LEAVING:
            after, meant = OVERDUE_SECONDS, Event.LEFT
        else:
            after = QUIET[State(state)] * (TIMES_AS_LONG if way else 1.0)
            to_person = {State.CHOOSING, *QUIET_OF_SEEKER}
            meant = Event.CHOSE_NOTHING if State(state) in to_person else Event.STAYS
        if passed >= after:
            found.append((call, meant))
    return [*found, *((call, Event.UNSERVED) for call in unserved(bridge, at=at))]


def unserved(bridge: str, *, at: datetime) -> list[int]:
    """Return the calls that wait where it is closed by now and nobody is left to answer."""
    waiting = Call.objects.going_on().filter(bridge=bridge, state__in=ON_LINE)
    found = []
    for call in waiting.select_related("number__queue", "number__client", "queue"):
        if call.number is None or has_hours(call.number, at=at):
            continue
        here = Seat.objects.filter(client=call.client_id, seen_at__gt=at - GONE)
        busy = Offer.objects.live().filter(queue=call.waits_in)
        if not here.exclude(status=Status.AWAY).exists() and not busy.exists():
            found.append(call.pk)
    return found


def asked_now(bridge: str) -> list[int]:
    """Return what people ask for of the calls of a bridge, in order."""
    found = Asked.objects.filter(done_at=None).filter(Q(call__bridge=bridge) | Q(call__bridge=""))
    return list(found.order_by("pk").values_list("pk", flat=True))


def in_hand_of(agent: Agent) -> Call | None:
    """Return the call that an agent talks in, or is rung for."""
    found = Call.objects.going_on().filter(
        offer__agent=agent, offer__state__in=[OfferState.OFFERED, OfferState.IN_HAND]
    )
    return found.order_by("-began_at").first()


def call_with(agent: Agent) -> Call | None:
    """Return the call that an agent has, is rung for, or makes."""
    theirs = Q(offer__agent=agent, offer__state__in=[OfferState.OFFERED, OfferState.IN_HAND]) | Q(
        pk__in=Leg.objects.open().filter(agent=agent).values("call")
    )
    found = (
        Call.objects.going_on()
        .filter(theirs)
        .select_related("contact__customer", "offer", "withheld__customer")
    )
    return found.order_by("-began_at").first()


def legs_to_lift(bridge: str) -> list[str]:
    """Return the phones that ring for somebody who has said in the browser that they answer."""
    answering = [State.PICKING_UP, State.DIALLING_AGENT, State.RETURNING]
    found = Leg.objects.filter(
        role=Role.AGENT,
        state=LegState.RINGING,
        call__bridge=bridge,
        call__ended_at=None,
        call__state__in=[one.value for one in answering],
    )
    return list(found.order_by("began_at").values_list("name", flat=True))


def is_played() -> bool:
    """Say whether calls are played, without sound: no bridge has another engine."""
    engines = set(Bridge.objects.values_list("engine", flat=True))
    return bool(engines) and engines <= {"played", "simulated"}
