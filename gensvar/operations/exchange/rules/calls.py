"""What became of each call in a queue, put together from the lines of a log."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from gensvar.operations.exchange.rules.lines import OF_AGENTS, Line, Refused, Why

LEFT = {
    "ABANDON": "abandoned",
    "EXITEMPTY": "overflow",
    "EXITWITHKEY": "overflow",
    "EXITWITHTIMEOUT": "overflow",
}
TALKED = frozenset({"COMPLETEAGENT", "COMPLETECALLER"})
TRANSFERRED = {"TRANSFER": "cold", "BLINDTRANSFER": "cold", "ATTENDEDTRANSFER": "warm"}
# With fewer data old versions do not say how long it waited, or talked before it was sent on.
WAIT_FROM = {"ABANDON": 3, "EXITEMPTY": 3, "EXITWITHTIMEOUT": 3, "EXITWITHKEY": 4}


class Outcome(StrEnum):
    WAITING = ""
    ANSWERED = "answered"
    ABANDONED = "abandoned"
    OVERFLOW = "overflow"


@dataclass(frozen=True, slots=True)
class Told:
    """One wait of a call in one queue, as far as the log tells of it."""

    number: int
    call: str
    queue: str
    arrived_at: datetime
    outcome: str = Outcome.WAITING.value
    left_at: datetime | None = None
    waited_seconds: float | None = None
    talked_seconds: float | None = None
    ended_at: datetime | None = None
    # "warm" with words before, "cold" without; empty: not at all.
    transfer: str = ""

    @property
    def is_open(self) -> bool:
        """The log ends before it does."""
        if self.outcome == Outcome.WAITING:
            return True
        return self.outcome == Outcome.ANSWERED and self.ended_at is None

    @property
    def key(self) -> str:
        """What tells it from every other, also in another file: never who called."""
        known = f"{self.call}|{self.queue}|{self.arrived_at.timestamp():.0f}"
        return hashlib.sha256(known.encode()).hexdigest()


@dataclass
class Assembled:
    calls: list[Told] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    # Lines about agents and about the exchange itself, which no measure of calls needs.
    of_agents: int = 0
    others: int = 0
    rang_unanswered: int = 0


def assembled(lines: Iterable[Line]) -> Assembled:
    """Return the calls that lines tell of, in the order in which they came.

    >>> from datetime import UTC
    >>> def line(second, event, *data):
    ...     return Line(second, datetime(2026, 3, 2, 8, 0, second, tzinfo=UTC), "1.1", "600",
    ...                 event, data)
    >>> found = assembled([line(0, "ENTERQUEUE"), line(4, "ABANDON", "1", "1", "4")])
    >>> found.calls[0].outcome, found.calls[0].waited_seconds
    ('abandoned', 4.0)
    """
    found = Assembled()
    # The newest wait of each call in each queue, by where it stands among the calls.
    now: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.event in OF_AGENTS:
            found.of_agents += 1
        elif line.event == "RINGNOANSWER":
            found.rang_unanswered += 1
        elif line.event == "ENTERQUEUE":
            if line.call in {"", "NONE"}:
                found.refused.append(Refused(line.number, Why.NO_CALL))
                continue
            now[line.call, line.queue] = len(found.calls)
            found.calls.append(Told(line.number, line.call, line.queue, line.at))
        elif line.event in {"CONNECT", *LEFT, *TALKED, *TRANSFERRED}:
            _follow(found, now.get((line.call, line.queue)), line)
        else:
            found.others += 1
    return found


def _follow(found: Assembled, place: int | None, line: Line) -> None:
    """Let a line tell what became of a call that has entered the queue."""
    if place is None:
        found.refused.append(Refused(line.number, Why.UNBEGUN, line.event))
        return
    told = found.calls[place]
    if line.at < told.arrived_at - timedelta(seconds=1):
        found.refused.append(Refused(line.number, Why.ORDER, line.event))
        return
    if line.event == "CONNECT" or line.event in LEFT:
        if told.outcome:
            found.refused.append(Refused(line.number, Why.ORDER, line.event))
            return
        answered = line.event == "CONNECT"
        waited = _waited(line)
        if waited is None:
            waited = (line.at - told.arrived_at).total_seconds()
        found.calls[place] = replace(
            told,
            outcome=Outcome.ANSWERED.value if answered else LEFT[line.event],
            left_at=line.at,
            waited_seconds=max(0.0, waited),
        )
        return
    if told.outcome != Outcome.ANSWERED or told.ended_at is not None or told.left_at is None:
        found.refused.append(Refused(line.number, Why.ORDER, line.event))
        return
    talked = _talked(line)
    if talked is None:
        talked = (line.at - told.left_at).total_seconds()
    found.calls[place] = replace(
        told,
        talked_seconds=max(0.0, talked),
        ended_at=line.at,
        transfer=TRANSFERRED.get(line.event, ""),
    )


def _waited(line: Line) -> float | None:
    if line.event == "CONNECT":
        return _seconds(line.data[:1])
    return _seconds(line.data[-1:]) if len(line.data) >= WAIT_FROM[line.event] else None


def _talked(line: Line) -> float | None:
    """Return the talk: of most in its own place, of a warm transfer the last but one."""
    if line.event in TALKED:
        return _seconds(line.data[1:2])
    return _seconds(line.data[-2:-1] if line.event == "ATTENDEDTRANSFER" else line.data[3:4])


def _seconds(given: Sequence[str]) -> float | None:
    written = given[0] if given else ""
    return float(written) if written.isascii() and written.isdigit() else None
