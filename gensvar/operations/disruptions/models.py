"""Disruptions, what happened in each, and whoever wants to hear when it is over."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.models import Subject


class DisruptionQuerySet(models.QuerySet["Disruption"]):
    def not_over(self) -> Self:
        """Disruptions that go on or are still to come, the first to begin first."""
        return self.filter(ended_at=None).order_by("started_at", "pk")

    def ongoing(self, *, at: datetime) -> Self:
        """Disruptions that have begun and not ended."""
        return self.not_over().filter(started_at__lte=at)


class Disruption(models.Model):
    """One cause that many customers get in touch about: what, where, since when, until when."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="disruptions")
    cause = models.CharField(max_length=120)
    area = models.CharField(max_length=200)
    subject = models.ForeignKey(
        Subject, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField()
    expected_until = models.DateTimeField(null=True, blank=True)
    # What customers read and hear; the English words are for those who do not read Swedish.
    is_public = models.BooleanField(default=True)
    public_text = models.TextField(blank=True)
    public_text_en = models.TextField(blank=True)
    phone_text = models.TextField(blank=True)
    opened_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closing_text = models.TextField(blank=True)
    closing_text_en = models.TextField(blank=True)
    # Whether the cases that it caused are done when it is over.
    closes_cases = models.BooleanField(default=False)

    objects = DisruptionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["client", "started_at"],
                name="disruptions_not_over",
                condition=models.Q(ended_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.cause

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None

    def words(self, language: str) -> str:
        """Return what customers read, in their language where we have it."""
        return (self.public_text_en if language != "sv" else "") or self.public_text

    def closing_words(self, language: str) -> str:
        return (self.closing_text_en if language != "sv" else "") or self.closing_text


class Follower(models.Model):
    """A customer who wants to hear when a disruption is over, and whether they have."""

    class Outcome(models.TextChoices):
        WAITING = "", _("Waiting")
        TOLD = "told", _("Told")
        NO_ADDRESS = "no-address", _("No address that we can write to")

    disruption = models.ForeignKey(Disruption, on_delete=models.CASCADE, related_name="followers")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    # Asked to on the portal, and so follows also without any case.
    has_asked = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["disruption", "customer"], name="follows_once")
        ]


class Step(models.Model):
    """Something that happened in a disruption, for its timeline."""

    class Kind(models.TextChoices):
        BEGUN = "begun", pgettext_lazy("disruption", "Opened")
        CHANGED = "changed", pgettext_lazy("disruption", "Changed")
        ENDED = "ended", _("Over")
        TOLD = "told", _("Followers told")

    disruption = models.ForeignKey(Disruption, on_delete=models.CASCADE, related_name="steps")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
