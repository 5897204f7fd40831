from datetime import datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from gensvar.foundation.integrations.paging import Page
from gensvar.operations.contacts.models import Contact, Message, MessageFile, NoCase, Outgoing
from gensvar.operations.customers.api import CustomerShort


class AttachmentOut(Schema):
    id: int
    name: str
    size: int
    type: str = Field(description="What the bytes are, whatever the name claims.")
    declared_type: str
    is_inline: bool
    is_mislabelled: bool
    content_id: str
    sha256: str
    url: str

    @staticmethod
    def resolve_size(attached: MessageFile) -> int:
        return attached.file.size

    @staticmethod
    def resolve_type(attached: MessageFile) -> str:
        return attached.file.media_type

    @staticmethod
    def resolve_sha256(attached: MessageFile) -> str:
        return attached.file.sha256

    @staticmethod
    def resolve_url(attached: MessageFile) -> str:
        return f"/api/v1/messages/{attached.message_id}/attachments/{attached.pk}"


class Sender(Schema):
    name: str
    address: str


class StepOut(Schema):
    state: str
    at: datetime
    detail: str


class OutgoingShort(Schema):
    id: int
    state: str
    purpose: str
    is_automatic: bool
    not_before: datetime


class OutgoingOut(OutgoingShort):
    channel: str
    message_id: int
    contact_id: int
    provider_id: str = Field(description="How the receiving side knows it: a mail's Message-ID.")
    steps: list[StepOut]

    @staticmethod
    def resolve_contact_id(outgoing: Outgoing) -> int:
        return outgoing.message.contact_id


class OutgoingPage(Page[OutgoingOut]):
    pass


class MessageOut(Schema):
    id: int
    contact_id: int
    direction: str
    at: datetime
    author: str | None = Field(description="The agent who wrote it; none where a customer did.")
    sender: Sender
    recipients: list[str]
    copies: list[str]
    subject: str
    text: str = Field(description="What was said, without what it quotes and its signature.")
    quoted: str
    signature: str
    html: str = Field(description="Made safe: no scripts, forms, or things fetched from afar.")
    automatic: str = Field(description="Empty where a person wrote it.")
    problems: list[str]
    message_id: str
    in_reply_to: int | None
    raw_url: str | None = Field(description="The message as it reached us, byte for byte.")
    attachments: list[AttachmentOut]
    outgoing: OutgoingShort | None

    @staticmethod
    def resolve_author(message: Message) -> str | None:
        return message.author.name if message.author else None

    @staticmethod
    def resolve_sender(message: Message) -> dict[str, str]:
        return {"name": message.sender_name, "address": message.sender_address}

    @staticmethod
    def resolve_recipients(message: Message) -> list[str]:
        return [str(recipient) for recipient in message.recipients]

    @staticmethod
    def resolve_problems(message: Message) -> list[str]:
        return [str(problem) for problem in message.problems]

    @staticmethod
    def resolve_in_reply_to(message: Message) -> int | None:
        return message.in_reply_to_id

    @staticmethod
    def resolve_raw_url(message: Message) -> str | None:
        return f"/api/v1/messages/{message.pk}/raw" if message.raw_id else None

    @staticmethod
    def resolve_attachments(message: Message) -> Any:
        return message.files.all()

    @staticmethod
    def resolve_outgoing(message: Message) -> Any:
        return getattr(message, "outgoing", None)


class MessagePage(Page[MessageOut]):
    pass


class NoCaseOut(Schema):
    reason: str
    words: str
    by: str | None
    at: datetime

    @staticmethod
    def resolve_by(said: NoCase) -> str | None:
        return said.by.name if said.by else None


class ContactOut(Schema):
    id: int
    client: str
    channel: str
    direction: str
    customer: CustomerShort | None
    agent: str | None
    language: str
    started_at: datetime
    ended_at: datetime | None
    answered_at: datetime | None
    summary: str
    cases: list[str] = Field(description="The numbers of the cases that it concerned.")
    no_case: NoCaseOut | None = Field(description="Why it became no case, where somebody said.")
    messages: list[MessageOut]

    @staticmethod
    def resolve_no_case(contact: Contact) -> Any:
        return getattr(contact, "no_case", None)

    @staticmethod
    def resolve_client(contact: Contact) -> str:
        return contact.client.code

    @staticmethod
    def resolve_agent(contact: Contact) -> str | None:
        return contact.agent.name if contact.agent else None

    @staticmethod
    def resolve_cases(contact: Contact) -> list[str]:
        return [case.number for case in contact.cases.all()]


class ContactPage(Page[ContactOut]):
    pass
