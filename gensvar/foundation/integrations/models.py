"""Programs that talk with us: their tokens, what they asked for twice, what they are told."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent


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


class IdempotentAnswer(models.Model):
    """What was answered to a request with an Idempotency-Key, so that a retry gets the same."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE)
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_answer_per_key")]


class Webhook(models.Model):
    """An address that is told of events, each message signed with its secret."""

    client = models.ForeignKey(Client, null=True, blank=True, on_delete=models.CASCADE)
    url = models.URLField(max_length=500)
    events = models.JSONField(default=list)
    secret = models.CharField(max_length=120)
    created_by = models.ForeignKey(Agent, on_delete=models.PROTECT)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)


class WebhookDelivery(models.Model):
    """One event told to one webhook: how often tried, and how it went."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    record_id = models.BigIntegerField()
    attempts = models.PositiveSmallIntegerField(default=0)
    last_status = models.PositiveSmallIntegerField(null=True)
    last_tried_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["webhook", "record_id"], name="told_once")]
