"""When time alone changes something: whom to look at again, and at which moment."""

from heapq import heappop, heappush

from gensvar.science.routing.rows import Queue
from gensvar.science.routing.state import FOREVER, NEVER, SMALL, Seat, Turn, tidied

# at, agents before contacts, number, order, whom to look at
Look = tuple[float, int, int, int, Seat | Turn]


class Looks:
    """Moments to come, the earliest first. A subject has one at most: its `look_at`.

    none_before: nothing is due before this instant; mostly, the first that is.
    """

    def __init__(self) -> None:
        self.none_before = FOREVER
        self._looks: list[Look] = []
        self._limit = SMALL
        self._order = 0

    def put(self, subject: Seat | Turn, at: float) -> None:
        """Look at a subject again at an instant, and not before; NEVER for not at all."""
        subject.look_at = at
        if at == NEVER:
            return
        self._order += 1
        rank = 0 if isinstance(subject, Seat) else 1
        heappush(self._looks, (at, rank, subject.id, self._order, subject))
        self.none_before = min(self.none_before, at)
        if len(self._looks) > self._limit:
            self._limit = tidied(self._looks, _is_due)

    def next_at(self) -> float | None:
        while self._looks and not _is_due(self._looks[0]):
            heappop(self._looks)
        self.none_before = self._looks[0][0] if self._looks else FOREVER
        return self._looks[0][0] if self._looks else None

    def take(self) -> Seat | Turn:
        """Return whom to look at by `next_at`; they are not looked at again unless put anew."""
        subject = heappop(self._looks)[4]
        subject.look_at = NEVER
        return subject


def next_change(turn: Turn, queue: Queue, now: float) -> float:
    """Return when time next changes something for a contact that waits; NEVER where nothing does.

    Another step begins, the time of the last agent, of those who speak the language or of one who
    declined is over, it is due, or the customer wants to be called back.
    """
    row = turn.row
    if not queue.is_open:
        return NEVER
    if row.not_before_at > now:
        return row.not_before_at
    moments = [row.due_at, *turn.declined.values()]
    moments += [turn.arrived_at + step.after_seconds for step in queue.steps]
    if row.last_agent is not None:
        moments.append(turn.arrived_at + queue.last_agent_seconds)
    if row.language:
        moments.append(turn.arrived_at + queue.language_seconds)
    return min((at for at in moments if now < at < FOREVER), default=NEVER)


def _is_due(look: Look) -> bool:
    return look[4].look_at == look[0]
