"""What several plays tell together: a mean and how far it may be off."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt
from statistics import fmean, stdev

# The 97.5 % point of Student's t distribution for 1 to 30 degrees of freedom.
T_975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with the half-width of its 95 % confidence interval, infinite after one run."""

    mean: float
    half_width: float
    runs: int

    @property
    def low(self) -> float:
        return self.mean - self.half_width

    @property
    def high(self) -> float:
        return self.mean + self.half_width

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


def estimate(values: Sequence[float]) -> Estimate:
    """Estimate the mean of independent runs by Student's t.

    Raises ValueError where there is none.

    >>> found = estimate([2.0, 4.0, 6.0])
    >>> found.mean, round(found.half_width, 2)
    (4.0, 4.97)
    """
    runs = len(values)
    if not runs:
        raise ValueError("no run, no estimate")
    if runs == 1:
        return Estimate(values[0], inf, 1)
    return Estimate(fmean(values), t_975(runs - 1) * stdev(values) / sqrt(runs), runs)


def t_975(degrees: int) -> float:
    """Return the 97.5 % point of Student's t, over 30 degrees by its expansion in 1/degrees.

    Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5; right to three decimals.

    >>> round(t_975(60), 3), round(t_975(1000), 3)
    (2.0, 1.962)
    """
    if degrees <= len(T_975):
        return T_975[degrees - 1]
    z = 1.959964
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + first / degrees + second / degrees**2
