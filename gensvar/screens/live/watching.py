"""What has just happened to which cases, read from the record itself."""

import time
from collections.abc import Callable
from typing import NamedTuple

from django.db import connection

# Numbers are given before a transaction ends: for so long a lower one may still appear.
SETTLED_SECONDS = 5.0
MOST = 5_000
# In a burst thousands have been seen that are not settled: a list of them is hashed, an array not.
NEWER = """
    SELECT e.id, e.client_id, c.id, c.number, c.access_id IS NOT NULL
    FROM events_eventrecord e JOIN cases_case c ON c.id = e.case_id
    WHERE e.id > %s AND e.id NOT IN (SELECT unnest(%s::bigint[]))
    ORDER BY e.id LIMIT %s
"""


class Change(NamedTuple):
    """Something happened to a case; `is_restricted`: only those on an access list may know."""

    client_id: int
    case_id: int
    number: str
    is_restricted: bool


class Watch:
    """Reads each record once, in spite of numbers that appear out of order."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[int, float] = {}
        self._settled = self._last()

    def changes(self) -> frozenset[Change]:
        """Return the cases to which something happened since this was asked last."""
        with connection.cursor() as cursor:
            cursor.execute(NEWER, [self._settled, list(self._seen), MOST])
            rows = cursor.fetchall()
        at = self._clock()
        self._seen.update((row[0], at) for row in rows)
        self._settle(before=at - SETTLED_SECONDS)
        return frozenset(Change(*row[1:]) for row in rows)

    def _settle(self, *, before: float) -> None:
        old = [number for number, at in self._seen.items() if at < before]
        if old:
            self._settled = max(old)
            self._seen = {n: at for n, at in self._seen.items() if n > self._settled}

    def _last(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(max(id), 0) FROM events_eventrecord")
            return int(cursor.fetchone()[0])
