"""Who fits whom: the lanes, and the two choices that everything comes down to.

House rule. Nobody waits whom somebody standing by may take: whoever comes to wait or to stand by
asks first. So each choice looks at the heads of a few lanes only, and is exact: within a lane the
penalty of an agent's level is the same for all.
"""

from collections.abc import Sequence

from gensvar.science.routing.commands import Need
from gensvar.science.routing.rows import Agent, Policy, Presence, Queue, Step
from gensvar.science.routing.state import FOREVER, NEVER, Lane, Opening, Places, Seat, Turn

# key with penalty, arrived_at, contact, turn, lane, level
Best = tuple[float, float, int, Turn, Lane, int]


# A contact, an agent, the lane in which they meet, and the agent's level there.
Match = tuple[Turn, Seat, Lane, int]


class Board:
    """All lanes, and who may take from which."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.queues: dict[int, Queue] = {}
        self.seats: dict[int, Seat] = {}
        self._lanes: dict[Need, Lane] = {}
        # By queue and language: the lane of each step.
        self._ways: dict[tuple[int, str], tuple[Lane, ...]] = {}
        self._by_skill: dict[str, list[Lane]] = {}
        # Who has a skill, or had it once.
        self._knowing: dict[str, dict[int, Seat]] = {}

    def contact_for(self, seat: Seat, now: float, openings: Sequence[Opening]) -> Match | None:
        """Take out the contact that counts first for an agent with room there.

        Smallest key with the penalty of the agent's level, then earliest arrival, lowest number.
        """
        best: Best | None = None
        for places, until in openings:
            if until > now:
                best = _best_of(places, best, seat, now)
        if best is None:
            return None
        _, _, _, turn, lane, level = best
        if lane.waiting[lane.first][4] is turn:
            lane.take_first()
        if len(turn.lanes) > 1:
            # Told by the earliest step by which this agent may take it.
            lane = next(lane for lane in turn.lanes if seat.level(lane.need, now))
            level = seat.level(lane.need, now)
        return turn, seat, lane, level

    def seat_for(self, turn: Turn, now: float) -> Match | None:
        """Return the agent who takes a contact: those of an earlier step, then `Lane.best_for`."""
        for lane in turn.lanes:
            if found := lane.best_for(turn, now):
                return turn, found[0], lane, found[1]
        return None

    def stand_by(self, seat: Seat, now: float) -> None:
        """Let an agent be found by whoever comes, wherever there is room."""
        seat.stand_in(seat.openings(), now)

    def lanes_for(self, turn: Turn, now: float) -> tuple[Lane, ...]:
        """Return where a contact waits at an instant; nowhere while closed, or not yet."""
        row, arrived_at = turn.row, turn.arrived_at
        queue = self.queues[row.queue]
        if not queue.is_open or row.not_before_at > now:
            return ()
        if row.last_agent is not None and now < arrived_at + queue.last_agent_seconds:
            own = self._own_lane(turn, queue, now)
            if own is not None:
                return (own,)
        language = queue.asked_language(row, now)
        lanes = self._ways.get((queue.id, language))
        if lanes is None:
            needs = [need(queue, step, language) for step in queue.steps]
            lanes = tuple(self.lane(wanted, now) for wanted in needs)
            self._ways[queue.id, language] = lanes
        if arrived_at + queue.steps[-1].after_seconds <= now:
            return lanes
        return lanes[: sum(arrived_at + step.after_seconds <= now for step in queue.steps)]

    def set_queue(self, queue: Queue) -> None:
        """Take a queue, a new one or one that is different."""
        self.queues[queue.id] = queue
        self._ways = {way: lanes for way, lanes in self._ways.items() if way[0] != queue.id}

    def lane(self, wanted: Need, now: float) -> Lane:
        """Return the lane of a need, with all agents in it who may take from it."""
        lane = self._lanes.get(wanted)
        if lane is None:
            lane = self._lanes[wanted] = Lane(wanted)
            self._by_skill.setdefault(wanted.skill, []).append(lane)
            for seat in self._knowing.get(wanted.skill, {}).values():
                if self._enlist(seat, lane, now):
                    self._join(seat, lane, now)
        return lane

    def seat(self, agent: Agent) -> Seat:
        """Return an agent's seat, a new one where there was none."""
        if agent.id not in self.seats:
            self.seats[agent.id] = Seat(agent, interrupts=self.policy.interrupts)
        return self.seats[agent.id]

    def list_seat(self, seat: Seat, now: float) -> tuple[list[Turn], float]:
        """Find anew what an agent may take from.

        Return who waited for this agent alone in vain, and when the next of their skills ends.
        """
        self._count_present(seat, -1)
        own, seat.own, seat.lanes = seat.own, {}, {}
        seat.known.clear()
        for skill in seat.row.skills:
            self._knowing.setdefault(skill.name, {})[seat.id] = seat
            for lane in self._by_skill.get(skill.name, ()):
                self._enlist(seat, lane, now)
        seat.own = {wanted: lane for wanted, lane in own.items() if self._enlist(seat, lane, now)}
        self._count_present(seat, 1)
        alone = [turn for wanted in own if wanted not in seat.own for turn in own[wanted].turns()]
        ends = (skill.until_at for skill in seat.row.skills if now < skill.until_at < FOREVER)
        return alone, min(ends, default=NEVER)

    def set_presence(self, seat: Seat, presence: Presence) -> None:
        self._count_present(seat, -1)
        seat.be(presence)
        self._count_present(seat, 1)

    def _count_present(self, seat: Seat, change: int) -> None:
        if seat.presence is Presence.AWAY:
            return
        for lanes in seat.lanes.values():
            for lane, _, _ in lanes:
                lane.present += change
                lane.is_told = lane.is_told and not lane.present

    def _own_lane(self, turn: Turn, queue: Queue, now: float) -> Lane | None:
        seat = self.seats.get(turn.row.last_agent) if turn.row.last_agent is not None else None
        if seat is None or seat.presence is Presence.AWAY or turn.refuses(seat, now):
            return None
        wanted = need(queue, queue.steps[0], turn.row.language)
        if wanted not in seat.own:
            lane = Lane(wanted)
            if self._enlist(seat, lane, now):
                seat.own[wanted] = lane
                self._join(seat, lane, now)
        return seat.own.get(wanted)

    def _enlist(self, seat: Seat, lane: Lane, now: float) -> bool:
        level = seat.level(lane.need, now)
        if level:
            if level not in lane.places:
                lane.places[level] = lane, level, self.policy.penalty(level)
            seat.lanes.setdefault(lane.need.channel, []).append(lane.places[level])
            seat.known.clear()
        return bool(level)

    def _join(self, seat: Seat, lane: Lane, now: float) -> None:
        """Let an agent be found in a new lane as in those that they stand by in already."""
        lane.present += seat.presence is not Presence.AWAY
        for places, until in seat.openings():
            last, level, _ = places[-1]
            if until > now and last is lane:
                entry = seat.since_at, seat.id, seat.stamp, until, seat
                lane.stand((len(seat.held), -level), entry)


def need(queue: Queue, step: Step, language: str) -> Need:
    """Return who may take a contact in a language at a step of a queue."""
    asked = "" if step.any_language else language
    return Need(queue.client, queue.channel, step.skill, step.level, asked)


def _best_of(places: Places, best: Best | None, seat: Seat, now: float) -> Best | None:
    least = FOREVER if best is None else best[0]
    for lane, level, penalty in places:
        # Most lanes are passed by without a look at who waits there.
        if lane.key + penalty > least or lane.first == len(lane.waiting):
            continue
        head = lane.waiting[lane.first]
        turn = head[4]
        if head[3] != turn.stamp or turn.declined:
            first = lane.first_for(seat, now)
            if first is None:
                continue
            head, turn = first, first[4]
        key = head[0] + penalty
        if best is None or key < best[0] or (key == best[0] and head[1:3] < best[1:3]):
            best = key, head[1], head[2], turn, lane, level
            least = key
    return best
