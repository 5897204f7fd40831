from datetime import datetime
from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Status

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import describe, open_case, tag
from gensvar.operations.cases.api.finding import (
    found_case,
    found_group,
    found_holder,
    found_subject,
    found_type,
    whole_cases,
)
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseChange, CaseIn, CaseOut
from gensvar.operations.cases.models import Case, FilledField, Tag
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.api.contacts import attached_from
from gensvar.operations.contacts.models import Contact, Direction
from gensvar.operations.customers.api import customer_meant


@router.post("", response={201: CaseOut}, summary="Open a case, with the contact it begins with")
@requires("cases.write")
def create_case(request: AgentRequest, body: CaseIn) -> Any:
    # What was just written is known; reading it again would be the dearest query of all.
    return Status(201, _opened(request, body, at=now()))


@router.patch("/{case}", response=CaseOut, summary="Describe a case: what it is about, and whom")
@requires("cases.write")
def describe_case(request: AgentRequest, case: str, body: CaseChange) -> Any:
    found, at = found_case(case), now()
    given: dict[str, Any] = body.dict(exclude_unset=True)
    changes = {key: value for key, value in given.items() if key in {"title", "language"} and value}
    if "subject" in given:
        changes["subject"] = found_subject(found.client, body.subject)
    if "type" in given:
        changes["type"] = found_type(found.client, body.type)
    if "need_type" in given:
        changes["need_type"] = body.need_type or ""
    if "customer" in given:
        changes["customer"] = customer_meant(found.client, body.customer, at=at)
    describe(found, by=request.user, at=at, **changes)
    return whole_cases().get(pk=found.pk)


@action
def _opened(request: AgentRequest, body: CaseIn, *, at: datetime) -> Case:
    client = client_chosen(request.identity, "cases.write", body.client)
    group = found_group(client, body.group, pointer="#/group")
    agent = found_holder(request, client, body.agent_id, at=at)
    subject = found_subject(client, body.subject)
    contact = _contact(request, client, body, at=at)
    case = open_case(
        client,
        title=body.title,
        channel=contact.channel,
        contact=contact,
        subject=subject,
        need_type=body.need_type or "",
        group=group,
        agent=agent,
        language=body.language,
        by=request.user,
        at=at,
    )
    for name in dict.fromkeys(body.tags):
        tag(case, name, by=request.user, at=at)
    _know_as_new(case, has_tags=bool(body.tags))
    return case


def _know_as_new(case: Case, *, has_tags: bool) -> None:
    """Keep the answer from asking the database for what a new case cannot have."""
    known: dict[str, Any] = {"filled_fields": FilledField.objects.none()}
    if not has_tags:
        known["tags"] = Tag.objects.none()
    case._prefetched_objects_cache = known  # type: ignore[attr-defined]


def _contact(request: AgentRequest, client: Client, body: CaseIn, *, at: datetime) -> Contact:
    """Return the contact that the case begins with: the one named, or a new one."""
    if body.contact_id is not None:
        contact = Contact.objects.filter(pk=body.contact_id, client=client).first()
        if contact is None:
            raise invalid("#/contact_id", _("This client has no such contact."))
        return contact
    contact = register_contact(
        client,
        channel=body.channel,
        direction=Direction.IN,
        customer=customer_meant(client, body.customer, at=at),
        agent=None if request.user.is_service else request.user,
        language=body.language,
        at=at,
    )
    if body.text or body.attachments:
        customer = body.customer
        said = Said(
            text=body.text,
            subject=body.title,
            sender_name=customer.name if customer else "",
            sender_address=customer.mail or customer.phone if customer else "",
        )
        files = attached_from(request.user, body.attachments, at=at)
        record_message(contact, said, files=files, at=at)
    return contact


def whole(case: Case) -> Case:
    """Return the case as it stands after a change."""
    return whole_cases().get(pk=case.pk)
