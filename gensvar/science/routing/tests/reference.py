"""A router whose every choice is made a second time by looking at everybody, from plain rows."""

from gensvar.science.routing.board import Board, Match
from gensvar.science.routing.moves import Moves
from gensvar.science.routing.router import Router
from gensvar.science.routing.rows import Agent, Contact, Policy, Presence, Queue, Step
from gensvar.science.routing.state import Seat, Turn


class ScanningBoard(Board):
    """Chooses as the board does, and fails where a look at everybody would choose another."""

    moves: Moves

    def nobody_could_take(self, turn: Turn, now: float) -> bool:
        return self._scan_agents(turn, now) is None

    def contact_for(self, seat, now, openings):
        found = super().contact_for(seat, now, openings)
        scanned = self._scan_contacts(seat, now)
        assert (found and found[0].id) == scanned, "another contact counts first"
        assert found is None or found[3] == self._level(found[0], seat, now)
        return found

    def seat_for(self, turn: Turn, now: float) -> Match | None:
        found = super().seat_for(turn, now)
        scanned = self._scan_agents(turn, now)
        assert (found and found[1].id) == scanned, "another agent comes first"
        return found

    def _scan_contacts(self, seat: Seat, now: float) -> int | None:
        ranked = []
        for turn in self.moves.turns.values():
            if turn.seat is None and self._may(turn, seat, now):
                queue = self.queues[turn.row.queue]
                levels = [
                    level_of(seat.row, queue, step, turn.row, now)
                    for step in self._steps(turn, seat, now)
                ]
                penalty = min(self.policy.level_seconds * (4 - level) for level in levels if level)
                agreed = queue.vulnerable_seconds if turn.row.is_vulnerable else 0.0
                due = turn.row.arrived_at + turn.row.goal_seconds
                key = due - 60 * turn.row.priority - agreed
                ranked.append((key + penalty, turn.row.arrived_at, turn.id))
        return min(ranked)[2] if ranked else None

    def _scan_agents(self, turn: Turn, now: float) -> int | None:
        ranked = []
        for seat in self.seats.values():
            if self._may(turn, seat, now):
                queue = self.queues[turn.row.queue]
                levels = [
                    level_of(seat.row, queue, step, turn.row, now)
                    for step in self._steps(turn, seat, now)
                ]
                first = next(number for number, level in enumerate(levels) if level)
                ranked.append((first, len(seat.held), -levels[first], seat.since_at, seat.id))
        return min(ranked)[4] if ranked else None

    def _level(self, turn: Turn, seat: Seat, now: float) -> int:
        queue = self.queues[turn.row.queue]
        steps = self._steps(turn, seat, now)
        levels = [level_of(seat.row, queue, step, turn.row, now) for step in steps]
        return next(level for level in levels if level)

    def _may(self, turn: Turn, seat: Seat, now: float) -> bool:
        queue = self.queues[turn.row.queue]
        return (
            queue.is_open
            and turn.row.not_before_at <= now
            and turn.declined.get(seat.id, -1) <= now
            and has_room(seat, queue.channel, self.policy, now)
            and any(
                level_of(seat.row, queue, step, turn.row, now)
                for step in self._steps(turn, seat, now)
            )
        )

    def _steps(self, turn: Turn, seat: Seat, now: float) -> list[Step]:
        """Return the steps by which a seat may take a turn, in order."""
        row, queue = turn.row, self.queues[turn.row.queue]
        last = self.seats.get(row.last_agent)
        if (
            last is not None
            and now < row.arrived_at + queue.last_agent_seconds
            and last.presence is not Presence.AWAY
            and turn.declined.get(last.id, -1) <= now
            and level_of(last.row, queue, queue.steps[0], row, now)
        ):
            return [queue.steps[0]] if seat is last else []
        return [step for step in queue.steps if row.arrived_at + step.after_seconds <= now]


def level_of(agent: Agent, queue: Queue, step: Step, contact: Contact, now: float) -> int:
    """Return an agent's level where they may take a contact at a step, otherwise 0."""
    is_asked = contact.language and now < contact.arrived_at + queue.language_seconds
    speaks = step.any_language or not is_asked or contact.language in agent.languages
    if not speaks or queue.client not in agent.clients or not agent.capacity.get(queue.channel):
        return 0
    for skill in agent.skills:
        if skill.name == step.skill and skill.until_at > now and skill.level >= step.level:
            return skill.level
    return 0


def has_room(seat: Seat, channel: str, policy: Policy, now: float) -> bool:
    if seat.presence is not Presence.READY:
        return False
    same = [turn for turn in seat.held.values() if turn.channel == channel]
    others = [turn for turn in seat.held.values() if turn.channel != channel]
    return len(same) < seat.row.capacity.get(channel, 0) and all(
        turn.channel in policy.interrupts.get(channel, ()) and turn.key > now for turn in others
    )


def scanning(policy=None):
    """Return a router that is checked at each of its choices."""
    return checked(Router(policy))


def checked(router):
    router.moves.board.__class__ = ScanningBoard
    router.moves.board.moves = router.moves
    return router
