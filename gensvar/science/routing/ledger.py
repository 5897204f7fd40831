"""What is known of contacts and open offers, and what was commanded."""

from gensvar.science.routing.board import Board, Match
from gensvar.science.routing.commands import Chosen, Command, Offer, Reason, Why, Withdraw
from gensvar.science.routing.looking import Looks
from gensvar.science.routing.rows import Contact
from gensvar.science.routing.state import NEVER, Seat, Turn


class Ledger:
    """All contacts and open offers, and the clock as far as it was told."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.now = NEVER
        self.commands: list[Command] = []
        self.turns: dict[int, Turn] = {}
        self.offers: dict[int, Turn] = {}
        self.next_offer = 1
        self.looks = Looks()

    def admit(self, row: Contact) -> Turn:
        """Take a contact in; it does not wait yet."""
        queue = self.board.queues[row.queue]
        turn = Turn(row, key=self.board.policy.key_of(row, queue), channel=queue.channel)
        self.turns[row.id] = turn
        return turn

    def rewrite(self, turn: Turn, row: Contact) -> None:
        queue = self.board.queues[row.queue]
        turn.become(row, key=self.board.policy.key_of(row, queue), channel=queue.channel)

    def offer(self, match: Match, chosen: Chosen) -> None:
        """Offer a contact to an agent, and note why."""
        turn, seat, lane, level = match
        number = self.next_offer
        why = Why(
            chosen,
            self.now,
            turn.row,
            lane.need,
            level,
            turn.lanes.index(lane),
            seat.since_at,
            len(seat.held),
            lane is seat.own.get(lane.need),
        )
        self.next_offer = number + 1
        turn.stamp += 1
        turn.seat, turn.offer, turn.offered_at = seat, number, self.now
        turn.lanes, turn.look_at = (), NEVER
        seat.held[turn.id] = turn
        self.offers[number] = turn
        self.commands.append(Offer(self.now, number, turn.id, seat.id, why))

    def withdraw(self, turn: Turn, reason: Reason) -> None:
        """Tell that an open offer is taken back."""
        if turn.offer is not None and turn.seat is not None:
            self.commands.append(Withdraw(self.now, turn.offer, turn.id, turn.seat.id, reason))

    def release(self, turn: Turn) -> Seat | None:
        """Part a contact from its agent, whether offered or in hand; return the agent."""
        seat, turn.seat = turn.seat, None
        if turn.offer is not None:
            del self.offers[turn.offer]
            turn.offer = None
        if seat is not None:
            del seat.held[turn.id]
        return seat
