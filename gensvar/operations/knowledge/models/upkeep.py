"""What keeps articles right: reviews, reminders, reports of faults, and missed answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.knowledge.models.articles import Article, Version
from gensvar.operations.knowledge.models.catalogue import Subject


class Review(models.Model):
    """Somebody read the published version, found it still right, and set the next day to look."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="reviews")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    next_on = models.DateField()


class Reminder(models.Model):
    """The owner is told, once, that the day to review the article has passed."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="reminders")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    owner = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "due_on"], name="one_reminder_per_due_day")
        ]


class Report(models.Model):
    """A colleague says that a version does not hold; the owner answers what became of it."""

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", _("It was wrong and will be put right")
        HOLDS = "holds", _("It is right as it stands")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="reports")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            # One click more on the same version by the same person says nothing new.
            models.UniqueConstraint(
                fields=["version", "by"],
                name="one_open_report_per_person",
                condition=models.Q(answered_at=None),
            )
        ]
        indexes = [
            models.Index(
                fields=["article"],
                name="reports_to_answer",
                condition=models.Q(answered_at=None),
            )
        ]


class Gap(models.Model):
    """Somebody asked about the subject and nothing here answered; an article may fill it later."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="gaps")
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    filled_by = models.ForeignKey(
        Article, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    filled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["subject", "at"], name="gaps_to_fill", condition=models.Q(filled_at=None)
            )
        ]
