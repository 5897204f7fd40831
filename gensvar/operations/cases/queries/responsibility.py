"""Who answers for a case that has been handed over; there is always somebody."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.duty.models import Absence
from gensvar.foundation.duty.queries import named
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import (
    Assignment,
    Case,
    HandOver,
    HandOverSeen,
    HandOverWarning,
    ReachRule,
    State,
)
from gensvar.operations.cases.rules import ACCEPTED_WITHIN_DAYS, UNREAD_FOR
from gensvar.science.worktime.calendar import Unsatisfiable

# A run that finds more leaves the rest to the next one, some minutes later.
MOST_AT_ONCE = 500


def responsible_for(case: Case, *, at: datetime) -> Agent | None:
    """Return the person who answers for the case: its holder, else its group's named person."""
    if case.agent is not None:
        return case.agent
    answering = named(case.group, at=at) if case.group else None
    return answering.agent if answering else None


def newest_hand_over(case: Case) -> HandOver | None:
    rows = case.hand_overs.select_related("to_group__manager", "to_group__client", "by")
    return rows.order_by("-pk").first()


def reach_rule(client: Client, *, at: datetime) -> ReachRule | None:
    """Return what is agreed about tries now; None where nothing ever was."""
    rows = ReachRule.objects.filter(client=client, valid_from__lte=at)
    return rows.order_by("-version").first()


def clients_open_now(*, at: datetime) -> list[Client]:
    """Return the clients whose office is open: only then is anybody alarmed."""
    return [client for client in Client.objects.all() if office_calendar(client, at=at).is_open(at)]


def held_by_the_absent(client: Client, *, at: datetime) -> list[Case]:
    """Return the cases handed over whose holder is away, or works here no more."""
    out = Q(agent__in=Absence.objects.at(at).values("agent")) | Q(agent__is_active=False)
    cases = Case.objects.filter(out, client=client, state=State.HANDED_OVER)
    return list(cases.order_by("pk")[:MOST_AT_ONCE])


def unread(client: Client, *, at: datetime) -> list[Case]:
    """Return the cases whose holder has had them long enough, and has not opened them."""
    try:
        before = office_calendar(client, at=at).subtract(at, UNREAD_FOR)
    except Unsatisfiable:
        return []
    seen = HandOverSeen.objects.filter(hand_over=OuterRef("handed"), by=OuterRef("agent"))
    since = Assignment.objects.filter(case=OuterRef("pk")).order_by("-pk").values("since")[:1]
    waiting = _waiting(client, warned=HandOverWarning.Kind.UNMANNED).exclude(agent=None)
    held = waiting.annotate(held_since=Subquery(since)).filter(held_since__lte=before)
    return list(held.filter(~Exists(seen)).order_by("pk")[:MOST_AT_ONCE])


def not_accepted(client: Client, *, at: datetime) -> list[HandOver]:
    """Return the hand-overs that nobody has taken in time, and about which nobody was warned."""
    calendar = office_calendar(client, at=at)
    waiting = _waiting(client, warned=HandOverWarning.Kind.NOT_ACCEPTED)
    old = waiting.filter(state_since__lte=at - timedelta(days=1)).order_by("pk")[:MOST_AT_ONCE]
    found = [newest_hand_over(case) for case in old]
    return [
        handed
        for handed in found
        if handed and calendar.add_days(handed.at, ACCEPTED_WITHIN_DAYS) <= at
    ]


def _waiting(client: Client, *, warned: str) -> QuerySet[Case]:
    """Return cases whose newest hand-over nobody has taken, nor been warned of in this way."""
    of_case = HandOver.objects.filter(case=OuterRef("pk")).order_by("-pk")
    warnings = HandOverWarning.objects.filter(hand_over=OuterRef("handed"), kind=warned)
    cases = Case.objects.filter(client=client, state=State.HANDED_OVER).annotate(
        handed=Subquery(of_case.values("pk")[:1]),
        taken_by=Subquery(of_case.values("acceptance__by")[:1]),
    )
    return cases.filter(~Exists(warnings), taken_by=None)
