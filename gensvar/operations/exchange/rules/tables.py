"""Calls as a table with one line for each, from an exchange of any make."""

import csv
from datetime import datetime, tzinfo

from gensvar.operations.exchange.rules.calls import Assembled, Outcome, Told
from gensvar.operations.exchange.rules.lines import LONGEST_SHOWN, Refused, Why, mark_of, moment

HEADINGS = {
    "call": ("call", "samtal", "id", "call_id"),
    "queue": ("queue", "kö", "ko"),
    "arrived_at": ("arrived_at", "kom", "inkom"),
    "answered_at": ("answered_at", "besvarat", "besvarades"),
    "ended_at": ("ended_at", "slut", "avslutat"),
    "outcome": ("outcome", "utfall"),
}
NEEDED = ("call", "queue", "arrived_at", "ended_at")
OUTCOMES = {
    "": "",
    "answered": "answered",
    "besvarat": "answered",
    "abandoned": "abandoned",
    "tappat": "abandoned",
    "avbrutet": "abandoned",
    "overflow": "overflow",
    "spill": "overflow",
    "vidarekopplat": "overflow",
}


def read_calls(text: str, *, zone: tzinfo) -> Assembled:
    """Return the calls of a table; without an outcome one that nobody answered was abandoned."""
    found = Assembled()
    rows = [row for row in enumerate(text.lstrip("\ufeff").splitlines(), start=1) if row[1].strip()]
    if not rows:
        found.refused.append(Refused(1, Why.EMPTY))
        return found
    mark = mark_of(rows[0][1])
    names = [one.strip().strip('"').lower() for one in rows[0][1].split(mark)]
    places = {
        key: next((names.index(one) for one in known if one in names), -1)
        for key, known in HEADINGS.items()
    }
    missing = [key for key in NEEDED if places[key] < 0]
    if missing:
        found.refused.append(Refused(rows[0][0], Why.HEADING, ", ".join(missing)))
        return found
    for number, line in rows[1:]:
        cells = next(csv.reader([line], delimiter=mark), [])
        given = {
            key: cells[at].strip() if 0 <= at < len(cells) else "" for key, at in places.items()
        }
        told = _call(number, given, zone=zone)
        if isinstance(told, Told):
            found.calls.append(told)
        else:
            found.refused.append(told)
    return found


def _call(number: int, given: dict[str, str], *, zone: tzinfo) -> Told | Refused:
    if not given["call"]:
        return Refused(number, Why.NO_CALL)
    times: dict[str, datetime | None] = {}
    for name in ("arrived_at", "answered_at", "ended_at"):
        times[name] = moment(given[name], zone=zone)
        if times[name] is None and (given[name] or name != "answered_at"):
            return Refused(number, Why.TIME, given[name][:LONGEST_SHOWN])
    arrived, answered, ended = times["arrived_at"], times["answered_at"], times["ended_at"]
    assert arrived is not None
    assert ended is not None
    outcome = OUTCOMES.get(given["outcome"].lower())
    if outcome is None or (outcome == Outcome.ANSWERED and answered is None):
        return Refused(number, Why.OUTCOME, given["outcome"][:LONGEST_SHOWN])
    if not arrived <= (answered or ended) <= ended:
        return Refused(number, Why.ORDER, given["ended_at"][:LONGEST_SHOWN])
    left = answered or ended
    is_answered = answered is not None and outcome in {"", Outcome.ANSWERED}
    return Told(
        number,
        given["call"],
        given["queue"],
        arrived,
        outcome=Outcome.ANSWERED.value if is_answered else outcome or Outcome.ABANDONED.value,
        left_at=left if is_answered else ended,
        waited_seconds=((left if is_answered else ended) - arrived).total_seconds(),
        talked_seconds=(ended - left).total_seconds() if is_answered else None,
        ended_at=ended,
    )
