"""How long things take: drawn by a generator that is passed in, so that a day can be had again."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, log, sqrt
from random import Random

# How often a drawn time is drawn again because it is already over.
TRIES = 50


@dataclass(frozen=True, slots=True)
class Spread:
    """Times in seconds with a mean, and a spread as standard deviation over mean.

    spread 0: always the mean; 1: exponential, as patience and unplanned talk often are; any other:
    lognormal, which fits handling times (Brown et al. 2005, Journal of the American Statistical
    Association 100:36–50).

    >>> Spread(240.0, 0.0).draw(Random(1))
    240.0
    """

    mean: float
    spread: float = 1.0

    def __post_init__(self) -> None:
        if not (self.mean >= 0 and 0 <= self.spread < inf):
            raise ValueError("a mean and a spread are 0 or more")

    def draw(self, random: Random) -> float:
        if self.mean in (0.0, inf) or self.spread == 0:
            return self.mean
        if self.spread == 1:
            return random.expovariate(1 / self.mean)
        variance = log(1 + self.spread**2)
        return random.lognormvariate(log(self.mean) - variance / 2, sqrt(variance))

    def left(self, random: Random, *, gone: float) -> float:
        """Draw what remains of a time that has already lasted `gone` seconds."""
        if self.spread == 1 or self.mean in (0.0, inf):
            return self.draw(random)
        for _ in range(TRIES):
            if (drawn := self.draw(random)) > gone:
                return drawn - gone
        return self.draw(random) if self.spread else 0.0


NOTHING = Spread(0.0, 0.0)
FOR_EVER = Spread(inf, 0.0)


@dataclass(frozen=True, slots=True)
class Mix:
    """Values with their shares; what the shares leave over to 1 is the empty value.

    >>> Mix({"ar": 0.25}).draw(Random(1)), Mix({"ar": 0.25}).draw(Random(2))
    ('ar', '')
    """

    shares: Mapping[str, float]

    def __post_init__(self) -> None:
        if min(self.shares.values(), default=0) < 0 or sum(self.shares.values()) > 1 + 1e-9:
            raise ValueError("shares are 0 or more, and at most 1 together")

    def draw(self, random: Random) -> str:
        if not self.shares:
            return ""
        left = random.random()
        for value, share in self.shares.items():
            left -= share
            if left < 0:
                return value
        return ""
