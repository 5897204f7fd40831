from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Query, Router, Status
from pydantic import Field

from gensvar.foundation.files.actions import uploads_of
from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.parameters import Body, Day, Id, Line, Text, instant
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.actions import Attached, Said, record_message, register_contact
from gensvar.operations.contacts.api.schemas import ContactOut, ContactPage
from gensvar.operations.contacts.models import Channel, Contact, Direction, NoCase
from gensvar.operations.contacts.setting_aside import set_aside
from gensvar.operations.customers.api import CustomerRef, customer_meant

router = Router(tags=["contacts"])


class ContactAsked(ListAsked):
    channel: Channel | None = None
    direction: Direction | None = None
    client: str = Field("", max_length=40, description="The client's code.")
    case: str = Field("", max_length=12, description="The number of a case that it concerned.")
    customer: Id | None = None
    is_registered: bool | None = Field(
        None, description="Whether it concerns a case, or it is said why not."
    )
    from_: Day | None = Field(None, alias="from")
    to: Day | None = Field(None, description="Exclusive.")


class NoCaseIn(Body):
    reason: NoCase.Reason
    words: Line = Field("", max_length=200, description="Needed where the reason is another.")


class SenderIn(Body):
    name: Line = ""
    address: str = Field("", max_length=320)


class ContactIn(Body):
    client: Line | None = Field(None, description="The client's code; your own if left out.")
    channel: Channel
    direction: Direction = Direction.IN
    customer: CustomerRef | None = None
    language: str = Field("", max_length=5, pattern=r"^([a-z]{2,3})?$")
    summary: Text = ""
    subject: Line = ""
    text: Text = Field("", description="What the customer said, word for word.")
    sender: SenderIn | None = None
    attachments: list[UUID] = Field([], max_length=20, description="Ids of uploaded files.")


COLUMNS: list[Column[Contact]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code),
    Column("channel", lambda row: row.channel),
    Column("direction", lambda row: row.direction),
    Column("customer", lambda row: row.customer.number if row.customer else ""),
    Column("agent", lambda row: row.agent.name if row.agent else ""),
    Column("language", lambda row: row.language),
    Column("started_at", lambda row: row.started_at),
    Column("ended_at", lambda row: row.ended_at),
    Column("subject", lambda row: next((m.subject for m in row.messages.all()), "")),
    Column("no_case", lambda row: row.no_case.reason if hasattr(row, "no_case") else ""),
    Column("cases", lambda row: [case.number for case in row.cases.all()]),
]


def whole_contacts() -> models.QuerySet[Contact]:
    """Return contacts with everything that their answer shows, in a fixed number of queries."""
    return Contact.objects.select_related(
        "client", "customer", "agent", "no_case__by"
    ).prefetch_related("cases", "messages__author", "messages__outgoing", "messages__files__file")


@router.get("", response=ContactPage, openapi_extra=AS_FILE, summary="List contacts")
@requires("contacts.read")
def list_contacts(request: AgentRequest, asked: Query[ContactAsked]) -> Any:
    conditions: dict[str, object] = {
        "channel": asked.channel,
        "direction": asked.direction,
        "client__code": asked.client,
        "cases__number": asked.case,
        "customer": asked.customer,
        "started_at__gte": instant(asked.from_) if asked.from_ else None,
        "started_at__lt": instant(asked.to) if asked.to else None,
    }
    rows = whole_contacts().filter(**{key: value for key, value in conditions.items() if value})
    if asked.is_registered is not None:
        lacks = models.Q(cases=None, no_case=None)
        rows = rows.exclude(lacks) if asked.is_registered else rows.filter(lacks)
    return listed(request, rows, asked, of=ContactOut, columns=COLUMNS, permission="contacts.read")


@router.get("/{contact_id}", response=ContactOut, summary="One contact, with what was said")
@requires("contacts.read")
def one_contact(request: AgentRequest, contact_id: Id) -> Any:
    return get_object_or_404(whole_contacts(), pk=contact_id)


@router.post("", response={201: ContactOut}, summary="Register a contact")
@requires("contacts.write")
def create_contact(request: AgentRequest, body: ContactIn) -> Any:
    at = now()
    client = client_chosen(request.identity, "contacts.write", body.client)
    contact = register_contact(
        client,
        channel=body.channel,
        direction=body.direction,
        customer=customer_meant(client, body.customer, at=at),
        agent=None if request.user.is_service else request.user,
        language=body.language,
        summary=body.summary,
        at=at,
    )
    if body.text or body.attachments:
        if body.direction == Direction.OUT:
            words = _("What we say leaves through a case: POST /cases/{number}/messages.")
            raise invalid("#/text", words)
        sender = body.sender or SenderIn(name="", address="")
        said = Said(
            text=body.text,
            subject=body.subject,
            sender_name=sender.name or (body.customer.name if body.customer else ""),
            sender_address=sender.address or (body.customer.mail if body.customer else ""),
        )
        files = attached_from(request.user, body.attachments, at=at)
        record_message(contact, said, files=files, at=at)
    return Status(201, whole_contacts().get(pk=contact.pk))


@router.put("/{contact_id}/no-case", response=ContactOut, summary="Say why it became no case")
@requires("contacts.write")
def put_no_case(request: AgentRequest, contact_id: Id, body: NoCaseIn) -> Any:
    writable = reach(request.identity, "contacts.write").clients
    contact = get_object_or_404(Contact.objects.filter(client__in=writable), pk=contact_id)
    by = None if request.user.is_service else request.user
    set_aside(contact, reason=body.reason, words=body.words, by=by, at=now())
    return whole_contacts().get(pk=contact.pk)


def attached_from(agent: Agent, ids: Sequence[UUID], *, at: datetime) -> list[Attached]:
    """Return the caller's own uploads, ready to go with a message."""
    uploads = uploads_of(agent, ids, at=at) if ids else []
    return [Attached(file=upload.file, name=upload.name) for upload in uploads]
