"""When a client answers in a channel, and the days when it does not."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client

# The channel whose hours deadlines follow: those of the office, in which nobody calls.
OFFICE = "office"
# What has held since before anybody wrote it down holds from here.
EVER = date.min


class OpeningHours(models.Model):
    """When a channel is open on a weekday, in local wall time; a day may have several.

    Rows are ended, not changed, once they have held: deadlines that passed were reckoned by them.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="opening_hours")
    channel = models.CharField(max_length=10)
    # Monday is 0, as in Python.
    weekday = models.SmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()
    valid_from = models.DateField(default=EVER, db_default=EVER)
    # The day on which it no longer holds.
    valid_until = models.DateField(null=True, blank=True)

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


class HolidaysKept(models.Model):
    """Whose public holidays a client is closed on from a day, until the next row's day."""

    class Country(models.TextChoices):
        NONE = "", _("None")
        SWEDEN = "SE", _("Sweden")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="holidays_kept")
    country = models.CharField(max_length=2, blank=True, choices=Country)
    # Also Midsummer Eve, Christmas Eve and New Year's Eve, which are no public holidays.
    with_eves = models.BooleanField(default=False)
    valid_from = models.DateField(default=EVER, db_default=EVER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "valid_from"], name="one_holiday_rule_a_day")
        ]
