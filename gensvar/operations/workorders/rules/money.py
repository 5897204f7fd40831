"""Time and money in whole öre and decimal hours; nothing is ever rounded twice."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

LARGEST: Final = 100_000_000_00  # a hundred million kronor: more is a slip of the pen
MOST_HOURS: Final = Decimal(10_000)


class NotMoney(ValueError):
    """What was written is no amount that we can take."""


def labour(hours: Decimal, rate: int) -> int:
    """Return what so many hours cost, in öre.

    >>> labour(Decimal("1.5"), 620_00)
    93000
    """
    return int((hours * rate).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def cost(hours: Decimal, rate: int, material: int) -> int:
    """Return hours × rate + material, in öre.

    >>> cost(Decimal("2.0"), 620_00, 180_00)
    142000
    """
    return labour(hours, rate) + material


def amount(quantity: Decimal, price: int) -> int:
    """Return what so many of something cost, in öre."""
    return labour(quantity, price)


def variance(estimate: int, actual: int) -> Decimal | None:
    """Return (actual − estimate) / estimate; of nothing there is none. K120.

    >>> round(variance(142_000, 117_000) * 100, 1)
    Decimal('-17.6')
    """
    return Decimal(actual - estimate) / Decimal(estimate) if estimate else None


def read_kronor(text: str) -> int:
    """Read an amount as Swedes and programs write it, "1 420,50" or "1420.5", into öre.

    Raises NotMoney for what is none, is negative, or has parts of an öre.
    """
    ore = _number(text) * 100
    if ore != ore.to_integral_value() or not 0 <= ore <= LARGEST:
        raise NotMoney(text)
    return int(ore)


def read_hours(text: str) -> Decimal:
    """Read hours, "1,5" or "1.25", in hundredths at the finest.

    Raises NotMoney for what is none, or no time at all.
    """
    hours = _number(text)
    if hours != hours.quantize(Decimal("0.01")) or not 0 <= hours <= MOST_HOURS:
        raise NotMoney(text)
    return hours


def in_kronor(ore: int) -> Decimal:
    """Return öre as kronor.

    >>> in_kronor(142_050)
    Decimal('1420.5')
    """
    return Decimal(ore) / 100


def _number(text: str) -> Decimal:
    plain = re.sub(r"[\s\u00a0\u202f]|kr$", "", str(text).strip().lower()).replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", plain):
        raise NotMoney(text)
    try:
        return Decimal(plain)
    except InvalidOperation:  # pragma: no cover - the pattern lets none through
        raise NotMoney(text) from None
