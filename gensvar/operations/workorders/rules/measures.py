"""K120–K123 on work orders, from plain facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from gensvar.operations.workorders.rules.money import variance
from gensvar.operations.workorders.rules.repeats import repeated


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the measures ask of one order; money in öre."""

    about: object
    made_at: datetime
    due_at: datetime | None = None
    finished_at: datetime | None = None
    told_customer: bool = False
    told_desk: bool = False
    estimate: int | None = None
    actual: int | None = None
    # In hours of work.
    hours_estimated: Decimal | None = None
    hours: Decimal | None = None


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> Decimal | None:
        return Decimal(self.part) / Decimal(self.whole) if self.whole else None


@dataclass(frozen=True)
class Variance:
    """What a number of orders was estimated to cost, and what they cost."""

    estimate: int
    actual: int
    orders: int

    @property
    def value(self) -> Decimal | None:
        return variance(self.estimate, self.actual)


@dataclass(frozen=True)
class HoursVariance:
    """How many hours a number of orders was estimated to take, and how many they took."""

    estimate: Decimal
    actual: Decimal
    orders: int

    @property
    def value(self) -> Decimal | None:
        return (self.actual - self.estimate) / self.estimate if self.estimate else None


def cost_variance(orders: Iterable[Facts]) -> Variance:
    """K120: (Σ actual − Σ estimate) ÷ Σ estimate, of finished orders that have both."""
    both = [
        (one.estimate, one.actual)
        for one in orders
        if one.finished_at is not None and one.estimate and one.actual is not None
    ]
    return Variance(sum(pair[0] for pair in both), sum(pair[1] for pair in both), len(both))


def hours_variance(orders: Iterable[Facts]) -> HoursVariance:
    """K120: the same for the hours of work, of finished orders whose hours were estimated."""
    both = [
        (one.hours_estimated, one.hours)
        for one in orders
        if one.finished_at is not None and one.hours_estimated and one.hours is not None
    ]
    zero = Decimal()
    return HoursVariance(
        sum((pair[0] for pair in both), zero), sum((pair[1] for pair in both), zero), len(both)
    )


def repeat_share(orders: Iterable[Facts]) -> Share:
    """K121: orders on the same object and category within 90 days ÷ orders on an object."""
    on_object = [(one.about, one.made_at) for one in orders if one.about is not None]
    return Share(repeated(on_object), len(on_object))


def on_time(orders: Iterable[Facts]) -> Share:
    """K122: orders finished no later than promised, or else planned ÷ those with such a time."""
    timed = [
        one.finished_at <= one.due_at
        for one in orders
        if one.finished_at is not None and one.due_at is not None
    ]
    return Share(sum(timed), len(timed))


def reported_back(orders: Iterable[Facts]) -> Share:
    """K123: finished orders told to both the customer and the desk ÷ finished orders."""
    told = [one.told_customer and one.told_desk for one in orders if one.finished_at is not None]
    return Share(sum(told), len(told))
