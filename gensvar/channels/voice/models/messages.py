"""Where callers may leave a message, and what they have left."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.models.recordings import WHY_DELETED
from gensvar.channels.voice.models.telephone import Call, PhoneNumber
from gensvar.channels.voice.rules.messages import (
    LONGEST_LIMIT,
    MOST_KEPT_DAYS,
    SHORTEST_LIMIT,
    USUAL_KEPT_DAYS,
    USUAL_LIMIT,
    USUAL_QUIET,
)
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent
from gensvar.operations.knowledge.models import Subject


class MessageBox(models.Model):
    """Whoever calls this number may leave a message where it is closed; each becomes a case."""

    number = models.OneToOneField(
        PhoneNumber, primary_key=True, on_delete=models.CASCADE, related_name="message_box"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    # What the cases are about; nothing: whoever hears the message says.
    subject = models.ForeignKey(
        Subject, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    longest_seconds = models.PositiveSmallIntegerField(default=USUAL_LIMIT)
    # So much silence ends a message.
    quiet_seconds = models.PositiveSmallIntegerField(default=USUAL_QUIET)
    kept_days = models.PositiveSmallIntegerField(default=USUAL_KEPT_DAYS)
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    longest_seconds__gte=SHORTEST_LIMIT, longest_seconds__lte=LONGEST_LIMIT
                ),
                name="messages_end",
            ),
            models.CheckConstraint(
                condition=Q(kept_days__gte=1, kept_days__lte=MOST_KEPT_DAYS),
                name="message_is_kept_for_some_days",
            ),
        ]


class VoiceMessageQuerySet(models.QuerySet["VoiceMessage"]):
    def kept(self) -> Self:
        return self.filter(deleted_at=None)

    def to_fetch(self) -> Self:
        """What the telephone system still has, oldest first."""
        return self.exclude(ended_at=None).filter(fetched_at=None).order_by("pk")

    def to_delete(self, at: datetime) -> Self:
        return self.kept().filter(expires_at__lte=at).order_by("pk")


class VoiceMessage(models.Model):
    """What a caller said after the tone; nothing of it is kept where nothing was said."""

    call = models.OneToOneField(Call, on_delete=models.PROTECT, related_name="message")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    longest_seconds = models.PositiveSmallIntegerField()
    quiet_seconds = models.PositiveSmallIntegerField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    seconds = models.FloatField(null=True, blank=True)
    # When the telephone system was rid of it.
    fetched_at = models.DateTimeField(null=True, blank=True)
    is_empty = models.BooleanField(default=False)
    deleted_at = models.DateTimeField(null=True, blank=True)
    deleted_because = models.CharField(
        max_length=11, blank=True, choices=[(one.value, name) for one, name in WHY_DELETED.items()]
    )

    objects = VoiceMessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(file=None) | Q(deleted_at=None, is_empty=False),
                name="message_with_sound_is_kept",
            ),
            models.CheckConstraint(
                condition=Q(deleted_at=None) ^ ~Q(deleted_because=""),
                name="message_deleted_because",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(fetched_at=None, ended_at__isnull=False),
                name="messages_to_fetch",
            ),
            models.Index(
                fields=["expires_at"], condition=Q(deleted_at=None), name="messages_to_expire"
            ),
        ]

    def __str__(self) -> str:
        return str(_("Voice message"))

    @property
    def track(self) -> str:
        """What the telephone system knows it by; never again, also where a number comes again."""
        return f"message-{self.call_id}-{int(self.began_at.timestamp())}"
