"""Zero loss (CUS-03): received = answered + abandoned + callback + overflow + settled + waiting.

House rule. Both sides are counted contact by contact, from what was written independently: that it
came from the record, what became of it from the waits and offers. Sums alone would let one that is
lost hide one that is doubled.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class End(StrEnum):
    """What became of a contact in a queue; the order is that of the equation."""

    ANSWERED = "answered"
    ABANDONED = "abandoned"
    CALLBACK = "callback"
    OVERFLOW = "overflow"
    # Dealt with elsewhere: somebody took the case by hand, or it needed nobody.
    SETTLED = "settled"
    WAITING = "waiting"


# A contact in a queue.
Place = tuple[int, int]


@dataclass(frozen=True)
class Amiss:
    """A contact that came to a queue so many times, and what became of it there."""

    contact: int
    received: int
    ends: tuple[End, ...]

    @property
    def is_lost(self) -> bool:
        """Whether it came and nothing became of it; else it is doubled."""
        return self.received > len(self.ends)


@dataclass(frozen=True)
class Balance:
    """One queue's day: both sides of the equation, and the contacts that do not fit."""

    received: int
    ends: Mapping[End, int]
    amiss: tuple[Amiss, ...]

    @property
    def is_balanced(self) -> bool:
        return not self.amiss

    @property
    def difference(self) -> int:
        """How many more came than are accounted for; also 0 where as many are lost as doubled."""
        return self.received - sum(self.ends.values())


def reconcile(received: Iterable[Place], ended: Iterable[tuple[Place, End]]) -> dict[int, Balance]:
    """Return by queue whether every contact that came has one end, and which has not.

    received: queue and contact, once for each time that it came. ended: once for each end.

    >>> found = reconcile([(1, 7), (1, 8)], [((1, 7), End.ANSWERED)])
    >>> found[1].amiss
    (Amiss(contact=8, received=1, ends=()),)
    """
    came = Counter(received)
    ends: dict[Place, list[End]] = {}
    for place, end in ended:
        ends.setdefault(place, []).append(end)
    found = {}
    for queue in sorted({place[0] for place in came.keys() | ends.keys()}):
        own = sorted(place for place in came.keys() | ends.keys() if place[0] == queue)
        found[queue] = Balance(
            sum(came[place] for place in own),
            Counter(end for place in own for end in ends.get(place, ())),
            tuple(
                Amiss(place[1], came[place], tuple(sorted(ends.get(place, ()))))
                for place in own
                if came[place] != len(ends.get(place, ()))
            ),
        )
    return found
