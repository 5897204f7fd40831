"""How long the contacts of a queue are planned to take."""

from typing import Self

from django.db import models
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.routing.models.queues import Queue


class HandlingPlanQuerySet(models.QuerySet["HandlingPlan"]):
    def now(self) -> Self:
        return self.filter(until=None)


class HandlingPlan(models.Model):
    """A contact of this queue is planned to take so long, from acceptance until wrap-up is over."""

    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="handling_plans")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    seconds = models.PositiveIntegerField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = HandlingPlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["queue"], condition=Q(until=None), name="one_handling_plan_per_queue"
            ),
            models.CheckConstraint(condition=Q(seconds__gt=0), name="handling_plan_has_time"),
        ]
