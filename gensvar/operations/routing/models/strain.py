"""Work that has been too heavy for too long."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.routing.rules.strain import Kind


class StrainKind(models.TextChoices):
    BUSY = Kind.BUSY.value, _("Too busy")
    NO_BREAK = Kind.NO_BREAK.value, _("No break")


class Strain(models.Model):
    """Somebody's work was too heavy for too long, as what is recorded shows.

    They are asked to take a break, and whoever is nearest above them is told. `share` is the part
    of two hours that was spent with customers, `seconds` the work without a break.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    agent = models.ForeignKey(
        Agent, on_delete=models.PROTECT, related_name="strains", db_index=False
    )
    kind = models.CharField(max_length=10, choices=StrainKind)
    at = models.DateTimeField()
    share = models.FloatField(null=True, blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    # What the agent said to the break that was proposed.
    answered_at = models.DateTimeField(null=True, blank=True)
    has_paused = models.BooleanField(default=False)
    heard_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    heard_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(has_paused=False) | Q(answered_at__isnull=False),
                name="strain_paused_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(heard_at=None) | Q(heard_by__isnull=False),
                name="strain_heard_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "at"], name="strains_by_client"),
            models.Index(fields=["agent", "at"], name="strains_by_agent"),
        ]

    @property
    def words(self) -> str:
        """Return in one sentence what was found."""
        if self.kind == StrainKind.BUSY:
            told = {"share": round(100 * (self.share or 0.0))}
            return gettext("With customers %(share)s %% of two hours at work.") % told
        hours, minutes = divmod(round((self.seconds or 0) / 60), 60)
        told = {"hours": hours, "minutes": minutes}
        return gettext("%(hours)s h %(minutes)s min at work without a break.") % told
