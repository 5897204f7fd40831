"""Bring in what another exchange has told of: the same log twice changes nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused as RefusedAct
from gensvar.operations.contacts.models import Channel
from gensvar.operations.exchange.events import (
    ImportedCallCompleted,
    ImportedCallLeft,
    ImportedCallQueued,
    ImportedCallTransferred,
    LogImported,
)
from gensvar.operations.exchange.models import ImportedCall, LogImport
from gensvar.operations.exchange.rules.calls import Assembled, Outcome, Told, assembled
from gensvar.operations.exchange.rules.lines import Refused, Why, read_queue_log
from gensvar.operations.exchange.rules.tables import read_calls
from gensvar.operations.routing.models import Queue

# Of a file that tells of what has not happened yet the clock is wrong.
AHEAD = timedelta(minutes=5)


class NothingToBringIn(RefusedAct):
    message = _("No line of the file could be brought in. Look at the reasons, and mend the file.")
    status = 422


class FromTheFuture(RefusedAct):
    message = _(
        "The file tells of calls at %(when)s, which has not been yet. Look at the clock of the "
        "exchange, and in which time zone it writes."
    )
    status = 422


@dataclass
class Plan:
    """What bringing a log in would do."""

    calls: list[tuple[Told, Queue]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    lines: int = 0
    begins_at: datetime | None = None
    ends_at: datetime | None = None
    new: int = 0
    continued: int = 0
    known: int = 0
    digest: str = ""
    # The very same file has been brought in before.
    is_known: bool = False

    @property
    def unfinished(self) -> int:
        return sum(told.is_open for told, _queue in self.calls)


@dataclass(frozen=True)
class LogWish:
    """A log, and how it is meant: what its queues are called here, and until when it is whole."""

    text: str
    format: str = LogImport.Format.QUEUE_LOG
    names: Mapping[str, str] = field(default_factory=dict)
    whole_until: date | None = None


def planned(client: Client, wish: LogWish) -> Plan:
    """Read a log without changing anything."""
    found, times, lines = _read(wish)
    plan = Plan(refused=list(found.refused), lines=lines)
    queues = {one.name.casefold(): one for one in _queues(client)}
    names = {theirs.casefold(): ours.casefold() for theirs, ours in wish.names.items()}
    seen: set[str] = set()
    for told in found.calls:
        asked = told.queue.casefold()
        queue = queues.get(names.get(asked, asked))
        if queue is None:
            plan.refused.append(Refused(told.number, Why.NO_QUEUE, told.queue[:40]))
        elif told.key not in seen:
            seen.add(told.key)
            plan.calls.append((told, queue))
    plan.refused.sort(key=lambda one: one.number)
    plan.digest = hashlib.sha256(wish.text.encode()).hexdigest()
    plan.is_known = LogImport.objects.filter(client=client, digest=plan.digest).exists()
    if times:
        plan.begins_at, plan.ends_at = min(times), max(times)
    if wish.whole_until is not None and plan.begins_at is not None:
        after = datetime.combine(wish.whole_until + timedelta(days=1), time(), tzinfo=zone())
        plan.ends_at = max(plan.ends_at or after, after)
    _compare(client, plan)
    return plan


@action
def import_log(client: Client, wish: LogWish, *, by: Agent | None, at: datetime) -> LogImport:
    """Bring a log in: what is new of it is told as it happened, and what is known is let be."""
    # One at a time for each client: the second sees what the first has brought in.
    Client.objects.select_for_update(of=("self",), no_key=True).get(pk=client.pk)
    plan = planned(client, wish)
    if not plan.calls:
        raise NothingToBringIn
    latest = max(told.ended_at or told.left_at or told.arrived_at for told, _queue in plan.calls)
    if latest > at + AHEAD:
        raise FromTheFuture(when=f"{latest.astimezone(zone()):%Y-%m-%d %H:%M}")
    made = LogImport.objects.create(
        client=client,
        format=wish.format,
        digest=plan.digest,
        begins_at=plan.begins_at,
        ends_at=plan.ends_at,
        lines=plan.lines,
        new=plan.new,
        continued=plan.continued,
        known=plan.known,
        refused=len(plan.refused),
        by=by,
        at=at,
    )
    _bring_in(client, made, plan.calls)
    announce(
        LogImported(
            log_import_id=made.pk,
            client_id=client.pk,
            calls=made.new,
            refused=made.refused,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    return made


def _read(wish: LogWish) -> tuple[Assembled, list[datetime], int]:
    """Return the calls, all times that are told, and how many lines there were."""
    if wish.format == LogImport.Format.CALLS:
        found = read_calls(wish.text, zone=zone())
        times = [one for told in found.calls for one in (told.arrived_at, told.ended_at) if one]
        return found, times, len(found.calls) + len(found.refused)
    read = read_queue_log(wish.text, zone=zone())
    found = assembled(read.lines)
    found.refused += read.refused
    return found, [line.at for line in read.lines], len(read.lines) + len(read.refused)


def _queues(client: Client) -> Sequence[Queue]:
    return list(Queue.objects.in_use().filter(client=client, channel=Channel.PHONE))


def _known(client: Client, calls: Sequence[tuple[Told, Queue]]) -> dict[str, ImportedCall]:
    keys = [told.key for told, _queue in calls]
    return {one.key: one for one in ImportedCall.objects.filter(client=client, key__in=keys)}


def _compare(client: Client, plan: Plan) -> None:
    known = _known(client, plan.calls)
    for told, _queue in plan.calls:
        row = known.get(told.key)
        if row is None:
            plan.new += 1
        elif _is_further(told, row):
            plan.continued += 1
        else:
            plan.known += 1


def _is_further(told: Told, row: ImportedCall) -> bool:
    has_left = told.outcome != Outcome.WAITING and row.outcome == Outcome.WAITING
    return has_left or (told.talked_seconds is not None and row.ended_at is None)


def _bring_in(client: Client, made: LogImport, calls: Sequence[tuple[Told, Queue]]) -> None:
    known = _known(client, calls)
    fresh = [
        ImportedCall(
            client=client,
            brought_in=made,
            key=told.key,
            queue=queue,
            arrived_at=told.arrived_at,
        )
        for told, queue in calls
        if told.key not in known
    ]
    for row in ImportedCall.objects.bulk_create(fresh, batch_size=2_000):
        known[row.key] = row
        ids = {"imported_call_id": row.pk, "client_id": client.pk, "queue_id": row.queue_id}
        announce(ImportedCallQueued(**ids), at=row.arrived_at)
    changed = []
    for told, _queue in calls:
        row = known[told.key]
        if _is_further(told, row):
            _follow(row, told)
            changed.append(row)
    ImportedCall.objects.bulk_update(changed, ["outcome", "ended_at"], batch_size=2_000)


def _follow(row: ImportedCall, told: Told) -> None:
    """Tell what became of a call since it was told of last."""
    ids = {"imported_call_id": row.pk, "client_id": row.client_id, "queue_id": row.queue_id}
    if told.outcome != Outcome.WAITING and row.outcome == Outcome.WAITING:
        assert told.left_at is not None
        row.outcome = told.outcome
        waited = told.waited_seconds or 0.0
        announce(
            ImportedCallLeft(**ids, outcome=told.outcome, waited_seconds=waited), at=told.left_at
        )
    if told.talked_seconds is None or told.ended_at is None:
        return
    row.ended_at = told.ended_at
    announce(
        ImportedCallCompleted(**ids, talked_seconds=told.talked_seconds, wrap_up_seconds=0.0),
        at=told.ended_at,
    )
    if told.transfer:
        before = "consulting" if told.transfer == "warm" else "talking"
        announce(ImportedCallTransferred(**ids, before=before), at=told.ended_at)
