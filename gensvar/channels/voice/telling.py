"""What callers hear while they wait, as whole sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Q

from gensvar.channels.voice.models import Call, PhoneNumber
from gensvar.channels.voice.queries import party_of
from gensvar.channels.voice.rules.times import Window, windows
from gensvar.channels.voice.rules.vocabulary import Command
from gensvar.channels.voice.rules.waits import (
    MOST_MINUTES,
    is_callback_offered,
    minutes_told,
    place_told,
    wait_seconds,
)
from gensvar.channels.voice.sentences import LANGUAGES, MOST_PLACES, sentence
from gensvar.foundation.calendars.queries import calendar_of, zone
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Offer, Queue, Waiting
from gensvar.operations.routing.rules.presence import GONE
from gensvar.science.worktime.calendar import Calendar

MEASURED = timedelta(minutes=30)
# The next open day is found in so many: after a long holiday.
LOOKED_AHEAD = 7
LAST = timedelta(seconds=1)
BUSY = """
    SELECT count(DISTINCT s.agent_id) FROM routing_seat s
    JOIN routing_agentskill k ON k.agent_id = s.agent_id
    JOIN routing_queuestep q ON q.skill_id = k.skill_id AND k.level >= q.level
    WHERE q.queue_id = %s AND s.status <> 'away' AND s.seen_at > %s
      AND s.capacity ? 'phone' AND (k.until IS NULL OR k.until > %s)"""


@dataclass(frozen=True)
class Saying:
    """Sentences as the engine finds them said, and as they are written."""

    sounds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def said(call: Call, command: Command, *, at: datetime) -> Saying:
    """Return what a caller hears by a command about their wait."""
    language = call.client.language
    match command:
        case Command.ASK_NUMBER:
            names = ["ask-number" if party_of(call) else "ask-hidden"]
        case Command.ASK_OTHER_NUMBER:
            names = ["ask-other"]
        case Command.ASK_TIME:
            names = _of_times(times_of(call, at=at))
        case Command.SAY_PROMISE:
            names = _of_promise(call, at=at)
        case Command.SAY_NOT_RECORDED:
            names = ["not-recorded"]
        case Command.SAY_INVITATION:
            names = ["leave-message"]
        case Command.SAY_THANKS:
            names = ["thanks"]
        case _:
            names = _of_wait(call, at=at)
    return Saying(
        tuple(f"sound:gensvar/{language}/{name}" for name in names if language in LANGUAGES),
        tuple(sentence(name, language=language) for name in names),
    )


def place_of(call: Call, *, at: datetime) -> int | None:
    """Return who is how far in the queue, 1 being next; nothing for one that does not wait."""
    mine = Waiting.objects.now().filter(contact=call.contact_id).first()
    if mine is None:
        return None
    others = Waiting.objects.now().filter(queue=mine.queue_id).exclude(pk=mine.pk)
    is_due = Q(not_before=None) | Q(not_before__lte=at)
    same = Q(priority=mine.priority, arrived_at__lt=mine.arrived_at)
    return 1 + others.filter(is_due).filter(Q(priority__gt=mine.priority) | same).count()


def expected_seconds(queue: Queue, place: int, *, at: datetime) -> float | None:
    """Return the wait to expect in a queue, by the calls of the last half hour."""
    talked = ExpressionWrapper(F("ended_at") - F("accepted_at"), DurationField())
    done = Offer.objects.filter(queue=queue, state="done", ended_at__gt=at - MEASURED)
    measured = done.aggregate(mean=Avg(talked), calls=Count("pk"))
    with connection.cursor() as cursor:
        cursor.execute(BUSY, [queue.pk, at - GONE, at])
        (agents,) = cursor.fetchone() or (0,)
    mean = measured["mean"].total_seconds() if measured["mean"] else 0.0
    return wait_seconds(place, handling_seconds=mean, calls=measured["calls"], agents=agents)


def is_offered(call: Call, *, at: datetime) -> bool:
    """Say whether whoever waits in this call may be called back instead."""
    queue, place = call.waits_in, place_of(call, at=at)
    if call.number is None or queue is None or place is None:
        return False
    seconds = expected_seconds(queue, place, at=at)
    return is_callback_offered(seconds, after=call.number.callback_after_seconds)


def times_of(call: Call, *, at: datetime) -> list[Window]:
    """Return the times that whoever waits in this call may choose to be called in."""
    if call.number is None or not call.number.offers_times:
        return []
    schedule = _hours(call.number, at=at).schedule
    today = at.astimezone(zone()).date()
    opens = []
    for days in range(LOOKED_AHEAD):
        day = today + timedelta(days=days)
        for one in schedule.hours_on(day):
            begins, ends = (
                datetime.combine(day, clock, tzinfo=zone()) for clock in (one.opens, one.closes)
            )
            opens.append((days, begins, ends))
    return windows(at.astimezone(zone()), opens)


def are_open(call: Call, times: Sequence[Window], *, at: datetime) -> bool:
    """Say whether none of these times has begun, or been closed since they were told."""
    if call.number is None:
        return False
    hours = _hours(call.number, at=at)
    return all(
        one.begins_at > at and hours.is_open(one.begins_at) and hours.is_open(one.ends_at - LAST)
        for one in times
    )


def _hours(number: PhoneNumber, *, at: datetime) -> Calendar:
    """Return when somebody answers at a number, or would if its queue kept hours."""
    return calendar_of(number.client, number.queue.hours_of or Channel.PHONE, at=at)


def _of_times(times: Sequence[Window]) -> list[str]:
    """Return the sentences that say the times: a key, the day and the hours of each."""
    names = ["turn"]
    for place, one in enumerate(times):
        names += [f"time-{place + 2}", *_when(one.begins_at, days=one.days)]
    return [*names, "stay-waiting"]


def _of_promise(call: Call, *, at: datetime) -> list[str]:
    if call.promised_from is None:
        return ["promise"]
    begins_at = call.promised_from.astimezone(zone())
    days = (begins_at.date() - at.astimezone(zone()).date()).days
    return ["promise-time", *_when(begins_at, days=days), "goodbye"]


def _when(begins_at: datetime, *, days: int) -> list[str]:
    near = {0: "today", 1: "tomorrow"}.get(days)
    return [near or f"weekday-{begins_at.isoweekday()}", f"hours-{begins_at.hour}"]


def _of_wait(call: Call, *, at: datetime) -> list[str]:
    place, queue = place_of(call, at=at), call.waits_in
    if place is None or queue is None:
        return []
    names = []
    told = place_told(place, before=call.place_told)
    if told is not None:
        names.append(f"place-{told}" if told <= MOST_PLACES else "place-more")
        call.place_told = told
        call.save(update_fields=["place_told"])
    seconds = expected_seconds(queue, place, at=at)
    if seconds is not None and told is not None:
        minutes = minutes_told(seconds)
        names.append("wait-more" if minutes > MOST_MINUTES else f"wait-{minutes}")
    return [*names, "callback" if is_offered(call, at=at) else "stay"]
