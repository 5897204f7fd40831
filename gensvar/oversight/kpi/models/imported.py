"""What we know only as a sum, from elsewhere, and always say so."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.operations.knowledge.models import Subject


class SelfServiceUse(models.Model):
    """How often people helped themselves in a subject, by the web's own statistics."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    # The first day after the period.
    ends_on = models.DateField()
    count = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "subject", "starts_on"], name="self_service_counted_once"
            )
        ]
