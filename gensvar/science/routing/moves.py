"""What happens to contacts and agents, and the commands that tell of it."""

from gensvar.science.routing.board import need
from gensvar.science.routing.commands import (
    Alarm,
    Chosen,
    Overflow,
    Reason,
    Requeue,
    Trouble,
)
from gensvar.science.routing.ledger import Ledger
from gensvar.science.routing.looking import next_change
from gensvar.science.routing.rows import Presence
from gensvar.science.routing.state import NEVER, Seat, Turn


class Moves(Ledger):
    """What the events are made of: each method leaves nobody waiting whom somebody could take."""

    def advance(self, at: float) -> None:
        """Let time pass: whatever falls due on the way happens at its own moment."""
        while self.looks.none_before <= at:
            due_at = self.looks.next_at()
            if due_at is None or due_at > at:
                break
            self.now = max(self.now, due_at)
            subject = self.looks.take()
            if isinstance(subject, Seat):
                self.relist(subject)
            else:
                self._review(subject)
        self.now = max(self.now, at)

    def wait(self, turn: Turn) -> None:
        """Give a contact to whoever can take it now, or let it wait where it belongs by now."""
        turn.stamp += 1
        turn.lanes = self.board.lanes_for(turn, self.now)
        self._tell_steps(turn)
        if match := self.board.seat_for(turn, self.now):
            self.offer(match, Chosen.AGENT)
            self.board.stand_by(match[1], self.now)
            return
        for lane in turn.lanes:
            lane.put(turn)
        self._look_again(turn)

    def wait_anew(self, turns: list[Turn]) -> None:
        """Let contacts that wait be where they belong by now; they are given in order.

        They leave their lanes first, all at once: so each is the last there again.
        """
        for turn in turns:
            turn.stamp += 1
        for lane in {id(lane): lane for turn in turns for lane in turn.lanes}.values():
            lane.tidy()
        for turn in turns:
            self.wait(turn)

    def feed(self, seat: Seat) -> None:
        """Offer an agent whatever waits that they have room for; then let them stand by."""
        openings = seat.openings()
        while openings and (match := self.board.contact_for(seat, self.now, openings)):
            self.offer(match, Chosen.CONTACT)
            openings = seat.openings()
        seat.stand_in(openings, self.now)

    def forget(self, turn: Turn) -> None:
        """Let a contact go for good; its agent, if any, has room again."""
        turn.stamp += 1
        turn.look_at = NEVER
        del self.turns[turn.id]
        if seat := self.release(turn):
            self.feed(seat)

    def requeue(self, turn: Turn, reason: Reason) -> None:
        """End an offer; the contact waits again, in its old place."""
        if seat := self.release(turn):
            self.board.stand_by(seat, self.now)
        self.commands.append(Requeue(self.now, turn.id, reason))
        self.wait(turn)

    def withdraw_all(self, turns: list[Turn], reason: Reason) -> None:
        """Take open offers back and let the contacts wait again."""
        for turn in turns:
            self.withdraw(turn, reason)
            self.requeue(turn, reason)

    def put(self, seat: Seat, presence: Presence) -> None:
        """Note that an agent is ready, busy or away, with all that follows from it."""
        if presence is not seat.presence:
            if presence is Presence.READY:
                seat.since_at = self.now
            self.board.set_presence(seat, presence)
        if presence is Presence.READY:
            self.feed(seat)
            return
        self.board.stand_by(seat, self.now)
        away = presence is Presence.AWAY
        self.withdraw_all(open_offers(seat), Reason.AGENT_AWAY if away else Reason.AGENT_BUSY)
        if away:
            self._see_to_left(seat)

    def relist(self, seat: Seat) -> None:
        """Note that an agent may take other contacts than before."""
        alone, expires_at = self.board.list_seat(seat, self.now)
        self.board.stand_by(seat, self.now)
        unfit = [turn for turn in open_offers(seat) if not self.fits(turn, seat)]
        self.withdraw_all(unfit, Reason.NO_LONGER_FITS)
        for turn in alone:
            self.wait(turn)
        self.looks.put(seat, expires_at)
        self.feed(seat)

    def fits(self, turn: Turn, seat: Seat) -> bool:
        """Say whether an agent may take a contact by the steps that have begun."""
        row, now = turn.row, self.now
        queue = self.board.queues[row.queue]
        return row.not_before_at <= now and any(
            seat.level(need(queue, step, queue.asked_language(row, now)), now)
            for step in queue.steps
            if row.arrived_at + step.after_seconds <= now
        )

    def _review(self, turn: Turn) -> None:
        """See what the passing of time changes for a contact that waits."""
        # With one step and nobody in particular to wait for, time alone moves it nowhere.
        is_plain = len(self.board.queues[turn.row.queue].steps) == 1 and turn.row.last_agent is None
        if turn.lanes and is_plain and not turn.declined and not turn.row.language:
            self._look_again(turn)
        else:
            self.wait(turn)

    def _look_again(self, turn: Turn) -> None:
        if turn.lanes:
            self._tell_trouble(turn)
            turn.told_at = self.now
        queue = self.board.queues[turn.row.queue]
        self.looks.put(turn, next_change(turn, queue, self.now))

    def _tell_steps(self, turn: Turn) -> None:
        """Tell of each step after the first that has begun since it was told of last."""
        if len(turn.lanes) < 2:
            return
        queue = self.board.queues[turn.row.queue]
        for number, step in enumerate(queue.steps[1:], start=1):
            if turn.told_at < turn.arrived_at + step.after_seconds <= self.now:
                self.commands.append(Overflow(self.now, turn.id, queue.id, number))

    def _tell_trouble(self, turn: Turn) -> None:
        if turn.told_at < turn.row.due_at <= self.now:
            self.commands.append(Alarm(self.now, Trouble.LATE, turn.id))
        if not any(lane.present or lane.is_told for lane in turn.lanes):
            self.commands.append(Alarm(self.now, Trouble.NOBODY, turn.id))
            for lane in turn.lanes:
                lane.is_told = True

    def _see_to_left(self, seat: Seat) -> None:
        """See to those who waited for an agent alone, and those who now wait for nobody."""
        for turn in seat.alone():
            self.wait(turn)
        for lanes in seat.lanes.values():
            for lane, _, _ in lanes:
                if not lane.present and (turns := lane.turns()):
                    self._tell_trouble(turns[0])


def open_offers(seat: Seat) -> list[Turn]:
    return [turn for turn in seat.held.values() if turn.offer is not None]
