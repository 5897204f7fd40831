"""What is known of contacts and open offers, and what was commanded."""

from math import isfinite

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
        self._admitted = 0
        self._weights: dict[str, int] = {}

    def admit(self, row: Contact) -> Turn:
        """Take a contact in; it does not wait yet."""
        channel = self.board.queues[row.queue].channel
        key, weight = self._key_of(row), self._weight_of(channel)
        turn = self.turns[row.id] = Turn(row, key=key, channel=channel, weight=weight)
        # What lanes still hold of an earlier turn of the same contact must not be its equal.
        self._admitted += 1
        turn.stamp = self._admitted << 32
        return turn

    def rewrite(self, turn: Turn, row: Contact) -> None:
        """Note that a contact is different; whoever has it keeps it."""
        channel = self.board.queues[row.queue].channel
        key, weight = self._key_of(row), self._weight_of(channel)
        if turn.seat:
            turn.seat.drop(turn)
        turn.become(row, key=key, channel=channel, weight=weight)
        if turn.seat:
            turn.seat.take(turn)

    def offer(self, match: Match, chosen: Chosen) -> None:
        """Offer a contact to an agent, and note why."""
        turn, seat, lane, level = match
        number, now, need = self.next_offer, self.now, lane.need
        step = turn.lanes.index(lane)
        is_last_agent = bool(seat.own) and lane is seat.own.get(need)
        known = chosen, now, turn.row, need, level, step, seat.since_at, len(seat.held)
        # Made as tuples, past their own makers: this is done for every contact.
        why = tuple.__new__(Why, (*known, is_last_agent))
        self.next_offer = number + 1
        turn.stamp += 1
        turn.seat, turn.offer, turn.offered_at = seat, number, now
        turn.lanes, turn.look_at = (), NEVER
        seat.take(turn)
        self.offers[number] = turn
        self.commands.append(tuple.__new__(Offer, (now, number, turn.id, seat.id, why)))

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
            seat.drop(turn)
        return seat

    def _key_of(self, row: Contact) -> float:
        """Return what a contact is ordered by; ValueError where it lacks a time."""
        key = self.board.policy.key_of(row, self.board.queues[row.queue])
        if not isfinite(key):
            raise ValueError(f"contact {row.id} lacks a time of arrival or a goal")
        return key

    def _weight_of(self, channel: str) -> int:
        """Return what one contact of a channel adds to an agent's load: each counts apart."""
        weight = self._weights.get(channel)
        if weight is None:
            weight = self._weights[channel] = 1 << 16 * len(self._weights)
        return weight
