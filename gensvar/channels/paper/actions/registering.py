"""Paper becomes a contact of the day it was received: with a new case, an open one, or none.

The contact and the case begin when the paper was received, so that every deadline counts from
then; who has the case, and what is written in the record, is of the moment it was registered.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

from gensvar.channels.paper.actions.noting import RegisteredAlready
from gensvar.channels.paper.events import PaperRegistered
from gensvar.channels.paper.models import Paper
from gensvar.channels.paper.rules import title_of
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import (
    Attached,
    Said,
    record_message,
    register_contact,
)
from gensvar.operations.contacts.models import Contact, Direction
from gensvar.operations.contacts.setting_aside import set_aside
from gensvar.operations.customers.actions import add_address, add_customer, recognise
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.models import Subject


class CaseOfAnotherClient(Refused):
    message = _("The case belongs to another client than the letter.")
    status = 422


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who a paper is from, as it says."""

    name: str = ""
    post: str = ""
    # A mail address or a phone number, by which somebody is recognised.
    kind: str = ""
    address: str = ""


@action
def open_case_from(
    paper: Paper,
    *,
    said: str,
    sender: Sender,
    by: Agent,
    at: datetime,
    title: str = "",
    subject: Subject | None = None,
    need_type: str = "",
    customer: Customer | None = None,
) -> Case:
    """Make a case of a paper, which begins on the day the paper was received."""
    paper = _held(paper)
    customer = customer or _customer(paper, sender, by=by, at=at)
    contact = _contact(paper, said, sender, customer=customer, by=by)
    case = cases.open_case(
        paper.client,
        title=title or title_of(said),
        channel=paper.channel,
        contact=contact,
        subject=subject,
        need_type=need_type,
        by=by,
        at=received_at(paper.received_on),
    )
    cases.assign(case, agent=by, group=None, by=by, at=at)
    _settle(paper, contact, case, by=by, at=at)
    return case


@action
def join_case(paper: Paper, case: Case, *, said: str, by: Agent, at: datetime) -> Case:
    """Put a paper with a case that exists: the customer has written more about it."""
    paper = _held(paper)
    if case.client_id != paper.client_id:
        raise CaseOfAnotherClient
    contact = _contact(paper, said, Sender(), customer=case.customer, by=by)
    case = cases.join_contact(case, contact, by=by, at=at)
    _settle(paper, contact, case, by=by, at=at)
    return case


@action
def set_paper_aside(paper: Paper, *, reason: str, words: str, by: Agent, at: datetime) -> Contact:
    """Say why a paper becomes no case; it is a contact all the same, and counted."""
    paper = _held(paper)
    contact = _contact(paper, "", Sender(), customer=None, by=by)
    set_aside(contact, reason=reason, words=words, by=by, at=at)
    _settle(paper, contact, None, by=by, at=at)
    return contact


def received_at(on: date) -> datetime:
    """Return the moment at which the day of receipt begins here."""
    return datetime.combine(on, time.min, tzinfo=get_default_timezone())


def _held(paper: Paper) -> Paper:
    held = Paper.objects.select_for_update(of=("self",)).select_related("client", "file")
    paper = held.get(pk=paper.pk)
    if paper.contact_id is not None:
        raise RegisteredAlready
    return paper


def _customer(paper: Paper, sender: Sender, *, by: Agent, at: datetime) -> Customer | None:
    """Recognise the sender by mail or phone, make their acquaintance by name, or leave them be."""
    post = {"post": sender.post} if sender.post else {}
    if sender.address:
        known = recognise(
            paper.client, kind=sender.kind, value=sender.address, name=sender.name, at=at
        )
        if sender.post and not known.addresses.current().filter(kind="post").exists():
            add_address(known, kind="post", value=sender.post, by=by, at=at)
        return known
    if not (sender.name or sender.post):
        return None
    return add_customer(paper.client, name=sender.name, addresses=post, at=at)


def _contact(
    paper: Paper, said: str, sender: Sender, *, customer: Customer | None, by: Agent
) -> Contact:
    began = received_at(paper.received_on)
    contact = register_contact(
        paper.client,
        channel=paper.channel,
        direction=Direction.IN,
        customer=customer,
        agent=by,
        at=began,
    )
    file = paper.file
    files = [Attached(file=file, name=paper.name)] if file else []
    name = sender.name or (customer.name if customer else "")
    record_message(contact, Said(text=said, sender_name=name), at=began, files=files)
    return contact


def _settle(paper: Paper, contact: Contact, case: Case | None, *, by: Agent, at: datetime) -> None:
    paper.contact, paper.case = contact, case
    paper.registered_at, paper.registered_by = at, by
    paper.save(update_fields=["contact", "case", "registered_at", "registered_by"])
    announce(
        PaperRegistered(
            paper_id=paper.pk,
            client_id=paper.client_id,
            agent_id=by.pk,
            received_on=paper.received_on.isoformat(),
            contact_id=contact.pk,
            case_id=case.pk if case else None,
        ),
        at=at,
    )
