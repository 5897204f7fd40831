"""What the router keeps: a turn for each contact, a seat for each agent, a lane for each need.

House rules. A lane holds entries with the stamp that their turn or seat had when they were put
there; whatever changes it gives it a new stamp, and old entries fall away when they come first, or
all at once when there are twice as many entries as were alive. Entries are told apart before their
last member, so turns and seats are never compared. Contacts mostly come in order, and so do agents
of one rank, so both stand in sorted lists, which the memory's cache likes better than heaps.
"""

from bisect import insort
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
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
# A lane with an agent's level there and its penalty; and the lanes of one channel.
Place = tuple["Lane", int, float]
Places = list[Place]
# Where there is room, and until when.
Opening = tuple[Places, float]
# in hand, −level; and idle since, agent, stamp, until when, seat
Rank = tuple[int, int]
Idle = tuple[float, int, int, float, "Seat"]


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
        "weight",
    )

    def __init__(self, row: Contact, *, key: float, channel: str, weight: int) -> None:
        """Take a contact's row; `weight` is what it adds to an agent's load."""
        self.id = row.id
        self.row = row
        self.key = key
        self.channel = channel
        self.weight = weight
        self.arrived_at = row.arrived_at
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

    def become(self, row: Contact, *, key: float, channel: str, weight: int) -> None:
        """Take another row of the same contact."""
        self.row = row
        self.key = key
        self.channel = channel
        self.weight = weight
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

    __slots__ = (
        "held",
        "id",
        "interrupts",
        "is_ready",
        "known",
        "lanes",
        "load",
        "look_at",
        "own",
        "presence",
        "row",
        "since_at",
        "stamp",
    )

    def __init__(self, row: Agent, *, interrupts: Mapping[str, frozenset[str]]) -> None:
        self.id = row.id
        self.interrupts = interrupts
        self.row = row
        self.be(Presence.AWAY)
        self.since_at = NEVER
        self.stamp = 0
        self.held: dict[int, Turn] = {}
        # How much is in hand in each channel, as one number; and what room was found at each.
        self.load = 0
        self.known: dict[int, tuple[list[Opening], list[str]]] = {}
        # By channel.
        self.lanes: dict[str, Places] = {}
        # Lanes of contacts that wait for this agent alone.
        self.own: dict[Need, Lane] = {}
        self.look_at = NEVER

    def be(self, presence: Presence) -> None:
        self.presence = presence
        self.is_ready = presence is Presence.READY

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

    def take(self, turn: Turn) -> None:
        self.held[turn.id] = turn
        self.load += turn.weight

    def drop(self, turn: Turn) -> None:
        del self.held[turn.id]
        self.load -= turn.weight

    def alone(self) -> list[Turn]:
        """Return those who wait for this agent alone."""
        return [turn for lane in self.own.values() for turn in lane.turns()]

    def stand_in(self, openings: Sequence[Opening], now: float) -> None:
        """Be found there by whoever comes, and nowhere else."""
        self.stamp += 1
        in_hand = len(self.held)
        for places, until in openings:
            if until > now:
                entry = self.since_at, self.id, self.stamp, until, self
                for lane, level, _ in places:
                    lane.stand((in_hand, -level), entry)

    def openings(self) -> list[Opening]:
        """Return where this agent has room, and until when.

        What is in hand may be interrupted until it is due, so that it is finished one day.
        """
        if not self.is_ready:
            return []
        known = self.known.get(self.load)
        if known is None:
            known = self.known[self.load] = self._room()
        beside, instead = known
        if not instead:
            return beside
        return beside + [(self.lanes[channel], self._until(channel)) for channel in instead]

    def _room(self) -> tuple[list[Opening], list[str]]:
        """Return where there is room, and in which channels by interrupting what is in hand."""
        busy = Counter(turn.channel for turn in self.held.values())
        beside: list[Opening] = []
        instead = []
        for channel, lanes in self.lanes.items():
            others = busy.keys() - {channel}
            if busy[channel] < self.row.capacity[channel]:
                if not others:
                    beside.append((lanes, FOREVER))
                elif others <= self.interrupts.get(channel, NONE):
                    instead.append(channel)
        return beside, instead

    def _until(self, channel: str) -> float:
        return min([turn.key for turn in self.held.values() if turn.channel != channel])


class Stand:
    """Agents of one rank who stand by in a lane, in order; what lies before `first` is gone."""

    __slots__ = ("entries", "first", "limit")

    def __init__(self) -> None:
        self.entries: list[Idle] = []
        self.first = 0
        self.limit = SMALL

    def put(self, entry: Idle) -> None:
        """Let an agent stand here; mostly they are the last."""
        entries = self.entries
        if not entries or entries[-1] < entry:
            entries.append(entry)
        else:
            insort(entries, entry, self.first)
        if len(entries) > self.limit:
            del entries[: self.first]
            self.first = 0
            self.limit = tidied(entries, _still_stands)

    def first_for(self, turn: "Turn", now: float) -> "Seat | None":
        """Return the longest idle who has not just declined a contact."""
        entries, first, count = self.entries, self.first, len(self.entries)
        while first < count:
            entry = entries[first]
            if entry[2] == entry[4].stamp and entry[3] > now:
                break
            first += 1
        self.first = first
        if first == count:
            return None
        if not turn.declined:
            return entries[first][4]
        for entry in islice(entries, first, None):
            if _stands_at(entry, now) and not turn.refuses(entry[4], now):
                return entry[4]
        return None


class Lane:
    """Contacts that ask for the same, and the agents who could take one now.

    present: how many who may are here, busy or not. key: no contact here has a smaller one.
    places: by level; all agents of a level have the same, so that the memory's cache keeps it.
    """

    __slots__ = (
        "first",
        "is_told",
        "key",
        "need",
        "places",
        "present",
        "ranks",
        "stands",
        "waiting",
        "waiting_limit",
    )

    def __init__(self, need: Need) -> None:
        self.need = need
        self.places: dict[int, Place] = {}
        self.present = 0
        # Whether it was told that nobody is here.
        self.is_told = False
        # In order; what lies before `first` is gone.
        self.waiting: list[Waiting] = []
        self.first = 0
        self.key = FOREVER
        self.waiting_limit = SMALL
        # By rank, and the same in order.
        self.stands: dict[Rank, Stand] = {}
        self.ranks: list[tuple[Rank, Stand]] = []

    def put(self, turn: Turn) -> None:
        """Let a contact wait here; mostly it is the last."""
        entry = (turn.key, turn.arrived_at, turn.id, turn.stamp, turn)
        waiting = self.waiting
        if not waiting or waiting[-1] < entry:
            waiting.append(entry)
        else:
            insort(waiting, entry, self.first)
        if turn.key < self.key:
            self.key = turn.key
        if len(waiting) > self.waiting_limit:
            self.tidy()

    def tidy(self) -> None:
        """Let go of all entries that are not so any more."""
        del self.waiting[: self.first]
        self.first = 0
        self.waiting_limit = tidied(self.waiting, _still_waits)

    def take_first(self) -> None:
        """Let the first go."""
        self.first += 1
        self.key = self.waiting[self.first][0] if self.first < len(self.waiting) else FOREVER

    def stand(self, rank: Rank, entry: Idle) -> None:
        """Let an agent stand by here."""
        stand = self.stands.get(rank)
        if stand is None:
            stand = self.stands[rank] = Stand()
            insort(self.ranks, (rank, stand))
        stand.put(entry)

    def first_for(self, seat: Seat, now: float) -> Waiting | None:
        """Return the most urgent that an agent has not just declined."""
        waiting = self.waiting
        while self.first < len(waiting) and not _still_waits(waiting[self.first]):
            self.take_first()
        for place in range(self.first, len(waiting)):
            entry = waiting[place]
            if _still_waits(entry) and not entry[4].refuses(seat, now):
                return entry
        return None

    def best_for(self, turn: Turn, now: float) -> "tuple[Seat, int] | None":
        """Return whoever has least in hand, of these the best level, of these the longest idle.

        With the level.
        """
        for rank, stand in self.ranks:
            if seat := stand.first_for(turn, now):
                return seat, -rank[1]
        return None

    def turns(self) -> list[Turn]:
        """Return those who wait here, in order."""
        return [entry[4] for entry in filter(_still_waits, self.waiting[self.first :])]


def tidied(entries: list[T], is_alive: Callable[[T], bool]) -> int:
    """Drop what is no longer so and sort the rest, which is a heap too; return the next limit."""
    entries[:] = filter(is_alive, entries)
    entries.sort()
    return max(SMALL, 2 * len(entries))


def _still_waits(entry: Waiting) -> bool:
    return entry[3] == entry[4].stamp


def _still_stands(entry: Idle) -> bool:
    return entry[2] == entry[4].stamp


def _stands_at(entry: Idle, now: float) -> bool:
    return entry[2] == entry[4].stamp and entry[3] > now
