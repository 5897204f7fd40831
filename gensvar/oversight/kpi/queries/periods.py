"""Whose figures, and for which days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils.timezone import get_default_timezone

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import Identity
from gensvar.oversight.kpi.models import UsualPeriod


@dataclass(frozen=True)
class Period:
    """Whole local days, the end not included."""

    starts_on: date
    ends_on: date

    @property
    def last_day(self) -> date:
        return self.ends_on - timedelta(days=1)

    def instants(self) -> tuple[datetime, datetime]:
        zone = get_default_timezone()
        start, end = (datetime.combine(day, time(), zone) for day in (self.starts_on, self.ends_on))
        return start, end

    def sums(self) -> Q:
        """Return the condition on what is counted: whole months, and the days beside them."""
        first, last = _month_from(self.starts_on), self.ends_on.replace(day=1)
        if first >= last:
            return _span(self.starts_on, self.ends_on)
        return (
            _span(first, last, is_month=True)
            | _span(self.starts_on, first)
            | _span(last, self.ends_on)
        )


def _month_from(day: date) -> date:
    """Return the first day of the first month that begins on the day or after it."""
    return day if day.day == 1 else (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _span(start: date, end: date, *, is_month: bool = False) -> Q:
    return Q(is_month=is_month, day__gte=start, day__lt=end)


def usual_period(client: Client, *, today: date) -> Period:
    """Return the client's usual period, or the year so far."""
    usual = UsualPeriod.objects.filter(client=client).first()
    if usual:
        return Period(usual.starts_on, usual.ends_on)
    return Period(today.replace(month=1, day=1), today + timedelta(days=1))


def clients_with_figures(identity: Identity) -> list[Client]:
    """Return the clients whose figures somebody may see, the first being the usual one."""
    allowed = [grant.client_id for grant in identity.grants if grant.allows("reports.read")]
    clients = Client.objects.order_by("pk")
    if None in allowed:
        return list(clients)
    return list(clients.filter(pk__in=[client for client in allowed if client is not None]))
