"""Who they are: one person behind them, a relation per client, any number of addresses."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client


class Person(models.Model):
    """The same human or organisation across clients. Holds nothing that one client knows."""

    created_at = models.DateTimeField()


class CustomerQuerySet(models.QuerySet["Customer"]):
    def with_address(self, kind: str, value: str) -> Self:
        """Customers who can be reached at this address (as `rules.normal` writes it)."""
        current = Address.objects.current().filter(kind=kind, value=value)
        return self.filter(pk__in=current.values("customer"))

    def standing(self) -> Self:
        """Customers that have not been merged into another."""
        return self.filter(merged_into=None)


class Customer(models.Model):
    """A person's relation with one client: what this client knows, and no other."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")

    class Type(models.TextChoices):
        CITIZEN = "citizen", _("Citizen")
        INTERNAL_UNIT = "internal-unit", _("Internal unit")
        INTERNAL_TENANT = "internal-tenant", _("Internal tenant")
        EXTERNAL_TENANT = "external-tenant", _("External tenant")
        COMPANY = "company", _("Company")
        ASSOCIATION = "association", _("Association")

    class Reached(models.TextChoices):
        PHONE = "phone", _("Phone call")
        SMS = "sms", _("Text message")
        MAIL = "mail", _("E-mail")
        LETTER = "letter", _("Letter")
        VISIT = "visit", _("Visit")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relations")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="customers")
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PERSON)
    # What they are to the client (FM-07); a tenant may be a person or an organisation.
    type = models.CharField(
        max_length=20, choices=Type, default=Type.CITIZEN, db_default=Type.CITIZEN
    )
    # Of internal units: who pays.
    cost_centre = models.CharField(max_length=40, blank=True, db_default="")
    language = models.CharField(max_length=5, default="sv")
    preferred_channel = models.CharField(max_length=10, choices=Reached, blank=True, db_default="")
    # Protected identity: no address is shown to those without right, no case to the many.
    protected = models.BooleanField(default=False, db_default=False)
    # The database asks about secrecy only where this is set; it is never taken back.
    secret = models.BooleanField(default=False, db_default=False, editable=False)
    # The same customer, kept under another number. The database holds the reference (0008).
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged",
        db_constraint=False,
        db_index=False,
    )
    created_at = models.DateTimeField()

    objects = CustomerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "client"], name="one_relation_per_client"),
            models.UniqueConstraint(fields=["client", "number"], name="one_customer_per_number"),
        ]
        indexes = [
            # For the names that resemble another (`customers_alike`).
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="customers_by_like_name"),
            models.Index(
                fields=["merged_into"],
                name="customers_merged",
                condition=models.Q(merged_into__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.number


class AddressQuerySet(models.QuerySet["Address"]):
    def current(self) -> Self:
        """Addresses that hold now, the preferred first."""
        holding = models.Q(until=None) | models.Q(until__gt=Now())
        return self.filter(holding).order_by("-is_preferred", "pk")


class Address(models.Model):
    """A way to reach a customer, from one day and perhaps to another. Ended, never removed."""

    class Kind(models.TextChoices):
        MAIL = "mail", _("E-mail")
        PHONE = "phone", _("Phone")
        POST = "post", _("Post")
        ALIAS = "alias", _("Account or pseudonym")

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="addresses")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=320)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    # The one of its kind to use first.
    is_preferred = models.BooleanField(default=False, db_default=False)
    # Its customer is secret. Such an address may be given again: a refusal would tell of it.
    secret = models.BooleanField(default=False, db_default=False, editable=False)

    objects = AddressQuerySet.as_manager()

    class Meta:
        constraints = [
            # A household shares its letter box; a phone or mailbox tells who somebody is.
            models.UniqueConstraint(
                fields=["client", "kind", "value"],
                condition=models.Q(until__isnull=True)
                & ~models.Q(kind="post")
                & models.Q(secret=False),
                name="one_known_customer_per_address",
            )
        ]
        # For finding the person behind an address whatever the client.
        indexes = [models.Index(fields=["kind", "value"], name="addresses_by_value")]
