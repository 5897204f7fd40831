"""Posts as others give them: what a row says, what is wrong with it, and how long it is kept."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from gensvar.foundation.integrations.tables import Fault, meaning_of, read_rows

MOST_ROWS = 2_000
MOST_IN_A_CALL = 200
LONGEST = {"id": 200, "url": 2_000, "author": 200, "handle": 200, "text": 20_000, "answers": 200}
REQUIRED = ("url", "text")
HEADINGS = {
    "id": ("id", "post_id", "post id", "inläggets id"),
    "url": ("url", "link", "länk", "adress"),
    "author": ("author", "name", "namn", "skriven av"),
    "handle": ("handle", "account", "konto", "användare"),
    "text": ("text", "post", "inlägg", "words"),
    "posted_at": ("posted_at", "posted at", "time", "date", "tid", "datum", "publicerat"),
    "answers": ("answers", "in_reply_to", "in reply to", "svar på"),
    "private": ("private", "privat", "direct"),
}
YES = {"": False, "0": False, "no": False, "nej": False, "false": False}
YES |= {"1": True, "yes": True, "ja": True, "true": True}
CLOCKS_DIFFER = timedelta(minutes=5)
LONGEST_AGO = timedelta(days=3_653)


@dataclass(frozen=True, kw_only=True)
class Written:
    """A post as its network tells of it; `number` is its line in a table or place in a call."""

    id: str
    url: str
    text: str
    author: str = ""
    handle: str = ""
    posted_at: datetime | None = None
    answers: str = ""
    is_private: bool = False
    # Who may read it, and what is not in its words, where we fetched it ourselves.
    visibility: str = ""
    problems: tuple[str, ...] = ()
    number: int = 0


@dataclass
class Table:
    posts: list[Written] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_table(text: str, *, at: datetime) -> Table:
    """Return the posts in a table, and everything that is wrong with it."""
    table = Table()
    meaning = meaning_of(HEADINGS)
    rows = read_rows(text, meaning, table.faults, required=REQUIRED, most_rows=MOST_ROWS)
    _read(table, rows, at=at)
    return table


def read_call(body: bytes, *, at: datetime) -> Table:
    """Return the posts that a program sends: one as an object, or several as `posts`."""
    table = Table()
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        table.faults.append(Fault(0, "", "json"))
        return table
    posts = given.get("posts", [given]) if isinstance(given, dict) else given
    if not isinstance(posts, list) or not all(isinstance(post, dict) for post in posts):
        table.faults.append(Fault(0, "", "json"))
    elif not posts or len(posts) > MOST_IN_A_CALL:
        table.faults.append(Fault(0, "posts", "rows", str(MOST_IN_A_CALL)))
    else:
        _read(table, enumerate(map(_as_text, posts), start=1), at=at)
    return table


def kept_until(posted: datetime, *, days: int, came: datetime) -> date:
    """Return the day until which a post is kept, counted from when it was written, but not past.

    >>> kept_until(datetime(2026, 5, 4), days=30, came=datetime(2026, 5, 5)).isoformat()
    '2026-06-03'
    """
    return max((posted + timedelta(days=days)).date(), came.date())


def title_of(text: str) -> str:
    """Return the first line of a post, short enough for a title."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return first if len(first) <= 80 else f"{first[:79].rsplit(' ', 1)[0]}…"


def _as_text(post: Mapping[str, object]) -> dict[str, str]:
    """Return what a program says as a table would; only what it says in words and numbers."""
    return {
        str(key): "yes" if value is True else "" if value in (None, False) else str(value)
        for key, value in post.items()
        if not isinstance(value, dict | list)
    }


def _read(table: Table, rows: Iterator[tuple[int, dict[str, str]]], *, at: datetime) -> None:
    seen: dict[str, int] = {}
    for number, given in rows:
        faults = [Fault(number, *found) for found in _faults(given, at=at)]
        key = given.get("id") or given.get("url", "")
        if key and key in seen:
            faults.append(
                Fault(number, "id" if given.get("id") else "url", "twice", str(seen[key]))
            )
        seen.setdefault(key, number)
        table.faults += faults
        if not faults:
            table.posts.append(_post(number, key, given))


def _post(number: int, key: str, given: Mapping[str, str]) -> Written:
    return Written(
        number=number,
        id=key[: LONGEST["id"]],
        url=given["url"],
        text=given["text"],
        author=given.get("author", ""),
        handle=given.get("handle", ""),
        posted_at=_moment(given.get("posted_at", "")),
        answers=given.get("answers", ""),
        is_private=YES[given.get("private", "").lower()],
    )


def _faults(given: Mapping[str, str], *, at: datetime) -> Iterator[tuple[str, str, str]]:
    """Yield column, rule and value of whatever is wrong with one post."""
    for column in given.keys() - HEADINGS.keys():
        yield column[:40], "column", ""
    for column in REQUIRED:
        if not given.get(column, "").strip():
            yield column, "empty", ""
    for column, most in LONGEST.items():
        if len(given.get(column, "")) > most:
            yield column, "long", str(most)
    if given.get("url") and not is_link(given["url"]):
        yield "url", "url", given["url"][:40]
    if given.get("private", "").lower() not in YES:
        yield "private", "private", given["private"][:40]
    yield from _wrong_time(given.get("posted_at", ""), at)


def _wrong_time(written: str, at: datetime) -> Iterator[tuple[str, str, str]]:
    if not written:
        return
    moment = _moment(written)
    if moment is None:
        yield "posted_at", "time", written[:40]
    elif not at - LONGEST_AGO < moment <= at + CLOCKS_DIFFER:
        yield "posted_at", "when", written[:40]


def is_link(url: str) -> bool:
    """Say whether something is an address on the web that a person may open."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not set(url) & set(' <>"')


def _moment(written: str) -> datetime | None:
    """Return an instant; one without an offset is of UTC, as programs write it."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


# When a network does not let us in, or does not answer.
ASK_AGAIN_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15))
# A network says when it has heard enough; longer than this we do not believe it.
LONGEST_PAUSE = timedelta(hours=1)
# Mastodon knows a key for an hour: for so long, asking again publishes nothing twice.
KEY_HOLDS = timedelta(minutes=50)
# A reply that is a day late says the wrong thing.
GIVE_UP_AFTER = timedelta(days=1)
PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:\d\d)?(\d{6})[-+ ]?(\d{4})(?!\d)")


def ask_again(failures: int, *, at: datetime, told: datetime | None = None) -> datetime:
    """Return when to ask a network again after so many failures in a row.

    >>> ask_again(9, at=datetime(2026, 5, 4, 12)).isoformat()
    '2026-05-04T12:15:00'
    """
    if told is not None:
        return min(max(told, at), at + LONGEST_PAUSE)
    return at + ASK_AGAIN_AFTER[min(max(failures, 1), len(ASK_AGAIN_AFTER)) - 1]


def has_personal_number(text: str) -> bool:
    """Say whether a text holds a Swedish personal number, or one for coordination.

    >>> has_personal_number("Hej 19811218-9876!"), has_personal_number("Ring 0123-456789")
    (True, False)
    """
    return any(_is_personal(*found.groups()) for found in PERSONAL_NUMBER.finditer(text))


def _is_personal(day: str, rest: str) -> bool:
    """Judge by month, day (60 more for coordination) and check digit, as Skatteverket writes."""
    if not (1 <= int(day[2:4]) <= 12 and 1 <= int(day[4:6]) % 60 <= 31):
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(day + rest))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
