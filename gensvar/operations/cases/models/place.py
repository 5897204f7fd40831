"""Where a case's need is."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.register.models import Place, ServiceType


class CasePlace(models.Model):
    """A case concerns a place of the register, and perhaps one kind of service there."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="located")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="located")
    service = models.ForeignKey(
        ServiceType,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
