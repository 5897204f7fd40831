"""Which days of a period are told as whole: the record has been read to their end, and beyond."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Min
from django.utils.timezone import localdate, localtime

from gensvar.foundation.agreements.models import Client
from gensvar.operations.exchange.queries import half_days
from gensvar.oversight.kpi.models import Day, Reading
from gensvar.oversight.kpi.queries.from_facts import is_of_facts
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import AFTER_MIDNIGHT
from gensvar.science.kpi.soundness import problems_of_days

# So many days are named one by one; of more, only the first and the last.
NAMED: Final = 10


@dataclass(frozen=True)
class Completeness:
    """Which days of a period are not whole, and why."""

    # The day that goes on; it is in the figure only where that is not made of facts.
    goes_on: date | None = None
    is_of_facts: bool = False
    # Days of which something is known that has not been read to the end, or does not balance.
    open_days: tuple[date, ...] = ()
    # From this day on nothing has been read to the end.
    unread_from: date | None = None
    # The first day of which anything is known, and when everything had been read.
    counted_from: date | None = None
    read_at: datetime | None = None
    # The whole period lies before anything was counted; or only its beginning does.
    is_too_early: bool = False
    begins_early: bool = False

    @property
    def is_whole(self) -> bool:
        return self.goes_on is None and not self.open_days and self.unread_from is None

    @property
    def named_days(self) -> tuple[date, ...]:
        return self.open_days[:NAMED]


def completeness(client: Client, period: Period, *, at: datetime) -> Completeness:
    """Return which days are not told of what is made of facts.

    A day without anything is whole as soon as everything has been read after it was over.
    """
    today = localdate(at)
    days = Day.objects.filter(client=client)
    began = first_day(client)
    going = days.filter(closed_at=None, day__gte=period.starts_on, day__lt=period.ends_on)
    reading = Reading.objects.first()
    read_at = reading.at if reading else None
    unread = _unread_from(period, read_at, began, today=today)
    open_days = going.exclude(day=today)
    if unread:
        open_days = open_days.filter(day__lt=unread)
    days_open = set(open_days.values_list("day", flat=True))
    days_open |= set(half_days(client, since=period.starts_on, until=period.ends_on)) - {today}
    is_read = read_at is not None or began is not None
    return Completeness(
        goes_on=today if period.starts_on <= today < period.ends_on else None,
        is_of_facts=True,
        open_days=tuple(sorted(days_open)),
        unread_from=unread,
        counted_from=began,
        read_at=read_at,
        is_too_early=is_read and bool(problems_of_days(period.last_day, counted_from=began)),
        begins_early=began is not None and period.starts_on < began < period.ends_on,
    )


def first_day(client: Client) -> date | None:
    """Return the first day of which anything is known."""
    found: date | None = Day.objects.filter(client=client).aggregate(first=Min("day"))["first"]
    return found


def completeness_of(code: str, client: Client, period: Period, *, at: datetime) -> Completeness:
    """Return which days of a period are not whole in the figure of a measure."""
    if is_of_facts(code):
        return completeness(client, period, at=at)
    today = localdate(at)
    return Completeness(goes_on=today if period.starts_on <= today < period.ends_on else None)


def _unread_from(
    period: Period, read_at: datetime | None, began: date | None, *, today: date
) -> date | None:
    """Return the first day of a period that is over and that nobody has read to the end."""
    known = period.starts_on if began is None else max(period.starts_on, began)
    first = known if read_at is None else max(known, localtime(read_at - AFTER_MIDNIGHT).date())
    return first if first < min(period.ends_on, today) else None
