"""What became of the need when a case was closed, and whom the customer was referred to."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.cases.models.composing import CannedText
from gensvar.operations.contacts.models import Outgoing


class NeedMet(models.TextChoices):
    MET = "met", _("Met")
    # Another authority's to meet: the customer was told which, and how to get there.
    REFERRED = "referred", _("Referred to another authority")
    NOT_MET = "not-met", _("Not met")


class NeedOutcomeQuerySet(models.QuerySet["NeedOutcome"]):
    def referrals(self) -> Self:
        """Those that referred the customer elsewhere and still do, the newest first."""
        return self.filter(met=NeedMet.REFERRED, undone_at=None).order_by("-at", "-pk")


class NeedOutcome(models.Model):
    """Somebody said, closing a case at `at`, what became of the need; unsaid is unknown."""

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="need_outcomes", db_index=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    met = models.CharField(max_length=8, choices=NeedMet)
    # Whom the customer was referred to, by which ready words; their name as it was then.
    authority = models.CharField(max_length=80, blank=True)
    canned_text = models.ForeignKey(
        CannedText, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # None: said aloud, or the need was met or not.
    outgoing = models.OneToOneField(
        Outgoing, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # The closing was a mistake and taken back, and with it this.
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = NeedOutcomeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "at"], name="one_outcome_per_closing"),
            models.CheckConstraint(
                condition=Q(~Q(authority=""), met="referred") | Q(~Q(met="referred"), authority=""),
                name="referred_to_somebody",
            ),
        ]
        indexes = [
            models.Index(
                fields=["client", "-at"], condition=Q(met="referred"), name="referrals_by_client"
            )
        ]
