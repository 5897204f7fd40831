"""How many came when, counted once."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.operations.routing.models.queues import Queue


class Intake(models.Model):
    """So many came to a queue in the half hour from an instant on; none where there is no row.

    What is expected of a day is known from these, however old the waits grow or if they go.
    """

    queue = models.ForeignKey(
        Queue, on_delete=models.PROTECT, related_name="intake", db_index=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    begins_at = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["queue", "begins_at"], name="counted_once_a_half_hour"),
        ]
        indexes = [models.Index(fields=["begins_at"], name="intake_by_time")]
