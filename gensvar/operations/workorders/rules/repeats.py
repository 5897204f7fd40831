"""When a fault has come back, and when it has come back often enough to be prevented."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

# The same object and category within this time is the same fault again.
AGAIN_WITHIN: Final = timedelta(days=90)
# So many within this time, and somebody must find out why.
CARD_AFTER, CARD_WITHIN = 3, timedelta(days=60)

Fault = tuple[object, datetime]


def repeated(faults: Iterable[Fault]) -> int:
    """Count the faults whose object and category had one before, at most 90 days earlier.

    Each fault is what it is about, and when it came.
    """
    latest: dict[object, datetime] = {}
    count = 0
    for about, at in sorted(faults, key=lambda fault: fault[1]):
        before = latest.get(about)
        count += before is not None and at - before <= AGAIN_WITHIN
        latest[about] = at
    return count


def newest_within(times: Iterable[datetime]) -> Sequence[datetime]:
    """Return the times at most 60 days before the newest, oldest first."""
    ordered = sorted(times)
    return [one for one in ordered if ordered[-1] - one <= CARD_WITHIN]


def calls_for_card(times: Iterable[datetime]) -> bool:
    """Say whether the newest of these faults makes them too many."""
    return len(newest_within(times)) >= CARD_AFTER
