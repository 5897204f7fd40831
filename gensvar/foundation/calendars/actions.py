"""Publish when a client answers: its weeks, and the days that are different."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.events import (
    DeviationPublished,
    DeviationWithdrawn,
    HoursChanged,
)
from gensvar.foundation.calendars.models import Deviation, OpeningHours
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.calendars.rules import Interval, collision, written
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused


class ClosesBeforeItOpens(Refused):
    message = _("%(interval)s closes before it opens.")
    status = 422


class Overlapping(Refused):
    message = _("%(first)s and %(second)s overlap. Write them as one, or leave a gap.")
    status = 422


class DayHasPassed(Refused):
    message = _("That day has passed.")
    status = 422


class DeviationThere(Refused):
    message = _("That day has other hours already. Take those away first.")


class DeviationGone(Refused):
    message = _("Somebody else has taken that day away.")


@transaction.atomic
def set_hours(
    client: Client,
    *,
    channel: str,
    weekly: Mapping[int, Sequence[Interval]],
    by: Agent,
    at: datetime,
) -> None:
    """Publish a channel's week in place of the one before; no interval at all ends its hours."""
    for intervals in weekly.values():
        check(intervals)
    _lock(client)
    before = OpeningHours.objects.filter(client=client, channel=channel)
    old = _week(before)
    before.delete()
    OpeningHours.objects.bulk_create(
        OpeningHours(
            client=client,
            channel=channel,
            weekday=weekday,
            opens=interval.opens,
            closes=interval.closes,
        )
        for weekday, intervals in weekly.items()
        for interval in intervals
    )
    new = tuple(written(sorted(weekly.get(weekday, ()))) for weekday in range(7))
    if new != old:
        announce(
            HoursChanged(client_id=client.pk, agent_id=by.pk, channel=channel, old=old, new=new),
            at=at,
        )


@transaction.atomic
def publish_deviation(
    client: Client,
    *,
    on: date,
    channel: str = "",
    intervals: Sequence[Interval] = (),
    reason: str = "",
    by: Agent,
    at: datetime,
) -> None:
    """Publish that a day keeps other hours in a channel (or in all); no interval means closed."""
    check(intervals)
    if on < at.astimezone(zone()).date():
        raise DayHasPassed
    _lock(client)
    if Deviation.objects.filter(client=client, on=on, channel=channel).exists():
        raise DeviationThere
    spans: list[tuple[time | None, time | None]] = [(one.opens, one.closes) for one in intervals]
    Deviation.objects.bulk_create(
        Deviation(
            client=client,
            channel=channel,
            on=on,
            opens=opens,
            closes=closes,
            reason=reason.strip(),
            published_at=at,
        )
        for opens, closes in spans or [(None, None)]
    )
    announce(
        DeviationPublished(
            client_id=client.pk,
            agent_id=by.pk,
            channel=channel,
            on=on.isoformat(),
            hours=written(intervals),
        ),
        at=at,
    )


@transaction.atomic
def withdraw_deviation(client: Client, *, on: date, channel: str, by: Agent, at: datetime) -> None:
    """Let a day keep its ordinary hours again."""
    deleted, _rows = Deviation.objects.filter(client=client, on=on, channel=channel).delete()
    if not deleted:
        raise DeviationGone
    announce(
        DeviationWithdrawn(client_id=client.pk, agent_id=by.pk, channel=channel, on=on.isoformat()),
        at=at,
    )


def check(intervals: Sequence[Interval]) -> None:
    """Refuse intervals that cannot be kept."""
    for interval in intervals:
        if interval.closes <= interval.opens:
            raise ClosesBeforeItOpens(interval=written([interval]))
    if found := collision(intervals):
        raise Overlapping(first=written(found[:1]), second=written(found[1:]))


def _week(rows: QuerySet[OpeningHours]) -> tuple[str, ...]:
    days: dict[int, list[Interval]] = {}
    for row in rows:
        days.setdefault(row.weekday, []).append(Interval(row.opens, row.closes))
    return tuple(written(sorted(days.get(weekday, ()))) for weekday in range(7))


def _lock(client: Client) -> None:
    # Two people who publish hours for a client do so one after the other.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7305002, %s)", [client.pk % 2**31])
