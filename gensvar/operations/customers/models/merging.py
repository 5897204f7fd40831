"""Two customers that are one, and two that are not."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.customers.models.customer import Customer


class Merge(models.Model):
    """`source` lives on as `target`. Holds all that is needed to part them again.

    before: what stood in the target's fields; taken: what came to stand there instead.
    moved: which rows followed, by table and column: {"cases_case.customer_id": [7, 8]}.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    target = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="merges")
    source = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    before = models.JSONField(default=dict)
    taken = models.JSONField(default=dict)
    moved = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source"],
                condition=models.Q(undone_at__isnull=True),
                name="merged_into_one",
            )
        ]


class NotTheSame(models.Model):
    """Somebody has looked: these two resemble each other and are not one."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    # The lower id first, so that a pair is written in one way.
    one = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="told_apart_once"),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")), name="lower_customer_first"
            ),
        ]
