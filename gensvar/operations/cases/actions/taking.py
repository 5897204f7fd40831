"""Somebody takes a case, or the one that has waited longest."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q
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


class NothingToTake(Refused):
    message = _("Nothing waits without somebody responsible. You are first in turn for the next.")


@action
def take(case: Case, *, by: Agent, at: datetime) -> None:
    """Make the case one's own; from a group it was handed to it comes back to us."""
    case = locked(case)
    if case.is_closed:
        raise AlreadyClosed
    is_back = case.state == State.HANDED_OVER
    stage = check_way(case, State.WAITING_FOR_US, by=by, at=at) if is_back else None
    group = None if is_back else case.group
    assign(case, agent=by, group=group, by=by, at=at)
    if is_back:
        case.agent, case.group = by, group
        set_state(case, State.WAITING_FOR_US, by=by, at=at)
        enter(case, stage, by=by, at=at)


@action
def take_next(*, groups: Iterable[int], by: Agent, at: datetime) -> Case:
    """Take the case that has waited longest without anybody; two who ask at once get two."""
    waiting = Case.objects.unassigned().filter(~resting(), state=State.WAITING_FOR_US)
    for_us = waiting.filter(Q(group=None) | Q(group__in=list(groups)))
    oldest = for_us.order_by("state_since", "pk").select_for_update(skip_locked=True, of=("self",))
    case = oldest.first()
    if case is None:
        raise NothingToTake
    assign(case, agent=by, group=case.group, by=by, at=at)
    return case
