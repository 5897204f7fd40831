"""Measures that a client has of its own, and what was agreed to reach of any measure."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent


class OwnMeasure(models.Model):
    """A version of a measure that somebody wrote down without code; it is never edited.

    `said` is the measure as the registry's files say theirs, with all versions up to this one.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=12)
    number = models.PositiveSmallIntegerField()
    said = models.JSONField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "code", "number"], name="one_own_measure_a_version"
            )
        ]


class MeasureGoal(models.Model):
    """What a client agreed to reach in a measure, from a day; the newest in force counts."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=12)
    # The way of counting that was agreed on; empty: the only one.
    key = models.CharField(max_length=20, blank=True)
    # As it is shown: per cent of a share, seconds of a time.
    target = models.DecimalField(max_digits=12, decimal_places=4)
    # The measure that shows what reaching it costs elsewhere.
    pair = models.CharField(max_length=12)
    # The limits T and S of the agreement, in seconds, where they are others than usual.
    limits = models.JSONField(default=dict)
    valid_from = models.DateField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "code", "valid_from"], name="one_measure_goal_at_a_time"
            )
        ]
