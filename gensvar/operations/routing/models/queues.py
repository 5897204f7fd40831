"""Queues: what waits for whom, how soon it should be answered, and who is asked by steps."""

from typing import Self

from django.db import models
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.models.agents import Skill


class QueueQuerySet(models.QuerySet["Queue"]):
    def in_use(self) -> Self:
        return self.filter(ended_at=None)


class Queue(models.Model):
    """Contacts of one client and channel that ask for the same, and how they are offered."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="queues")
    name = models.CharField(max_length=120)
    channel = models.CharField(max_length=10, choices=Channel)
    goal_seconds = models.PositiveIntegerField()
    # Of a hundred contacts so many should be answered within the goal.
    goal_percent = models.PositiveSmallIntegerField(default=80, db_default=80)
    # The goal counts only while the channel is open, as for mail.
    is_goal_in_open_time = models.BooleanField(default=False)
    # Whose opening hours it keeps; empty: always open.
    hours_of = models.CharField(max_length=10, blank=True)
    # By how much vulnerable customers come earlier; the client has agreed to it.
    vulnerable_seconds = models.PositiveIntegerField(default=0)
    # How long a contact waits for the agent whom the customer had last.
    last_agent_seconds = models.PositiveIntegerField(default=0)
    # How long it waits for somebody who speaks its language; then whoever is free is asked.
    language_seconds = models.PositiveIntegerField(default=60, db_default=60)
    # How long an offer is open.
    offer_seconds = models.PositiveIntegerField(default=15)
    # The longest that wrap-up may take; 0: none is needed.
    wrap_up_seconds = models.PositiveIntegerField(default=120)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = QueueQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "channel", "name"],
                condition=Q(ended_at=None),
                name="one_queue_per_name",
            ),
            models.CheckConstraint(condition=Q(offer_seconds__gt=0), name="offers_have_time"),
        ]

    def __str__(self) -> str:
        return self.name


class QueueStep(models.Model):
    """From so long after arrival on, also agents with this skill and level may take a contact."""

    queue = models.ForeignKey(Queue, on_delete=models.CASCADE, related_name="steps")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    after_seconds = models.PositiveIntegerField()
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT)
    level = models.PositiveSmallIntegerField(default=1)
    any_language = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=4), name="step_has_level"),
        ]


class QueueSubject(models.Model):
    """Cases about this subject wait here; a queue without subjects takes all that others leave."""

    queue = models.ForeignKey(Queue, on_delete=models.CASCADE, related_name="about")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["queue", "subject"], name="subject_once_per_queue"),
        ]


class PriorityRule(models.Model):
    """A contact of which this key fact is known is more urgent; of several rules the highest."""

    queue = models.ForeignKey(Queue, on_delete=models.CASCADE, related_name="priority_rules")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    fact = models.CharField(max_length=40)
    value = models.CharField(max_length=80)
    priority = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["queue", "fact", "value"], name="one_rule_per_fact"),
        ]
