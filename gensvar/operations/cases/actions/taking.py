"""Somebody takes a case, or the one that has waited longest."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import (
    AlreadyClosed,
    assign,
    enter,
    locked,
    set_state,
)
from gensvar.operations.cases.actions.staging import check_way
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.conditions import resting


class TakenMeanwhile(Refused):
    message = _("The case is %(name)s's by now. Look again, and take it over if you agree on that.")


class NothingToTake(Refused):
    message = _("Nothing waits without somebody responsible. You are first in turn for the next.")


# Whoever takes a case has not seen whose it was.
UNSEEN = -1


@action
def take(case: Case, *, by: Agent, at: datetime, seen_with: int | None = UNSEEN) -> None:
    """Make the case one's own; from a group it was handed to it comes back to us.

    `seen_with` is whose it was when somebody decided to take it: who was faster is not robbed.
    """
    case = locked(case)
    if case.is_closed:
        raise AlreadyClosed
    holder = case.agent
    if seen_with != UNSEEN and holder is not None and holder.pk not in {seen_with, by.pk}:
        raise TakenMeanwhile(name=holder.name)
    is_back = case.state == State.HANDED_OVER
    stage = check_way(case, State.WAITING_FOR_US, by=by, at=at) if is_back else None
    group = None if is_back else case.group
    assign(case, agent=by, group=group, by=by, at=at)
    if is_back:
        case.agent, case.group = by, group
        set_state(case, State.WAITING_FOR_US, by=by, at=at)
        enter(case, stage, by=by, at=at)


@action
def take_next(
    *, groups: Iterable[int], by: Agent, at: datetime, leave: QuerySet[Any] | None = None
) -> Case:
    """Take the case that has waited longest without anybody; two who ask at once get two.

    `leave` are the keys of cases that somebody else is just being asked to take.
    """
    waiting = Case.objects.unassigned().filter(~resting(), state=State.WAITING_FOR_US)
    for_us = waiting.filter(Q(group=None) | Q(group__in=list(groups)))
    if leave is not None:
        for_us = for_us.exclude(pk__in=leave)
    oldest = for_us.order_by("state_since", "pk").select_for_update(skip_locked=True, of=("self",))
    case = oldest.first()
    if case is None:
        raise NothingToTake
    assign(case, agent=by, group=case.group, by=by, at=at)
    return case
