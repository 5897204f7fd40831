"""Put a case with the disruption that caused it, and tell everybody once when that is over."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.answering import tag_of
from gensvar.operations.cases.actions.moving import (
    NOT_YET,
    about,
    close,
    locked,
)
from gensvar.operations.cases.events import CauseFound, CauseWithdrawn
from gensvar.operations.cases.models import Case, CaseCause, CaseContact, State
from gensvar.operations.cases.queries.causes import way_to
from gensvar.operations.cases.queries.correspondence import answered
from gensvar.operations.contacts.actions import Draft, request_message
from gensvar.operations.contacts.models import Channel
from gensvar.operations.contacts.rules import MOST_PARTS, text_length
from gensvar.operations.disruptions.actions import AlreadyOver, follow, record_told
from gensvar.operations.disruptions.models import Disruption, Follower

PURPOSE: Final = "closing"


class OfAnotherClient(Refused):
    message = _("The disruption belongs to another client than the case.")


class HasACause(Refused):
    message = _("The case is already with a disruption. Take it away from there first.")


@action
def attach(case: Case, disruption: Disruption, *, by: Agent | None, at: datetime) -> CaseCause:
    """Say that a disruption caused the case; its customer hears when it is over."""
    case = locked(case)
    if case.client_id != disruption.client_id:
        raise OfAnotherClient
    if disruption.is_over:
        raise AlreadyOver
    cause, is_new = CaseCause.objects.get_or_create(
        case=case,
        defaults={"disruption": disruption, "client_id": case.client_id, "by": by, "at": at},
    )
    if cause.disruption_id != disruption.pk:
        raise HasACause
    if is_new:
        if case.customer is not None:
            follow(disruption, case.customer, at=at)
        announce(CauseFound(disruption_id=disruption.pk, **about(case, by)), at=at)
    return cause


@action
def detach(case: Case, *, by: Agent, at: datetime) -> None:
    """Say that the disruption was not the cause; the customer then hears nothing of it."""
    case = locked(case)
    cause = CaseCause.objects.filter(case=case).select_related("disruption").first()
    if cause is None:
        return
    if cause.disruption.is_over:
        raise AlreadyOver
    cause.delete()
    others = CaseCause.objects.filter(disruption=cause.disruption, case__customer=case.customer)
    if not others.exists():
        Follower.objects.filter(
            disruption=cause.disruption, customer=case.customer, has_asked=False
        ).delete()
    announce(CauseWithdrawn(disruption_id=cause.disruption_id, **about(case, by)), at=at)


def tell_followers(disruption: Disruption, *, at: datetime) -> None:
    """Tell each follower that it is over, one transaction each, so that none is told twice."""
    waiting = Follower.objects.filter(disruption=disruption, outcome=Follower.Outcome.WAITING)
    for key in list(waiting.order_by("pk").values_list("pk", flat=True)):
        tell(key, at=at)
    if disruption.closes_cases:
        close_caused(disruption, at=at)
    outcomes = list(
        Follower.objects.filter(disruption=disruption).values_list("outcome", flat=True)
    )
    record_told(
        disruption,
        told=outcomes.count(Follower.Outcome.TOLD),
        missed=outcomes.count(Follower.Outcome.NO_ADDRESS),
        at=at,
    )


@action
def tell(follower_id: int, *, at: datetime) -> None:
    """Send one follower the closing words, unless that has been done."""
    follower = (
        Follower.objects.select_for_update(of=("self",))
        .select_related("disruption__client", "customer")
        .get(pk=follower_id)
    )
    if follower.outcome != Follower.Outcome.WAITING:
        return
    case = Case.objects.filter(
        cause__disruption=follower.disruption, customer=follower.customer
    ).first()
    channel, address = way_to(follower, case)
    follower.outcome = Follower.Outcome.TOLD if address else Follower.Outcome.NO_ADDRESS
    follower.told_at = at
    follower.save(update_fields=["outcome", "told_at"])
    if address:
        _send(follower, case, channel=channel, address=address, at=at)


def close_caused(disruption: Disruption, *, at: datetime) -> None:
    """Finish the cases that wait for nothing else; one that lacks facts stays open for somebody."""
    caused = Case.objects.filter(cause__disruption=disruption).exclude(state=State.CLOSED)
    for case in caused.order_by("pk"):
        try:
            with transaction.atomic():
                close(case, by=disruption.ended_by, at=at)
        except NOT_YET:
            continue


def _send(
    follower: Follower, case: Case | None, *, channel: str, address: str, at: datetime
) -> None:
    disruption, customer = follower.disruption, follower.customer
    client = disruption.client
    with override(customer.language if customer.language == "sv" else "en"):
        subject = gettext("It is over: %(cause)s") % {"cause": disruption.cause}
    words = disruption.closing_words(customer.language)
    # Of a confidential case a mail says nothing that names it: others may see the mailbox.
    named = case if case and not case.is_confidential else None
    if channel == Channel.SMS:
        draft = Draft(
            text=_short(f"{words}\n{client.public_name}", f"{subject}. {client.public_name}"),
            recipients=[address],
            purpose=PURPOSE,
            is_automatic=True,
        )
    else:
        draft = Draft(
            text=f"{words}\n\n{client.public_name}",
            recipients=[address],
            subject=f"{subject} [{named.number}]" if named else subject,
            in_reply_to=answered(case) if case else None,
            reply_tag=tag_of(case) if case else "",
            purpose=PURPOSE,
            is_automatic=True,
        )
    outgoing = request_message(client, draft, channel=channel, customer=customer, by=None, at=at)
    if case:
        CaseContact.objects.create(
            case=case, contact_id=outgoing.message.contact_id, client_id=case.client_id
        )


def _short(whole: str, brief: str) -> str:
    """Return the whole words where they go in a text message, else that it is over."""
    return whole if text_length(whole).parts <= MOST_PARTS else brief
