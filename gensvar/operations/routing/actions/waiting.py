"""A contact enters a queue, and leaves it again when nobody is needed any more."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.calendars.queries import calendar_of
from gensvar.foundation.events.actions import announce
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing.events import ContactLeftQueue, ContactQueued, OfferWithdrawn
from gensvar.operations.routing.models import Offer, OfferState, Outcome, Queue, Waiting
from gensvar.operations.routing.rules.priority import Urgent, priority_of
from gensvar.science.routing.commands import Reason
from gensvar.science.worktime.calendar import Unsatisfiable


class AlreadyWaiting(Refused):
    message = _("The contact waits already.")


class AlreadyInHand(Refused):
    message = _("Somebody has the contact in hand already.")


class QueueIsEnded(Refused):
    message = _("The queue is no longer in use. Choose another.")


class QueueDoesNotFit(Refused):
    message = _("The queue is for another client or channel than the contact.")
    status = 422


class NoLongerWaiting(Refused):
    message = _("The contact does not wait any more.")


@action
def wait(
    contact: Contact,
    *,
    queue: Queue,
    at: datetime,
    case: Case | None = None,
    facts: Mapping[str, str] | None = None,
    is_vulnerable: bool = False,
    arrived_at: datetime | None = None,
    not_before: datetime | None = None,
) -> Waiting:
    """Let a contact wait in a queue until somebody takes it, and `case` with it.

    With `arrived_at` it keeps an older place, as a callback does, which with `not_before` is left
    alone until then. Its language is asked of whoever takes it, for as long as the queue says.
    """
    if Offer.objects.live().filter(contact=contact).exists():
        raise AlreadyInHand
    return enter(
        contact,
        queue=queue,
        at=at,
        case=case,
        facts=facts or {},
        is_vulnerable=is_vulnerable,
        language=spoken(contact),
        arrived_at=arrived_at or at,
        not_before=not_before,
        is_handed_on=False,
    )


def spoken(contact: Contact) -> str:
    """Return what must be spoken: nothing where the customer speaks as everybody here does."""
    return "" if contact.language == contact.client.language else contact.language


@action
def leave(contact: Contact, *, outcome: Outcome, at: datetime) -> Waiting:
    """Let a contact go that nobody has accepted: it gave up, wants a call, or was dealt with."""
    if outcome == Outcome.ANSWERED:
        raise ValueError("only an offer that is accepted answers a contact that waits")
    left = Waiting.objects.now().filter(contact=contact).update(left_at=at, outcome=outcome)
    if not left:
        raise NoLongerWaiting
    waiting = Waiting.objects.filter(contact=contact).latest("pk")
    announce(
        ContactLeftQueue(
            contact_id=contact.pk,
            client_id=waiting.client_id,
            queue_id=waiting.queue_id,
            outcome=outcome,
            waited_seconds=(at - waiting.entered_at).total_seconds(),
        ),
        at=at,
    )
    _withdraw(contact, at=at)
    return waiting


def weigh(waiting: Waiting, *, facts: Mapping[str, str], is_vulnerable: bool) -> None:
    """Let a contact that waits be as urgent as what is known of it by now makes it."""
    weighed = (dict(facts), is_vulnerable, _priority(waiting.queue, facts))
    if (waiting.facts, waiting.is_vulnerable, waiting.priority) == weighed:
        return
    waiting.facts, waiting.is_vulnerable, waiting.priority = weighed
    waiting.save(update_fields=["facts", "is_vulnerable", "priority"])


def enter(
    contact: Contact,
    *,
    queue: Queue,
    at: datetime,
    case: Case | None,
    facts: Mapping[str, str],
    is_vulnerable: bool,
    language: str,
    arrived_at: datetime,
    not_before: datetime | None,
    is_handed_on: bool,
) -> Waiting:
    """Write a wait down, with its goal and its priority as the queue has them now."""
    if queue.ended_at is not None:
        raise QueueIsEnded
    if (queue.client_id, queue.channel) != (contact.client_id, contact.channel):
        raise QueueDoesNotFit
    try:
        with transaction.atomic():
            waiting = Waiting.objects.create(
                contact=contact,
                client_id=contact.client_id,
                case=case,
                queue=queue,
                entered_at=at,
                arrived_at=arrived_at,
                goal_seconds=_goal_seconds(queue, arrived_at=arrived_at, at=at),
                priority=_priority(queue, facts),
                language=language,
                is_vulnerable=is_vulnerable,
                last_agent_id=_last_agent(contact, queue),
                not_before=not_before,
                facts=dict(facts),
            )
    except IntegrityError as error:
        raise AlreadyWaiting from error
    announce(
        ContactQueued(
            contact_id=contact.pk,
            client_id=contact.client_id,
            queue_id=queue.pk,
            channel=queue.channel,
            priority=waiting.priority,
            is_handed_on=is_handed_on,
        ),
        at=at,
    )
    return waiting


def _goal_seconds(queue: Queue, *, arrived_at: datetime, at: datetime) -> float:
    """Return the goal on the clock, reckoned from arrival."""
    if not queue.is_goal_in_open_time or not queue.hours_of:
        return float(queue.goal_seconds)
    calendar = calendar_of(queue.client, queue.hours_of, at=at)
    try:
        due = calendar.add(arrived_at, timedelta(seconds=queue.goal_seconds))
    except Unsatisfiable:
        # Never open in two years: nobody is lost for it, the goal is then that of the clock.
        return float(queue.goal_seconds)
    return (due - arrived_at).total_seconds()


def _priority(queue: Queue, facts: Mapping[str, str]) -> int:
    if not facts:
        return 0
    rows = queue.priority_rules.values_list("fact", "value", "priority")
    return priority_of(facts, [Urgent(*row) for row in rows])


def _last_agent(contact: Contact, queue: Queue) -> int | None:
    """Return who had this customer last, where the queue waits for them."""
    if not queue.last_agent_seconds or contact.customer_id is None:
        return None
    earlier = Contact.objects.filter(customer=contact.customer_id, agent__isnull=False)
    found = earlier.exclude(pk=contact.pk).order_by("-started_at").values_list("agent_id")
    last: tuple[int] | None = found.first()
    return last[0] if last else None


def _withdraw(contact: Contact, *, at: datetime) -> None:
    """Take back what is on offer of a contact that left, so that nobody answers nobody."""
    for offer in Offer.objects.live().filter(contact=contact, state=OfferState.OFFERED):
        taken_back = Offer.objects.filter(pk=offer.pk, state=OfferState.OFFERED).update(
            state=OfferState.WITHDRAWN, ended_at=at, ended_because=Reason.LEFT.value
        )
        if taken_back:
            announce(
                OfferWithdrawn(
                    offer_id=offer.pk,
                    contact_id=contact.pk,
                    client_id=offer.client_id,
                    agent_id=offer.agent_id,
                    reason=Reason.LEFT.value,
                    offered_seconds=(at - offer.offered_at).total_seconds(),
                ),
                at=at,
            )
