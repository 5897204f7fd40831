"""Menus that callers can bear: few choices, not deep, and a person for whoever waits or presses 0.

The way to a person is always there; a menu that does not say so is as bad as one without.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_CHOICES, MOST_DEPTH = 5, 2
LONGEST_SECONDS = 30.0
LETTERS_PER_SECOND = 15.0
# Said of the key, or of waiting, in either language.
_EXIT = re.compile(
    r"\b(0|noll|zero|dröj|vänta[r]?|stanna[r]? kvar|hold|wait|stay)\b", re.IGNORECASE
)


class Fault(StrEnum):
    TOO_MANY = "too-many"
    NO_EXIT = "no-exit"
    TOO_DEEP = "too-deep"
    TOO_LONG = "too-long"
    NOTHING_SAID = "nothing-said"
    NOTHING_BELOW = "nothing-below"


@dataclass(frozen=True)
class Menu:
    """What is said, for how many seconds, and what each key leads to: a queue, or a menu below."""

    words: str
    keys: Sequence[str] = ()
    below: "tuple[tuple[str, Menu], ...]" = ()
    # As measured of a recording; nothing: as long as it takes to read aloud.
    seconds: float | None = None

    @property
    def lasts(self) -> float:
        return len(self.words) / LETTERS_PER_SECOND if self.seconds is None else self.seconds


@dataclass(frozen=True)
class Finding:
    """A fault of the menu behind these keys; none: of the first."""

    fault: Fault
    keys: str = ""


def depth(menu: Menu) -> int:
    return 1 + max((depth(one) for _key, one in menu.below), default=0)


def longest_seconds(menu: Menu) -> float:
    """Return how long the longest of the menus lasts."""
    return max([menu.lasts, *(longest_seconds(one) for _key, one in menu.below)])


def findings(menu: Menu) -> list[Finding]:
    """Return what is wrong with a menu and those below it, from the first key on.

    >>> bad = Menu("Tryck 1 till 7 för det ni vill.", keys=list("1234567"))
    >>> [one.fault.value for one in findings(bad)]
    ['too-many', 'no-exit']
    """
    return list(_findings(menu, ""))


def _findings(menu: Menu, keys: str) -> Iterator[Finding]:
    if len(menu.keys) + len(menu.below) > MOST_CHOICES:
        yield Finding(Fault.TOO_MANY, keys)
    if not menu.words.strip():
        yield Finding(Fault.NOTHING_SAID, keys)
    elif not _EXIT.search(menu.words):
        yield Finding(Fault.NO_EXIT, keys)
    if keys and not menu.keys and not menu.below:
        yield Finding(Fault.NOTHING_BELOW, keys)
    if len(keys) == MOST_DEPTH:
        yield Finding(Fault.TOO_DEEP, keys)
    if menu.lasts > LONGEST_SECONDS:
        yield Finding(Fault.TOO_LONG, keys)
    for key, one in menu.below:
        yield from _findings(one, keys + key)
