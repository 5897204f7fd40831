"""The agent answers an offer, works, and is done. Each act holds only while it is not too late."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import assign
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import note_answered
from gensvar.operations.routing.actions.waiting import enter
from gensvar.operations.routing.events import (
    ContactCompleted,
    ContactHandedOn,
    OfferAccepted,
    OfferDeclined,
    WrapUpBegun,
)
from gensvar.operations.routing.models import Offer, OfferState, Outcome, Queue, Waiting
from gensvar.operations.routing.queries.places import free_cases
from gensvar.science.routing.commands import Reason


class NotYourOffer(Refused):
    message = _("The contact was offered to somebody else.")
    status = 403


class AlreadyTaken(Refused):
    message = _("You have taken the contact already, perhaps in another window.")


class CustomerLeft(Refused):
    message = _("The customer left before you answered.")


class TakenByHand(Refused):
    message = _("The case needs nobody any more, or a colleague has just taken it.")


class OfferPassed(Refused):
    message = _("The time to answer was over, and the contact has been offered to somebody else.")


class OfferTakenBack(Refused):
    message = _("The offer was taken back before you answered. Nothing is expected of you.")


class NotInHand(Refused):
    message = _("You do not have the contact in hand any more.")


@action
def accept(offer: Offer, *, by: Agent, at: datetime) -> Offer:
    """Take what was offered, if it still is: the first to come decides, whoever comes later."""
    # The case before the wait, and that before the offer, as whoever follows the case does: else
    # the two could wait for each other.
    case = _case_of(offer)
    waited = Waiting.objects.now().filter(contact=offer.contact_id)
    has_left = not waited.update(left_at=at, outcome=Outcome.ANSWERED)
    open_still = Offer.objects.filter(pk=offer.pk, agent=by, state=OfferState.OFFERED)
    if not open_still.filter(expires_at__gt=at).update(state=OfferState.IN_HAND, accepted_at=at):
        raise _why_not(offer, by)
    if has_left:
        raise CustomerLeft
    offer.refresh_from_db()
    wait = Waiting.objects.filter(contact=offer.contact_id).latest("pk")
    note_answered(offer.contact, by=by, at=at)
    if case is not None:
        assign(case, agent=by, group=case.group, by=by, at=at)
    announce(
        OfferAccepted(
            offer_id=offer.pk,
            contact_id=offer.contact_id,
            client_id=offer.client_id,
            queue_id=offer.queue_id,
            agent_id=by.pk,
            waited_seconds=(at - wait.entered_at).total_seconds(),
            offered_seconds=(at - offer.offered_at).total_seconds(),
        ),
        at=at,
    )
    return offer


def _case_of(offer: Offer) -> Case | None:
    """Return the case that waits with the contact, locked, if anybody may still take it."""
    waiting = Waiting.objects.now().filter(contact=offer.contact_id, case__isnull=False).first()
    if waiting is None or waiting.case_id is None:
        return None
    held = Case.objects.select_for_update(of=("self",), no_key=True).select_related("group")
    case = held.filter(pk=waiting.case_id).first()
    if case is None or not free_cases().filter(pk=case.pk).exists():
        raise TakenByHand
    return case


@action
def decline(offer: Offer, *, by: Agent, at: datetime) -> Offer:
    """Leave what was offered to others; the contact keeps its place."""
    if not Offer.objects.filter(pk=offer.pk, agent=by, state=OfferState.OFFERED).update(
        state=OfferState.DECLINED, ended_at=at
    ):
        raise _why_not(offer, by)
    offer.refresh_from_db()
    announce(
        OfferDeclined(
            offer_id=offer.pk,
            contact_id=offer.contact_id,
            client_id=offer.client_id,
            agent_id=by.pk,
            offered_seconds=(at - offer.offered_at).total_seconds(),
        ),
        at=at,
    )
    return offer


@action
def end_conversation(offer: Offer, *, by: Agent, at: datetime) -> Offer:
    """The customer has hung up or left: write down what it led to, for as long as the queue gives.

    Where the queue gives no time for it the contact is done at once.
    """
    offer = _in_hand(offer, by, OfferState.IN_HAND)
    if not offer.queue.wrap_up_seconds:
        return finish(offer, by=by, at=at)
    _move(
        offer,
        OfferState.IN_HAND,
        state=OfferState.WRAP_UP,
        talked_until=at,
        wrap_up_until=at + timedelta(seconds=offer.queue.wrap_up_seconds),
    )
    announce(
        WrapUpBegun(
            offer_id=offer.pk,
            contact_id=offer.contact_id,
            client_id=offer.client_id,
            agent_id=by.pk,
            talked_seconds=talked_seconds(offer, at=at),
        ),
        at=at,
    )
    return offer


@action
def finish(offer: Offer, *, by: Agent, at: datetime) -> Offer:
    """Be done with a contact: there is room for the next."""
    offer = _in_hand(offer, by, OfferState.IN_HAND, OfferState.WRAP_UP)
    _move(
        offer,
        OfferState(offer.state),
        state=OfferState.DONE,
        talked_until=offer.talked_until or at,
        ended_at=at,
    )
    announce(completed(offer, at=at, is_by_cap=False), at=at)
    return offer


@action
def hand_on(offer: Offer, *, to: Queue, by: Agent, at: datetime) -> Waiting:
    """Let a contact in hand wait for somebody else, in this queue or another, in its old place."""
    offer = _in_hand(offer, by, OfferState.IN_HAND)
    _move(offer, OfferState.IN_HAND, state=OfferState.HANDED_ON, talked_until=at, ended_at=at)
    before = Waiting.objects.filter(contact=offer.contact_id).latest("pk")
    waiting = enter(
        offer.contact,
        queue=to,
        at=at,
        case=before.case,
        facts=before.facts,
        is_vulnerable=before.is_vulnerable,
        language=before.language,
        arrived_at=before.arrived_at,
        not_before=None,
        is_handed_on=True,
    )
    announce(
        ContactHandedOn(
            offer_id=offer.pk,
            contact_id=offer.contact_id,
            client_id=offer.client_id,
            agent_id=by.pk,
            queue_id=offer.queue_id,
            to_queue_id=to.pk,
            talked_seconds=talked_seconds(offer, at=at),
        ),
        at=at,
    )
    return waiting


def completed(offer: Offer, *, at: datetime, is_by_cap: bool) -> ContactCompleted:
    """Return what is told of a contact that is done, by its agent or by the clock."""
    talked_until = offer.talked_until or at
    return ContactCompleted(
        offer_id=offer.pk,
        contact_id=offer.contact_id,
        client_id=offer.client_id,
        queue_id=offer.queue_id,
        agent_id=offer.agent_id,
        talked_seconds=talked_seconds(offer, at=talked_until),
        wrap_up_seconds=(at - talked_until).total_seconds(),
        is_by_cap=is_by_cap,
    )


def talked_seconds(offer: Offer, *, at: datetime) -> float:
    return (at - (offer.accepted_at or at)).total_seconds()


def _in_hand(offer: Offer, by: Agent, *states: OfferState) -> Offer:
    """Return the offer as it is, locked, if this agent has the contact in hand.

    The contact is not read with it: one that has become hidden from the agent can still be ended.
    """
    found = Offer.objects.select_for_update(of=("self",)).select_related("queue")
    offer = found.get(pk=offer.pk)
    if offer.agent_id != by.pk:
        raise NotYourOffer
    if offer.state not in states:
        raise NotInHand
    return offer


def _move(offer: Offer, before: OfferState, **values: object) -> None:
    if not Offer.objects.filter(pk=offer.pk, state=before).update(**values):
        raise NotInHand
    for name, value in values.items():
        setattr(offer, name, value)


def _why_not(offer: Offer, by: Agent) -> Refused:
    """Return what to tell somebody who answers an offer that is not open to them."""
    offer.refresh_from_db()
    if offer.agent_id != by.pk:
        return NotYourOffer()
    if offer.state in {OfferState.IN_HAND, OfferState.WRAP_UP, OfferState.DONE}:
        return AlreadyTaken()
    if offer.state == OfferState.WITHDRAWN:
        return _why_withdrawn(offer)
    return OfferPassed()


def _why_withdrawn(offer: Offer) -> Refused:
    if offer.ended_because != Reason.LEFT.value:
        return OfferTakenBack()
    left = Waiting.objects.filter(contact=offer.contact_id).latest("pk")
    return TakenByHand() if left.outcome == Outcome.SETTLED else CustomerLeft()
