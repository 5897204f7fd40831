"""When calls are recorded and why, who was told of it, what was recorded, and who has heard it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.models.telephone import Call
from gensvar.channels.voice.rules.recordings import LONGEST_KEPT_DAYS, Tape, TapeEvent, WhyNot
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.models import Queue

WHY_DELETED = {
    WhyNot.EXPIRED: _("Its time was over"),
    WhyNot.ASKED: _("The agent asked for it"),
    WhyNot.SUBJECT: _("The subject forbids it"),
    WhyNot.PROTECTED: _("The customer's identity is protected"),
    WhyNot.DECLINED: _("The caller did not want it"),
    WhyNot.ERASED: _("The case was erased"),
    WhyNot.LOST: _("The telephone system had nothing"),
}


class RecordingPlanQuerySet(models.QuerySet["RecordingPlan"]):
    def in_force(self, at: datetime) -> Self:
        return self.filter(begins_at__lte=at, ends_at__gt=at, ended_at=None)


class RecordingPlan(models.Model):
    """Calls of a queue may be recorded for one purpose and some time; without one none is."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=200)
    # Where it stands that this was agreed with those who are recorded (LAW-12).
    agreed_in = models.CharField(max_length=120)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    kept_days = models.PositiveSmallIntegerField(default=30)
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # Ended before its time.
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RecordingPlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="recording_plan_ends"
            ),
            models.CheckConstraint(
                condition=Q(kept_days__gte=1, kept_days__lte=LONGEST_KEPT_DAYS),
                name="recording_is_kept_for_some_days",
            ),
            models.UniqueConstraint(
                fields=["queue"], condition=Q(ended_at=None), name="one_recording_plan_per_queue"
            ),
        ]

    def __str__(self) -> str:
        return self.purpose


class NotRecorded(models.Model):
    """Talks about this subject are never recorded; what was, before it was known, is deleted."""

    subject = models.OneToOneField(
        Subject, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Notice(models.Model):
    """A caller is told that the call may be recorded, and may say no by a key."""

    call = models.OneToOneField(
        Call, primary_key=True, on_delete=models.CASCADE, related_name="notice"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    declined_at = models.DateTimeField(null=True, blank=True)


class CallRecordingQuerySet(models.QuerySet["CallRecording"]):
    def going_on(self) -> Self:
        return self.exclude(state=Tape.OVER)

    def kept(self) -> Self:
        return self.filter(deleted_at=None)


class CallRecording(models.Model):
    """What one agent and a caller said to each other; its register outlives the sound."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="recordings")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(RecordingPlan, on_delete=models.PROTECT, related_name="recordings")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=14, choices=[(one.value, one.value) for one in Tape])
    # What the agent wants done with it, until the bridge has done so.
    asked = models.CharField(
        max_length=6, blank=True, choices=[(one.value, one.value) for one in TapeEvent]
    )
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField()
    # Two tracks: the caller left, the agent right.
    file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    seconds = models.FloatField(null=True, blank=True)
    # When the telephone system was rid of it.
    fetched_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    deleted_because = models.CharField(
        max_length=11, blank=True, choices=[(one.value, name) for one, name in WHY_DELETED.items()]
    )
    deleted_by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")

    objects = CallRecordingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["call"],
                condition=~Q(state=Tape.OVER.value),
                name="one_recording_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(deleted_at=None) | Q(file=None), name="deleted_recording_has_no_sound"
            ),
            models.CheckConstraint(
                condition=Q(deleted_at=None) ^ ~Q(deleted_because=""),
                name="recording_deleted_because",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(fetched_at=None, state=Tape.OVER.value),
                name="recordings_to_fetch",
            ),
            models.Index(
                fields=["expires_on"], condition=Q(deleted_at=None), name="recordings_to_expire"
            ),
            models.Index(fields=["client", "-began_at"], name="recordings_by_client"),
        ]

    @property
    def track(self) -> str:
        """What the telephone system knows it by; never again, also where a number comes again."""
        return f"track-{self.pk}-{int(self.began_at.timestamp())}"


class Listening(models.Model):
    """Somebody has heard a recording."""

    recording = models.ForeignKey(
        CallRecording, on_delete=models.PROTECT, related_name="listenings"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
