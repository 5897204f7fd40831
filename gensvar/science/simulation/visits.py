"""One customer's contact in a simulated day, from arrival to end."""

from dataclasses import dataclass
from enum import Enum

from gensvar.science.routing.rows import Contact
from gensvar.science.simulation.scenario import Stream


class End(Enum):
    """What became of a visit. Every one has exactly one end, so that nothing is lost in sums."""

    ANSWERED = "answered"
    ABANDONED = "abandoned"
    # Called back as often as agreed, in vain.
    NOT_REACHED = "not-reached"
    # Came when it was closed.
    TURNED_AWAY = "turned-away"
    # Still waits when the play ends.
    WAITING = "waiting"


@dataclass(slots=True, eq=False)
class Visit:
    """answered_at: when somebody began with it.

    offer: the number under which it is offered now. handling, wrap_up, answering, patience: seconds
    drawn when it came, so that a customer takes as long whatever is tried with the centre.
    picks_up_at: the try at which they answer when called back, 0 for none.
    """

    row: Contact
    stream: Stream
    handling: float
    wrap_up: float
    answering: float
    patience: float
    wants_calling_back: bool = False
    picks_up_at: int = 0
    end: End = End.WAITING
    offer: int | None = None
    answered_at: float | None = None
    ended_at: float | None = None
    agent: int | None = None
    is_called_back: bool = False
    tries: int = 0

    @property
    def waits(self) -> bool:
        return self.agent is None and self.end is End.WAITING

    @property
    def waited_seconds(self) -> float | None:
        """How long it waited for an answer, in time that its queue is open; None unanswered."""
        if self.answered_at is None:
            return None
        return self.stream.hours.between(self.row.arrived_at, self.answered_at)

    def settled_at(self, by: float) -> float | None:
        """Return when it was known whether it was answered in time; None if not by an instant.

        Known it is when somebody answers, when the customer gives up, or when its goal passes.
        """
        if self.end is End.TURNED_AWAY:
            return None
        known = [
            self.row.due_at,
            self.answered_at,
            self.ended_at if self.answered_at is None else None,
        ]
        first = min(at for at in known if at is not None)
        return first if first <= by else None

    @property
    def is_in_time(self) -> bool:
        return self.answered_at is not None and self.answered_at <= self.row.due_at
