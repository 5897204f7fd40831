"""When a case has been kept for as long as was decided, and what a protocol of it says."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last one of a shorter month.

    >>> months_before(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


@dataclass(frozen=True)
class Line:
    """One case in a protocol: what it was, when it was done, and by which decision it went."""

    number: str
    closed_on: date
    case_type: str
    decision: str
    months: int


def protocol_text(client: str, made: str, lines: Sequence[Line], words: "Headings") -> str:
    """Return a protocol: how many cases went by which decision, then each of them."""
    by_rule: dict[tuple[str, str, int], int] = {}
    for line in lines:
        rule = (line.case_type, line.decision, line.months)
        by_rule[rule] = by_rule.get(rule, 0) + 1
    head = [words.title, f"{words.client}: {client}", f"{words.made}: {made}", ""]
    summed = [
        f"{case_type}: {count} ({words.decision} {decision}, {months} {words.months})"
        for (case_type, decision, months), count in sorted(by_rule.items())
    ]
    cases = [
        f"{line.number}\t{line.closed_on.isoformat()}\t{line.case_type}\t{line.decision}"
        for line in sorted(lines, key=lambda line: line.number)
    ]
    return "\n".join([*head, *summed, "", words.columns, *cases, ""])


@dataclass(frozen=True)
class Headings:
    """The words of a protocol, in the language of the client."""

    title: str
    client: str
    made: str
    decision: str
    months: str
    columns: str
