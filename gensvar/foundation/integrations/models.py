"""Programs that talk with us: their tokens, what they asked for twice, what they are told."""

from datetime import datetime
from typing import Self

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent


class TokenQuerySet(models.QuerySet["Token"]):
    def in_force(self, *, at: datetime) -> Self:
        """Tokens that open something now: neither revoked nor past their end."""
        return self.filter(revoked_at=None, agent__is_active=True).filter(
            models.Q(expires_at=None) | models.Q(expires_at__gt=at)
        )


class Token(models.Model):
    """A key for a program, acting as a service account, within scopes and perhaps one client."""

    name = models.CharField(max_length=120)
    # What a program does is done by this account in the record.
    agent = models.OneToOneField(Agent, on_delete=models.PROTECT, related_name="token")
    client = models.ForeignKey(Client, null=True, blank=True, on_delete=models.PROTECT)
    scopes = models.JSONField()
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class IdempotentAnswer(models.Model):
    """What was answered to a request with an Idempotency-Key, so that a retry gets the same."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE)
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    # Sealed with the key of the files; see `idempotency`.
    body = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agent", "key"], name="one_answer_per_key")]


class RateWindow(models.Model):
    """How many requests somebody has been let in with during one minute; kept for an hour."""

    # Digest of a token or of an address, so that neither stands here in clear.
    key = models.CharField(max_length=64)
    minute = models.BigIntegerField()
    used = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "minute"], name="one_window_a_minute")
        ]


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def current(self) -> Self:
        return self.filter(ended_at=None)


class Webhook(models.Model):
    """An address that is told of events, each message signed with its secret."""

    client = models.ForeignKey(Client, null=True, blank=True, on_delete=models.CASCADE)
    url = models.URLField(max_length=500)
    # Names of events; none means every one.
    events = models.JSONField(default=list)
    # Sealed with the key of the files; see `secrets`.
    secret = models.TextField()
    # After a change both sign, until the receiver has had time to learn the new one.
    old_secret = models.TextField(blank=True)
    old_secret_until = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(Agent, on_delete=models.PROTECT)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = WebhookQuerySet.as_manager()


class WebhookDelivery(models.Model):
    """One event told to one webhook: how often tried, and how it went.

    Written by the database itself with every event that a webhook listens to, in the event's own
    transaction (see the migration): what happened is told, what was rolled back is not.
    """

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    record_id = models.BigIntegerField()
    attempts = models.PositiveSmallIntegerField(default=0)
    # None: nothing more is tried.
    next_try_at = models.DateTimeField(null=True)
    last_status = models.PositiveSmallIntegerField(null=True)
    last_error = models.CharField(max_length=200, blank=True)
    last_tried_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["webhook", "record_id"], name="told_once")]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="deliveries_due",
                condition=models.Q(next_try_at__isnull=False),
            )
        ]
