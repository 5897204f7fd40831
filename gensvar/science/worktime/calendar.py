"""Working time: a calendar that adds, subtracts and counts it, and says when it is open.

House rules. Instants are aware datetimes and come back in UTC; a naive one is a ValueError. Amounts
are timedeltas of open time, exact to the microsecond. Open is from an opening until just before its
closing. What is added or subtracted never lands on closed time, though it may be the very moment of
closing: a day's work is done when the day closes.

A calendar prepares itself by whole years as it is asked about them, so it is cheap to make and best
kept: an answer from prepared years costs two bisections.
"""

from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta

from gensvar.science.worktime.schedule import Schedule
from gensvar.science.worktime.table import HORIZON, Table, Years


class Unsatisfiable(ValueError):
    """No deadline: two years do not hold so much open time, or so many open days."""


class Calendar:
    """When somebody works.

    Instants from 1953 to 2097 can be asked about; others raise OutOfReach.

    >>> from datetime import UTC, time
    >>> from zoneinfo import ZoneInfo
    >>> from gensvar.science.worktime.hours import Interval, Week
    >>> from gensvar.science.worktime.publicdays import HolidayRule
    >>> office = Week(dict.fromkeys(range(5), [Interval(time(7, 30), time(17))]))
    >>> zone = ZoneInfo("Europe/Stockholm")
    >>> calendar = Calendar(Schedule([office], zone=zone, holidays=[HolidayRule("SE")]))
    >>> thursday = datetime(2026, 4, 30, 14, 30, tzinfo=zone)
    >>> calendar.add_days(thursday, 3).astimezone(zone).isoformat()
    '2026-05-06T17:00:00+02:00'
    """

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.years = Years(schedule)

    @property
    def digest(self) -> str:
        return self.schedule.digest

    def is_open(self, at: datetime) -> bool:
        """Say whether an instant is open; the moment of opening is, that of closing is not."""
        at, table = self.years.around(at)
        place = bisect_right(table.starts, at) - 1
        return place >= 0 and at < table.ends[place]

    def closing(self, at: datetime) -> datetime | None:
        """Return when what is open closes; None where nothing is, or it stays so for two years."""
        at, table = self.years.around(at)
        place = bisect_right(table.starts, at) - 1
        if place < 0 or at >= table.ends[place] or table.ends[place] - at > HORIZON:
            return None
        return table.ends[place]

    def next_opening(self, at: datetime) -> datetime | None:
        """Return the first opening after an instant; None where there is none within two years."""
        at, table = self.years.around(at)
        place = bisect_right(table.starts, at)
        if place == len(table.starts) or table.starts[place] - at > HORIZON:
            return None
        return table.starts[place]

    def next_inside(self, at: datetime) -> datetime:
        """Return the instant itself while open or just closing, otherwise the next opening.

        An alarm at closing time is thus due then, and one on a Saturday when Monday opens.
        Raises Unsatisfiable where nothing opens within two years.
        """
        at, table = self.years.around(at)
        place = bisect_right(table.starts, at) - 1
        if place >= 0 and at <= table.ends[place]:
            return at
        opening = self.next_opening(at)
        if opening is None:
            raise Unsatisfiable("nothing opens within two years")
        return opening

    def add(self, start: datetime, amount: timedelta) -> datetime:
        """Return the first instant by which so much open time has passed since `start`.

        amount: open time, not below 0 (else ValueError). Nothing at all is as for `next_inside`.
        Raises Unsatisfiable where two years do not hold so much.
        """
        if not _some(amount):
            return self.next_inside(start)
        start, table = self.years.around(start)
        wanted = table.open_until(start) + amount
        # Reached in the last time of being open that begins before it is reached.
        place = bisect_left(table.before, wanted) - 1
        due = table.starts[place] + (wanted - table.before[place]) if place >= 0 else start
        if place < 0 or due > table.ends[place] or due - start > HORIZON:
            raise Unsatisfiable(f"two years do not hold {amount} of open time")
        return due

    def subtract(self, end: datetime, amount: timedelta) -> datetime:
        """Return the last instant from which so much open time passes until `end`.

        amount: open time, not below 0 (else ValueError). Nothing at all gives the end itself while
        open or just closing, otherwise the closing before it.
        Raises Unsatisfiable where the two years before do not hold so much.
        """
        end, table = self.years.around(end)
        if _some(amount):
            wanted = table.open_until(end) - amount
            place = bisect_right(table.before, wanted) - 1
            start = table.starts[place] + (wanted - table.before[place]) if place >= 0 else end
        else:
            place = bisect_right(table.starts, end) - 1
            start = min(end, table.ends[place]) if place >= 0 else end
        if place < 0 or end - start > HORIZON:
            raise Unsatisfiable(f"the two years before do not hold {amount} of open time")
        return start

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Return the open time from one instant to another, below zero where `end` comes first."""
        start, end, table = self.years.around_both(start, end)
        return table.open_until(end) - table.open_until(start)

    def minutes_between(self, start: datetime, end: datetime) -> int:
        """Return the whole minutes of open time from one instant to a later one."""
        return self.between(start, end) // timedelta(minutes=1)

    def is_working_day(self, day: date) -> bool:
        """Say whether any time of a local day is open."""
        table = self.years.of_day(day)
        place = table.place_of(day)
        return table.through[place] > (table.through[place - 1] if place else 0)

    def add_days(self, start: datetime, count: int) -> datetime:
        """Return when the office closes on the `count`-th working day after the day of `start`.

        count: working days, 1 or more (else ValueError); the day of `start` is not counted.
        Raises Unsatisfiable where two years do not hold so many.
        """
        start, table = self.years.around(start)
        place = table.through[table.day_of(start)] + _counted(count) - 1
        if place >= len(table.closings) or table.closings[place] - start > HORIZON:
            raise Unsatisfiable(f"two years do not hold {count} working days")
        return table.closings[place]

    def subtract_days(self, end: datetime, count: int) -> datetime:
        """Return when the office opens on the `count`-th working day before the day of `end`.

        count: working days, 1 or more (else ValueError); the day of `end`, or the one that it ends
        as its midnight, is not counted.
        Raises Unsatisfiable where the two years before do not hold so many.
        """
        end, table = self.years.around(end)
        place = bisect_left(table.working, table.day_ending(end)) - _counted(count)
        if place < 0 or end - table.openings[place] > HORIZON:
            raise Unsatisfiable(f"the two years before do not hold {count} working days")
        return table.openings[place]

    def days_between(self, start: datetime, end: datetime) -> int:
        """Return the working days after the day of `start`, up to and including that of `end`.

        A midnight at the end belongs to the day that it ends. Below zero where `end` comes first.
        """
        start, end, table = self.years.around_both(start, end)
        return table.through[table.day_ending(end)] - table.through[table.day_of(start)]

    def prepared(self, start: datetime, end: datetime) -> Table:
        """Return the table that these answers are read from, with both instants well inside."""
        return self.years.around_both(start, end)[2]


def _some(amount: timedelta) -> bool:
    if amount < timedelta():
        raise ValueError("an amount of open time is not below zero")
    return bool(amount)


def _counted(count: int) -> int:
    if count < 1:
        raise ValueError("working days are counted from one")
    return count
