"""What a client owns and looks after, and which group answers for what, when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group


class PlaceKind(models.TextChoices):
    PROPERTY = "property", _("Property")
    BUILDING = "building", _("Building")
    ROOM = "room", _("Room")
    INSTALLATION = "installation", _("Installation")
    PRODUCT = "product", _("Product")


def valid_on(day: date) -> Q:
    """Return what holds on a day; the day it ends it does not."""
    return Q(valid_from__lte=day) & (Q(valid_until=None) | Q(valid_until__gt=day))


class PlaceQuerySet(models.QuerySet["Place"]):
    def in_force(self, *, on: date) -> Self:
        """Places that are in the register on a day."""
        return self.filter(valid_on(on))


class Place(models.Model):
    """Something that can break or be asked about: a property, a part of one, or a product."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="places")
    # As people write it: "FAST-17". Never given to another.
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=PlaceKind, default=PlaceKind.PROPERTY)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    address = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField()
    # The day on which it is no longer in the register.
    valid_until = models.DateField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("client"), Lower("code"), name="one_place_per_code"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="place_within_another"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="place_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ServiceType(models.Model):
    """What a place may need somebody for, as the client divides it: heating, electricity, …"""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="service_types")
    name = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(F("client"), Lower("name"), name="one_service_type_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class Hours(models.TextChoices):
    ALWAYS = "", _("At all hours")
    OFFICE = "office", _("Office hours")
    DUTY = "duty", _("Duty hours")


class Responsibility(models.Model):
    """A group answers for a place, and what lies within it, from a day until another begins.

    Without a service it answers for every service that no other row of the place names.
    """

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="responsibilities")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    service = models.ForeignKey(
        ServiceType, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hours = models.CharField(max_length=6, choices=Hours, blank=True)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    # The day on which it no longer holds.
    valid_until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "service", "hours", "valid_from"],
                nulls_distinct=False,
                name="one_responsible_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="responsible_until_after_from",
            ),
        ]


class Fallback(models.Model):
    """Who gets what nobody is named for; without a row it is the client's front desk."""

    client = models.OneToOneField(Client, on_delete=models.PROTECT, related_name="fallback")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Finding(models.Model):
    """Somebody was asked for at a place, and the register named nobody; settled once it does."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="findings")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    service = models.ForeignKey(
        ServiceType, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "service"],
                condition=Q(settled_at=None),
                nulls_distinct=False,
                name="found_missing_once",
            )
        ]
