"""What the router keeps: a turn for each contact, a seat for each agent, a lane for each need.

House rules. A lane's two heaps hold entries with the stamp that their turn or seat had when they
were put there; whatever changes it gives it a new stamp, and old entries fall away when they come
to the top, or all at once when a heap has grown to twice what was alive in it. Entries are told
apart before their last member, so turns and seats are never compared.
"""

from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush
from math import inf
from typing import TypeVar

from gensvar.science.routing.commands import Need
from gensvar.science.routing.rows import Agent, Contact, Presence

NEVER, FOREVER = -inf, inf
SMALL = 64

NONE: frozenset[str] = frozenset()
NOBODY: Mapping[int, float] = {}
T = TypeVar("T", bound=tuple[object, ...])

# key, arrived_at, contact, stamp, turn
Waiting = tuple[float, float, int, int, "Turn"]
# The lanes of a channel, each with the agent's level and its penalty; until when there is room.
OpenLanes = tuple[list[tuple["Lane", int, float]], float]
# in hand, −level, idle since, agent, stamp, until when, seat
Idle = tuple[int, int, float, int, int, float, "Seat"]


class Turn:
    """A contact's place: it waits (nobody's), is offered (with a number) or in hand (without)."""

    __slots__ = (
        "arrived_at",
        "channel",
        "declined",
        "id",
        "key",
        "lanes",
        "look_at",
        "offer",
        "offered_at",
        "row",
        "seat",
        "stamp",
        "told_at",
    )

    def __init__(self, row: Contact, *, key: float, channel: str) -> None:
        self.id = row.id
        self.stamp = 0
        self.seat: Seat | None = None
        self.offer: int | None = None
        self.offered_at = NEVER
        # agent → until when they are not asked again
        self.declined: Mapping[int, float] = NOBODY
        self.lanes: tuple[Lane, ...] = ()
        # Until when what fell due for it has been told, and when it is to be looked at again.
        self.told_at = NEVER
        self.look_at = NEVER
        self.become(row, key=key, channel=channel)

    def become(self, row: Contact, *, key: float, channel: str) -> None:
        self.row = row
        self.key = key
        self.channel = channel
        self.arrived_at = row.arrived_at

    @property
    def is_in_hand(self) -> bool:
        return self.seat is not None and self.offer is None

    @property
    def place(self) -> tuple[float, float, int]:
        """What it is ordered by among those who ask for the same."""
        return self.key, self.arrived_at, self.id

    def decline(self, agent: int, *, until_at: float) -> None:
        """Note that an agent is not to be asked again before an instant."""
        self.declined = {**self.declined, agent: until_at}

    def refuses(self, seat: "Seat", now: float) -> bool:
        return self.declined.get(seat.id, NEVER) > now


class Seat:
    """An agent's place: what they have in hand, and the lanes that they may take from."""

    __slots__ = ("held", "id", "lanes", "look_at", "own", "presence", "row", "since_at", "stamp")

    def __init__(self, row: Agent) -> None:
        self.id = row.id
        self.row = row
        self.presence = Presence.AWAY
        self.since_at = NEVER
        self.stamp = 0
        self.held: dict[int, Turn] = {}
        # By channel: lane, level in it, and the penalty of that level.
        self.lanes: dict[str, list[tuple[Lane, int, float]]] = {}
        # Lanes of contacts that wait for this agent alone.
        self.own: dict[Need, Lane] = {}
        self.look_at = NEVER

    def level(self, need: Need, now: float) -> int:
        """Return the level at which this agent may take what a need asks; 0 where they may not."""
        row = self.row
        if need.client not in row.clients or not row.capacity.get(need.channel, 0):
            return 0
        if need.language and need.language not in row.languages:
            return 0
        for skill in row.skills:
            if skill.name == need.skill and skill.level >= need.level and skill.until_at > now:
                return skill.level
        return 0

    def open_lanes(self, interrupts: Mapping[str, frozenset[str]]) -> list[OpenLanes]:
        """Return the lanes, by channel, that this agent has room for, and until when.

        What is in hand may be interrupted until it is due, so that it is finished one day.
        """
        if self.presence is not Presence.READY:
            return []
        if not self.held:
            return [(lanes, FOREVER) for lanes in self.lanes.values()]
        busy: dict[str, int] = {}
        for turn in self.held.values():
            busy[turn.channel] = busy.get(turn.channel, 0) + 1
        found = []
        for channel, lanes in self.lanes.items():
            may_wait = interrupts.get(channel, NONE)
            for other in busy:
                if other != channel and other not in may_wait:
                    break
            else:
                if busy.get(channel, 0) < self.row.capacity[channel]:
                    found.append((lanes, self._until(channel)))
        return found

    def _until(self, channel: str) -> float:
        others = [turn.key for turn in self.held.values() if turn.channel != channel]
        return min(others, default=FOREVER)


class Lane:
    """Contacts that ask for the same, and the agents who could take one now.

    present: how many who may are here, busy or not.
    """

    __slots__ = (
        "idle",
        "idle_limit",
        "is_told",
        "need",
        "present",
        "waiting",
        "waiting_limit",
    )

    def __init__(self, need: Need) -> None:
        self.need = need
        self.present = 0
        # Whether it was told that nobody is here.
        self.is_told = False
        self.waiting: list[Waiting] = []
        self.waiting_limit = SMALL
        self.idle: list[Idle] = []
        self.idle_limit = SMALL

    def put(self, turn: Turn) -> None:
        """Let a contact wait here."""
        heappush(self.waiting, (turn.key, turn.arrived_at, turn.id, turn.stamp, turn))
        if len(self.waiting) > self.waiting_limit:
            self.waiting_limit = tidied(self.waiting, _still_waits)

    def stand(self, seat: Seat, *, level: int, until: float) -> None:
        """Let an agent stand by here until an instant."""
        entry = (len(seat.held), -level, seat.since_at, seat.id, seat.stamp, until, seat)
        heappush(self.idle, entry)
        if len(self.idle) > self.idle_limit:
            self.idle_limit = tidied(self.idle, _still_stands)

    def first_for(self, seat: Seat, now: float) -> Waiting | None:
        """Return the most urgent that an agent has not just declined."""
        waiting, aside = self.waiting, []
        found = None
        while waiting and found is None:
            entry = waiting[0]
            if entry[4].stamp != entry[3]:
                heappop(waiting)
            elif entry[4].refuses(seat, now):
                aside.append(heappop(waiting))
            else:
                found = entry
        for entry in aside:
            heappush(waiting, entry)
        return found

    def best_for(self, turn: Turn, now: float) -> Idle | None:
        """Return whoever has least in hand, of these the best level, of these the longest idle."""
        idle, aside = self.idle, []
        found = None
        while idle and found is None:
            entry = idle[0]
            if entry[4] != entry[6].stamp or entry[5] <= now:
                heappop(idle)
            elif turn.declined and turn.refuses(entry[6], now):
                aside.append(heappop(idle))
            else:
                found = entry
        for entry in aside:
            heappush(idle, entry)
        return found

    def turns(self) -> list[Turn]:
        """Return those who wait here, in order."""
        return [entry[4] for entry in sorted(filter(_still_waits, self.waiting))]


def tidied(heap: list[T], is_alive: Callable[[T], bool]) -> int:
    """Drop what is no longer so from a heap; return how long it may grow until the next time."""
    heap[:] = filter(is_alive, heap)
    heapify(heap)
    return max(SMALL, 2 * len(heap))


def _still_waits(entry: Waiting) -> bool:
    return entry[3] == entry[4].stamp


def _still_stands(entry: Idle) -> bool:
    return entry[4] == entry[6].stamp
