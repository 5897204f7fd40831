"""What is kept on each day: weeks in versions, public holidays, and special days."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, tzinfo
from functools import cached_property
from importlib.metadata import version

from gensvar.science.worktime.hours import Interval, SpecialDay, Week, joined
from gensvar.science.worktime.publicdays import HolidayRule, holiday

# Part of every digest: another way of counting gives other deadlines.
EDITION = 1


class Schedule:
    """The hours of every day, in wall time of one zone.

    weeks: versions of the ordinary week; on a day the one with the latest `valid_from` holds, of
        two from the same day the later in the sequence. Before the first it is closed.
    zone: where its hours are wall time, e.g. ZoneInfo("Europe/Stockholm").
    special_days: dates with other hours, at most one for each date, else ValueError.
    holidays: which public holidays are closed, in versions. A special day overrides a holiday.
    """

    def __init__(
        self,
        weeks: Iterable[Week],
        *,
        zone: tzinfo,
        special_days: Iterable[SpecialDay] = (),
        holidays: Iterable[HolidayRule] = (),
    ) -> None:
        self.zone = zone
        self.weeks: Sequence[Week] = sorted(weeks, key=lambda week: week.valid_from)
        self.holidays: Sequence[HolidayRule] = tuple(holidays)
        self.special_days: Mapping[date, SpecialDay] = _by_date(special_days)
        self._begins = [week.valid_from for week in self.weeks]

    @cached_property
    def digest(self) -> str:
        """Sixteen hexadecimal figures that tell this schedule from every one with other content.

        Stored beside a deadline they say what it was computed by.
        """
        weeks = [
            (week.valid_from, [(day, joined(week.weekly[day])) for day in sorted(week.weekly)])
            for week in self.weeks
        ]
        special = sorted(self.special_days.values(), key=lambda day: day.on)
        known = version("holidays") if self.holidays else ""
        content = repr((EDITION, known, str(self.zone), weeks, special, self.holidays))
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    def week_of(self, day: date) -> Week | None:
        """Return the version of the week that holds on a local day; None before the first."""
        place = bisect_right(self._begins, day) - 1
        return self.weeks[place] if place >= 0 else None

    def hours_on(self, day: date) -> Sequence[Interval]:
        """Return a local day's intervals in order; none where it is closed."""
        if special := self.special_days.get(day):
            return joined(special.intervals)
        week = self.week_of(day)
        intervals = week.on(day) if week else []
        return [] if intervals and self.holiday_on(day) else intervals

    def holiday_on(self, day: date) -> Mapping[str, str] | None:
        """Return the names, by language, of the public holiday kept on a day; None on others."""
        return holiday(day, self.holidays)


def _by_date(days: Iterable[SpecialDay]) -> Mapping[date, SpecialDay]:
    found: dict[date, SpecialDay] = {}
    for day in days:
        if day.on in found:
            raise ValueError(f"{day.on} is a special day twice")
        found[day.on] = day
    return found
