"""What an agent chooses, and what their browser tells by being there."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.routing.actions.by_hand import put_all_aside
from gensvar.operations.routing.events import PresenceChosen
from gensvar.operations.routing.models import AwayReason, Seat, Status
from gensvar.operations.routing.rules.presence import (
    CHOSEN,
    Reason,
    counts_as_work,
    is_gone,
)


class NoSeat(Refused):
    message = _("You have no seat for taking contacts. Ask your team lead.")


class AnotherWindow(Refused):
    message = _("You take contacts in another window. Close it, or take over here.")


class UnknownReason(Refused):
    message = _("That is no reason for being away. Choose one of the list.")
    status = 422


class NotAway(Refused):
    message = _("You are not away.")


@action
def be_ready(by: Agent, *, screen: str, at: datetime, take_over: bool = False) -> Seat:
    """Take contacts from now on, in this window; from another only when it takes over."""
    seat = _held(by)
    is_other = seat.screen not in {"", screen} and seat.status != Status.AWAY
    if is_other and not take_over and not is_gone(seat.seen_at, at=at):
        raise AnotherWindow
    seat.screen, seat.seen_at = screen, at
    return _choose(seat, Status.READY, "", at=at)


@action
def be_busy(by: Agent, *, at: datetime, screen: str = "") -> Seat:
    """Be here, in this window, and take nothing just now."""
    seat = _held(by)
    if screen:
        seat.screen, seat.seen_at = screen, at
    return _choose(seat, Status.BUSY, "", at=at)


@action
def go_away(by: Agent, *, reason: str, at: datetime) -> Seat:
    """Take nothing and leave; what is in hand stays in hand.

    A pause after a heated call is a reason like any other here, and is counted as work.
    """
    seat = _held(by)
    own = own_reasons(seat.client_id)
    if reason not in CHOSEN and reason not in own:
        raise UnknownReason
    return _choose(seat, Status.AWAY, reason, at=at)


@action
def come_back(by: Agent, *, screen: str, at: datetime) -> Seat:
    """Be ready again after having been away."""
    if _held(by).status != Status.AWAY:
        raise NotAway
    return be_ready(by, screen=screen, at=at)


@action
def sign_out(agent_id: int, *, record_id: int, at: datetime) -> None:
    """Count somebody as away who has signed out, unless they have chosen anything since then.

    What they took by hand takes up no room when they come back; what they accepted still does.
    """
    left_at = EventRecord.objects.get(pk=record_id).at
    put_all_aside(agent_id, taken_before=left_at, at=at)
    seat = Seat.objects.select_for_update().filter(agent=agent_id, since__lte=left_at).first()
    if seat is not None and seat.status != Status.AWAY:
        _choose(seat, Status.AWAY, Reason.SIGNED_OUT, at=at)


def note_seen(by: Agent, *, screen: str, at: datetime) -> bool:
    """Note that the agent's browser is there; false for a window that is not the one in use."""
    return bool(Seat.objects.filter(agent=by, screen=screen).update(seen_at=at))


def own_reasons(client_id: int) -> dict[str, AwayReason]:
    """Return the reasons that a client has of its own, by their codes."""
    found = AwayReason.objects.filter(client=client_id, ended_at=None).order_by("name")
    return {reason.code: reason for reason in found}


def miss_an_offer(seat: Seat, *, at: datetime) -> None:
    """Count somebody as away who let an offer pass, until they say that they are ready."""
    _choose(seat, Status.AWAY, Reason.NO_ANSWER, at=at)


@action
def lose_phone(by: Agent, *, at: datetime) -> None:
    """Count somebody as away whose phone does not ring, until they say that they are ready."""
    seat = Seat.objects.select_for_update().filter(agent=by).first()
    if seat is not None and seat.status != Status.AWAY:
        _choose(seat, Status.AWAY, Reason.NO_PHONE, at=at)


def _held(by: Agent) -> Seat:
    """Return the agent's seat, locked: two windows decide one after the other."""
    seat = Seat.objects.select_for_update().filter(agent=by).first()
    if seat is None:
        raise NoSeat
    return seat


def _choose(seat: Seat, status: Status, reason: str, *, at: datetime) -> Seat:
    before, before_reason, since = seat.status, seat.reason, seat.since
    if (before, before_reason) != (status, reason):
        seat.status, seat.reason, seat.since = status, reason, at
        announce(
            PresenceChosen(
                agent_id=seat.agent_id,
                client_id=seat.client_id,
                status=status,
                reason=reason,
                before=before,
                before_reason=before_reason,
                seconds=(at - since).total_seconds(),
                counts_as_work=_counts_as_work(seat, status, reason),
            ),
            at=at,
        )
    seat.save(update_fields=["status", "reason", "since", "screen", "seen_at"])
    return seat


def _counts_as_work(seat: Seat, status: str, reason: str) -> bool:
    own = own_reasons(seat.client_id).get(reason) if reason not in set(Reason) else None
    return own.counts_as_work if own else counts_as_work(status, reason)
