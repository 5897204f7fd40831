"""Customers: one person behind them, a relation per client, any number of addresses."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client


class Person(models.Model):
    """The same human or organisation across clients. Holds nothing that one client knows."""

    created_at = models.DateTimeField()


class CustomerQuerySet(models.QuerySet["Customer"]):
    def with_address(self, kind: str, value: str) -> Self:
        """Customers who can be reached at this address (as `rules.normal` writes it)."""
        return self.filter(addresses__kind=kind, addresses__value=value)


class Customer(models.Model):
    """A person's relation with one client: what this client knows, and no other."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relations")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="customers")
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PERSON)
    language = models.CharField(max_length=5, default="sv")
    # Protected identity: no address is shown to those without right, no case to the many.
    protected = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField()

    objects = CustomerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "client"], name="one_relation_per_client"),
            models.UniqueConstraint(fields=["client", "number"], name="one_customer_per_number"),
        ]

    def __str__(self) -> str:
        return self.name or self.number


class Address(models.Model):
    """A way to reach a customer: mail, phone; written in one normal form."""

    class Kind(models.TextChoices):
        MAIL = "mail", _("E-mail")
        PHONE = "phone", _("Phone")
        POST = "post", _("Post")

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="addresses")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=320)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "kind", "value"], name="one_customer_per_address"
            )
        ]
        # For finding the person behind an address whatever the client.
        indexes = [models.Index(fields=["kind", "value"], name="addresses_by_value")]
