"""Carry one event to one webhook: signed, soon, and never to an address inside the house."""

import json
import socket
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import httpx
from django.conf import settings
from standardwebhooks.webhooks import Webhook as Signer

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.files import vault
from gensvar.foundation.integrations.models import Webhook
from gensvar.foundation.integrations.rules import is_public_address
from gensvar.foundation.integrations.secrets import PURPOSE

TIMEOUT = httpx.Timeout(15, connect=5)


class NotDelivered(Exception):
    """The receiver did not take the message; `status` where it answered at all."""

    def __init__(self, words: str, *, status: int | None = None) -> None:
        self.status = status
        super().__init__(words)


def message_about(record: EventRecord) -> bytes:
    """Write what happened, with ids only: whoever wants more asks the API, and is checked there."""
    message = {
        "type": record.name,
        "timestamp": record.at.isoformat(),
        "data": {"event_id": record.pk, **record.payload},
    }
    return json.dumps(message, separators=(",", ":")).encode()


def signed_headers(
    webhook: Webhook, body: bytes, *, message_id: str, at: datetime
) -> dict[str, str]:
    """Sign by the Standard Webhooks convention, with both secrets while one replaces the other."""
    secrets = [webhook.secret]
    if webhook.old_secret and webhook.old_secret_until and at < webhook.old_secret_until:
        secrets.append(webhook.old_secret)
    signatures = [
        Signer(vault.unseal_text(s, purpose=PURPOSE)).sign(message_id, at, body.decode())
        for s in secrets
    ]
    return {
        "Content-Type": "application/json",
        "User-Agent": "Gensvar-Webhooks/1",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def deliver(webhook: Webhook, record: EventRecord, *, at: datetime) -> int:
    """Tell one event and return the status; raises NotDelivered where it was not taken."""
    body = message_about(record)
    headers = signed_headers(webhook, body, message_id=f"evt_{record.pk}", at=at)
    status = _post(webhook.url, body, headers)
    if not 200 <= status < 300:
        raise NotDelivered(f"answered {status}", status=status)
    return status


def _post(url: str, body: bytes, headers: dict[str, str]) -> int:
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    # The address that was judged is the one that is called: a name may answer otherwise next time.
    target = httpx.URL(url).copy_with(host=judged_address(host, port))
    try:
        with (
            httpx.Client(timeout=TIMEOUT, trust_env=False, follow_redirects=False) as client,
            client.stream(
                "POST",
                target,
                content=body,
                headers={**headers, "Host": parts.netloc},
                extensions={"sni_hostname": host},
            ) as response,
        ):
            return response.status_code
    except httpx.HTTPError as trouble:
        raise NotDelivered(f"{type(trouble).__name__}") from trouble


def judged_address(host: str, port: int) -> str:
    """Return the address to call for a host on the open internet; raises NotDelivered."""
    try:
        found: list[Any] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as trouble:
        raise NotDelivered("no such host") from trouble
    addresses = [str(entry[4][0]) for entry in found]
    if not settings.WEBHOOK_PRIVATE:
        addresses = [address for address in addresses if is_public_address(address)]
    if not addresses:
        raise NotDelivered("the address is not on the open internet")
    return addresses[0]
