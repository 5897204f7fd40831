"""Announce what happened, seal it, prove it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from gensvar.foundation.events.events import Event
from gensvar.foundation.events.models import Seal
from gensvar.foundation.events.reacting import defer_reactions
from gensvar.foundation.refusals import Refused

REFERENCES = ("client_id", "agent_id", "case_id", "contact_id", "customer_id")
# The record and its place in the queue for sealing are one statement: one round trip.
INSERT = """
    WITH record AS (
        INSERT INTO events_eventrecord
            (name, at, client_id, agent_id, case_id, contact_id, customer_id, payload)
        VALUES (%s, %s, %s, %s, %s, %s, %s, %s::jsonb) RETURNING id
    )
    INSERT INTO events_unsealed (record_id) SELECT id FROM record RETURNING record_id
"""
INSERT_MANY = """
    WITH record AS (
        INSERT INTO events_eventrecord
            (name, at, client_id, agent_id, case_id, contact_id, customer_id, payload)
        SELECT name, at, client_id, agent_id, case_id, contact_id, customer_id, payload
        FROM unnest(%s::text[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::bigint[],
                    %s::bigint[], %s::bigint[], %s::jsonb[]) WITH ORDINALITY AS event
            (name, at, client_id, agent_id, case_id, contact_id, customer_id, payload, place)
        ORDER BY place RETURNING id
    )
    INSERT INTO events_unsealed (record_id) SELECT id FROM record RETURNING record_id
"""
# What the digest covers, written by the server in one fixed form.
DIGEST = """sha256(convert_to(jsonb_build_array(
    id, name, (extract(epoch FROM at) * 1000000)::bigint, client_id, agent_id, case_id, contact_id,
    customer_id, payload)::text, 'UTF8'))"""
SEAL_RANGE = f"""
    INSERT INTO events_seal (at, record_ids, digests, chain)
    SELECT %s, to_jsonb(ids), digests, sha256(%s::bytea || digests) FROM (
        SELECT array_agg(id ORDER BY id) AS ids,
               string_agg({DIGEST}, ''::bytea ORDER BY id) AS digests
        FROM events_eventrecord WHERE id > %s AND id <= %s
    ) piece"""  # noqa: S608 our own words only
SEAL_SIZE = 2_000
# Any number will do; it keeps two sealers from writing the same link.
SEALER_LOCK = 7_305_001
_waiting: ContextVar[list[tuple[Event, datetime]] | None] = ContextVar("waiting", default=None)


def announce(event: Event, *, at: datetime) -> int:
    """Write the event and defer its reactions in the caller's own transaction.

    Returns the number of the record, or 0 within an action, which writes its events at its end.
    Raises AssertionError outside a transaction: an event without its change would be a lie.
    """
    assert connection.in_atomic_block, "announce() belongs inside the action's transaction"
    if (waiting := _waiting.get()) is not None:
        waiting.append((event, at))
        return 0
    return _write([(event, at)])[0]


@contextmanager
def announcing_together() -> Iterator[None]:
    """Write the events of a whole act in one statement, at its end, in the same transaction."""
    if _waiting.get() is not None:  # the act is part of a larger one
        yield
        return
    waiting: list[tuple[Event, datetime]] = []
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    _write(waiting)


@contextmanager
def undone_if_refused() -> Iterator[None]:
    """Undo a part of an act that is refused, with what it announced; the act may go on."""
    waiting = _waiting.get() or []
    before = len(waiting)
    try:
        with transaction.atomic():
            yield
    except Refused:
        del waiting[before:]
        raise


def write_announced() -> None:
    """Write what waits now, as whoever the database takes us for; before that changes."""
    if waiting := _waiting.get():
        _write(waiting)
        waiting.clear()


def _write(events: Sequence[tuple[Event, datetime]]) -> list[int]:
    """Write events by one statement and return the numbers of their records."""
    if not events:
        return []
    with connection.cursor() as cursor:
        if len(events) == 1:
            cursor.execute(INSERT, _row(*events[0]))
        else:
            columns = zip(*(_row(event, at) for event, at in events), strict=True)
            cursor.execute(INSERT_MANY, [list(column) for column in columns])
        numbers = sorted(row[0] for row in cursor.fetchall())
    defer_reactions((event, number) for (event, _at), number in zip(events, numbers, strict=True))
    return numbers


def _row(event: Event, at: datetime) -> list[Any]:
    payload = event.payload()
    references = [payload.get(key) for key in REFERENCES]
    return [event.name, at, *references, json.dumps(payload)]


@transaction.atomic
def seal_records(*, at: datetime) -> int:
    """Chain every committed record that has no seal yet, and return how many there were."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])
        sealed = 0
        while ids := _take_unsealed(cursor):
            digests = b"".join(_digests(cursor, ids))
            Seal.objects.create(
                record_ids=ids, digests=digests, chain=_link(_last_chain(), digests), at=at
            )
            sealed += len(ids)
    return sealed


@transaction.atomic
def seal_imported(*, at: datetime, size: int = 50_000) -> int:
    """Chain records that were copied in without waiting for a seal, such as an imported past."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])
        last = Seal.objects.order_by("-id").values_list("record_ids", flat=True).first()
        begun = reached = max(last) if last else 0
        while following := _following(cursor, reached, size):
            cursor.execute(SEAL_RANGE, [at, _last_chain(), reached, following])
            reached = following
        cursor.execute("SELECT count(*) FROM events_eventrecord WHERE id > %s", [begun])
        return int(cursor.fetchone()[0])


def _following(cursor: Any, reached: int, size: int) -> int | None:
    """Return the last of the next records, or nothing when all have been reached."""
    cursor.execute(
        """SELECT max(id) FROM (SELECT id FROM events_eventrecord
           WHERE id > %s ORDER BY id LIMIT %s) coming""",
        [reached, size],
    )
    found: int | None = cursor.fetchone()[0]
    return found


def _take_unsealed(cursor: Any) -> list[int]:
    cursor.execute(
        """DELETE FROM events_unsealed WHERE record_id IN (
               SELECT record_id FROM events_unsealed ORDER BY record_id LIMIT %s
               FOR UPDATE SKIP LOCKED)
           RETURNING record_id""",
        [SEAL_SIZE],
    )
    return sorted(row[0] for row in cursor.fetchall())


def _digests(cursor: Any, ids: Sequence[int]) -> list[bytes]:
    cursor.execute(
        f"SELECT {DIGEST} FROM events_eventrecord WHERE id = ANY(%s) ORDER BY id",  # noqa: S608
        [list(ids)],
    )
    return [bytes(row[0]) for row in cursor.fetchall()]


def _last_chain() -> bytes:
    last = Seal.objects.order_by("-id").values_list("chain", flat=True).first()
    return bytes(last) if last else b""


def _link(previous: bytes, digests: bytes) -> bytes:
    return hashlib.sha256(previous + digests).digest()


@dataclass(frozen=True)
class ChainReport:
    """What the record says of itself: how many events, which are broken, how many await a seal."""

    events: int
    breaks: tuple[str, ...]
    unsealed: int

    @property
    def is_whole(self) -> bool:
        return not self.breaks

    def __str__(self) -> str:
        tail = f" ({self.unsealed} not sealed yet)" if self.unsealed else ""
        return f"{self.events} events, {len(self.breaks)} breaks{tail}"


@transaction.atomic
def verify_chain() -> ChainReport:
    """Compare every sealed record with its digest and every seal with the one before it."""
    with connection.cursor() as cursor:
        # What is sealed between reading the seals and counting the rest would seem to be lost.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])
    breaks: list[str] = []
    covered = 0
    previous = b""
    for seal in Seal.objects.order_by("id").iterator(chunk_size=20):
        digests = bytes(seal.digests)
        if _link(previous, digests) != bytes(seal.chain):
            breaks.append(f"seal {seal.pk} does not follow the one before it")
        previous = bytes(seal.chain)
        breaks += _changed_records(seal.record_ids, digests)
        covered += len(seal.record_ids)
    events, unsealed, strays = _counts()
    if events != covered + unsealed and not breaks:
        breaks.append(f"{abs(events - covered - unsealed)} events are outside the chain")
    if strays:
        breaks.append(f"{strays} events waiting for a seal are missing")
    return ChainReport(events=events, breaks=tuple(breaks), unsealed=unsealed)


def _changed_records(ids: Sequence[int], digests: bytes) -> Iterator[str]:
    if len(digests) != 32 * len(ids):
        yield "a seal has been cut"
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, {DIGEST} FROM events_eventrecord WHERE id = ANY(%s)",  # noqa: S608
            [list(ids)],
        )
        found = {row[0]: bytes(row[1]) for row in cursor.fetchall()}
    for place, record_id in enumerate(ids):
        if record_id not in found:
            yield f"event {record_id} is missing"
        elif found[record_id] != digests[32 * place : 32 * place + 32]:
            yield f"event {record_id} has been changed"


def _counts() -> tuple[int, int, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT (SELECT count(*) FROM events_eventrecord),
                      (SELECT count(*) FROM events_unsealed),
                      (SELECT count(*) FROM events_unsealed u WHERE NOT EXISTS (
                          SELECT FROM events_eventrecord r WHERE r.id = u.record_id))"""
        )
        events, unsealed, strays = cursor.fetchone()
    return events, unsealed, strays
