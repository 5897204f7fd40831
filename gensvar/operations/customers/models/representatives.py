"""Who may speak for a customer, in what, and until when."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.customers.models.customer import Customer


class RepresentativeQuerySet(models.QuerySet["Representative"]):
    def not_ended(self) -> Self:
        """Representatives whose time nobody and nothing has ended."""
        return self.filter(ended_at=None)


class Representative(models.Model):
    """One customer speaks for another, within a scope, for a time; an organisation's contact too.

    In force from `since` until `until` or `ended_at`, whichever comes first.
    """

    class Kind(models.TextChoices):
        CONTACT_PERSON = "contact-person", _("Contact person")
        POWER_OF_ATTORNEY = "power-of-attorney", _("Power of attorney")
        TRUSTEE = "trustee", _("Appointed trustee")
        ADMINISTRATOR = "administrator", _("Appointed administrator")
        CUSTODIAN = "custodian", _("Custodial parent")

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="representatives")
    representative = models.ForeignKey(
        Customer, on_delete=models.PROTECT, related_name="represents"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=Kind)
    # What they may speak and decide about; of a contact person, what they answer for.
    scope = models.CharField(max_length=300)
    # What we have seen that says so.
    evidence = models.CharField(max_length=200, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    # Nobody, where the time ran out by itself.
    ended_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(customer=models.F("representative")),
                name="nobody_represents_themselves",
            )
        ]
        indexes = [
            models.Index(
                fields=["until"],
                name="representatives_to_end",
                condition=models.Q(ended_at__isnull=True),
            )
        ]
