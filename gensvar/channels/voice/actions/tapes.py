"""When calls are recorded, and what becomes of what was recorded: kept, heard and deleted."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.events import (
    CallRecordingDeleted,
    CallRecordingHeard,
    CallRecordingKept,
    RecordingPlanEnded,
    RecordingPlanned,
    SubjectNotRecorded,
)
from gensvar.channels.voice.models import CallRecording, Listening, NotRecorded, RecordingPlan
from gensvar.channels.voice.rules.recordings import LONGEST_KEPT_DAYS, Tape, WhyNot
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import remove_at_once, store_file
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.models import Queue


class NotOfThePhone(Refused):
    message = _("Calls do not wait in that queue. Choose one of the same client, for the phone.")
    status = 422


class PlanNeedsWords(Refused):
    message = _("Say what the recordings are for, and where it stands that this was agreed.")
    status = 422


class PlanNeedsEnd(Refused):
    message = _("Recording goes on for a time that ends. Say from when until when.")
    status = 422


class PlanNeedsDays(Refused):
    message = _("Recordings are kept for 1 to %(most)s days.")
    status = 422


class PlannedAlready(Refused):
    message = _("Calls of that queue are recorded already. End that first.")


class IsGone(Refused):
    message = _("That recording has been deleted.")
    status = 410


class StillRecorded(Refused):
    message = _("The call goes on. Delete the recording when it is over.")


@dataclass(frozen=True, kw_only=True)
class PlanWish:
    """Calls of a queue shall be recorded: what for, agreed where, when, and kept how long."""

    queue: Queue
    purpose: str
    agreed_in: str
    begins_at: datetime
    ends_at: datetime
    kept_days: int = 30


@action
def plan_recording(
    client: Client, wish: PlanWish, *, by: Agent | None, at: datetime
) -> RecordingPlan:
    """Record the calls of a queue for a time; callers are told, and may say no."""
    if (wish.queue.client_id, wish.queue.channel) != (client.pk, Channel.PHONE):
        raise NotOfThePhone
    if not (wish.purpose.strip() and wish.agreed_in.strip()):
        raise PlanNeedsWords
    if wish.ends_at <= max(wish.begins_at, at):
        raise PlanNeedsEnd
    if not 1 <= wish.kept_days <= LONGEST_KEPT_DAYS:
        raise PlanNeedsDays(most=LONGEST_KEPT_DAYS)
    same = RecordingPlan.objects.select_for_update().filter(queue=wish.queue, ended_at=None)
    same.filter(ends_at__lte=at).update(ended_at=at)
    if same.exists():
        raise PlannedAlready
    made = RecordingPlan.objects.create(
        client=client,
        queue=wish.queue,
        purpose=wish.purpose.strip(),
        agreed_in=wish.agreed_in.strip(),
        begins_at=wish.begins_at,
        ends_at=wish.ends_at,
        kept_days=wish.kept_days,
        by=by,
        at=at,
    )
    announce(
        RecordingPlanned(
            plan_id=made.pk,
            client_id=client.pk,
            queue_id=wish.queue.pk,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    return made


@action
def end_plan(plan: RecordingPlan, *, by: Agent, at: datetime) -> None:
    """Record no more calls of that queue; what was recorded stays for its time."""
    if RecordingPlan.objects.filter(pk=plan.pk, ended_at=None).update(ended_at=at):
        announce(
            RecordingPlanEnded(plan_id=plan.pk, client_id=plan.client_id, agent_id=by.pk), at=at
        )


@action
def forbid_subject(subject: Subject, *, is_forbidden: bool, by: Agent | None, at: datetime) -> None:
    """Never record talks about a subject; or let them be recorded again."""
    known = NotRecorded.objects.filter(subject=subject)
    if known.exists() == is_forbidden:
        return
    if is_forbidden:
        NotRecorded.objects.create(subject=subject, client_id=subject.client_id, by=by, at=at)
    else:
        known.delete()
    announce(
        SubjectNotRecorded(
            subject_id=subject.pk,
            client_id=subject.client_id,
            is_forbidden=is_forbidden,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )


@action
def keep_recording(
    recording: CallRecording, content: bytes, *, seconds: float, at: datetime
) -> None:
    """Keep what the telephone system recorded, sealed; what was deleted meanwhile is not kept."""
    held = CallRecording.objects.select_for_update().get(pk=recording.pk)
    if held.deleted_at is None and held.file_id is None:
        held.file = store_file(content, at=at, media_type="audio/wav")
        held.seconds = seconds
        announce(
            CallRecordingKept(
                recording_id=held.pk, client_id=held.client_id, agent_id=held.agent_id
            ),
            at=at,
        )
    held.fetched_at = at
    held.save(update_fields=["file", "seconds", "fetched_at"])


@action
def note_fetched(recording: CallRecording, *, at: datetime) -> None:
    """Note that the telephone system has nothing of it any more."""
    CallRecording.objects.filter(pk=recording.pk).update(fetched_at=at)


@action
def hear_recording(recording: CallRecording, *, by: Agent, at: datetime) -> CallRecording:
    """Let somebody hear a recording, and write down that they did."""
    held = CallRecording.objects.select_related("file").get(pk=recording.pk)
    if held.file is None:
        raise IsGone
    Listening.objects.create(recording=held, client_id=held.client_id, by=by, at=at)
    announce(
        CallRecordingHeard(recording_id=held.pk, client_id=held.client_id, agent_id=by.pk), at=at
    )
    return held


@action
def ask_to_delete(recording: CallRecording, *, by: Agent, at: datetime) -> None:
    """Delete a recording because its agent, or whoever coaches them, says so."""
    if recording.state != Tape.OVER:
        raise StillRecorded
    delete_recording(recording, because=WhyNot.ASKED, by=by, at=at)


@action
def delete_recording(
    recording: CallRecording, *, because: WhyNot, by: Agent | None, at: datetime
) -> None:
    """Delete the sound for ever; that there was one, and why it went, stays in the register."""
    held = CallRecording.objects.select_for_update().get(pk=recording.pk)
    if held.deleted_at is not None:
        return
    file_id = held.file_id
    held.file, held.deleted_at, held.deleted_because, held.deleted_by = None, at, because.value, by
    held.save(update_fields=["file", "deleted_at", "deleted_because", "deleted_by"])
    announce(
        CallRecordingDeleted(
            recording_id=held.pk,
            client_id=held.client_id,
            because=because.value,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    if file_id is not None:
        transaction.on_commit(lambda: remove_at_once([file_id]))
