"""Figures as they were published: never changed, only restated, with both to be read."""

from django.db import models
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent


class PublishedFigure(models.Model):
    """What a measure came to in a period, as somebody published it, with what it was made of."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=12)
    # The version of the definition, and the days; the last not included.
    version = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    # Each way of counting with numerator, denominator and value, exact, as text.
    figures = models.JSONField()
    # Over code, version, days, what was counted of each day, and the figures.
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # In place of which, and why; nothing: it is the first.
    restates = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="restated_by"
    )
    because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "code", "starts_on", "ends_on"],
                condition=Q(restates=None),
                name="published_once",
            ),
            models.CheckConstraint(
                condition=Q(restates=None) ^ ~Q(because=""), name="restated_with_reason"
            ),
        ]
