"""Who is sought: names as they are keyed in with letters on a telephone, and numbers of our own.

House rules. What is keyed in means every name that it may begin, from any of its words on, and the
number that it is. Nobody is connected to somebody whom they did not choose.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from unicodedata import normalize

from gensvar.channels.voice.rules.numbers import number_of

MOST_HITS = 3
# One key means too many names to choose among.
FEWEST_KEYS = 2
KEYS = {
    letter: key
    for key, letters in {
        "2": "abcæ",
        "3": "defð",
        "4": "ghi",
        "5": "jklł",
        "6": "mnoø",
        "7": "pqrsß",
        "8": "tuvþ",
        "9": "wxyz",
    }.items()
    for letter in letters
}
_SPAN_OF_EXTENSIONS = re.compile(r"([1-9][0-9]{1,7})\s*[-–]\s*([1-9][0-9]{1,7})")
_SPAN = re.compile(r"\s[-–]\s|–|\.\.")


@dataclass(frozen=True)
class Listed:
    """Somebody in the directory; `asked` is how often they were sought lately."""

    key: int
    name: str
    number: str = ""
    asked: int = 0


def keyed(name: str) -> str:
    """Return the keys by which a name is written: å and ä lie on 2, ö on 6, é on 3.

    >>> keyed("Ström"), keyed("Åsa-Bäck"), keyed("Lindén 3")
    ('78766', '2722225', '5463363')
    """
    plain = "".join(one for one in normalize("NFKD", name.lower()) if one.isalnum())
    return "".join(
        one if one in "0123456789" else KEYS.get(one, "")
        for one in plain
        if one.isascii() or one in KEYS
    )


def hits(typed: str, listed: Iterable[Listed]) -> list[Listed]:
    """Return who may be meant: by number first, then those who are sought most.

    >>> town = [Listed(1, "Hanna Ström", "4712"), Listed(2, "Hanna Berg"), Listed(3, "Bygglov")]
    >>> [one.key for one in hits("78766", town)], [one.key for one in hits("42662", town)]
    ([1], [2, 1])
    >>> [one.key for one in hits("4712", town)], hits("4", town), hits("9999", town)
    ([1], [], [])
    """
    if len(typed) < FEWEST_KEYS:
        return []
    found = [one for one in listed if typed == one.number or _may_begin(typed, one.name)]
    return sorted(found, key=lambda one: (typed != one.number, -one.asked, one.name, one.key))


def _may_begin(typed: str, name: str) -> bool:
    """Say whether a name begins so, read from any of its words on: by surname or first name."""
    words = [keyed(word) for word in name.split()]
    return any("".join((*words[at:], *words[:at])).startswith(typed) for at in range(len(words)))


class BadSpan(ValueError):
    """No range of numbers; says what stands there."""


def spans(written: str) -> list[tuple[str, str]]:
    """Return ranges of numbers as written, one a line or with commas between.

    >>> spans("4000-4999, 5100")
    [('4000', '4999'), ('5100', '5100')]
    >>> spans("0910-73 40 00 – 0910-73 49 99")
    [('+46910734000', '+46910734999')]
    """
    return [_span(part.strip()) for part in re.split(r"[,;\n]", written) if part.strip()]


def _span(part: str) -> tuple[str, str]:
    extensions = _SPAN_OF_EXTENSIONS.fullmatch(part)
    ends = extensions.groups() if extensions else _SPAN.split(part)
    low, high = number_of(ends[0]), number_of(ends[-1])
    if len(ends) > 2 or not low or not high or len(low) != len(high) or low > high:
        raise BadSpan(part)
    return low, high


def is_within(number: str, ranges: Sequence[Sequence[str]]) -> bool:
    """Say whether a number lies in one of some ranges; a hidden one lies in none.

    >>> is_within("4711", [("4000", "4999")]), is_within("47111", [("4000", "4999")])
    (True, False)
    """
    return any(len(number) == len(low) and low <= number <= high for low, high in ranges)


class Availability(StrEnum):
    FREE = "free"
    IN_A_CALL = "in-a-call"
    AWAY = "away"


class Return(StrEnum):
    """When somebody who is away is back, as far as it is said aloud."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    LATER = "later"
    UNKNOWN = "unknown"


def returns(until: date | None, *, today: date) -> Return:
    """
    >>> returns(date(2026, 3, 3), today=date(2026, 3, 2)).value, returns(None, today=date.min).value
    ('tomorrow', 'unknown')
    """
    if until is None:
        return Return.UNKNOWN
    days = (until - today).days
    return Return.TODAY if days < 1 else Return.TOMORROW if days == 1 else Return.LATER
