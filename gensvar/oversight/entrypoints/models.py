"""The register of ways in, and each time that one was tried."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group


class EntryPoint(models.Model):
    """A number, an address or a place that customers have been told to use."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("Phone number")
        MAIL = "mail", _("Mail address")
        WEB = "web", _("Web page")
        SOCIAL = "social", _("Social media")
        VISIT = "visit", _("Place to visit")
        LETTER = "letter", _("Postal address")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind)
    # As customers read it; a phone number or mail address in its normal form.
    address = models.CharField(max_length=200)
    published_in = models.CharField(max_length=200, blank=True)
    leads_to = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Whoever sees to it; without one, or with one who has left, it is nobody's.
    owner = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Contacts in a year, and where that is known from; empty: nobody has counted.
    volume = models.PositiveIntegerField(null=True, blank=True)
    volume_source = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "client",
                "kind",
                Lower("address"),
                condition=Q(withdrawn_at=None),
                name="one_entry_point_per_address",
            )
        ]

    def __str__(self) -> str:
        return self.address


class Trial(models.Model):
    """Somebody tried a way in, and it worked or not."""

    entry = models.ForeignKey(EntryPoint, on_delete=models.CASCADE, related_name="trials")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    worked = models.BooleanField()
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
