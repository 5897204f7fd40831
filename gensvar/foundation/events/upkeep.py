"""Look after the jobs that failed and the proof that the record is whole."""

from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from gensvar.foundation.events.actions import announce, verify_chain
from gensvar.foundation.events.drills import DrillFound
from gensvar.foundation.events.events import (
    JobGivenUp,
    JobTriedAgain,
    RecordChecked,
    RestoreTried,
)
from gensvar.foundation.events.models import ChainCheck, JobFailure, RestoreDrill
from gensvar.foundation.refusals import Refused


class NoLongerDead(Refused):
    message = _("That job is no longer waiting for anybody: it was tried again or given up.")


class AlreadyChecking(Refused):
    message = _("The record is being checked just now.")


@transaction.atomic
def retry_job(job_id: int, *, agent_id: int, at: datetime) -> None:
    """Let a failed job be done once more; jobs are idempotent, so twice does no harm."""
    task = _task_of_dead(job_id)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT procrastinate_retry_job_v2(%s, %s, NULL, NULL, NULL)", [job_id, at]
            )
    except DatabaseError:  # such as another job that waits under the same lock
        raise NoLongerDead from None
    announce(JobTriedAgain(agent_id=agent_id, job_id=job_id, task=task), at=at)


@transaction.atomic
def give_up_job(job_id: int, *, agent_id: int, at: datetime) -> None:
    """Leave a failed job undone, and say who decided so."""
    task = _task_of_dead(job_id)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'cancelled' WHERE id = %s", [job_id])
    announce(JobGivenUp(agent_id=agent_id, job_id=job_id, task=task), at=at)


def _task_of_dead(job_id: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT task_name FROM procrastinate_jobs
               WHERE id = %s AND status = 'failed' FOR UPDATE""",
            [job_id],
        )
        row = cursor.fetchone()
    if row is None:
        raise NoLongerDead
    return str(row[0])


@transaction.atomic
def note_failure(job_id: int, *, kind: str, place: str, at: datetime) -> None:
    JobFailure.objects.update_or_create(
        job_id=job_id, defaults={"at": at, "kind": kind[:120], "place": place[:200]}
    )


def forget_failures() -> None:
    """Forget how jobs failed that have since been done."""
    JobFailure.objects.exclude(job_id__in=ProcrastinateJob.objects.values("id")).delete()


@transaction.atomic
def ask_for_check(*, agent_id: int | None, at: datetime) -> ChainCheck:
    """Have the whole record compared with its seals, in the background."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7305003)")
    if ChainCheck.objects.filter(done_at=None).exists():
        raise AlreadyChecking
    check = ChainCheck.objects.create(asked_at=at, asked_by_id=agent_id)
    app.configure_task("events.check_record").defer(check_id=check.pk)
    return check


@transaction.atomic
def note_drill(found: DrillFound, *, at: datetime) -> RestoreDrill:
    """Keep what restoring a backup for a try came to."""
    drill = RestoreDrill.objects.create(
        at=at,
        backup=found.backup[:200],
        made_at=datetime.fromisoformat(found.made_at) if found.made_at else None,
        seconds=found.seconds,
        rows=found.rows,
        faults=list(found.faults[:100]),
    )
    announce(
        RestoreTried(
            drill_id=drill.pk,
            backup=drill.backup,
            rows=found.rows,
            seconds=found.seconds,
            faults=len(found.faults),
        ),
        at=at,
    )
    return drill


def check_record(check_id: int, *, at: Callable[[], datetime]) -> None:
    """Compare the record with its seals and put down what was found."""
    report = verify_chain()
    with transaction.atomic():
        check = ChainCheck.objects.select_for_update().get(pk=check_id)
        check.done_at = at()
        check.events, check.unsealed = report.events, report.unsealed
        check.breaks = list(report.breaks[:100])
        check.save()
        announce(
            RecordChecked(agent_id=check.asked_by_id, check_id=check.pk, breaks=len(report.breaks)),
            at=check.done_at,
        )
