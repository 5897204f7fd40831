"""Which approved answers and checklists a case was answered with, and which were corrected."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.knowledge.models import Version


class SupportUse(models.Model):
    """The customer was answered with this version: in a message, or by word of mouth."""

    class Way(models.TextChoices):
        WRITTEN = "written", _("in writing")
        TOLD = "told", _("by word of mouth")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="support")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    outgoing = models.ForeignKey(
        Outgoing, null=True, blank=True, on_delete=models.CASCADE, related_name="support"
    )
    way = models.CharField(max_length=8, choices=Way)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["outgoing", "version"],
                name="version_once_per_message",
                condition=Q(outgoing__isnull=False),
            )
        ]
        indexes = [models.Index(fields=["version", "at"], name="support_by_version")]


class Tick(models.Model):
    """A step of a checklist was done in a case; `undone_at` if it was taken back."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="ticks")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "version", "step"],
                name="step_ticked_once",
                condition=Q(undone_at=None),
            )
        ]


class FollowUp(models.Model):
    """Whoever has the case knows that the customer was answered with a version later corrected."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="follow_ups")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    correction = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    is_reopened = models.BooleanField(default=False)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "correction"], name="one_follow_up_per_correction"
            )
        ]
