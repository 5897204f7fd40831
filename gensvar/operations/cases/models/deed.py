"""What was done with a case, kept for as long as it can be taken back."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.contacts.models import Outgoing


class Deed(models.Model):
    """Somebody changed a case: how it stood before and after, until that cannot be taken back."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="deeds")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    # As `queries.deeds.standing` tells it.
    before = models.JSONField()
    after = models.JSONField()
    # What was written to the customer; it can be taken back until it leaves.
    outgoing = models.ForeignKey(Outgoing, null=True, blank=True, on_delete=models.PROTECT)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["until"], name="deeds_by_end")]
