"""Pure decisions about chats: what may come in, who is there, how many at once, how long a wait."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil
from urllib.parse import urlsplit

LONGEST_TEXT = 4_000
# A key lets somebody back into a chat so long after it began, and so long after it ended.
LASTS = timedelta(hours=12)
READABLE_AFTER = timedelta(hours=1)
# A browser that is not looked at says once a minute that it is there.
GONE = timedelta(seconds=90)
# Nobody waits for, or talks with, somebody who has been gone for so long.
LOST_WAITING = timedelta(minutes=3)
LOST_TALKING = timedelta(minutes=15)
TYPING = timedelta(seconds=6)
MOST_COPIES = 3
MOST_FILES = 10
MOST_SITES = 50
# Before anybody has chatted, a chat is taken to last so long.
USUAL_SECONDS = 480.0

_KEY = re.compile(r"[A-Za-z0-9_-]{43,128}")
_MARK = re.compile(r"[A-Za-z0-9_-]{8,64}")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def is_key(written: object) -> bool:
    """Say whether something may be the key of a chat: 32 bytes by chance, or more."""
    return isinstance(written, str) and _KEY.fullmatch(written) is not None


def is_mark(written: object) -> bool:
    """Say whether something may be the mark by which a message is known when it comes twice."""
    return isinstance(written, str) and _MARK.fullmatch(written) is not None


def digest_of(key: str) -> str:
    """Return what is kept of a key; the key itself is nowhere but in the browser."""
    return sha256(key.encode()).hexdigest()


def has_unseen(text: str) -> bool:
    """Say whether a text holds signs that no text has, such as NUL."""
    return _UNSEEN.search(text) is not None


def site_of(written: str) -> str | None:
    """Return a site as browsers name it, or None where it is none.

    >>> site_of("https://www.Exempelby.se/kontakt"), site_of("www.exempelby.se")
    ('https://www.exempelby.se', 'https://www.exempelby.se')
    >>> site_of("https://*.se"), site_of("ftp://exempelby.se"), site_of("https://a.se; script-src")
    (None, None, None)
    """
    given = written.strip()
    try:
        parts = urlsplit(given if "://" in given else f"https://{given}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.username or not _HOST.fullmatch(host):
        return None
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}"


def title_of(text: str) -> str:
    """Return the first words of what was written as the title of its case."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:120]


def is_gone(heard_at: datetime, gone_at: datetime | None, *, at: datetime) -> bool:
    return gone_at is not None or at - heard_at >= GONE


def is_typing(typing_at: datetime | None, *, at: datetime) -> bool:
    return typing_at is not None and at - typing_at < TYPING


def wait_minutes(place: int, *, handling_seconds: float, room: int) -> int | None:
    """Return the minutes that somebody at this place is likely to wait; None where nobody is here.

    `room` is how many chats those who are here take at once: each place ahead is one chat ended.

    >>> wait_minutes(3, handling_seconds=480, room=4), wait_minutes(1, handling_seconds=60, room=0)
    (6, None)
    """
    return max(1, ceil(place * handling_seconds / room / 60)) if room else None


@dataclass(frozen=True)
class AtOnce:
    """How many chats somebody had at once, and how long each took of them (K46)."""

    chats: int
    chat_seconds: float
    busy_seconds: float

    @property
    def concurrency(self) -> float | None:
        """Chats at once while there was at least one; never divided by what is allowed."""
        return self.chat_seconds / self.busy_seconds if self.busy_seconds else None

    @property
    def handling_seconds(self) -> float | None:
        """The agent's time for a chat: the customer's, divided by the concurrency."""
        return self.busy_seconds / self.chats if self.chats else None


def at_once(talks: Iterable[tuple[int, float, float]]) -> AtOnce:
    """Add up talks, each as agent, begin and end in seconds.

    >>> six = [(1, start, start + 600) for start in (0, 0, 600, 600, 1200, 1200)]
    >>> found = at_once(six)
    >>> found.concurrency, found.handling_seconds
    (2.0, 300.0)
    """
    chats, total, busy = 0, 0.0, 0.0
    reached: dict[int, float] = {}
    for agent, begin, end in sorted(talks, key=lambda talk: talk[1]):
        chats, total = chats + 1, total + (end - begin)
        since = max(begin, reached.get(agent, begin))
        busy += max(0.0, end - since)
        reached[agent] = max(end, reached.get(agent, end))
    return AtOnce(chats, total, busy)
