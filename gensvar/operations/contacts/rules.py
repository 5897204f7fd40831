"""Pure decisions: how long a text message is, in how many parts, and when people are called."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b

from gensvar.operations.customers.rules import normal_phone
from gensvar.science.worktime.publicdays import HolidayRule, holiday

# GSM 03.38: what fits in seven bits, and what does behind an escape, counted as two.
GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_ESCAPED = frozenset("\f^{}\\[~]|€")
# Letters in one part alone, and in each of several, where some hold the parts together.
GSM_ALONE, GSM_TOGETHER = 160, 153
UCS2_ALONE, UCS2_TOGETHER = 70, 67
# Longer than this is a letter: it costs as many messages, and is better read elsewhere.
MOST_PARTS = 8


@dataclass(frozen=True)
class TextLength:
    """How long a text message is: letters as the network counts them, and parts paid for."""

    letters: int
    parts: int
    is_gsm: bool


def text_length(text: str) -> TextLength:
    """Count a text message as the network does.

    >>> text_length("Hej åäö")
    TextLength(letters=7, parts=1, is_gsm=True)
    >>> text_length("5 €").letters, text_length("Hej 🙂").is_gsm
    (4, False)
    """
    text = text.replace("\r\n", "\n")
    if all(letter in GSM or letter in GSM_ESCAPED for letter in text):
        widths = [2 if letter in GSM_ESCAPED else 1 for letter in text]
        return TextLength(sum(widths), _parts(widths, GSM_ALONE, GSM_TOGETHER), is_gsm=True)
    widths = [2 if ord(letter) > 0xFFFF else 1 for letter in text]
    return TextLength(sum(widths), _parts(widths, UCS2_ALONE, UCS2_TOGETHER), is_gsm=False)


def gsm_letters() -> tuple[str, str]:
    """Return the letters that count as one and as two, for a page that counts while one writes."""
    shown = (filter(str.isprintable, sorted(letters)) for letters in (GSM, GSM_ESCAPED))
    once, twice = ("".join(letters) for letters in shown)
    return once, twice


def _parts(widths: list[int], alone: int, together: int) -> int:
    """Fill one part after the other; a letter of two is never cut in half."""
    if sum(widths) <= alone:
        return 1
    parts, used = 1, 0
    for width in widths:
        if used + width > together:
            parts, used = parts + 1, 0
        used += width
    return parts


# When people are called who did not ask for the time. Ours: no law gives the hours in Sweden.
WEEKDAYS, RED_DAYS, OFFICE = ((8, 21), (10, 18), (8, 17))


def calling_hours(day: date, *, is_business: bool) -> tuple[int, int] | None:
    """Return from and until which whole hour of a local day people are called; None: not at all.

    >>> calling_hours(date(2026, 5, 5), is_business=False)
    (8, 21)
    >>> calling_hours(date(2026, 5, 14), is_business=False)
    (10, 18)
    >>> calling_hours(date(2026, 5, 14), is_business=True) is None
    True
    """
    is_red = day.weekday() >= 5 or holiday(day, [HolidayRule("SE", with_eves=True)]) is not None
    if is_business:
        return None if is_red else OFFICE
    return RED_DAYS if is_red else WEEKDAYS


def may_call_at(moment: datetime, *, is_business: bool) -> bool:
    """Say whether people are called at a local moment; the last hour is not included.

    >>> may_call_at(datetime(2026, 5, 5, 20, 59, 59), is_business=False)
    True
    >>> may_call_at(datetime(2026, 5, 5, 21, 0, 30), is_business=False)
    False
    """
    hours = calling_hours(moment.date(), is_business=is_business)
    return hours is not None and hours[0] <= moment.hour < hours[1]


# So long after its day a block register may be asked (the national one's own terms).
REGISTER_MONTHS = 2
# Swedish numbers as such lists write them: millions, so that most take the short way.
_SWEDISH = re.compile(r"0[1-9][0-9]{6,8}")
_SEPARATORS = re.compile(r"[;,\t]")


def register_ends_on(version_on: date) -> date:
    """Return the first day on which a block register may no longer be asked.

    >>> register_ends_on(date(2026, 1, 10)), register_ends_on(date(2025, 12, 31))
    (datetime.date(2026, 3, 10), datetime.date(2026, 2, 28))
    """
    months = version_on.year * 12 + version_on.month - 1 + REGISTER_MONTHS
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(version_on.day, monthrange(year, month)[1]))


def read_register(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each line, what stands there, and it as +46701111111 or nothing.

    The number is the first of a line's columns. Empty lines and a heading say nothing.
    """
    for place, line in enumerate(text.splitlines(), start=1):
        written = _SEPARATORS.split(line, maxsplit=1)[0].strip().strip('"').strip()
        if not line.strip() or (place == 1 and not any(map(str.isdigit, written))):
            continue
        if _SWEDISH.fullmatch(written):
            yield place, written, f"+46{written[1:]}"
        else:
            yield place, written, normal_phone(written) or ""


def register_digest(number: str, *, salt: str) -> int:
    """Return what is kept of a number, as a whole number of eight bytes with a sign."""
    made = blake2b(number.encode(), key=salt.encode(), digest_size=8).digest()
    return int.from_bytes(made, signed=True)
