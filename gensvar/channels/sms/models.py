"""Numbers, what has arrived at them, and the pictures that are still to be fetched."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.operations.contacts.models import Contact, Message
from gensvar.operations.knowledge.models import Subject


class Number(models.Model):
    """A phone number at which a client receives and from which it sends text messages."""

    class Provider(models.TextChoices):
        ELKS = "46elks", "46elks"

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="text_numbers")
    number = models.CharField(max_length=20, unique=True)
    provider = models.CharField(max_length=10, choices=Provider, default=Provider.ELKS)
    user = models.CharField(max_length=120)
    # Both sealed with a key of the vault: the provider's password, and what its calls to us carry.
    secret_sealed = models.TextField()
    key_sealed = models.TextField()
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT)
    subject = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.PROTECT)
    sends_receipts = models.BooleanField(default=True)
    is_paused = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.number


class ArrivalQuerySet(models.QuerySet["Arrival"]):
    def due(self, *, at: datetime) -> Self:
        """What waits to be read, oldest first."""
        waiting = self.filter(state=Arrival.State.WAITING, not_before__lte=at)
        return waiting.order_by("pk")


class Arrival(models.Model):
    """A provider's call to us as it came, committed before anybody reads it."""

    class Kind(models.TextChoices):
        MESSAGE = "message", _("Message")
        REPORT = "report", _("Delivery report")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be read")
        READ = "read", _("Read")
        DUPLICATE = "duplicate", _("The same message once more")
        UNREADABLE = "unreadable", _("Could not be read")
        UNKNOWN = "unknown", _("About a message that we do not know")

    number = models.ForeignKey(Number, on_delete=models.PROTECT, related_name="arrivals")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    kind = models.CharField(max_length=7, choices=Kind)
    content = models.BinaryField()
    # Which of our messages a report says it is about, as its address carried it.
    about = models.BigIntegerField(null=True, blank=True)
    received_at = models.DateTimeField()
    not_before = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    problem = models.TextField(blank=True)
    provider_id = models.CharField(max_length=120, blank=True)
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="text_arrivals"
    )

    objects = ArrivalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number", "provider_id"],
                condition=models.Q(state="read", kind="message"),
                name="text_read_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["id"], name="text_arrival_waiting", condition=models.Q(state="waiting")
            ),
            models.Index(fields=["number", "-received_at"], name="text_arrival_by_number"),
        ]


class Picture(models.Model):
    """A picture that came with a message and lies at the provider until we have fetched it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be fetched")
        FETCHED = "fetched", _("Fetched")
        FAILED = "failed", _("Could not be fetched")

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="text_pictures")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    number = models.ForeignKey(Number, on_delete=models.PROTECT, related_name="+")
    url = models.TextField()
    place = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    not_before = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"],
                name="text_picture_waiting",
                condition=models.Q(state="waiting"),
            )
        ]


class SinkText(models.Model):
    """A text message that the demo sent: it ends here and never leaves the machine."""

    at = models.DateTimeField()
    sender = models.CharField(max_length=20)
    recipient = models.CharField(max_length=20)
    text = models.TextField()
