"""One function for each event.

House rule. Events about contacts and offers that are gone change nothing, for such things cross on
their way; an agent or a queue that was never told of is an error.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from gensvar.science.routing.commands import Alarm, Reason, Requeue, Trouble, Withdraw
from gensvar.science.routing.events import (
    AgentAway,
    AgentBusy,
    AgentChanged,
    AgentReady,
    ContactChanged,
    ContactLeft,
    ContactWaits,
    Event,
    OfferAccepted,
    OfferDeclined,
    OfferTimedOut,
    QueueChanged,
    QueueClosed,
    QueueOpened,
    Tick,
    WorkEnded,
)
from gensvar.science.routing.moves import Moves, open_offers
from gensvar.science.routing.rows import Contact, Presence, Queue
from gensvar.science.routing.state import Seat, Turn


class Unknown(ValueError):
    """An event names a queue or an agent that the router was never told of."""


def tick(moves: Moves, event: Tick) -> None:
    """Nothing beside the passing of time."""


def queue_changed(moves: Moves, event: QueueChanged) -> None:
    moves.board.set_queue(event.queue)
    had, waiting = _turns_of(moves, event.queue.id)
    for turn in waiting:
        moves.rewrite(turn, turn.row)
    moves.wait_anew(waiting)
    for turn in had:
        _change(moves, turn, turn.row)


def queue_opened(moves: Moves, event: QueueOpened) -> None:
    _set_open(moves, event.queue, is_open=True)


def queue_closed(moves: Moves, event: QueueClosed) -> None:
    _set_open(moves, event.queue, is_open=False)


def contact_waits(moves: Moves, event: ContactWaits) -> None:
    _queue(moves, event.contact.queue)
    turn = moves.turns.get(event.contact.id)
    if turn is None:
        moves.wait(moves.admit(event.contact))
    elif turn.is_in_hand:
        _hand_on(moves, turn, event.contact)
    else:
        _change(moves, turn, event.contact)


def contact_changed(moves: Moves, event: ContactChanged) -> None:
    _queue(moves, event.contact.queue)
    if turn := moves.turns.get(event.contact.id):
        _change(moves, turn, event.contact)


def contact_left(moves: Moves, event: ContactLeft) -> None:
    turn = moves.turns.get(event.contact)
    if turn is not None and not turn.is_in_hand:
        moves.withdraw(turn, Reason.LEFT)
        moves.forget(turn)


def agent_changed(moves: Moves, event: AgentChanged) -> None:
    seat = moves.board.seat(event.agent)
    seat.row = event.agent
    moves.relist(seat)


def agent_ready(moves: Moves, event: AgentReady) -> None:
    moves.put(_seat(moves, event.agent), Presence.READY)


def agent_busy(moves: Moves, event: AgentBusy) -> None:
    moves.put(_seat(moves, event.agent), Presence.BUSY)


def agent_away(moves: Moves, event: AgentAway) -> None:
    moves.put(_seat(moves, event.agent), Presence.AWAY)


def offer_accepted(moves: Moves, event: OfferAccepted) -> None:
    turn = moves.offers.pop(event.offer, None)
    if turn is None or turn.seat is None:
        moves.commands.append(Withdraw(moves.now, event.offer, None, None, Reason.TOO_LATE))
        return
    turn.offer = None
    if len(turn.seat.held) > 1:
        _set_aside(moves, turn, turn.seat)


def offer_declined(moves: Moves, event: OfferDeclined) -> None:
    turn = moves.offers.get(event.offer)
    if turn is None or turn.seat is None:
        return
    seat = turn.seat
    turn.decline(seat.id, until_at=moves.now + moves.board.policy.declined_seconds)
    seat.since_at = moves.now
    moves.requeue(turn, Reason.DECLINED)
    moves.feed(seat)


def offer_timed_out(moves: Moves, event: OfferTimedOut) -> None:
    turn = moves.offers.get(event.offer)
    if turn is None or turn.seat is None:
        return
    seat = turn.seat
    moves.release(turn)
    moves.commands.append(Requeue(moves.now, turn.id, Reason.TIMED_OUT))
    moves.commands.append(Alarm(moves.now, Trouble.UNANSWERED, turn.id, seat.id))
    # Away before the contact waits again, or it would come straight back.
    moves.put(seat, Presence.AWAY)
    moves.wait(turn)


def work_ended(moves: Moves, event: WorkEnded) -> None:
    turn = moves.turns.get(event.contact)
    if turn is not None and turn.seat is not None and turn.seat.id == event.agent:
        turn.seat.since_at = moves.now
        moves.forget(turn)


HANDLERS: Mapping[type[Event], Callable[..., None]] = {
    Tick: tick,
    QueueChanged: queue_changed,
    QueueOpened: queue_opened,
    QueueClosed: queue_closed,
    ContactWaits: contact_waits,
    ContactChanged: contact_changed,
    ContactLeft: contact_left,
    AgentChanged: agent_changed,
    AgentReady: agent_ready,
    AgentBusy: agent_busy,
    AgentAway: agent_away,
    OfferAccepted: offer_accepted,
    OfferDeclined: offer_declined,
    OfferTimedOut: offer_timed_out,
    WorkEnded: work_ended,
}


def _set_open(moves: Moves, queue: int, *, is_open: bool) -> None:
    row = _queue(moves, queue)
    if row.is_open != is_open:
        moves.board.set_queue(replace(row, is_open=is_open))
        moves.wait_anew(_turns_of(moves, queue)[1])


def _change(moves: Moves, turn: Turn, row: Contact) -> None:
    seat = turn.seat
    moves.rewrite(turn, row)
    if seat is None:
        moves.wait(turn)
        return
    if turn.offer is not None and not moves.fits(turn, seat):
        moves.withdraw_all([turn], Reason.NO_LONGER_FITS)
    moves.feed(seat)


def _hand_on(moves: Moves, turn: Turn, row: Contact) -> None:
    """Let a contact in hand wait again, for somebody else first."""
    seat = moves.release(turn)
    moves.rewrite(turn, row)
    if seat is not None:
        turn.decline(seat.id, until_at=moves.now + moves.board.policy.declined_seconds)
        moves.board.stand_by(seat, moves.now)
        moves.wait(turn)
        moves.feed(seat)


def _set_aside(moves: Moves, taken: Turn, seat: Seat) -> None:
    """Withdraw what an agent was offered beside a contact that interrupts such."""
    interrupted = moves.board.policy.interrupts.get(taken.channel, frozenset())
    offered = [turn for turn in open_offers(seat) if turn.channel in interrupted]
    moves.withdraw_all(offered, Reason.INTERRUPTED)


def _turns_of(moves: Moves, queue: int) -> tuple[list[Turn], list[Turn]]:
    """Return a queue's contacts that somebody has, and those that wait."""
    found = [turn for turn in moves.turns.values() if turn.row.queue == queue]
    found.sort(key=lambda turn: turn.place)
    return [turn for turn in found if turn.seat], [turn for turn in found if not turn.seat]


def _queue(moves: Moves, queue: int) -> Queue:
    if queue not in moves.board.queues:
        raise Unknown(f"there is no queue {queue}")
    return moves.board.queues[queue]


def _seat(moves: Moves, agent: int) -> Seat:
    if agent not in moves.board.seats:
        raise Unknown(f"there is no agent {agent}")
    return moves.board.seats[agent]
