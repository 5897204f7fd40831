"""Numbers from elsewhere with their source: what measures of ours need, or others' figures."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent


class NotedNumber(models.Model):
    """Somebody noted a number for some days; a later note of the same days is worth more.

    With `who` it is what a measure came to for another municipality, else one of ours.
    """

    class What(models.TextChoices):
        COST = "cost", _("Cost of customer service, kronor")
        POPULATION = "population", _("Inhabitants")
        BLOCKED = "blocked", _("Calls that met a busy tone")
        OUTAGE = "outage", _("Outage of the system, minutes")
        CLOSED = "closed", _("Telephone closed without a plan, minutes")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    # One of the above, or the code of a measure.
    what = models.CharField(max_length=12)
    # The way of counting of that measure; empty: its only one.
    way = models.CharField(max_length=20, blank=True)
    who = models.CharField(max_length=80, blank=True)
    starts_on = models.DateField()
    # The first day after.
    ends_on = models.DateField()
    # Of a measure as it is shown: per cent of a share, seconds of a time.
    amount = models.DecimalField(max_digits=16, decimal_places=4)
    source = models.CharField(max_length=200)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["client", "what"], name="numbers_by_what")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")), name="number_has_days"
            )
        ]
