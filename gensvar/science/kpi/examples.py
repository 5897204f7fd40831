"""The worked examples: every one is counted and compared with what was worked out by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from gensvar.science.kpi.definitions import Definition, Measure, Vector
from gensvar.science.kpi.faults import Unsound
from gensvar.science.kpi.figures import Counted, Figure, figure, rounded
from gensvar.science.kpi.reading import Registry
from gensvar.science.kpi.telling import interval, times_shown, told
from gensvar.science.kpi.uncertainty import Interval, Uncertainty, balance
from gensvar.science.worktime.calendar import Calendar
from gensvar.science.worktime.hours import Interval as Open
from gensvar.science.worktime.hours import Week
from gensvar.science.worktime.publicdays import HolidayRule
from gensvar.science.worktime.schedule import Schedule

OFFICE = Week(dict.fromkeys(range(5), (Open(time(7, 30), time(17)),)))
ZONE = ZoneInfo("Europe/Stockholm")
CALENDAR = Calendar(Schedule((OFFICE,), zone=ZONE, holidays=[HolidayRule("SE")]))


@dataclass(frozen=True)
class Outcome:
    """What an example came to, and what it should have."""

    code: str
    vector: Vector
    came_to: Mapping[str, str]
    between: tuple[str, str] | None

    @property
    def is_right(self) -> bool:
        return self.came_to == self.vector.shown and self.between == self.vector.between

    @property
    def difference(self) -> str:
        """Say what came out otherwise than it was worked out by hand."""
        wanted = {**self.vector.shown, "between": self.vector.between}
        found = {**self.came_to, "between": self.between}
        return "; ".join(
            f"{key or 'it'} should be {wanted[key]}, is {found[key]}"
            for key in wanted
            if wanted[key] != found[key]
        )


def outcomes(registry: Registry) -> Iterator[Outcome]:
    for definition in registry.definitions.values():
        for vector in definition.vectors:
            yield outcome(definition, vector, registry)


def outcome(definition: Definition, vector: Vector, registry: Registry) -> Outcome:
    """Count an example."""
    given = {name: counted(value) for name, value in vector.given.items()}
    shown: dict[str, str] = {}
    for key in vector.shown:
        measure = definition.current.measure(key)
        if measure is None:
            shown[key] = "no such way of counting"
            continue
        found = _figure(measure, given, registry)
        shown[key] = told(found, *definition.unit_of(measure)) if found else "unsound"
    between = _between(definition, given, registry) if vector.between else None
    return Outcome(definition.code, vector, shown, between)


def counted(value: Any) -> Counted:
    """Return what an example gives: a number, a list, or whether something was in time."""
    if isinstance(value, list):
        return [Fraction(str(one)) for one in value]
    if not isinstance(value, dict):
        return Fraction(str(value))
    if "working_days" in value:
        return int(value["done"] <= due(value["begun"], value["working_days"]))
    return int(value["used"] >= months_after(value["of"], value["months"]))


def due(begun: datetime, working_days: int) -> datetime:
    """Return when the office closes on the last day; the day itself does not count.

    What comes after closing time has come on the next working day.
    """
    at = begun.replace(tzinfo=ZONE)
    is_after = at.time() >= time(17) or not CALENDAR.is_working_day(at.date())
    start = CALENDAR.next_opening(at) if is_after else at
    assert start is not None
    return CALENDAR.add_days(start, working_days).astimezone(ZONE).replace(tzinfo=None)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def _figure(measure: Measure, given: Mapping[str, Counted], registry: Registry) -> Figure | None:
    try:
        return figure(registry.formula(measure), given)
    except Unsound:
        return None


def _between(
    definition: Definition, given: Mapping[str, Counted], registry: Registry
) -> tuple[str, str] | None:
    measure = definition.headline
    found = _figure(measure, given, registry)
    if found is None or found.value is None:
        return None
    around = interval(measure, found) or _around_balance(measure, given)
    if around is None:
        return None
    unit, decimals = definition.unit_of(measure)
    times = 100 if measure.uncertainty is Uncertainty.BALANCE else times_shown(unit)
    low, high = (rounded(Fraction(end) * times, decimals) for end in (around.low, around.high))
    return str(low), str(high)


def _around_balance(measure: Measure, given: Mapping[str, Counted]) -> Interval | None:
    names = ("promoters", "detractors", "answers")
    numbers = [value for name in names if isinstance(value := given.get(name), Fraction | int)]
    if measure.uncertainty is not Uncertainty.BALANCE or len(numbers) < len(names):
        return None
    return balance(*numbers)
