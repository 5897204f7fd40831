"""What stands in the database, as the rows that the router takes.

House rule. Nothing that stands there may stop the dispatcher: a queue without steps is a queue that
nobody can serve, a capacity that cannot be read is none.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import inf
from typing import Any

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import calendar_of
from gensvar.foundation.people.rules import HANDLING
from gensvar.operations.routing.models import Queue, QueueStep
from gensvar.operations.routing.queries.levers import in_force
from gensvar.operations.routing.rules.levers import Lever, agent_with, queue_with
from gensvar.operations.routing.rules.presence import presence
from gensvar.science.routing import rows
from gensvar.science.worktime.calendar import Calendar

# No agent has it: what a queue without steps asks for.
NOBODYS = "nobody's"
WAITING = """
    SELECT w.contact_id, w.queue_id, extract(epoch FROM w.arrived_at)::float8, w.goal_seconds,
        w.priority, w.language, w.is_vulnerable, w.last_agent_id,
        extract(epoch FROM w.not_before)::float8
    FROM routing_waiting w WHERE w.left_at IS NULL"""
OFFERS = """
    SELECT o.id, o.contact_id, o.agent_id, o.state, extract(epoch FROM o.offered_at)::float8,
        o.expires_at, o.ended_at IS NULL
    FROM routing_offer o"""
# The wait that an offer ended is the newest of its contact. Not asked for by its number alone, or
# a table of which little is known yet is read from its end for each offer.
IN_HAND = """
    SELECT w.contact_id, w.queue_id, extract(epoch FROM w.arrived_at)::float8, w.goal_seconds,
        w.priority, w.language, w.is_vulnerable, w.last_agent_id,
        extract(epoch FROM w.not_before)::float8
    FROM routing_offer o CROSS JOIN LATERAL (
        SELECT * FROM routing_waiting w WHERE w.contact_id = o.contact_id
        ORDER BY w.entered_at DESC, w.id DESC LIMIT 1) w
    WHERE o.ended_at IS NULL AND w.left_at IS NOT NULL"""
DECLINED = """
    SELECT o.contact_id, o.agent_id, extract(epoch FROM o.ended_at)::float8
    FROM routing_offer o JOIN routing_waiting w ON w.contact_id = o.contact_id
    WHERE w.left_at IS NULL AND o.ended_at > %s AND o.state IN ('declined', 'handed-on')"""
AGENTS = """
    SELECT s.agent_id, a.spoken_languages::text, s.capacity::text, s.status,
        extract(epoch FROM greatest(s.since, ended.at))::float8, s.seen_at, a.is_active,
        EXISTS (SELECT FROM routing_offer o WHERE o.agent_id = s.agent_id AND o.ended_at IS NULL
                AND o.state = 'wrap-up'),
        (SELECT jsonb_agg(jsonb_build_array(
                    k.skill_id, k.level, extract(epoch FROM k.until)::float8) ORDER BY k.skill_id)
         FROM routing_agentskill k WHERE k.agent_id = s.agent_id)::text,
        (SELECT array_agg(coalesce(g.client_id, 0)) FROM people_rolegrant g
         WHERE g.agent_id = s.agent_id AND g.role = ANY(%s) AND g.since <= %s
           AND (g.until IS NULL OR g.until > %s)),
        (SELECT jsonb_agg(t.channel) FROM routing_taken t
         WHERE t.agent_id = s.agent_id AND t.ended_at IS NULL)::text
    FROM routing_seat s JOIN people_agent a ON a.id = s.agent_id
    CROSS JOIN LATERAL (SELECT max(ended_at) AS at FROM routing_offer o
                        WHERE o.agent_id = s.agent_id) ended"""


@dataclass(frozen=True)
class Held:
    """An offer as it stands: its number, who has it, and what became of it."""

    number: int
    contact: int
    agent: int
    state: str
    offered_at: float
    expires_at: datetime
    is_live: bool


@dataclass(frozen=True)
class Seated:
    """An agent as they stand: what they may take, and whether they are here."""

    agent: rows.Agent
    presence: rows.Presence
    since_at: float


def instant(at: datetime) -> float:
    """Return an instant on the router's scale: seconds since the epoch."""
    return at.timestamp()


def moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def waits(contacts: Iterable[int] | None = None) -> list[rows.Contact]:
    """Return the contacts that wait, or those of them that are asked for."""
    if contacts is None:
        return [contact(row) for row in _rows(WAITING)]
    return [
        contact(row) for row in _rows(f"{WAITING} AND w.contact_id = ANY(%s)", [list(contacts)])
    ]


def in_hand() -> list[rows.Contact]:
    """Return the contacts that somebody has accepted and not ended."""
    return [contact(row) for row in _rows(IN_HAND)]


def contact(row: Sequence[Any]) -> rows.Contact:
    number, queue, arrived_at, goal, priority, language, vulnerable, last_agent, not_before = row
    return rows.Contact(
        number,
        queue,
        arrived_at,
        goal,
        priority,
        language,
        vulnerable,
        last_agent,
        -inf if not_before is None else not_before,
    )


def live_offers() -> list[Held]:
    return [Held(*row) for row in _rows(f"{OFFERS} WHERE o.ended_at IS NULL")]


def offers_of(contacts: Iterable[int], numbers: Iterable[int]) -> list[Held]:
    """Return the live offers of some contacts, and those with these numbers, live or not."""
    asked = [list(contacts), list(numbers)]
    words = f"{OFFERS} WHERE (o.contact_id = ANY(%s) AND o.ended_at IS NULL) OR o.id = ANY(%s)"
    return [Held(*row) for row in _rows(words, asked)]


def declined(*, since: datetime, seconds: float) -> list[rows.Declined]:
    """Return who declined or handed on a contact that still waits, and until when that counts."""
    found = _rows(DECLINED, [since])
    return [rows.Declined(contact, agent, ended_at + seconds) for contact, agent, ended_at in found]


def last_number() -> int:
    ((number,),) = _rows("SELECT coalesce(max(id), 0) FROM routing_offer")
    return int(number)


def agents(
    *, at: datetime, only: Iterable[int] | None = None, levers: Sequence[Lever] | None = None
) -> list[Seated]:
    """Return the agents with a seat, as they are at a moment, with the levers that hold then.

    levers: those to count with instead.
    """
    given = [sorted(HANDLING), at, at]
    words = AGENTS
    if only is not None:
        words += " WHERE s.agent_id = ANY(%s)"
        given.append(list(only))
    clients = frozenset(pk for (pk,) in _rows("SELECT id FROM agreements_client"))
    levers = in_force(at=at) if levers is None else levers
    return [_seated(row, clients, levers, at=at) for row in _rows(words, given)]


def _seated(
    row: Sequence[Any], every: frozenset[int], levers: Sequence[Lever], *, at: datetime
) -> Seated:
    (
        pk, languages, capacity, status, since, seen_at, is_active, has_wrap_up,
        skills, grants, taken,
    ) = row  # fmt: skip
    clients = frozenset(grants or ())
    spoken = json.loads(languages)
    agent = rows.Agent(
        pk,
        tuple(
            rows.Skill(str(skill), level, inf if until is None else until)
            for skill, level, until in json.loads(skills or "[]")
        ),
        frozenset(spoken if isinstance(spoken, list) else ()),
        # 0 stands for a role with every client.
        every if 0 in clients else clients,
        room_beside(readable(json.loads(capacity)), json.loads(taken or "[]")),
    )
    here = presence(status, seen_at=seen_at, has_wrap_up=has_wrap_up, at=at)
    here = here if is_active else rows.Presence.AWAY
    return Seated(agent_with(agent, levers), here, since)


def readable(capacity: object) -> Mapping[str, int]:
    """Return how many at once by channel, leaving out what is no number."""
    if not isinstance(capacity, dict):
        return {}
    return {
        channel: count
        for channel, count in capacity.items()
        if isinstance(count, int) and count > 0
    }


def room_beside(capacity: Mapping[str, int], taken: Iterable[str]) -> Mapping[str, int]:
    """Return how many at once by channel, beside what was taken by hand in each."""
    held = Counter(taken)
    return {channel: max(0, count - held[channel]) for channel, count in capacity.items()}


class Hours:
    """Whether channels are open, by calendars that are read anew now and then."""

    def __init__(self) -> None:
        self._calendars: dict[tuple[int, str], Calendar] = {}

    def forget(self) -> None:
        """Read the calendars again when next asked: somebody may have published a closing day."""
        self._calendars.clear()

    def is_open(self, client_id: int, channel: str, *, at: datetime) -> bool:
        if not channel:
            return True
        key = client_id, channel
        if key not in self._calendars:
            client = Client.objects.get(pk=client_id)
            self._calendars[key] = calendar_of(client, channel, at=at)
        return self._calendars[key].is_open(at)


@dataclass(frozen=True)
class KnownQueue:
    """A queue for the router, and what the dispatcher itself must know of it."""

    row: rows.Queue
    hours_of: str
    offer_seconds: int


def queues(
    hours: Hours,
    *,
    at: datetime,
    only: Iterable[int] | None = None,
    levers: Sequence[Lever] | None = None,
) -> list[KnownQueue]:
    """Return the queues with their steps, open or closed as they are at a moment.

    levers: those to count with instead of those that hold then.
    """
    wanted = Queue.objects.all() if only is None else Queue.objects.filter(pk__in=list(only))
    steps: dict[int, list[QueueStep]] = {}
    for step in QueueStep.objects.order_by("after_seconds", "pk"):
        steps.setdefault(step.queue_id, []).append(step)
    levers = in_force(at=at) if levers is None else levers
    found = (_known(queue, steps.get(queue.pk, []), hours, at=at) for queue in wanted)
    return [replace(one, row=queue_with(one.row, levers)) for one in found]


def _known(queue: Queue, steps: Sequence[QueueStep], hours: Hours, *, at: datetime) -> KnownQueue:
    begins = [0, *(step.after_seconds for step in steps[1:])]
    asked = tuple(
        rows.Step(after, str(step.skill_id), step.level, step.any_language)
        for after, step in zip(begins, steps, strict=False)
    )
    row = rows.Queue(
        queue.pk,
        queue.client_id,
        queue.channel,
        asked or (rows.Step(0, NOBODYS),),
        vulnerable_seconds=queue.vulnerable_seconds,
        last_agent_seconds=min([queue.last_agent_seconds, *begins[1:2]]),
        language_seconds=queue.language_seconds,
        is_open=hours.is_open(queue.client_id, queue.hours_of, at=at),
    )
    return KnownQueue(row, queue.hours_of, queue.offer_seconds)


def _rows(words: str, given: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(words, given)
        return list(cursor.fetchall())
