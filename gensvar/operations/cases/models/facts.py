"""What a group must know before it can answer, asked once when a case is handed over."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.knowledge.models import Subject


class RequiredFact(models.Model):
    """A group must know this to answer a question on the subject; retired, never removed."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="required_facts")
    label = models.CharField(max_length=120)
    hint = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.label


class GivenFact(models.Model):
    """What is known in one case of a required fact."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="given_facts")
    fact = models.ForeignKey(RequiredFact, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=500)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "fact"], name="fact_given_once_per_case")
        ]
