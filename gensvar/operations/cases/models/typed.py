"""What the type of a case asked for and allowed: fields filled in, and stages it stood in."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case


class FilledField(models.Model):
    """From this moment a field of the case held this (null: nothing); the newest row holds.

    Fields are known by their key, whatever the type: what was filled in stays when it changes.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="filled_fields")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    key = models.CharField(max_length=40)
    value = models.JSONField(null=True)
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class CaseStage(models.Model):
    """Somebody moved the case to a stage of its type, as the type then was."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="stages")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    stage = models.CharField(max_length=40)
    # The case type, and which of its versions allowed the move; none for a case of no type.
    case_type = models.ForeignKey(
        "casetypes.CaseType", null=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
