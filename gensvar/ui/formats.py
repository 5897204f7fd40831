"""How dates and figures are written. Pure: the language, the zone and the time now are passed in.

Names and signs come from Babel once per language; after that a date is a string with values put in.
No-break spaces keep a figure and its unit on one line.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from babel import Locale

NARROW: Final = "\u202f"
MINUS: Final = "\u2212"
NOTHING: Final = "–"
_NEAR_DAYS: Final = {"sv": ("i går", "i dag", "i morgon"), "en": ("yesterday", "today", "tomorrow")}
_AT: Final = {"sv": " kl. {}", "en": " at {}"}
_HOURS: Final = {"sv": "tim", "en": "h"}
_TERRITORY: Final = {"sv": "sv_SE", "en": "en_GB"}


@dataclass(frozen=True)
class Language:
    """The words and signs that one language writes dates and figures with."""

    code: str
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    months: tuple[str, ...]
    near_days: tuple[str, str, str]
    at: str
    hours: str
    decimal_sign: str
    group_sign: str
    before_percent: str
    clock_sign: str


@cache
def language(code: str) -> Language:
    """Return how `code` writes; regional variants count as their language, others as English."""
    known = code.split("-")[0].lower()
    if known not in _TERRITORY:
        known = "en"
    locale = Locale.parse(_TERRITORY[known])
    days, months = locale.days["format"], locale.months["format"]["wide"]
    swedish = known == "sv"
    return Language(
        code=known,
        weekdays=tuple(days["wide"][number] for number in range(7)),
        weekdays_short=tuple(days["abbreviated"][number].rstrip(".") for number in range(7)),
        months=tuple(months[number] for number in range(1, 13)),
        near_days=_NEAR_DAYS[known],
        at=_AT[known],
        hours=_HOURS[known],
        decimal_sign=locale.number_symbols["latn"]["decimal"],
        group_sign=NARROW if swedish else locale.number_symbols["latn"]["group"],
        before_percent=NARROW,
        clock_sign="." if swedish else ":",
    )


def when(at: datetime, *, now: datetime, zone: tzinfo, words: Language) -> str:
    """Write an instant as agents say it: "i dag 15:00", "ons 6 maj 17:00"."""
    local = at.astimezone(zone)
    return f"{day(local.date(), today=now.astimezone(zone).date(), words=words)} {_clock(local)}"


def day(on: date, *, today: date, words: Language) -> str:
    """Write a day: "i morgon", "ons 6 maj", and with its year when that is not this year."""
    distance = (on - today).days
    if -1 <= distance <= 1:
        return words.near_days[distance + 1]
    year = "" if on.year == today.year else f" {on.year}"
    return f"{words.weekdays_short[on.weekday()]} {on.day} {words.months[on.month - 1]}{year}"


def clock(at: datetime, *, zone: tzinfo) -> str:
    """Write the time of day: "14:05"."""
    return _clock(at.astimezone(zone))


def day_in_full(on: date, *, today: date, words: Language) -> str:
    """Write a day without short forms: "onsdag 6 maj"."""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{words.weekdays[on.weekday()]} {on.day} {words.months[on.month - 1]}{year}"


def when_in_full(at: datetime, *, now: datetime, zone: tzinfo, words: Language) -> str:
    """Write an instant as citizens read it: "onsdag 6 maj kl. 17", "måndag 4 maj kl. 8.05"."""
    local = at.astimezone(zone)
    written = day_in_full(local.date(), today=now.astimezone(zone).date(), words=words)
    hour = str(local.hour) if words.code == "sv" else f"{local.hour}:{local:%M}"
    if words.code == "sv" and local.minute:
        hour = f"{local.hour}{words.clock_sign}{local:%M}"
    return written + words.at.format(hour)


def number(value: int | float | Decimal, *, words: Language, decimals: int | None = None) -> str:
    """Write a figure: "1 234,5". Rounded half up; without `decimals` a whole number stays whole."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        return NOTHING
    if decimals is None:
        decimals = 0 if exact == exact.to_integral_value() else 1
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _, part = f"{abs(rounded):,f}".partition(".")
    sign = MINUS if rounded < 0 else ""
    tail = words.decimal_sign + part if part else ""
    return sign + whole.replace(",", words.group_sign) + tail


def percent(share: float | Decimal | None, *, words: Language, decimals: int = 1) -> str:
    """Write a share between 0 and 1: 0.85 becomes "85,0 %". A share of nothing is "–"."""
    if share is None:
        return NOTHING
    exact = share if isinstance(share, Decimal) else Decimal(str(share))
    written = number(exact * 100, words=words, decimals=decimals)
    return written if written == NOTHING else f"{written}{words.before_percent}%"


def share_of(part: int, whole: int, *, words: Language, decimals: int = 1) -> str:
    """Write `part` of `whole` in per cent, exactly; of nothing it is "–"."""
    if whole == 0:
        return NOTHING
    return percent(Decimal(part) / Decimal(whole), words=words, decimals=decimals)


def filesize(size_bytes: int, *, words: Language) -> str:
    """Write a size as file managers do, in thousands: "1,2 MB", "340 kB"."""
    if size_bytes < 1000:
        return f"{size_bytes}{NARROW}B"
    size, unit = Decimal(size_bytes) / 1000, "kB"
    for larger in ("MB", "GB", "TB"):
        if size < Decimal("999.5"):
            break
        size, unit = size / 1000, larger
    decimals = 1 if unit != "kB" and size < 10 else 0
    return f"{number(size, words=words, decimals=decimals)}{NARROW}{unit}"


def duration(length: timedelta | float, *, words: Language) -> str:
    """Write how long something took: "52 s", "1 min 52 s", "2 tim 5 min"."""
    seconds = _whole_seconds(length)
    hours, minutes, rest = seconds // 3600, seconds % 3600 // 60, seconds % 60
    parts = [(hours, words.hours), (minutes, "min"), (0 if hours else rest, "s")]
    written = [f"{amount}{NARROW}{unit}" for amount, unit in parts if amount]
    return " ".join(written) or f"0{NARROW}s"


def stopwatch(length: timedelta | float) -> str:
    """Write a running time: "0:41", "12:05", "1:00:00"."""
    seconds = _whole_seconds(length)
    hours, minutes, rest = seconds // 3600, seconds % 3600 // 60, seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _clock(local: datetime) -> str:
    return f"{local.hour:02}:{local.minute:02}"


def _whole_seconds(length: timedelta | float) -> int:
    seconds = length.total_seconds() if isinstance(length, timedelta) else length
    return max(0, int(seconds))
