"""A router's memory as plain rows, and back."""

from collections.abc import Iterator

from gensvar.science.routing.board import need
from gensvar.science.routing.commands import Offer
from gensvar.science.routing.moves import Moves
from gensvar.science.routing.rows import Declined, Held, Seated, Snapshot
from gensvar.science.routing.state import Seat


def taken(moves: Moves) -> Snapshot:
    """Return all that a router must know to go on from here."""
    seats = moves.board.seats.values()
    turns = moves.turns.values()
    return Snapshot(
        at=moves.now,
        queues=tuple(moves.board.queues.values()),
        agents=tuple(Seated(seat.row, seat.presence, seat.since_at) for seat in seats),
        contacts=tuple(turn.row for turn in turns),
        held=tuple(held for seat in seats for held in _held(seat)),
        declined=tuple(
            Declined(turn.id, agent, until_at)
            for turn in turns
            for agent, until_at in turn.declined.items()
            if until_at > moves.now
        ),
        next_offer=moves.next_offer,
    )


def restore(moves: Moves, snapshot: Snapshot) -> None:
    """Fill empty moves; of what follows at once only offers are told, the rest was told before."""
    moves.now = snapshot.at
    moves.next_offer = snapshot.next_offer
    for queue in snapshot.queues:
        moves.board.set_queue(queue)
    _prepare(moves, snapshot)
    _seat(moves, snapshot)
    for contact in snapshot.contacts:
        moves.admit(contact)
    for declined in snapshot.declined:
        moves.turns[declined.contact].decline(declined.agent, until_at=declined.until_at)
    for held in snapshot.held:
        _hand_over(moves, held)
    for seat in moves.board.seats.values():
        _, expires_at = moves.board.list_seat(seat, moves.now)
        moves.looks.put(seat, expires_at)
        moves.board.stand_by(seat, moves.now)
    for turn in sorted(moves.turns.values(), key=lambda turn: turn.place):
        if turn.seat is None:
            moves.wait(turn)
    moves.commands = [command for command in moves.commands if isinstance(command, Offer)]


def _seat(moves: Moves, snapshot: Snapshot) -> None:
    for seated in snapshot.agents:
        seat = moves.board.seat(seated.agent)
        seat.be(seated.presence)
        seat.since_at = seated.since_at


def _prepare(moves: Moves, snapshot: Snapshot) -> None:
    """Make the lanes that are asked for before there are agents to be found for each."""
    for number, language in dict.fromkeys((row.queue, row.language) for row in snapshot.contacts):
        queue = moves.board.queues[number]
        for step in queue.steps:
            moves.board.lane(need(queue, step, language), moves.now)


def _held(seat: Seat) -> Iterator[Held]:
    for turn in seat.held.values():
        yield Held(turn.id, seat.id, turn.offered_at, turn.offer)


def _hand_over(moves: Moves, held: Held) -> None:
    turn, seat = moves.turns[held.contact], moves.board.seats[held.agent]
    seat.take(turn)
    turn.seat, turn.offer = seat, held.offer
    turn.offered_at = turn.told_at = held.offered_at
    if held.offer is not None:
        moves.offers[held.offer] = turn
