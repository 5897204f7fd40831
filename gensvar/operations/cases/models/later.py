"""What colleagues want of a case later: to be told of it, or to be left alone by it for a while."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case


class Watch(models.Model):
    """Somebody follows a case, and is told when others do something with it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="watches")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="watches")
    since = models.DateTimeField()
    # The newest event of the record that the watcher has been told of, or saw happen.
    told_until = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "agent"], name="watched_once")]


class Snooze(models.Model):
    """The case rests until a moment, or until the customer is heard of, whichever comes first."""

    class Why(models.TextChoices):
        TIME = "time", _("The time had come")
        CONTACT = "contact", _("The customer was heard of")
        BY_HAND = "by-hand", _("Somebody took it up")
        CLOSED = "closed", _("The case was closed")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="snoozes")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    why_ended = models.CharField(max_length=8, choices=Why, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_at=None), name="rests_once_at_a_time"
            )
        ]
        indexes = [
            models.Index(fields=["until"], condition=Q(ended_at=None), name="resting_by_end")
        ]
