"""Tell programs what happens: where to, with which secret, and how it went."""

import ipaddress
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.events.events import Event
from gensvar.foundation.files import vault
from gensvar.foundation.integrations.events import (
    WebhookAdded,
    WebhookChanged,
    WebhookEnded,
    WebhookGaveUp,
    WebhookTested,
)
from gensvar.foundation.integrations.models import Webhook, WebhookDelivery
from gensvar.foundation.integrations.rules import is_public_address, is_web_address, pause_after
from gensvar.foundation.integrations.secrets import PURPOSE, new_secret
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused

# How long both the old secret and the new one sign.
OVERLAP = timedelta(hours=24)


class AddressNotAllowed(Refused):
    message = _("Events are only told to addresses on the open internet that begin with https://.")
    status = 422


class UnknownEvent(Refused):
    message = _("There is no event called “%(event)s”.")
    status = 422


class WebhookHasEnded(Refused):
    message = _("The webhook has been ended.")


class AlreadyDelivered(Refused):
    message = _("The message has arrived, or is on its way already.")


@transaction.atomic
def add_webhook(
    url: str, *, events: Sequence[str], client: Client | None, by: Agent, at: datetime
) -> tuple[Webhook, str]:
    """Tell an address of events from now on, and return it with its secret, shown this once."""
    secret = new_secret()
    webhook = Webhook.objects.create(
        client=client,
        url=_checked_url(url),
        events=_checked_events(events),
        secret=vault.seal_text(secret, purpose=PURPOSE),
        created_by=by,
        created_at=at,
    )
    announce(WebhookAdded(**_about(webhook, by)), at=at)
    return webhook, secret


@transaction.atomic
def change_webhook(
    webhook: Webhook,
    *,
    by: Agent,
    at: datetime,
    url: str | None = None,
    events: Sequence[str] | None = None,
) -> None:
    """Tell another address, or of other events."""
    _still_there(webhook)
    if url is not None:
        webhook.url = _checked_url(url)
    if events is not None:
        webhook.events = _checked_events(events)
    webhook.save(update_fields=["url", "events"])
    announce(WebhookChanged(**_about(webhook, by)), at=at)


@transaction.atomic
def rotate_secret(webhook: Webhook, *, by: Agent, at: datetime) -> str:
    """Sign with a new secret, and for a day with the old one too; return the new one."""
    _still_there(webhook)
    secret = new_secret()
    webhook.old_secret, webhook.old_secret_until = webhook.secret, at + OVERLAP
    webhook.secret = vault.seal_text(secret, purpose=PURPOSE)
    webhook.save(update_fields=["secret", "old_secret", "old_secret_until"])
    announce(WebhookChanged(**_about(webhook, by)), at=at)
    return secret


@transaction.atomic
def end_webhook(webhook: Webhook, *, by: Agent, at: datetime) -> None:
    """Tell an address nothing more, not even what was still to be told."""
    if not Webhook.objects.current().filter(pk=webhook.pk).update(ended_at=at):
        raise WebhookHasEnded
    webhook.deliveries.filter(next_try_at__isnull=False).update(next_try_at=None, failed_at=at)
    announce(WebhookEnded(**_about(webhook, by)), at=at)


@transaction.atomic
def try_webhook(webhook: Webhook, *, by: Agent, at: datetime) -> WebhookDelivery:
    """Send a message that says only that the address works."""
    _still_there(webhook)
    record_id = announce(WebhookTested(**_about(webhook, by)), at=at)
    return webhook.deliveries.get(record_id=record_id)


@transaction.atomic
def send_again(delivery: WebhookDelivery, *, at: datetime) -> None:
    """Try once more to tell what could not be told, with all the patience of the first time."""
    failed = WebhookDelivery.objects.filter(
        pk=delivery.pk, next_try_at=None, webhook__ended_at=None
    )
    if not failed.update(attempts=0, next_try_at=at, failed_at=None, delivered_at=None):
        raise AlreadyDelivered


@transaction.atomic
def note_outcome(
    delivery: WebhookDelivery, *, status: int | None, error: str, at: datetime
) -> None:
    """Put down how an attempt went, and when the next is due; give up in the open."""
    delivery.attempts += 1
    delivery.last_status, delivery.last_error, delivery.last_tried_at = status, error[:200], at
    delivery.next_try_at = None
    if not error:
        delivery.delivered_at, delivery.failed_at = at, None
    elif status == 410 or (pause := pause_after(delivery.attempts)) is None:
        # 410 Gone is how a receiver says that it wants nothing more of this.
        delivery.failed_at = at
        announce(WebhookGaveUp(delivery_id=delivery.pk, **_about(delivery.webhook, None)), at=at)
    else:
        delivery.next_try_at = at + pause
    delivery.save()


def _still_there(webhook: Webhook) -> None:
    if webhook.ended_at is not None:
        raise WebhookHasEnded


def _about(webhook: Webhook, by: Agent | None) -> dict[str, Any]:
    return {
        "webhook_id": webhook.pk,
        "client_id": webhook.client_id,
        "agent_id": by.pk if by else None,
    }


def _checked_url(url: str) -> str:
    url = url.strip()
    https_only = not (settings.DEBUG or settings.DEMO or settings.WEBHOOK_PRIVATE)
    if len(url) > 500 or not is_web_address(url, https_only=https_only):
        raise AddressNotAllowed
    # A name is looked up when a message leaves; a number can be judged at once.
    if not settings.WEBHOOK_PRIVATE and _is_private_number(urlsplit(url).hostname or ""):
        raise AddressNotAllowed
    return url


def _is_private_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.lower() == "localhost"
    return not is_public_address(host)


def _checked_events(names: Sequence[str]) -> list[str]:
    wanted = sorted(set(names))
    for name in wanted:
        if name not in Event.registry:
            raise UnknownEvent(event=name[:80])
    return wanted
