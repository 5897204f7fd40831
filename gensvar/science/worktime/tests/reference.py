"""The same questions answered the slow way: by looking at every minute and every day in turn.

It knows nothing of tables: a minute is open when the clock on the wall is inside an interval. It
holds where no clock changes during an interval, which is asked about on its own.
"""

from datetime import date, datetime, timedelta

from gensvar.science.worktime.hours import END_OF_DAY
from gensvar.science.worktime.schedule import Schedule

MINUTE = timedelta(minutes=1)


def hours_on(schedule: Schedule, day: date):
    if day in schedule.special_days:
        return schedule.special_days[day].intervals
    begun = [week for week in schedule.weeks if week.valid_from <= day]
    if not begun or schedule.holiday_on(day):
        return ()
    return begun[-1].weekly.get(day.weekday(), ())


def is_open(schedule: Schedule, at: datetime) -> bool:
    wall = at.astimezone(schedule.zone)
    return any(
        one.opens <= wall.time() and (wall.time() < one.closes or one.closes >= END_OF_DAY)
        for one in hours_on(schedule, wall.date())
    )


def minutes_between(schedule: Schedule, start: datetime, end: datetime) -> int:
    found = 0
    while start < end:
        found += is_open(schedule, start)
        start += MINUTE
    return found


def add(schedule: Schedule, start: datetime, minutes: int) -> datetime:
    while minutes:
        minutes -= is_open(schedule, start)
        start += MINUTE
    return start


def nth_working_day(schedule: Schedule, start: datetime, count: int) -> date:
    day = start.astimezone(schedule.zone).date()
    while count:
        day += timedelta(days=1)
        count -= any(one.opens < one.closes for one in hours_on(schedule, day))
    return day
