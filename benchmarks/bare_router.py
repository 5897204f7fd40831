"""A router that only chooses: what the same data structures cost with nothing around them.

It keeps one heap of waiting contacts for each skill and channel, and one queue of idle agents for
each skill, channel and level. It knows no languages, clients, steps, hours or interruptions, offers
nothing that could be declined, forgets nobody who leaves, and says nothing of why.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

Place = tuple[str, str]
LEVELS = (4, 3, 2, 1)


class BareRouter:
    """capacity: by channel. penalty: by level, in seconds."""

    def __init__(self, capacity: Mapping[str, int], penalty: Mapping[int, float]) -> None:
        self.capacity, self.penalty = capacity, penalty
        self.skills: dict[int, Sequence[tuple[str, int]]] = {}
        self.load: dict[int, dict[str, int]] = {}
        self.stamps: dict[int, int] = {}
        self.waiting: dict[Place, list[tuple[float, int]]] = {}
        self.idle: dict[Place, dict[int, deque[tuple[int, int]]]] = {}

    def join(self, agent: int, skills: Sequence[tuple[str, int]]) -> None:
        self.skills[agent], self.stamps[agent] = skills, 0
        self.load[agent] = dict.fromkeys(self.capacity, 0)
        for skill, _level in skills:
            for channel in self.capacity:
                self.waiting.setdefault((skill, channel), [])
                self.idle.setdefault((skill, channel), {level: deque() for level in LEVELS})
        self._stand_by(agent)

    def comes(self, contact: int, place: Place, key: float, least: int) -> int | None:
        """Return who takes a contact: the best level, of these the longest idle; or let it wait."""
        for level, idle in self.idle[place].items():
            while level >= least and idle:
                agent, stamp = idle.popleft()
                if self.stamps[agent] == stamp:
                    self.load[agent][place[1]] += 1
                    self._stand_by(agent)
                    return agent
        heappush(self.waiting[place], (key, contact))
        return None

    def ends(self, agent: int, channel: str) -> int | None:
        """Return the contact that an agent takes next: the smallest key with the penalty."""
        load = self.load[agent]
        load[channel] -= 1
        best, taken = None, None
        for skill, level in self.skills[agent]:
            for other, most in self.capacity.items():
                waiting = self.waiting[skill, other]
                if waiting and load[other] < most:
                    key = waiting[0][0] + self.penalty[level]
                    if best is None or key < best:
                        best, taken = key, (skill, other)
        if taken is None:
            self._stand_by(agent)
            return None
        load[taken[1]] += 1
        return heappop(self.waiting[taken])[1]

    def _stand_by(self, agent: int) -> None:
        stamp = self.stamps[agent] = self.stamps[agent] + 1
        load = self.load[agent]
        for skill, level in self.skills[agent]:
            for channel, most in self.capacity.items():
                if load[channel] < most:
                    self.idle[skill, channel][level].append((agent, stamp))
