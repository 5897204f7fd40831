"""What the past says of days to come: how many will come and when, and how long things take.

House rule. One odd day or one forgotten contact must not decide: the extremes are left out or cut.
"""

from collections.abc import Mapping, Sequence
from math import sqrt
from statistics import fmean, pstdev

from gensvar.science.simulation.chance import FOR_EVER, Spread

SLOTS = 48
HALF_HOUR = 1800.0
# So many contacts of today weigh as much as what the past says of the day.
WEIGHT = 20.0
# With fewer days or times than this the extremes cannot be told, and what is usual is assumed.
FEWEST_DAYS, FEWEST_TIMES, FEWEST_LEFT = 3, 10, 5
CUT = 0.05
# How much days differ where too few are known.
ASSUMED_SWING = 0.3


def by_half_hour(days: Sequence[Mapping[int, int]]) -> list[float]:
    """Return how many come in each half hour (0 to 47) of a day, from days of its kind.

    The mean of the days; of five or more without the busiest and the quietest.

    >>> by_half_hour([{18: 4}, {18: 6}])[18]
    5.0
    """
    kept = sorted(days, key=lambda day: sum(day.values()))
    if len(kept) > FEWEST_DAYS + 1:
        kept = kept[1:-1]
    if not kept:
        return [0.0] * SLOTS
    return [fmean(day.get(slot, 0) for day in kept) for slot in range(SLOTS)]


def level(came: float, expected: float) -> float:
    """Return how many times as many come today as on such days, shrunk towards 1.

    Early, when few were expected, it stays near 1; the more have come, the more today counts.

    >>> level(60, 40), level(0, 0)
    (1.3333333333333333, 1.0)
    """
    return (came + WEIGHT) / (expected + WEIGHT)


def pace(today: Mapping[int, int], passed: float) -> list[float]:
    """Return what each half hour brings if the day goes on as it has since somebody first came.

    For a queue without a past. passed: half hours since midnight.

    >>> pace({18: 3, 19: 5}, 20.0)[20]
    4.0
    """
    if not today or passed <= min(today):
        return [0.0] * SLOTS
    return [sum(today.values()) / max(1.0, passed - min(today))] * SLOTS


def swing(totals: Sequence[float]) -> float:
    """Return how much the volume of days differs beyond chance: standard deviation over mean.

    Chance alone gives a variance as great as the mean (Poisson); what is more is the days' own.

    >>> swing([100, 100, 100]), round(swing([50, 100, 150]), 2)
    (0.0, 0.4)
    """
    if len(totals) < FEWEST_DAYS or not (mean := fmean(totals)):
        return ASSUMED_SWING
    own = pstdev(totals) ** 2 - mean
    return sqrt(max(0.0, own)) / mean


def spread_of(seconds: Sequence[float], *, usual: Spread) -> Spread:
    """Return mean and spread of measured times, the longest and shortest twentieth cut to the next.

    With fewer than ten, what is usual.

    >>> spread_of([240.0] * 99 + [86_400.0], usual=Spread(1))
    Spread(mean=240.0, spread=0.0)
    """
    if len(seconds) < FEWEST_TIMES:
        return usual
    ordered = sorted(seconds)
    least = ordered[int(CUT * len(ordered))]
    most = ordered[-1 - int(CUT * len(ordered))]
    cut = [min(most, max(least, one)) for one in ordered]
    mean = fmean(cut)
    return Spread(mean, pstdev(cut) / mean if mean else 0.0)


def patience_of(waited_seconds: float, left: int) -> Spread:
    """Return how long customers wait before they give up: all waiting, over how many gave up.

    Those who were answered had more patience than they needed, which this counts right: the
    maximum-likelihood estimate of an exponential time that was cut short (Epstein & Sobel 1953).
    Where hardly anybody gives up, nobody does.

    >>> patience_of(6000, 10)
    Spread(mean=600.0, spread=1.0)
    """
    return Spread(waited_seconds / left) if left >= FEWEST_LEFT else FOR_EVER
