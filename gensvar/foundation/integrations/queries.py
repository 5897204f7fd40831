"""Tokens and webhooks as the setup screens and the API show them."""

from django.db import models

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.integrations.models import Token, Webhook, WebhookDelivery
from gensvar.foundation.people.access import Identity, reach


def tokens_for(identity: Identity) -> models.QuerySet[Token]:
    """Return the tokens of the clients that this identity may manage, newest first."""
    rows = Token.objects.select_related("client", "agent")
    return rows.filter(_within(identity, "integrations.read")).order_by("-pk")


def webhooks_for(identity: Identity) -> models.QuerySet[Webhook]:
    """Return current webhooks with how many messages wait and how many were given up."""
    rows = Webhook.objects.current().select_related("client")
    return rows.filter(_within(identity, "integrations.read")).annotate(
        waiting=models.Count("deliveries", filter=models.Q(deliveries__next_try_at__isnull=False)),
        failed=models.Count("deliveries", filter=models.Q(deliveries__failed_at__isnull=False)),
    )


def deliveries_of(webhook: Webhook) -> models.QuerySet[WebhookDelivery]:
    """Return what was told to a webhook, newest first, each with the event's name."""
    name = EventRecord.objects.filter(pk=models.OuterRef("record_id")).values("name")[:1]
    return webhook.deliveries.annotate(event=models.Subquery(name)).order_by("-pk")


def failed_deliveries() -> models.QuerySet[WebhookDelivery]:
    """Return what could not be told, whatever the webhook: for alarms and figures."""
    return WebhookDelivery.objects.filter(failed_at__isnull=False, webhook__ended_at=None)


def _within(identity: Identity, permission: str) -> models.Q:
    """Return what holds for rows of the clients that a permission reaches, or of every client."""
    own = models.Q(client__in=reach(identity, permission).clients)
    is_everywhere = any(g.client_id is None for g in identity.grants if g.allows(permission))
    return own | models.Q(client=None) if is_everywhere else own
