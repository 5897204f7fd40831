"""Coaches at calls: who listened to whom, what for, in which way and how long."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.models.telephone import Call
from gensvar.channels.voice.rules import monitoring
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent


class WatchPurpose(models.TextChoices):
    """What a coach listens for."""

    COACHING = "coaching", _("Coaching")
    ASKED_FOR = "asked-for", _("The agent has asked for it")
    THREAT = "threat", _("The agent is threatened")


class WatchQuerySet(models.QuerySet["Watch"]):
    def going_on(self) -> Self:
        return self.exclude(state=monitoring.Watch.ENDED)


class Watch(models.Model):
    """A coach is at a call of somebody whom they coach, and whoever is coached knows of it."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="watches")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    # Whose talk it is, and who listens.
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    coach = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=9, choices=WatchPurpose)
    state = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in monitoring.Watch],
        default=monitoring.Watch.ASKED.value,
    )
    # What the coach wants, until the bridge has done so.
    asked = models.CharField(
        max_length=9,
        blank=True,
        choices=[(one.value, one.value) for one in monitoring.WatchEvent],
    )
    # Each way of being there is known to the telephone system by a name of its own.
    turn = models.PositiveSmallIntegerField(default=0)
    # The ways in which they were there, in order.
    ways = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    up_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # When the telephone system said that the coach is off the line.
    gone_at = models.DateTimeField(null=True, blank=True)

    objects = WatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["call"], condition=~Q(state="ended"), name="one_coach_per_call"
            ),
            models.UniqueConstraint(
                fields=["coach"], condition=~Q(state="ended"), name="one_call_per_coach"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) ^ Q(state="ended"), name="watch_ended_is_over"
            ),
        ]

    @property
    def leg(self) -> str:
        """The coach's leg, as the telephone system knows it."""
        return f"gensvar-{self.call_id}-coach-{self.pk}"

    @property
    def ear(self) -> str:
        """What hears the talk for the coach, in the way of this turn."""
        return f"ear-{self.call_id}-{self.pk}-{self.turn}"
