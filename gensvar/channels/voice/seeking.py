"""Whom colleagues seek: the directory, whether somebody can be reached, and what a caller hears."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Q
from django.utils.timezone import localtime

from gensvar.channels.voice.models import (
    Call,
    Entry,
    Leg,
    Phone,
    Sought,
    Sound,
    Telephonist,
)
from gensvar.channels.voice.rules.calls import Command, Event, Outcome, State
from gensvar.channels.voice.rules.directory import (
    MOST_HITS,
    Availability,
    Listed,
    hits,
    is_within,
    returns,
)
from gensvar.channels.voice.sentences import LANGUAGES, sentence
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.duty.models import Absence
from gensvar.operations.contacts.models import Direction
from gensvar.operations.routing.models import Seat, Status

# Whoever was sought often during these days is told of first.
ASKED_DAYS = 90


@dataclass(frozen=True)
class Reach:
    """Whether somebody can be reached now; until when not, where that is known."""

    availability: Availability
    until: datetime | None = None


@dataclass(frozen=True)
class Answered:
    """How colleagues who called were helped; `gave_up` hung up before anything of it."""

    calls: int = 0
    connected: int = 0
    to_person: int = 0
    left_word: int = 0

    @property
    def gave_up(self) -> int:
        return self.calls - self.connected - self.to_person - self.left_word

    @property
    def share_connected(self) -> float:
        return self.connected / self.calls if self.calls else 0.0

    @property
    def share_to_person(self) -> float:
        return self.to_person / self.calls if self.calls else 0.0


def telephonist_for(client: Client, party: str) -> Telephonist | None:
    """Return the telephonist that answers somebody who calls a client; nothing for a customer."""
    found = Telephonist.objects.select_related("queue").filter(client=client).first()
    return found if found is not None and is_within(party, found.ranges) else None


def listed(client: Client) -> list[Entry]:
    found = Entry.objects.in_use().filter(client=client)
    here = Q(agent=None) | Q(agent__is_active=True)
    return list(
        found.filter(here, Q(group=None) | Q(group__closed_at=None)).select_related(
            "agent", "group", "recording"
        )
    )


def entries_meant(call: Call, *, at: datetime) -> tuple[list[Entry], bool]:
    """Return whom what was keyed in may mean, the most sought first; and whether there are more."""
    known = {one.pk: one for one in listed(call.client)}
    since = at - timedelta(days=ASKED_DAYS)
    asked: dict[int, int] = dict(
        Sought.objects.filter(client=call.client_id, at__gt=since)
        .values_list("entry")
        .annotate(Count("pk"))
        .order_by()
    )
    found = hits(
        call.typed,
        [Listed(pk, one.name, one.number, asked.get(pk, 0)) for pk, one in known.items()],
    )
    return [known[one.key] for one in found[:MOST_HITS]], len(found) > MOST_HITS


def sought_in(call: Call) -> Entry | None:
    found = Sought.objects.filter(call=call).select_related(
        "entry__agent", "entry__group", "entry__recording"
    )
    sought = found.first()
    return sought.entry if sought else None


def address_of(entry: Entry) -> str:
    """Return where somebody is rung: at the phone they have with us, else by their number."""
    phone = Phone.objects.filter(agent=entry.agent_id).first() if entry.agent_id else None
    return phone.address if phone else entry.number


def reach_of(entry: Entry, *, at: datetime) -> Reach:
    """Say whether somebody can be reached: not while away, nor in a call."""
    if entry.agent_id is None:
        return Reach(Availability.FREE)
    absence = Absence.objects.at(at).filter(agent=entry.agent_id).order_by("-ends_at").first()
    if absence is not None:
        return Reach(Availability.AWAY, absence.ends_at)
    address = address_of(entry)
    legs = Leg.objects.open().filter(call__ended_at=None)
    if legs.filter(Q(agent=entry.agent_id) | Q(address=address)).exclude(address="").exists():
        return Reach(Availability.IN_A_CALL)
    seat = Seat.objects.filter(agent=entry.agent_id, status=Status.AWAY)
    # Who has gone home is away for nobody knows how long; lunch is nobody's business.
    return Reach(Availability.AWAY if seat.exists() else Availability.FREE)


def heard_by_seeker(call: Call, command: Command, *, at: datetime) -> tuple[list[str], list[str]]:
    """Return what a colleague hears: as the engine finds it, and as it is written."""
    match command:
        case Command.ASK_WHOM:
            last = call.stations.order_by("-place").first()
            is_wrong = last is not None and last.event == Event.FOUND_NOBODY
            parts: list[str | Entry] = [*(["no-such-name"] if is_wrong else []), "ask-whom"]
        case Command.SAY_HITS:
            parts = _hits(call, at=at)
        case Command.SAY_NOTED:
            parts = ["noted"]
        case _:
            parts = _found(call, at=at)
    return _said(parts, language=call.client.language)


def _hits(call: Call, *, at: datetime) -> list[str | Entry]:
    found, has_more = entries_meant(call, at=at)
    named: list[str | Entry] = []
    for place, one in enumerate(found, start=1):
        named += [f"hit-{place}", one]
    return [*named, "more-hits" if has_more else "seek-again"]


def _found(call: Call, *, at: datetime) -> list[str | Entry]:
    entry = sought_in(call)
    if entry is None:
        return ["no-such-name", "seek-again"]
    last = call.stations.order_by("-place").first()
    if last is not None and last.event == Event.COLLEAGUE_FAILED:
        state: list[str | Entry] = ["no-answer"]
    else:
        reach = reach_of(entry, at=at)
        state = [entry, f"is-{reach.availability.value}"]
        if reach.availability is Availability.AWAY:
            until = localtime(reach.until).date() if reach.until else None
            state = [entry, f"is-away-{returns(until, today=localtime(at).date()).value}"]
    ways = ["may-connect" if address_of(entry) else "", "may-word" if entry.email else ""]
    return [*state, *(way for way in ways if way), "seek-again"]


def _said(parts: Sequence[str | Entry], *, language: str) -> tuple[list[str], list[str]]:
    sounds, words = [], []
    for one in parts:
        if isinstance(one, Entry):
            words.append(f"{one.name}.")
            sounds += _name(one, language=language)
        else:
            words.append(sentence(one, language=language))
            sounds.append(one)
    if language not in LANGUAGES:
        return [], words
    return [
        one if one.startswith("sound:") else f"sound:gensvar/{language}/{one}" for one in sounds
    ], words


def _name(entry: Entry, *, language: str) -> list[str]:
    if entry.recording is not None:
        return [media_of(entry.recording)]
    digits = [one for one in entry.number[-8:] if one.isdigit()]
    return [f"digit-{one}" for one in digits] or ["somebody"]


def media_of(sound: Sound) -> str:
    return f"sound:{settings.BASE_URL}/telefon/ljud/{sound.key}.wav"


def answered(client: Client, *, since: datetime, until: datetime) -> Answered:
    """Count how colleagues who called in a time were helped; no customer is among them."""
    calls = Call.objects.filter(
        client=client, contact__direction=Direction.OWN, began_at__gte=since, began_at__lt=until
    )
    person = Q(stations__state=State.QUEUED)
    connected = Q(stations__state=State.HANDED_OVER) & ~Q(pk__in=calls.filter(person).values("pk"))
    told = calls.aggregate(
        calls=Count("pk", distinct=True),
        connected=Count("pk", filter=connected, distinct=True),
        to_person=Count("pk", filter=person, distinct=True),
        left_word=Count("pk", filter=Q(outcome=Outcome.LEFT_WORD), distinct=True),
    )
    return Answered(**told)
