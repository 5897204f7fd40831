"""Which days of another exchange are not whole, and what was brought in."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import zone
from gensvar.operations.exchange.models import ImportedCall, LogImport
from gensvar.operations.exchange.rules.calls import Outcome

WITHOUT_END = Q(outcome=Outcome.WAITING.value) | Q(outcome=Outcome.ANSWERED.value, ended_at=None)


def half_days(client: Client, *, since: date, until: date) -> list[date]:
    """Return the days of a period of which a log tells, but not to their end, until excluded.

    A day is whole when a log goes on beyond it, and every call of it has an end.
    """
    spans = LogImport.objects.filter(client=client).values_list("begins_at", "ends_at")
    rows = [(begins, ends) for begins, ends in spans if begins is not None and ends is not None]
    open_days = {
        localdate(at)
        for at in ImportedCall.objects.filter(
            WITHOUT_END,
            client=client,
            arrived_at__gte=_midnight(since),
            arrived_at__lt=_midnight(until),
        ).values_list("arrived_at", flat=True)
    }
    for _begins, ends in rows:
        day = localdate(ends)
        end = _midnight(day + timedelta(days=1))
        is_covered = any(begins < end <= other for begins, other in rows)
        if since <= day < until and ends > _midnight(day) and not is_covered:
            open_days.add(day)
    return sorted(open_days)


def imports_of(client: Client) -> "QuerySet[LogImport]":
    return LogImport.objects.filter(client=client).select_related("by").order_by("-pk")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone())
