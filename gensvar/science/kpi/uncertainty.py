"""How sure a figure from a sample is: 95 per cent intervals (R9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt
from typing import Final

# The standard normal value below which 97.5 per cent lie.
Z: Final = 1.959963984540054


class Uncertainty(StrEnum):
    """By which reasoning a figure has an interval."""

    SHARE = "share"
    BALANCE = "balance"


@dataclass(frozen=True)
class Interval:
    low: float
    high: float


def wilson(part: Fraction | int, whole: Fraction | int) -> Interval | None:
    """Return within which shares (0–1) the true one lies, 19 times of 20; None of nothing.

    Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical
    inference.

    >>> found = wilson(86, 100)
    >>> round(found.low, 3), round(found.high, 3)
    (0.779, 0.915)
    """
    if whole <= 0:
        return None
    n, share = float(whole), float(Fraction(part) / Fraction(whole))
    middle = share + Z * Z / (2 * n)
    width = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    low, high = ((middle + side) / (1 + Z * Z / n) for side in (-width, width))
    # At the ends the share itself is the limit; only the computer's rounding makes it another.
    return Interval(0.0 if part == 0 else max(low, 0.0), 1.0 if part == whole else min(high, 1.0))


def balance(high: Fraction | int, low: Fraction | int, whole: Fraction | int) -> Interval | None:
    """Return the interval of the share of one side less that of the other, from -1 to 1."""
    if whole <= 0:
        return None
    n, p, d = float(whole), float(high) / float(whole), float(low) / float(whole)
    width = Z * sqrt(max(p + d - (p - d) ** 2, 0.0) / n)
    return Interval(p - d - width, p - d + width)


def mean_interval(values: Sequence[float]) -> Interval | None:
    """Return the interval of a mean of many values (30 or more); None of fewer than two."""
    n = len(values)
    if n < 2:
        return None
    mean = sum(values) / n
    width = Z * sqrt(sum((one - mean) ** 2 for one in values) / (n - 1) / n)
    return Interval(mean - width, mean + width)
