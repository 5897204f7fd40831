"""Webhooks over the API: where events are told, and how it went."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.foundation.events.events import Event
from gensvar.foundation.integrations.actions import (
    add_webhook,
    change_webhook,
    end_webhook,
    rotate_secret,
    send_again,
    try_webhook,
)
from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.models import Webhook, WebhookDelivery
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Id, Line
from gensvar.foundation.integrations.queries import deliveries_of, webhooks_for
from gensvar.foundation.people.access import AgentRequest, requires

router = Router(tags=["webhooks"])
events = Router(tags=["webhooks"])
ROUTERS = {"/webhooks": router, "/event-names": events}


class WebhookOut(Schema):
    id: int
    client: str | None = Field(description="Events of this client only; of every one where null.")
    url: str
    events: list[str] = Field(description="Names of events; every one where empty.")
    created_at: datetime
    waiting: int = Field(0, description="Messages still to be told.")
    failed: int = Field(0, description="Messages given up.")

    @staticmethod
    def resolve_client(webhook: Webhook) -> str | None:
        return webhook.client.code if webhook.client else None


class WebhookSecret(Schema):
    id: int
    secret: str = Field(description="Shown this once; Standard Webhooks libraries take it as is.")


class WebhookPage(Page[WebhookOut]):
    pass


class DeliveryOut(Schema):
    id: int
    event_id: int
    event: str | None
    attempts: int
    next_try_at: datetime | None
    last_status: int | None
    last_error: str
    last_tried_at: datetime | None
    delivered_at: datetime | None
    failed_at: datetime | None

    @staticmethod
    def resolve_event_id(delivery: WebhookDelivery) -> int:
        return delivery.record_id

    @staticmethod
    def resolve_event(delivery: WebhookDelivery) -> str | None:
        return getattr(delivery, "event", None)


class DeliveryPage(Page[DeliveryOut]):
    pass


class WebhookIn(Body):
    url: str = Field(min_length=1, max_length=500, examples=["https://example.org/gensvar"])
    events: list[str] = Field([], max_length=100, examples=[["cases.case-opened"]])
    client: Line | None = None


class WebhookChange(Body):
    url: str | None = Field(None, min_length=1, max_length=500)
    events: list[str] | None = Field(None, max_length=100)


COLUMNS: list[Column[Webhook]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code if row.client else ""),
    Column("url", lambda row: row.url),
    Column("events", lambda row: row.events),
    Column("created_at", lambda row: row.created_at),
]
DELIVERY_COLUMNS: list[Column[WebhookDelivery]] = [
    Column("id", lambda row: row.pk),
    Column("event_id", lambda row: row.record_id),
    Column("event", lambda row: getattr(row, "event", "")),
    Column("attempts", lambda row: row.attempts),
    Column("last_status", lambda row: row.last_status),
    Column("last_error", lambda row: row.last_error),
    Column("delivered_at", lambda row: row.delivered_at),
    Column("failed_at", lambda row: row.failed_at),
]


@events.get("", response=list[str], summary="What can be listened to")
@requires("integrations.read")
def list_event_names(request: AgentRequest) -> Any:
    # What others are made from is never announced itself.
    told = (name for name, kind in Event.registry.items() if not kind.__subclasses__())
    return sorted(name for name in told if not name.startswith("integrations."))


@router.get("", response=WebhookPage, openapi_extra=AS_FILE, summary="List webhooks")
@requires("integrations.read")
def list_webhooks(request: AgentRequest, asked: Query[ListAsked]) -> Any:
    rows = webhooks_for(request.identity)
    return listed(
        request, rows, asked, of=WebhookOut, columns=COLUMNS, permission="integrations.read"
    )


@router.post("", response={201: WebhookSecret}, summary="Tell an address of events")
@requires("integrations.write")
def create_webhook(request: AgentRequest, body: WebhookIn) -> Any:
    client = client_chosen(request.identity, "integrations.write", body.client)
    webhook, secret = add_webhook(
        body.url, events=body.events, client=client, by=request.user, at=now()
    )
    return Status(201, {"id": webhook.pk, "secret": secret})


@router.get("/{webhook_id}", response=WebhookOut, summary="One webhook")
@requires("integrations.read")
def one_webhook(request: AgentRequest, webhook_id: Id) -> Any:
    return _webhook(request, webhook_id)


@router.patch("/{webhook_id}", response=WebhookOut, summary="Change a webhook")
@requires("integrations.write")
def update_webhook(request: AgentRequest, webhook_id: Id, body: WebhookChange) -> Any:
    webhook = _webhook(request, webhook_id)
    change_webhook(webhook, url=body.url, events=body.events, by=request.user, at=now())
    return _webhook(request, webhook_id)


@router.delete("/{webhook_id}", response={204: None}, summary="Tell an address nothing more")
@requires("integrations.write")
def delete_webhook(request: AgentRequest, webhook_id: Id) -> Any:
    end_webhook(_webhook(request, webhook_id), by=request.user, at=now())
    return Status(204, None)


@router.post("/{webhook_id}/secret", response=WebhookSecret, summary="Sign with a new secret")
@requires("integrations.write")
def create_secret(request: AgentRequest, webhook_id: Id) -> Any:
    webhook = _webhook(request, webhook_id)
    return {"id": webhook.pk, "secret": rotate_secret(webhook, by=request.user, at=now())}


@router.post("/{webhook_id}/test", response={201: DeliveryOut}, summary="Send a message to try it")
@requires("integrations.write")
def create_test(request: AgentRequest, webhook_id: Id) -> Any:
    return Status(201, try_webhook(_webhook(request, webhook_id), by=request.user, at=now()))


@router.get(
    "/{webhook_id}/deliveries",
    response=DeliveryPage,
    openapi_extra=AS_FILE,
    summary="What was told, and how it went",
)
@requires("integrations.read")
def list_deliveries(request: AgentRequest, webhook_id: Id, asked: Query[ListAsked]) -> Any:
    rows = deliveries_of(_webhook(request, webhook_id))
    return listed(
        request,
        rows,
        asked,
        of=DeliveryOut,
        columns=DELIVERY_COLUMNS,
        permission="integrations.read",
    )


@router.post(
    "/{webhook_id}/deliveries/{delivery_id}/repetition",
    response=DeliveryOut,
    summary="Try again what was given up",
)
@requires("integrations.write")
def create_repetition(request: AgentRequest, webhook_id: Id, delivery_id: Id) -> Any:
    rows = deliveries_of(_webhook(request, webhook_id))
    send_again(get_object_or_404(rows, pk=delivery_id), at=now())
    return rows.get(pk=delivery_id)


def _webhook(request: AgentRequest, webhook_id: int) -> Webhook:
    return get_object_or_404(webhooks_for(request.identity), pk=webhook_id)
