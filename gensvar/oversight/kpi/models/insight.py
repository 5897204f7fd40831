"""What becomes visible in customer service: a cause and a place, never somebody's name."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group


class Insight(models.Model):
    """Somebody who answers customers saw why they have to ask.

    There is no room for words: what concerns people at work reaches their manager alone, and only
    as a number. The database sees to it (see the migration).
    """

    # The six of the source (SKE-22).
    class Cause(models.TextChoices):
        PROCESS = "process", _("Deficient processes")
        WORKLOAD = "workload", _("Workload")
        MANAGEMENT = "management", _("Unclear management")
        CONFLICT = "conflict", _("Groups in conflict")
        WEB = "web", _("Quality of the website")
        INFORMATION = "information", _("Unclear information to the public")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=12, choices=Cause)
    page = models.CharField(max_length=200, blank=True)
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["client", "at"], name="insights_by_time")]


# For the manager of the group alone.
ABOUT_PEOPLE: Final = frozenset({Insight.Cause.MANAGEMENT, Insight.Cause.CONFLICT})
