"""Answers to the customer leave through `contacts`, tied to their case."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.ending import unsay_outcome
from gensvar.operations.cases.actions.moving import (
    about,
    locked,
    pass_to,
    refuse_merged,
    set_state,
    take_up,
)
from gensvar.operations.cases.actions.planning import drop_planned, until_leaving
from gensvar.operations.cases.actions.promising import mark_told
from gensvar.operations.cases.actions.settling import restore_promise, settle_promise
from gensvar.operations.cases.events import CaseAnswered, CaseAnswerPlanned, ParticipantTold
from gensvar.operations.cases.models import (
    Case,
    CaseContact,
    HandOver,
    Participant,
    PlannedAnswer,
    Promise,
    State,
)
from gensvar.operations.cases.queries.correspondence import (
    answer_subject,
    answered,
    mail_address,
    text_number,
)
from gensvar.operations.cases.rules import blanks_in, reply_tag
from gensvar.operations.contacts.actions import (
    UNDO,
    Draft,
    Enclosure,
    request_message,
    withdraw_message,
)
from gensvar.operations.contacts.models import Channel, Message, Outgoing
from gensvar.operations.contacts.texting import can_text, opted_out
from gensvar.operations.customers.models import Customer


class BlankLeft(Refused):
    message = _("{%(name)s} is not filled in. Write what shall stand there before you send.")
    status = 422


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
    leaves_at: datetime | None = None,
) -> Outgoing:
    """Answer the customer in writing, and say whose turn it is then, if the case's type lets it.

    With `leaves_at` the answer waits until then, and so does whose turn it is: nobody has been
    answered yet. What was planned before is withdrawn by it, as by anything that happens first.
    """
    case = locked(case)
    refuse_merged(case)
    if blanks := blanks_in(text):
        raise BlankLeft(name=blanks[0])
    wait = until_leaving(leaves_at, case, at=at) if leaves_at else UNDO
    drop_planned(case, by=by, at=at)
    draft = Draft(
        undo=wait,
        text=text,
        recipients=recipients or _addresses(case, channel),
        copies=copies,
        subject=subject or answer_subject(case, in_reply_to),
        enclosures=enclosures,
        in_reply_to=in_reply_to or answered(case),
        reply_tag=tag_of(case),
    )
    outgoing = _send(case, draft, channel=channel, customer=case.customer, by=by, at=at)
    if leaves_at is not None:
        _plan(case, outgoing, turn=next_state, by=by, at=at)
        return outgoing
    if next_state == State.WAITING_FOR_CUSTOMER and not case.is_closed:
        settle_promise(case, by=by, at=at)
        pass_to(case, next_state, by=by, at=at)
    announce(
        CaseAnswered(
            contact_id=outgoing.message.contact_id, outgoing_id=outgoing.pk, **about(case, by)
        ),
        at=at,
    )
    return outgoing


def _plan(case: Case, outgoing: Outgoing, *, turn: str, by: Agent, at: datetime) -> None:
    leaves_at = outgoing.not_before
    PlannedAnswer.objects.create(
        outgoing=outgoing,
        case=case,
        client_id=case.client_id,
        by=by,
        leaves_at=leaves_at,
        turn=turn if turn in State.values else "",
    )
    announce(
        CaseAnswerPlanned(
            contact_id=outgoing.message.contact_id,
            outgoing_id=outgoing.pk,
            leaves_at=leaves_at.isoformat(),
            **about(case, by),
        ),
        at=at,
    )


@action
def take_back(case: Case, outgoing: Outgoing, *, by: Agent | None, at: datetime) -> None:
    """Withdraw an answer before it leaves; the case waits for us again."""
    case = locked(case)
    withdraw_message(outgoing, by=by, at=at)
    planned = PlannedAnswer.objects.filter(outgoing=outgoing, settled_at=None)
    if planned.update(settled_at=at):
        return
    restore_promise(case, since=outgoing.message.at, by=by, at=at)
    if case.is_closed:
        unsay_outcome(case, at=at)
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
def tell_participant(
    participant: Participant, text: str, *, subject: str, at: datetime
) -> Outgoing | None:
    """Send a participant their code, once; nothing to whoever follows the case no longer."""
    untold = Participant.objects.in_force(at=at).filter(pk=participant.pk, told_at=None)
    if participant.case.is_confidential or not untold.update(told_at=at):
        return None
    return _to_participant(participant, text, subject=subject, purpose="code", at=at)


@action
def tell_participant_news(
    participant: Participant, text: str, *, subject: str, since: int, until: int, at: datetime
) -> Outgoing | None:
    """Tell a participant that something has happened; of two jobs that try at once, one does."""
    case = locked(participant.case)
    in_force = Participant.objects.in_force(at=at).filter(pk=participant.pk, told_until=since)
    if case.is_confidential or not in_force.update(told_until=until):
        return None
    is_phone = participant.kind == Participant.Kind.PHONE
    if is_phone and (not can_text(case.client) or opted_out(case.client, [participant.address])):
        return None
    told = ParticipantTold(participant_id=participant.pk, **about(case, None))
    announce(told, at=at)
    return _to_participant(participant, text, subject=subject, purpose="news", at=at)


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
def tell_promise(
    promise: Promise, text: str, *, subject: str, at: datetime, channel: str = "mail"
) -> Outgoing:
    """Tell the customer in writing what has been promised; it stops no answer clock."""
    case = promise.case
    draft = Draft(
        text=text,
        recipients=_addresses(case, "mail") if channel == "mail" else [text_number(case)],
        subject=subject,
        in_reply_to=answered(case),
        reply_tag=tag_of(case),
        purpose="promise",
        is_automatic=True,
    )
    outgoing = _send(case, draft, channel=channel, customer=case.customer, by=promise.by, at=at)
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


def _to_participant(
    participant: Participant, text: str, *, subject: str, purpose: str, at: datetime
) -> Outgoing:
    case = participant.case
    draft = Draft(
        text=text,
        recipients=[participant.address],
        subject=subject,
        # Who may only read gets no address that leads into the case.
        reply_tag=tag_of(case) if participant.may_write else "",
        purpose=purpose,
        is_automatic=True,
    )
    channel = Channel.MAIL if participant.kind == Participant.Kind.MAIL else Channel.SMS
    return _send(case, draft, channel=channel, customer=None, by=None, at=at)


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
