"""The strip's status and what is on offer, as they are drawn, and marks that tell when they change.

House rule. The browser asks every other second. What has not changed is not drawn again, so that
nothing moves under pointer or focus, and no menu that is open closes.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.utils.translation import gettext as _

from gensvar.channels.voice.models import Call
from gensvar.foundation.people.access import AgentRequest
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.explaining import (
    reason_in_words,
    span,
    status_in_words,
    why_in_words,
)
from gensvar.operations.routing.models import Seat, Status
from gensvar.operations.routing.queries.floor import Offered, offers_to, seat_of
from gensvar.operations.routing.rules.presence import Reason, is_gone
from gensvar.screens.desk.calling import who_calls
from gensvar.screens.desk.words import CHANNEL_ICONS

# As they stand in the menu; the others are chosen by nobody, or by signing out.
OFFERED_REASONS = (
    Reason.BREAK,
    Reason.LUNCH,
    Reason.MEETING,
    Reason.TRAINING,
    Reason.OTHER_WORK,
    Reason.RECOVERY,
)
ICONS = {Status.READY: "check-circle", Status.BUSY: "pause", Status.AWAY: "out"}


@dataclass(frozen=True)
class Standing:
    """How somebody's seat is shown in the strip."""

    seat: Seat
    label: str
    icon: str
    tone: str
    # They take contacts in another browser than this.
    is_elsewhere: bool
    # Said where contacts do not come although somebody may think so.
    warning: str
    reasons: list[tuple[str, str]]
    mark: str


@dataclass(frozen=True)
class Shown:
    """An offer as it is drawn."""

    pk: int
    icon: str
    kind: str
    title: str
    second: str
    why: str
    seconds_left: int
    seconds: int
    is_call: bool = False


def screen_of(request: AgentRequest) -> str:
    """Return what tells this browser from another in which the same agent is signed in."""
    return sha256((request.session.session_key or "").encode()).hexdigest()[:32]


def standing(seat: Seat, *, screen: str, at: datetime) -> Standing:
    """Return how a seat stands, seen from one browser."""
    own = seat.own_reasons
    is_away = seat.status == Status.AWAY
    gone = not is_away and is_gone(seat.seen_at, at=at)
    is_elsewhere = not is_away and seat.screen != screen
    # Whoever reads this has signed in: that they were out is no news to them.
    is_new = seat.reason == Reason.SIGNED_OUT
    label = str(Status.AWAY.label) if is_new else status_in_words(seat, own)
    warning = ""
    if is_elsewhere and gone:
        warning = _("You were last seen in another browser, so nothing is offered to you")
    elif is_elsewhere:
        warning = _("You take contacts in another browser")
    elif seat.reason == Reason.NO_ANSWER:
        warning = _("You let an offer pass, so nothing is offered to you until you are ready")
    tone = "warn" if warning else {Status.READY: "good"}.get(Status(seat.status), "")
    return Standing(
        seat,
        label,
        ICONS[Status(seat.status)],
        tone,
        is_elsewhere,
        warning,
        [(one.value, reason_in_words(one, own)) for one in OFFERED_REASONS] + list(own.items()),
        _mark(seat.status, seat.reason, seat.since, is_elsewhere, warning),
    )


def place_of_status(request: AgentRequest, *, at: datetime) -> dict[str, Standing | None]:
    """Return how somebody stands, for the place on the desk where offers come."""
    seat = seat_of(request.user)
    return {"stands": standing(seat, screen=screen_of(request), at=at) if seat else None}


def shown_offers(agent: Agent, *, at: datetime) -> list[Shown]:
    return [_shown(one) for one in offers_to(agent, at=at)]


def mark_of(offers: list[Shown]) -> str:
    """Return what tells these offers from others; how long they have left is no difference."""
    return _mark(*(one.pk for one in offers))


def _shown(one: Offered) -> Shown:
    channel = Channel(one.offer.channel)
    title = one.case.title if one.case else one.offer.queue.name
    customer = one.offer.contact.customer
    call = Call.objects.filter(contact=one.offer.contact_id).first()
    if call is not None:
        call.contact = one.offer.contact
        title, customer = who_calls(call)[0], None
    parts = [
        one.case.subject.name if one.case and one.case.subject else one.offer.queue.name,
        str(customer) if customer else "",
    ]
    if one.waiting is not None:
        waited = (one.offer.offered_at - one.waiting.arrived_at).total_seconds()
        parts.append(_("has waited %(span)s") % {"span": span(waited)})
    return Shown(
        pk=one.offer.pk,
        is_call=call is not None,
        icon=CHANNEL_ICONS.get(channel, "inbox"),
        kind=_("%(channel)s for you") % {"channel": channel.label},
        title=title or one.offer.queue.name,
        second=" · ".join(part for part in parts if part),
        why=why_in_words(one.offer.why),
        seconds_left=one.seconds_left,
        seconds=max(1, round((one.offer.expires_at - one.offer.offered_at).total_seconds())),
    )


def _mark(*facts: object) -> str:
    return sha256(repr(facts).encode()).hexdigest()[:16]
