"""Publish when a client answers: its weeks, and the days that are different."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.answer_times import longest_answer_time
from gensvar.foundation.calendars.events import (
    ClosingDaysImported,
    DeviationPublished,
    DeviationWithdrawn,
    HoursChanged,
    HoursPlanned,
    PublicHolidaysChosen,
)
from gensvar.foundation.calendars.importing import ClosingPlan, planned_closing_days
from gensvar.foundation.calendars.models import (
    EVER,
    OFFICE,
    Deviation,
    HolidaysKept,
    OpeningHours,
)
from gensvar.foundation.calendars.queries import holidays_kept, kept, office_calendar, zone
from gensvar.foundation.calendars.rules import Interval, changes, collision, written
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.science.worktime.calendar import Unsatisfiable
from gensvar.science.worktime.deadlines import Target, WorkingDays, check_satisfiable


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


class FileHasFaults(Refused):
    message = _("The file has %(count)s faults. Nothing was brought in.")
    status = 422


class NothingNew(Refused):
    message = _("There is no new closing day in the file.")


class DeviationGone(Refused):
    message = _("Somebody else has taken that day away.")


class CannotBeMet(Refused):
    message = _(
        "No open days within two years are enough for that time. Shorten it, or publish more hours."
    )
    status = 422


class NeverOpens(Refused):
    message = _(
        "Then the office would not open within two years, and no deadline could be met. "
        "Publish hours for it first."
    )
    status = 422


class HoursTooFew(Refused):
    message = _(
        "Then two years would not hold the %(days)s working days in which %(name)s is answered. "
        "Shorten that time first, or publish more hours."
    )
    status = 422


@transaction.atomic
def set_hours(
    client: Client,
    *,
    channel: str,
    weekly: Mapping[int, Sequence[Interval]],
    valid_from: date | None = None,
    by: Agent,
    at: datetime,
) -> None:
    """Publish a channel's week from a day on, today unless said; no interval at all closes it.

    What held before that day is kept, since deadlines that passed were reckoned by it. A week
    planned for a later day still begins then. The first week of all has held for ever; the
    office's first only where no other channel's hours have stood for it.
    """
    for intervals in weekly.values():
        check(intervals)
    today = at.astimezone(zone()).date()
    if valid_from is not None and valid_from < today:
        raise DayHasPassed
    _lock(client)
    rows = list(OpeningHours.objects.filter(client=client, channel=channel))
    first = valid_from or (today if rows or _is_stood_in_for(client, channel, today) else EVER)
    old = _week([row for row in rows if kept(row).holds_on(first)])
    _replace(rows, client=client, channel=channel, weekly=weekly, first=first)
    new = tuple(written(sorted(weekly.get(weekday, ()))) for weekday in range(7))
    _check_office(client, at=at)
    if new == old:
        return
    if first > today:
        planned = HoursPlanned(
            client_id=client.pk,
            agent_id=by.pk,
            channel=channel,
            on=first.isoformat(),
            old=old,
            new=new,
        )
        announce(planned, at=at)
    else:
        announce(
            HoursChanged(client_id=client.pk, agent_id=by.pk, channel=channel, old=old, new=new),
            at=at,
        )


@transaction.atomic
def keep_holidays(
    client: Client,
    *,
    country: str,
    with_eves: bool = False,
    valid_from: date | None = None,
    by: Agent,
    at: datetime,
) -> None:
    """Say whose public holidays the client is closed on from a day on; no country means none.

    The first choice of all has held for ever, unless a day is said.
    """
    today = at.astimezone(zone()).date()
    if valid_from is not None and valid_from < today:
        raise DayHasPassed
    _lock(client)
    before = HolidaysKept.objects.filter(client=client)
    first = valid_from or (today if before.exists() else EVER)
    with_eves = with_eves and bool(country)
    in_force = holidays_kept(client, on=first)
    if in_force and (in_force.country, in_force.with_eves) == (country, with_eves):
        return
    HolidaysKept.objects.update_or_create(
        client=client, valid_from=first, defaults={"country": country, "with_eves": with_eves}
    )
    _check_office(client, at=at)
    announce(
        PublicHolidaysChosen(
            client_id=client.pk,
            agent_id=by.pk,
            country=country,
            with_eves=with_eves,
            on="" if first == EVER else first.isoformat(),
        ),
        at=at,
    )


@transaction.atomic
def import_closing_days(client: Client, content: bytes, *, by: Agent, at: datetime) -> ClosingPlan:
    """Publish the new closing days of a calendar file; what stands already is left as it is."""
    _lock(client)
    plan = planned_closing_days(client, content, at=at)
    if plan.faults:
        raise FileHasFaults(count=len(plan.faults))
    if not plan.new:
        raise NothingNew
    Deviation.objects.bulk_create(
        Deviation(client=client, on=day.on, reason=day.reason, published_at=at) for day in plan.new
    )
    _check_office(client, at=at)
    days = tuple(day.on.isoformat() for day in plan.new)
    announce(ClosingDaysImported(client_id=client.pk, agent_id=by.pk, days=days), at=at)
    return plan


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
    """Let a coming day keep its ordinary hours again."""
    if on < at.astimezone(zone()).date():
        raise DayHasPassed
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


def check_target(client: Client, target: Target, *, at: datetime) -> None:
    """Refuse a promised time that the client's office cannot keep within two years."""
    try:
        check_satisfiable(target, calendar=office_calendar(client, at=at), start=at)
    except Unsatisfiable:
        raise CannotBeMet from None


def _check_office(client: Client, *, at: datetime) -> None:
    try:
        check_target(client, WorkingDays(1), at=at)
    except CannotBeMet:
        raise NeverOpens from None
    # A shorter time is met where the longest is.
    if longest := longest_answer_time(client):
        try:
            check_target(client, WorkingDays(longest.days), at=at)
        except CannotBeMet:
            raise HoursTooFew(days=longest.days, name=longest.name) from None


def _is_stood_in_for(client: Client, channel: str, today: date) -> bool:
    earlier = OpeningHours.objects.filter(client=client, valid_from__lt=today)
    return channel == OFFICE and earlier.exists()


def _week(rows: Iterable[OpeningHours]) -> tuple[str, ...]:
    days: dict[int, list[Interval]] = {}
    for row in rows:
        days.setdefault(row.weekday, []).append(Interval(row.opens, row.closes))
    return tuple(written(sorted(days.get(weekday, ()))) for weekday in range(7))


def _replace(
    rows: Sequence[OpeningHours],
    *,
    client: Client,
    channel: str,
    weekly: Mapping[int, Sequence[Interval]],
    first: date,
) -> None:
    """Let a week hold from `first` until the next change; rows that are in it stand as they are."""
    until = min((day for day in changes(map(kept, rows)) if day > first), default=None)
    wanted = {(weekday, one) for weekday, several in weekly.items() for one in several}
    made = []
    for row in rows:
        known = kept(row)
        if not known.holds_on(first):
            continue
        if (known.weekday, known.interval) in wanted:
            wanted.remove((known.weekday, known.interval))
            continue
        if until and row.valid_until != until:
            # It holds in the week that begins next, too.
            made.append(
                _row(client, channel, known.weekday, known.interval, until, row.valid_until)
            )
        _end(row, on=first)
    made += [
        _row(client, channel, weekday, interval, first, until)
        for weekday, interval in sorted(wanted)
    ]
    OpeningHours.objects.bulk_create(made)


def _row(
    client: Client,
    channel: str,
    weekday: int,
    interval: Interval,
    valid_from: date,
    valid_until: date | None,
) -> OpeningHours:
    return OpeningHours(
        client=client,
        channel=channel,
        weekday=weekday,
        opens=interval.opens,
        closes=interval.closes,
        valid_from=valid_from,
        valid_until=valid_until,
    )


def _end(row: OpeningHours, *, on: date) -> None:
    if row.valid_from == on:
        row.delete()
    else:
        row.valid_until = on
        row.save(update_fields=["valid_until"])


def _lock(client: Client) -> None:
    # Two people who publish hours for a client do so one after the other.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7305002, %s)", [client.pk % 2**31])
