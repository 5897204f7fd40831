"""A text message on its way out: marked before it leaves, so that it never leaves twice.

46elks and its like know no key by which a second try is seen as the first. So a message of which
nobody can tell whether it left is not sent again: it is shown as such, and a delivery report, which
names it, settles the doubt.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.channels.sms.actions.numbers import account_of, address_for
from gensvar.channels.sms.actions.stopping import CONFIRMATION
from gensvar.channels.sms.models import Arrival, Number
from gensvar.channels.sms.providers import (
    Account,
    Provider,
    RefusedForGood,
    Text,
    provider_named,
)
from gensvar.channels.sms.rules import next_sending
from gensvar.foundation.acting import action
from gensvar.operations.contacts.actions import (
    begin_sending,
    mark_failed,
    mark_sent,
    postpone,
    suppress,
)
from gensvar.operations.contacts.models import Channel, Outgoing, Suppression
from gensvar.operations.contacts.texting import opted_out

# A sender that has said nothing for so long is dead, and nobody knows what it had done.
LEASE = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """What is needed to hand a message over."""

    outgoing: Outgoing
    provider: Provider
    account: Account
    text: Text
    attempts: int


def due(*, most: int, at: datetime) -> list[Outgoing]:
    """Return text messages whose time has come, oldest first."""
    waiting = Outgoing.objects.filter(
        channel=Channel.SMS, state__in=Outgoing.ON_THEIR_WAY, not_before__lte=at
    )
    return list(
        waiting.select_related("message__contact", "message__in_reply_to", "client").order_by(
            "not_before", "pk"
        )[:most]
    )


@action
def prepare(outgoing: Outgoing, *, at: datetime) -> Dispatch | None:
    """Take a message to hand it over; None if it may not or cannot leave."""
    was_leaving = outgoing.state == Outgoing.State.LEAVING
    if not begin_sending(outgoing, until=at + LEASE, at=at):
        return None
    with translation.override(outgoing.client.language):
        if was_leaving:
            settle_unsure(outgoing, because="", at=at)
            return None
        number, to = _number_of(outgoing), str(outgoing.message.recipients[0])
        state, why = _hindrance(outgoing, number, to)
    if number is None or why:
        mark_failed(outgoing, state=state, detail=why, at=at)
        return None
    return Dispatch(
        outgoing=outgoing,
        provider=provider_named(number.provider),
        account=account_of(number),
        text=Text(
            sender=number.number,
            recipient=to,
            words=outgoing.message.text,
            # Names our message, so that a report finds it also where the answer never reached us.
            report_to=f"{address_for(number, 'levererat')}?utskick={outgoing.pk}",
        ),
        attempts=outgoing.steps.filter(state=Outgoing.State.LEAVING).count(),
    )


@action
def settle_sent(dispatch: Dispatch, *, provider_id: str, at: datetime) -> None:
    """The provider took the message."""
    mark_sent(dispatch.outgoing, provider_id=provider_id, at=at)


@action
def settle_refused(dispatch: Dispatch, refusal: RefusedForGood, *, at: datetime) -> None:
    """The provider said for good that it does not take the message."""
    outgoing, words = dispatch.outgoing, refusal.words
    mark_failed(outgoing, state=Outgoing.State.FAILED, detail=words[:2_000], at=at)
    if refusal.is_gone:
        suppress(outgoing.client, dispatch.text.recipient, because=words[:500], at=at)


@action
def settle_unsent(dispatch: Dispatch, *, because: str, at: datetime) -> None:
    """The provider could not be reached or said not now: later, until it has been too long."""
    outgoing = dispatch.outgoing
    again = next_sending(dispatch.attempts, first_at=outgoing.message.at, at=at)
    if again is None:
        mark_failed(outgoing, state=Outgoing.State.FAILED, detail=because[:2_000], at=at)
    else:
        postpone(outgoing, until=again, detail=because[:2_000], at=at)


@action
def settle_unsure(outgoing: Outgoing, *, because: str, at: datetime) -> None:
    """Nobody knows whether the message left: it stays so, for a person to see."""
    with translation.override(outgoing.client.language):
        words = _(
            "It is not known whether the message left. It is not sent again by itself; a delivery "
            "report may still come. %(because)s"
        )
        detail = (words % {"because": because}).strip()
    mark_failed(outgoing, state=Outgoing.State.FAILED, detail=detail[:2_000], at=at)


def _hindrance(outgoing: Outgoing, number: Number | None, to: str) -> tuple[str, str]:
    """Return what keeps a message here, in words; empty where nothing does."""
    if number is None:
        return Outgoing.State.FAILED, _("The client has no number to send text messages from.")
    if outgoing.purpose != CONFIRMATION and opted_out(outgoing.client, [to]):
        return Outgoing.State.SUPPRESSED, _("The number has said STOP to text messages.")
    gone = Suppression.objects.filter(client=outgoing.client_id, address=to, lifted_at=None)
    if gone.exists():
        return Outgoing.State.SUPPRESSED, _("The number %(number)s does not exist.") % {
            "number": to
        }
    return "", ""


def _number_of(outgoing: Outgoing) -> Number | None:
    """The number that the customer wrote to, else the client's first."""
    numbers = Number.objects.filter(client_id=outgoing.client_id, is_paused=False)
    answered = outgoing.message.in_reply_to
    if answered is not None:
        arrival = Arrival.objects.filter(contact_id=answered.contact_id).first()
        own = numbers.filter(pk=arrival.number_id).first() if arrival else None
        if own is not None:
            return own
    return numbers.order_by("pk").first()
