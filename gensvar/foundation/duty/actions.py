"""Put people on duty and take them off; note that somebody is away."""

from collections.abc import Collection
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.duty.events import AbsenceEnded, AbsenceNoted, PutOnDuty, TakenOffDuty
from gensvar.foundation.duty.models import Absence, Duty
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.foundation.refusals import Refused


class NotAMember(Refused):
    message = _("%(name)s is not in the group. Add her or him as a member first.")


class NoWeekday(Refused):
    message = _("Choose at least one weekday.")
    status = 422


class EndsBeforeItBegins(Refused):
    message = _("The last day is before the first. Change one of them.")
    status = 422


class AlreadyOnDuty(Refused):
    message = _("%(name)s is already on the rota then. End that row first.")


class DutyHasEnded(Refused):
    message = _("That row of the rota has ended already.")


class AlreadyAway(Refused):
    message = _("An absence at that time is noted already. End it first.")


class OwnStandIn(Refused):
    message = _("Nobody stands in for themselves. Choose a colleague.")
    status = 422


class AbsenceOver(Refused):
    message = _("That absence is over.")


@action
def put_on_duty(
    group: Group,
    agent: Agent,
    *,
    weekdays: Collection[int],
    valid_from: date,
    by: Agent,
    at: datetime,
    valid_until: date | None = None,
    is_deputy: bool = False,
) -> Duty:
    """Let somebody answer for the group on some weekdays, from a day until another."""
    days = sorted({day for day in weekdays if 0 <= day <= 6})
    if not days:
        raise NoWeekday
    if valid_until is not None and valid_until <= valid_from:
        raise EndsBeforeItBegins
    if not Membership.objects.filter(group=group, agent=agent, until=None).exists():
        raise NotAMember(name=agent.name)
    Group.objects.select_for_update(of=("self",), no_key=True).get(pk=group.pk)
    _refuse_twice(group, agent, days, valid_from, valid_until, is_deputy=is_deputy)
    duty = Duty.objects.create(
        client_id=group.client_id,
        group=group,
        agent=agent,
        weekdays=days,
        is_deputy=is_deputy,
        valid_from=valid_from,
        valid_until=valid_until,
    )
    announce(
        PutOnDuty(
            agent_id=by.pk,
            whom_id=agent.pk,
            client_id=group.client_id,
            group_id=group.pk,
            duty_id=duty.pk,
            is_deputy=is_deputy,
        ),
        at=at,
    )
    return duty


@action
def take_off_duty(duty: Duty, *, until: date, by: Agent, at: datetime) -> None:
    """End a row of the rota on a day; what has been stays written."""
    duty = Duty.objects.select_for_update(of=("self",)).get(pk=duty.pk)
    if duty.valid_until is not None and duty.valid_until <= until:
        raise DutyHasEnded
    duty.valid_until = max(until, duty.valid_from)
    duty.save(update_fields=["valid_until"])
    announce(
        TakenOffDuty(
            agent_id=by.pk,
            whom_id=duty.agent_id,
            client_id=duty.client_id,
            group_id=duty.group_id,
            duty_id=duty.pk,
            until=duty.valid_until.isoformat(),
        ),
        at=at,
    )


@action
def note_absence(
    agent: Agent,
    *,
    starts_at: datetime,
    by: Agent,
    at: datetime,
    ends_at: datetime | None = None,
    stand_in: Agent | None = None,
) -> Absence:
    """Say that somebody is away; what waits for them moves to whoever answers instead."""
    if ends_at is not None and ends_at <= starts_at:
        raise EndsBeforeItBegins
    if stand_in is not None and stand_in.pk == agent.pk:
        raise OwnStandIn
    Agent.objects.select_for_update(of=("self",), no_key=True).get(pk=agent.pk)
    overlapping = Absence.objects.to_come(at=starts_at).filter(agent=agent)
    if ends_at is not None:
        overlapping = overlapping.filter(starts_at__lt=ends_at)
    if overlapping.exists():
        raise AlreadyAway
    absence = Absence.objects.create(
        agent=agent, starts_at=starts_at, ends_at=ends_at, stand_in=stand_in, by=by, noted_at=at
    )
    announce(AbsenceNoted(agent_id=by.pk, whom_id=agent.pk, absence_id=absence.pk), at=at)
    return absence


@action
def end_absence(absence: Absence, *, by: Agent, at: datetime) -> None:
    """Say that somebody is back, or will not be away after all."""
    absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    if absence.ends_at is not None and absence.ends_at <= at:
        raise AbsenceOver
    absence.ends_at = max(at, absence.starts_at)
    absence.save(update_fields=["ends_at"])
    announce(AbsenceEnded(agent_id=by.pk, whom_id=absence.agent_id, absence_id=absence.pk), at=at)


def _refuse_twice(
    group: Group,
    agent: Agent,
    days: Collection[int],
    valid_from: date,
    valid_until: date | None,
    *,
    is_deputy: bool,
) -> None:
    for row in Duty.objects.filter(group=group, agent=agent, is_deputy=is_deputy):
        begins_after = valid_until is not None and row.valid_from >= valid_until
        ended_before = row.valid_until is not None and row.valid_until <= valid_from
        if set(days) & set(row.weekdays) and not (begins_after or ended_before):
            raise AlreadyOnDuty(name=agent.name)
