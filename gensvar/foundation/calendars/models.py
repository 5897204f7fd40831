"""When a client answers in a channel, and the days when it does not."""

from django.db import models

from gensvar.foundation.agreements.models import Client


class OpeningHours(models.Model):
    """When a channel is open on a weekday, in local wall time; a day may have several."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="opening_hours")
    channel = models.CharField(max_length=10)
    # Monday is 0, as in Python.
    weekday = models.SmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekday__gte=0, weekday__lte=6), name="weekday_is_a_weekday"
            ),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="closes_after_opening"
            ),
        ]


class Deviation(models.Model):
    """A day on which a channel (or, with no channel, everything) keeps other hours or is closed."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="deviations")
    channel = models.CharField(max_length=10, blank=True)
    on = models.DateField()
    # Both empty: closed all day.
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField()
