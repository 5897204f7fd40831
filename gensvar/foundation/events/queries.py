"""What failed, how the record stands, and who changed what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from gensvar.foundation.events.models import (
    ChainCheck,
    EventRecord,
    JobFailure,
    RestoreDrill,
    Seal,
    Unsealed,
)


@dataclass(frozen=True)
class DeadJob:
    """A job that nobody tries any more."""

    pk: int
    task: str
    queue: str
    attempts: int
    failed_at: datetime | None
    # The kind of error and where in the program; empty where the process died.
    kind: str = ""
    place: str = ""


@dataclass(frozen=True)
class RecordState:
    """How the record of events stands."""

    sealed_at: datetime | None
    unsealed: int
    oldest_unsealed: datetime | None
    last_check: ChainCheck | None
    is_checking: bool


def dead_jobs(*, most: int = 200) -> list[DeadJob]:
    """Return the jobs that failed for good, the newest first."""
    rows = list(ProcrastinateJob.objects.filter(status="failed").order_by("-id")[:most])
    failures = JobFailure.objects.in_bulk([row.pk for row in rows])
    ended = _failed_at([row.pk for row in rows])
    return [_dead(row, failures.get(row.pk), ended.get(row.pk)) for row in rows]


def dead_job_count() -> int:
    return ProcrastinateJob.objects.filter(status="failed").count()


def dead_job(job_id: int) -> DeadJob | None:
    row = ProcrastinateJob.objects.filter(pk=job_id, status="failed").first()
    if row is None:
        return None
    return _dead(
        row, JobFailure.objects.filter(pk=job_id).first(), _failed_at([job_id]).get(job_id)
    )


def _dead(row: ProcrastinateJob, failure: JobFailure | None, at: datetime | None) -> DeadJob:
    return DeadJob(
        pk=row.pk,
        task=row.task_name,
        queue=row.queue_name,
        attempts=row.attempts,
        failed_at=at,
        kind=failure.kind if failure else "",
        place=failure.place if failure else "",
    )


def _failed_at(ids: Iterable[int]) -> dict[int, datetime]:
    rows = ProcrastinateEvent.objects.filter(job_id__in=list(ids), type="failed").order_by("id")
    return {job_id: at for job_id, at in rows.values_list("job_id", "at") if at is not None}


def waiting_jobs() -> int:
    """Return how many jobs are due and not taken: much more than a moment's work is a sign."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT count(*) FROM procrastinate_jobs
               WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now()"""
        )
        waiting: int = cursor.fetchone()[0]
    return waiting


def record_state() -> RecordState:
    oldest = Unsealed.objects.order_by("record_id").values_list("record_id", flat=True).first()
    first = EventRecord.objects.filter(pk=oldest or 0).values_list("at", flat=True).first()
    checks = ChainCheck.objects.order_by("-pk")
    return RecordState(
        sealed_at=Seal.objects.order_by("-pk").values_list("at", flat=True).first(),
        unsealed=Unsealed.objects.count(),
        oldest_unsealed=first,
        last_check=checks.exclude(done_at=None).first(),
        is_checking=checks.filter(done_at=None).exists(),
    )


def last_drill() -> RestoreDrill | None:
    """Return how the newest try at restoring a backup went."""
    return RestoreDrill.objects.order_by("-at", "-pk").first()


def told(names: Iterable[str], about: dict[str, Any], *, most: int = 12) -> list[EventRecord]:
    """Return the newest events of these names that speak of this, such as a group by its id."""
    rows = EventRecord.objects.filter(name__in=list(names))
    if about:
        rows = rows.filter(payload__contains=about)
    return list(rows.order_by("-id")[:most])


def how_often(names: Iterable[str], about: dict[str, Any]) -> int:
    """Return how many events of these names speak of this."""
    return EventRecord.objects.filter(name__in=list(names), payload__contains=about).count()
