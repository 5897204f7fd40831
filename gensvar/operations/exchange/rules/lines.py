"""The lines of a log: `queue_log` as Asterisk writes it, as a table of it, or calls in any CSV.

Whatever cannot be read is refused with its line and why; the rest is read all the same.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

# Every kind of event that app_queue writes (Asterisk 1.4 to 22), and the least data of each.
KINDS: Mapping[str, int] = {
    "ENTERQUEUE": 0,
    "CONNECT": 1,
    "ABANDON": 3,
    "EXITEMPTY": 3,
    "EXITWITHKEY": 2,
    "EXITWITHTIMEOUT": 1,
    "COMPLETEAGENT": 2,
    "COMPLETECALLER": 2,
    "TRANSFER": 2,
    "BLINDTRANSFER": 4,
    "ATTENDEDTRANSFER": 4,
    "AGENTDUMP": 0,
    "RINGNOANSWER": 0,
    "RINGCANCELED": 0,
    "DID": 0,
    "INFO": 0,
    "SYSCOMPAT": 0,
    "ADDMEMBER": 0,
    "REMOVEMEMBER": 0,
    "PAUSE": 0,
    "UNPAUSE": 0,
    "PAUSEALL": 0,
    "UNPAUSEALL": 0,
    "PENALTY": 0,
    "AGENTLOGIN": 0,
    "AGENTLOGOFF": 0,
    "AGENTCALLBACKLOGIN": 0,
    "AGENTCALLBACKLOGOFF": 0,
    "CONFIGRELOAD": 0,
    "QUEUESTART": 0,
    "ROTATE": 0,
}
OF_AGENTS = frozenset(
    {"ADDMEMBER", "REMOVEMEMBER", "PAUSE", "UNPAUSE", "PAUSEALL", "UNPAUSEALL", "PENALTY"}
    | {"AGENTLOGIN", "AGENTLOGOFF", "AGENTCALLBACKLOGIN", "AGENTCALLBACKLOGOFF"}
)
# A log tells who called; nobody needs to know it for counting, and it is not kept.
COLUMNS = {
    "time": ("time", "eventtime", "created"),
    "callid": ("callid", "call_id", "uniqueid"),
    "queue": ("queuename", "queue"),
    "agent": ("agent",),
    "event": ("event", "verb"),
}
LONGEST_SHOWN = 40


class Why(StrEnum):
    """Why a line was not read, or what it tells not brought in."""

    FEW = "few"
    TIME = "time"
    EVENT = "event"
    DATA = "data"
    HEADING = "heading"
    NO_CALL = "no-call"
    NO_QUEUE = "no-queue"
    UNBEGUN = "unbegun"
    ORDER = "order"
    OUTCOME = "outcome"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Line:
    """One event, as the exchange wrote it down."""

    number: int
    at: datetime
    call: str
    queue: str
    event: str
    data: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was not brought in, and why; `value` is what stood there."""

    number: int
    why: Why
    value: str = ""


@dataclass
class Read:
    """What was read of a file."""

    lines: list[Line] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def read_queue_log(text: str, *, zone: tzinfo) -> Read:
    """Return the events of a `queue_log`, as the file that Asterisk writes or as a table of it.

    zone: in which a table without one tells its times; the file tells seconds since 1970.
    """
    found = Read()
    rows = [row for row in enumerate(text.lstrip("\ufeff").splitlines(), start=1) if row[1].strip()]
    if not rows:
        found.refused.append(Refused(1, Why.EMPTY))
        return found
    if "|" in rows[0][1]:
        cells: Iterable[tuple[int, list[str]]] = (
            (number, line.strip().split("|")) for number, line in rows
        )
    else:
        places = _places(rows[0][1])
        if places is None:
            found.refused.append(Refused(rows[0][0], Why.HEADING, rows[0][1][:LONGEST_SHOWN]))
            return found
        cells = _in_order(rows[1:], places, mark=mark_of(rows[0][1]))
    for number, one in cells:
        line = _line(number, one, zone=zone)
        if isinstance(line, Line):
            found.lines.append(line)
        else:
            found.refused.append(line)
    return found


def moment(written: str, *, zone: tzinfo) -> datetime | None:
    """Read seconds since 1970, or day and time; nothing where it is neither.

    >>> moment("1772434800", zone=UTC).isoformat()
    '2026-03-02T07:00:00+00:00'
    >>> moment("2026-03-02 08:00:00.250", zone=UTC).isoformat()
    '2026-03-02T08:00:00.250000+00:00'
    >>> moment("i går", zone=UTC) is None
    True
    """
    written = written.strip()
    plain = written.replace(".", "", 1)
    if plain.isascii() and plain.isdigit() and len(plain) <= 17:
        seconds = float(written)
        return datetime.fromtimestamp(seconds, UTC) if seconds < 4_102_444_800 else None
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _line(number: int, cells: list[str], *, zone: tzinfo) -> Line | Refused:
    if len(cells) < 5:
        return Refused(number, Why.FEW, "|".join(cells)[:LONGEST_SHOWN])
    written, call, queue, _agent, event, *data = (one.strip() for one in cells)
    at = moment(written, zone=zone)
    if at is None:
        return Refused(number, Why.TIME, written[:LONGEST_SHOWN])
    if event.upper() not in KINDS:
        return Refused(number, Why.EVENT, event[:LONGEST_SHOWN])
    while data and not data[-1]:
        data.pop()
    if len(data) < KINDS[event.upper()]:
        return Refused(number, Why.DATA, event)
    return Line(number, at, call, queue, event.upper(), tuple(data))


def mark_of(head: str) -> str:
    return max(",;\t", key=head.count)


def _places(head: str) -> list[int | None] | None:
    """Return where time, call, queue, agent, event and data stand; nothing without their names."""
    names = [one.strip().strip('"').lower() for one in head.split(mark_of(head))]
    places: list[int | None] = []
    for known in COLUMNS.values():
        found = next((names.index(one) for one in known if one in names), None)
        if found is None:
            return None
        places.append(found)
    # All data in one column, or each in its own.
    wanted = ["data"] if "data1" not in names else [f"data{place}" for place in range(1, 6)]
    return [*places, *(names.index(one) if one in names else None for one in wanted)]


def _in_order(
    rows: list[tuple[int, str]], places: list[int | None], *, mark: str
) -> Iterator[tuple[int, list[str]]]:
    for number, line in rows:
        given = next(csv.reader([line], delimiter=mark), [])
        cells = [given[at] if at is not None and at < len(given) else "" for at in places]
        if len(places) == 6:
            cells = [*cells[:5], *cells[5].split("|")]
        yield number, cells


def names_of(written: str) -> dict[str, str] | None:
    """Return what queues are called elsewhere and here; nothing where a line says neither.

    >>> names_of("600=Växeln"), names_of(""), names_of("600")
    ({'600': 'Växeln'}, {}, None)
    """
    found = {}
    for line in written.splitlines():
        if line.strip():
            theirs, mark, ours = (part.strip() for part in line.partition("="))
            if not (theirs and mark and ours):
                return None
            found[theirs] = ours
    return found
