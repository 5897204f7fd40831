"""What the customer needs so that we understand each other in one case. Never why."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.customers.models import Need


class CaseNeed(models.Model):
    """The customer asked for this in the case; kept for it alone, and erased with it."""

    class Met(models.TextChoices):
        MET = "met", _("Met")
        NOT_MET = "not-met", _("Not met")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="asked_needs")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    what = models.CharField(max_length=20, choices=Need.What)
    words = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # Whether it could be met; empty while nobody has said.
    met = models.CharField(max_length=8, choices=Met, blank=True)
    met_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    met_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "what"], name="asked_for_once"),
            models.CheckConstraint(
                condition=Q(met="", met_at=None) | (~Q(met="") & Q(met_at__isnull=False)),
                name="met_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["client", "at"], name="needs_asked_by_day")]
