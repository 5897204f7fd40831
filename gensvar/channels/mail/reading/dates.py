"""When the mail was written."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.words import header_text

ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[+-]\d{2}:?\d{2}|Z)?")
YEARS = range(1980, 2100)


def instant(text: str) -> datetime | None:
    """Return the moment a Date header names, or None; without a zone it is taken as UTC."""
    text = " ".join(text.split())[:200]
    found = _rfc(text) or _iso(text) or _rfc(re.sub(r"\([^)]*\)|(?<=\d)\.(?=\d)", ":", text))
    if found is None:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    try:
        return found if found.astimezone(UTC).year in YEARS else None
    except (OverflowError, ValueError):
        return None


def _rfc(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None


def _iso(text: str) -> datetime | None:
    found = ISO.search(text)
    try:
        return datetime.fromisoformat(found[0].replace(" +", "+")) if found else None
    except ValueError:
        return None


def read_date(draft: Draft) -> None:
    """Take the Date header, else the moment the last server received the mail."""
    written = draft.root.all("date")
    draft.date = next((one for one in map(_of_header, written[:5]) if one), None)
    if draft.date is None:
        if written:
            draft.note(Problem.BAD_DATE)
        received = draft.root.first("received").rpartition(b";")[2]
        draft.date = _of_header(received) or _of_header(draft.root.first("delivery-date"))


def _of_header(value: bytes) -> datetime | None:
    return instant(header_text(value[:500]))
