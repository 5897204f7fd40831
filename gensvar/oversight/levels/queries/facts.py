"""The facts beneath: cases at places, orders and what they cost, in a stretch of days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet, Sum

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import zone
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.models import Service
from gensvar.operations.workorders.models import Material, WorkOrder, WorkTime

OF_WISHES = Q(type__service=Service.WISHES) | Q(
    type=None, subject__case_type__service=Service.WISHES
)


@dataclass(frozen=True)
class Days:
    """From a day to the day after the last, in local time."""

    starts_on: date
    ends_on: date

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.starts_on, time.min, tzinfo=zone())

    @property
    def ends_at(self) -> datetime:
        return datetime.combine(self.ends_on, time.min, tzinfo=zone())


def days_until(today: date, *, window: timedelta) -> Days:
    """Return the days of a window that ends with today."""
    end = today + timedelta(days=1)
    return Days(end - window, end)


def cases_of(client: Client, days: Days) -> QuerySet[Case]:
    """Return the cases of some days that are no secret."""
    within = Case.objects.filter(opened_at__gte=days.starts_at, opened_at__lt=days.ends_at)
    return within.filter(client=client, access=None)


def faults_of(client: Client, days: Days) -> QuerySet[Case]:
    """Return the cases at places that are no wishes."""
    return cases_of(client, days).filter(located__isnull=False).exclude(OF_WISHES)


def wishes_of(client: Client, days: Days) -> QuerySet[Case]:
    return cases_of(client, days).filter(OF_WISHES)


def orders_of(client: Client, days: Days) -> QuerySet[WorkOrder]:
    """Return the orders made in some days, of cases that are no secret."""
    made = WorkOrder.objects.filter(made_at__gte=days.starts_at, made_at__lt=days.ends_at)
    return made.filter(client=client, case__access=None).exclude(stage="cancelled")


def cost_of(orders: QuerySet[WorkOrder]) -> int | None:
    """Return what orders have cost, in öre; None where nothing is written down."""
    parts = [
        rows.filter(order__in=orders.values("pk")).aggregate(sum=Sum("cost"))["sum"]
        for rows in (WorkTime.objects.all(), Material.objects.all())
    ]
    known = [part for part in parts if part is not None]
    return sum(known) if known else None
