"""What many cases have in common."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.disruptions.models import Disruption


class CaseCause(models.Model):
    """A case came from a disruption: counted as a case of its own, and as one cause."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="cause")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    disruption = models.ForeignKey(Disruption, on_delete=models.PROTECT, related_name="causes")
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
