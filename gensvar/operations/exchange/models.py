"""What another exchange has told of: each file once, and each call of it, without who called."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.exchange.rules.calls import Outcome
from gensvar.operations.routing.models import Queue


class LogImport(models.Model):
    """A log was brought in: how far it reaches, and what was done with its lines."""

    class Format(models.TextChoices):
        QUEUE_LOG = "queue-log", _("Asterisk's queue_log, as a file or a table")
        CALLS = "calls", _("A table with one line for each call")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=9, choices=Format)
    # Of the file, so that the very same is known again.
    digest = models.CharField(max_length=64)
    begins_at = models.DateTimeField(null=True)
    # Until when everything is in it.
    ends_at = models.DateTimeField(null=True)
    lines = models.PositiveIntegerField()
    # Calls that were new, that are further than they were, and that were known as they are.
    new = models.PositiveIntegerField()
    continued = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["client", "-id"], name="log_imports_by_client")]

    def __str__(self) -> str:
        return str(self.pk)


class ImportedCall(models.Model):
    """One wait of one call in a queue, as another exchange told of it; never one of our own."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    brought_in = models.ForeignKey(LogImport, on_delete=models.PROTECT, related_name="calls")
    key = models.CharField(max_length=64)
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="+")
    arrived_at = models.DateTimeField()
    outcome = models.CharField(
        max_length=9, blank=True, choices=[(one.value,) * 2 for one in Outcome]
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "key"], name="one_imported_call"),
        ]
        indexes = [
            models.Index(
                fields=["client", "arrived_at"],
                condition=Q(outcome="") | Q(outcome="answered", ended_at=None),
                name="imported_calls_without_end",
            ),
        ]
