"""Who answers for a group at a moment, and who is nearest manager."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from gensvar.foundation.calendars.queries import office_calendar, zone
from gensvar.foundation.duty.models import Absence, Duty
from gensvar.foundation.duty.rules import How, answering
from gensvar.foundation.people.models import Agent, Group
from gensvar.science.worktime.calendar import Unsatisfiable


@dataclass(frozen=True)
class Answering:
    """Somebody answers for a group, by some right; in whose stead, where that person is away."""

    agent: Agent
    how: How
    instead_of: Agent | None = None


@dataclass(frozen=True)
class RotaDay:
    """A working day of the rota: who answers; nobody where `agent` is None."""

    on: date
    agent: Agent | None
    how: How | None


def nearest_manager(agent: Agent | None, group: Group | None, *, at: datetime) -> Answering | None:
    """Return whom a word to the nearest manager reaches; None only where there is no manager."""
    return next(reached(manager_line(agent, group), at=at), None)


def manager_line(agent: Agent | None, group: Group | None) -> list[Agent]:
    """Return who manages, the nearest first: the person's own line, then the group's.

    Nobody is their own manager: where they would be, it is whoever is one level up.
    """
    line: dict[int, Agent] = {}
    for first in (agent.manager if agent else None, group.manager if group else None):
        one, passed = first, set[int]()
        while one is not None and one.pk not in passed:
            passed.add(one.pk)
            line.setdefault(one.pk, one)
            one = one.manager
    return [one for one in line.values() if one.is_active and one != agent]


def reached(line: Sequence[Agent], *, at: datetime) -> Iterator[Answering]:
    """Yield whom a word to a line of managers reaches, the best first, nobody twice.

    A manager who is away is stood in for by whom they have named, else by whoever is next above;
    those away come last, so that it is never nobody.
    """
    out = away((one.pk for one in line), at=at)
    missed: Agent | None = None
    for one in line:
        if one.pk not in out:
            yield Answering(one, How.ABOVE if missed else How.MANAGER, missed)
            continue
        missed = missed or one
        if (deputy := stand_in(one, at=at)) is not None:
            yield Answering(deputy, How.STAND_IN, one)
    yield from (Answering(one, How.AWAY) for one in line if one.pk in out)


def stand_in(agent: Agent, *, at: datetime) -> Agent | None:
    """Return whom somebody has named to stand in while away; None where that person is not here."""
    absences = Absence.objects.at(at).filter(agent=agent, stand_in__is_active=True)
    absence = absences.select_related("stand_in").order_by("pk").first()
    if absence is None or absence.stand_in is None or is_away(absence.stand_in, at=at):
        return None
    return absence.stand_in


def away(agents: Iterable[int], *, at: datetime) -> set[int]:
    """Return those of some agents who are away at a moment."""
    rows = Absence.objects.at(at).filter(agent__in=list(agents))
    return set(rows.values_list("agent_id", flat=True))


def is_away(agent: Agent, *, at: datetime) -> bool:
    return bool(away([agent.pk], at=at))


def has_rota(group: Group, *, at: datetime) -> bool:
    """Say whether the group has said who answers, now or later."""
    today = at.astimezone(zone()).date()
    holding = Q(valid_until=None) | Q(valid_until__gt=today)
    return Duty.objects.filter(holding, group=group).exists()


def on_duty(group: Group, *, at: datetime, passed_over: Collection[int] = ()) -> Answering | None:
    """Return who of the rota answers when the office is next open; None where nobody does."""
    return _on_duty(group, at=_next_open(group, at), passed_over=passed_over)


def named(group: Group, *, at: datetime) -> Answering | None:
    """Return the person who answers for a group whatever happens.

    Whoever is on duty, else the manager or who stands in, else the member of longest standing who
    is not away, else the manager all the same.
    """
    if (found := on_duty(group, at=at)) is not None:
        return found
    manager = nearest_manager(None, group, at=at)
    if manager is not None and manager.how != How.AWAY:
        return manager
    member = members(group, at=at)[:1]
    return Answering(member[0], How.MEMBER) if member else manager


def members(group: Group, *, at: datetime) -> list[Agent]:
    """Return those who work in the group and are not away, longest standing first."""
    found = Agent.objects.filter(
        memberships__group=group, memberships__until=None, is_active=True
    ).order_by("memberships__since", "pk")
    out = away([one.pk for one in found], at=at)
    return [one for one in found if one.pk not in out]


def rota_ahead(group: Group, *, at: datetime, days: int = 10) -> list[RotaDay]:
    """Return who answers on each of the next working days, today first."""
    calendar = office_calendar(group.client, at=at)
    day = at.astimezone(zone()).date()
    found: list[RotaDay] = []
    for ahead in range(days * 3):
        on = day + timedelta(days=ahead)
        if len(found) < days and calendar.is_working_day(on):
            noon = datetime(on.year, on.month, on.day, 12, tzinfo=zone())
            one = _on_duty(group, at=noon, passed_over=())
            found.append(RotaDay(on, one.agent if one else None, one.how if one else None))
    return found


def _on_duty(group: Group, *, at: datetime, passed_over: Collection[int]) -> Answering | None:
    # Whoever has left the group since is not asked.
    rows = Duty.objects.filter(
        group=group,
        agent__is_active=True,
        agent__memberships__group=group,
        agent__memberships__until=None,
    ).order_by("valid_from", "pk")
    absences = list(
        Absence.objects.at(at).filter(agent__in=[row.agent_id for row in rows]).order_by("pk")
    )
    stand_ins = {one.agent_id: one.stand_in_id for one in absences if one.stand_in_id}
    out = {one.agent_id for one in absences} | away(stand_ins.values(), at=at)
    found = answering(
        [row.turn for row in rows],
        at.astimezone(zone()).date(),
        away=out,
        stand_ins=stand_ins,
        passed_over=passed_over,
    )
    if found is None:
        return None
    agent = Agent.objects.select_related("manager").filter(pk=found[0], is_active=True).first()
    return Answering(agent, found[1]) if agent else None


def _next_open(group: Group, at: datetime) -> datetime:
    """Return the moment at which somebody can next answer; now, where nothing ever opens."""
    try:
        return office_calendar(group.client, at=at).next_inside(at)
    except Unsatisfiable:
        return at
