"""What leads try for some hours, and what the day was last foreseen to be."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models.agents import Skill
from gensvar.operations.routing.models.queues import Queue
from gensvar.operations.routing.rules.levers import LeverKind

LEVER_NAMES = {
    LeverKind.WIDEN: _("Ask more people"),
    LeverKind.LEND: _("Lend a skill"),
    LeverKind.ROOM: _("Take one more channel"),
    LeverKind.PAUSE: _("Let a queue wait"),
}


class LeverQuerySet(models.QuerySet["Lever"]):
    def in_force(self, at: datetime) -> Self:
        return self.filter(begun_at__lte=at, ends_at__gt=at, ended_at=None)


class Lever(models.Model):
    """Somebody pulled a lever: until when it holds, what was expected of it, who took it back.

    It ends by itself at `ends_at`; `ended_at` is then the same, and earlier where somebody took it
    back.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="levers")
    kind = models.CharField(
        max_length=5, choices=[(kind.value, name) for kind, name in LEVER_NAMES.items()]
    )
    # The one that is helped, or that waits.
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="levers")
    skill = models.ForeignKey(Skill, null=True, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(default=1)
    channel = models.CharField(max_length=10, blank=True, choices=Channel)
    agents = models.ManyToManyField(Agent, through="LeverAgent", related_name="+")
    begun_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    # What was foreseen when it was pulled, by queue.
    expected = models.JSONField(default=dict)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = LeverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("begun_at")), name="lever_has_time"),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=4), name="lever_has_level"),
        ]
        indexes = [models.Index(fields=["ends_at"], name="levers_by_end")]


class LeverAgent(models.Model):
    """Somebody whom a lever lets take more than usual."""

    lever = models.ForeignKey(Lever, on_delete=models.CASCADE, related_name="lent")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lever", "agent"], name="lent_once_by_a_lever")
        ]


class Forecast(models.Model):
    """What the rest of a client's day was foreseen to be at an instant, and what would help."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    runs = models.PositiveIntegerField()
    queues = models.JSONField(default=dict)
    # Those that help; and how many were tried.
    levers = models.JSONField(default=list)
    tried = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        indexes = [models.Index(fields=["client", "-made_at"], name="newest_forecast")]
