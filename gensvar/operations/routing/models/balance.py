"""The daily reconciliation of each queue, as it was counted last."""

from typing import Self

from django.db import models
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.routing.models.queues import Queue


class DayBalanceQuerySet(models.QuerySet["DayBalance"]):
    def withheld(self) -> Self:
        """Days whose figures are not published: a contact does not fit, and nobody explained it."""
        return self.filter(is_balanced=False, released_at=None)


class DayBalance(models.Model):
    """What came to a queue on a day and what became of it; `amiss` are contacts that do not fit.

    A day that does not balance is not published until it does, or somebody who answers for the
    figures has written down why it cannot.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="balances")
    on = models.DateField()
    received = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()
    abandoned = models.PositiveIntegerField()
    callback = models.PositiveIntegerField()
    overflow = models.PositiveIntegerField()
    settled = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    is_balanced = models.BooleanField()
    # Contact, how often it came, and its ends.
    amiss = models.JSONField(default=list)
    counted_at = models.DateTimeField()
    released_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    released_at = models.DateTimeField(null=True, blank=True)
    released_because = models.TextField(blank=True, max_length=2_000)

    objects = DayBalanceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["queue", "on"], name="one_balance_a_day"),
            models.CheckConstraint(
                condition=Q(released_at=None) ^ ~Q(released_because=""),
                name="released_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["client", "-on"], name="balances_by_day")]
