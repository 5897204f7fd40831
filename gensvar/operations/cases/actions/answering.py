"""Answers to the customer leave through `contacts`, tied to their case."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions.moving import (
    about,
    enter,
    locked,
    refuse_merged,
    set_state,
    take_up,
)
from gensvar.operations.cases.actions.promising import mark_told
from gensvar.operations.cases.actions.settling import restore_promise, settle_promise
from gensvar.operations.cases.actions.staging import allowed_way
from gensvar.operations.cases.events import CaseAnswered
from gensvar.operations.cases.models import Case, CaseContact, HandOver, Promise, State
from gensvar.operations.cases.queries.correspondence import (
    answer_subject,
    answered,
    mail_address,
)
from gensvar.operations.cases.rules import reply_tag
from gensvar.operations.contacts.actions import (
    Draft,
    Enclosure,
    request_message,
    withdraw_message,
)
from gensvar.operations.contacts.models import Message, Outgoing
from gensvar.operations.customers.models import Customer


@action
def answer(
    case: Case,
    text: str,
    *,
    channel: str,
    by: Agent,
    at: datetime,
    recipients: Sequence[str] = (),
    copies: Sequence[str] = (),
    enclosures: Sequence[Enclosure] = (),
    in_reply_to: Message | None = None,
    subject: str = "",
    next_state: str = State.WAITING_FOR_CUSTOMER,
) -> Outgoing:
    """Answer the customer in writing, and say whose turn it is then, if the case's type lets it."""
    case = locked(case)
    refuse_merged(case)
    draft = Draft(
        text=text,
        recipients=recipients or _addresses(case, channel),
        copies=copies,
        subject=subject or answer_subject(case, in_reply_to),
        enclosures=enclosures,
        in_reply_to=in_reply_to or answered(case),
        reply_tag=tag_of(case),
    )
    outgoing = _send(case, draft, channel=channel, customer=case.customer, by=by, at=at)
    if next_state == State.WAITING_FOR_CUSTOMER and not case.is_closed:
        settle_promise(case, by=by, at=at)
        is_allowed, stage = allowed_way(case, next_state, by=by, at=at)
        if is_allowed:
            set_state(case, next_state, by=by, at=at)
            enter(case, stage, by=by, at=at)
    announce(
        CaseAnswered(
            contact_id=outgoing.message.contact_id, outgoing_id=outgoing.pk, **about(case, by)
        ),
        at=at,
    )
    return outgoing


@action
def take_back(case: Case, outgoing: Outgoing, *, by: Agent, at: datetime) -> None:
    """Withdraw an answer before it leaves; the case waits for us again."""
    case = locked(case)
    withdraw_message(outgoing, by=by, at=at)
    restore_promise(case, since=outgoing.message.at, by=by, at=at)
    if case.is_closed:
        take_up(case, by=by, at=at)
    elif case.state == State.WAITING_FOR_CUSTOMER:
        set_state(case, State.WAITING_FOR_US, by=by, at=at)


@action
def request_receipt(
    case: Case,
    text: str,
    *,
    subject: str,
    channel: str,
    recipient: str,
    at: datetime,
    purpose: str = "receipt",
) -> Outgoing:
    """Tell the customer, by itself, that the question has come; it never stops an answer clock.

    With the purpose "code" it tells, as asked for, how the case is followed.
    """
    draft = Draft(
        text=text,
        recipients=[recipient],
        subject=subject,
        in_reply_to=answered(case),
        reply_tag=tag_of(case),
        purpose=purpose,
        is_automatic=True,
    )
    return _send(case, draft, channel=channel, customer=case.customer, by=None, at=at)


@action
def tell_closed(
    case: Case, text: str, *, subject: str, channel: str, by: Agent, at: datetime
) -> Outgoing:
    """Tell the customer, in standard words, that the case is done; it stops no answer clock."""
    draft = Draft(
        text=text,
        recipients=_addresses(case, channel),
        subject=subject,
        in_reply_to=answered(case),
        reply_tag=tag_of(case),
        purpose="closing",
        is_automatic=True,
    )
    return _send(case, draft, channel=channel, customer=case.customer, by=by, at=at)


@action
def tell_promise(promise: Promise, text: str, *, subject: str, at: datetime) -> Outgoing:
    """Tell the customer by mail what has been promised; it stops no answer clock."""
    case = promise.case
    draft = Draft(
        text=text,
        recipients=_addresses(case, "mail"),
        subject=subject,
        in_reply_to=answered(case),
        reply_tag=tag_of(case),
        purpose="promise",
        is_automatic=True,
    )
    outgoing = _send(case, draft, channel="mail", customer=case.customer, by=promise.by, at=at)
    promise.outgoing = outgoing
    promise.save(update_fields=["outgoing"])
    mark_told(promise, by=promise.by, at=at)
    return outgoing


@action
def notify_group(handed: HandOver, text: str, *, subject: str, at: datetime) -> Outgoing:
    """Tell an answer group, and whoever is on duty there, that a question waits."""
    case = handed.case
    addresses = (handed.to_group.email, case.agent.email if case.agent else "")
    draft = Draft(
        text=text,
        recipients=[address for address in addresses if address],
        subject=subject,
        reply_tag=tag_of(case),
        purpose="hand-over",
        is_automatic=True,
    )
    return _send(case, draft, channel="mail", customer=None, by=None, at=at)


@action
def notify_colleague(
    case: Case, text: str, *, subject: str, address: str, purpose: str, at: datetime
) -> Outgoing:
    """Tell somebody of ours something about the case, by itself; the customer has no part in it."""
    draft = Draft(
        text=text,
        recipients=[address],
        subject=subject,
        reply_tag=tag_of(case),
        purpose=purpose,
        is_automatic=True,
    )
    return _send(case, draft, channel="mail", customer=None, by=None, at=at)


def tag_of(case: Case) -> str:
    """Return the tag that makes a reply address of this case."""
    return reply_tag(settings.SECRET_KEY, number=case.number, version=case.code_version)


def _send(
    case: Case,
    draft: Draft,
    *,
    channel: str,
    customer: Customer | None,
    by: Agent | None,
    at: datetime,
) -> Outgoing:
    outgoing = request_message(case.client, draft, channel=channel, customer=customer, by=by, at=at)
    CaseContact.objects.create(
        case=case, contact_id=outgoing.message.contact_id, client_id=case.client_id
    )
    return outgoing


def _addresses(case: Case, channel: str) -> list[str]:
    """Return where the customer is reached: the address last written from, or the one known."""
    if case.customer is None:
        return []
    if channel in {"mail", "web"}:
        address = mail_address(case)
        return [address] if address else []
    known = case.customer.addresses.current().filter(kind="phone")
    return list(known.values_list("value", flat=True)[:1])
