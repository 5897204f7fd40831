"""Calls by way of a relay service, and with real-time text: each thing said takes a turn longer.

A relay is known by the number that it calls from (EN 301 549, 6.2, and the services that the Post
and Telecom Authority provides). Nothing that counts the time of a caller is as short for them.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from gensvar.channels.voice.rules.numbers import number_of


class Way(StrEnum):
    """By what somebody hears and speaks who calls by way of another."""

    # Somebody reads aloud what the customer writes, and writes what we say.
    TEXT = "text-relay"
    # An interpreter of sign language.
    VIDEO = "video-relay"
    # Somebody who helps to be understood, or takes notes.
    SPEECH = "speech-relay"
    # The customer writes, and reads, in the call itself.
    REAL_TIME = "real-time-text"


# As the services publish them; another may be shown by the operator, so see what comes in.
DEFAULT_NUMBERS: Mapping[Way, Sequence[str]] = {
    Way.TEXT: ("+4620600600", "+4620600650"),
    Way.VIDEO: ("+4620280020",),
    Way.SPEECH: ("+4620221144",),
    Way.REAL_TIME: (),
}
# So many times as long may nothing be pressed before we go on.
TIMES_AS_LONG = 3.0


def way_of(number: str, known: Mapping[Way, Iterable[str]]) -> Way | None:
    """Return by which way a call from a number comes; nothing for any other call.

    >>> way_of("+4620600650", DEFAULT_NUMBERS).value, way_of("", DEFAULT_NUMBERS)
    ('text-relay', None)
    """
    return next((way for way, numbers in known.items() if number and number in numbers), None)


def numbers_in(written: str) -> list[str]:
    """Return numbers as written, one a line or with commas between; raises ValueError with one
    that is none.

    >>> numbers_in("020-600 650, 020-28 00 20")
    ['+4620600650', '+4620280020']
    """
    parts = [part.strip() for part in written.replace(",", "\n").splitlines() if part.strip()]
    found = {part: number_of(part) for part in parts}
    if bad := next((part for part, number in found.items() if not number), ""):
        raise ValueError(bad)
    return list(dict.fromkeys(found.values()))
