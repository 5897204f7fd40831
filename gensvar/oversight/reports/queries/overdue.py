"""What a department has not finished: how many, how old, with whom, and which (K28)."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Deadline, State
from gensvar.operations.cases.rules import ClockKind
from gensvar.oversight.reports.rules import banded
from gensvar.science.worktime.calendar import Calendar

MOST_LISTED = 100


@dataclass(frozen=True)
class Late:
    """One case: number, subject, and whose it is; nothing of the customer."""

    number: str
    subject: str
    group: str
    handler: str
    due_at: str
    working_days: int


@dataclass(frozen=True)
class Holder:
    """What waits with one handler of one group; no handler: with the group."""

    group: str
    handler: str
    open: int
    overdue: int
    oldest_days: int


@dataclass(frozen=True)
class Overdue:
    """A snapshot. `bands` are all that is open, by working days since the hand-over."""

    open: int
    overdue: int
    bands: tuple[int, ...]
    holders: tuple[Holder, ...]
    # The oldest first, and only so many.
    late: tuple[Late, ...]


def overdue_in(client: Client, department: str, *, calendar: Calendar, at: datetime) -> Overdue:
    """Return what the department has open and overdue now, of what the caller may see.

    Reads the cached due times: refresh them first.
    """
    waiting = _waiting(client, department, at=at)
    zone = calendar.schedule.zone
    counts = (
        waiting.annotate(day=TruncDate("starts_at", tzinfo=zone))
        .values_list("case__group__code", "case__agent__name", "day")
        .annotate(open=Count("pk"), late=Count("pk", filter=Q(due_at__lte=at)))
        .order_by("case__group__code", "case__agent__name", "day")
    )
    ages: dict[int, int] = {}
    holders: dict[tuple[str, str], Holder] = {}
    for group, handler, day, count, late in counts:
        noon = datetime.combine(day, time(12), zone)
        age = max(0, calendar.days_between(noon, at))
        ages[age] = ages.get(age, 0) + count
        key = (group, handler or "")
        before = holders.get(key, Holder(*key, 0, 0, 0))
        holders[key] = Holder(
            *key, before.open + count, before.overdue + late, max(before.oldest_days, age)
        )
    found = sorted(holders.values(), key=lambda one: (-one.overdue, -one.oldest_days, one.group))
    return Overdue(
        open=sum(one.open for one in found),
        overdue=sum(one.overdue for one in found),
        bands=banded(ages.items()),
        holders=tuple(found),
        late=tuple(_late(waiting, calendar=calendar, at=at)),
    )


def _waiting(client: Client, department: str, *, at: datetime) -> QuerySet[Deadline]:
    return Deadline.objects.filter(
        client=client,
        kind=ClockKind.HAND_OVER,
        case__client=client,
        case__group__department=department,
        starts_at__lte=at,
    ).exclude(case__state=State.CLOSED)


def _late(waiting: QuerySet[Deadline], *, calendar: Calendar, at: datetime) -> list[Late]:
    # The list leaves by mail, which others may read: a confidential case is counted, not named.
    rows = waiting.filter(due_at__lte=at, case__access=None).order_by("due_at", "case")
    values = rows.values_list(
        "case__number",
        "case__subject__name",
        "case__group__code",
        "case__agent__name",
        "due_at",
        "starts_at",
    )
    return [
        Late(
            number=number,
            subject=subject or "",
            group=group,
            handler=handler or "",
            due_at=due.isoformat(),
            working_days=calendar.days_between(starts, at),
        )
        for number, subject, group, handler, due, starts in values[:MOST_LISTED]
        if due is not None and starts is not None
    ]
