"""A case goes from stage to stage of its type, where the type has a way and for whom it has one."""

from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.events import StageChanged
from gensvar.operations.cases.models import Case, CaseStage
from gensvar.operations.cases.queries.typed import TypeOfCase, stage_of, type_of
from gensvar.operations.casetypes.rules import RIGHTS, May, Move, Stage

WHO = {
    "cases.write": _("those who handle cases"),
    "cases.close": _("those who may close cases"),
    "cases.approve": _("team leads and managers"),
}


class NoWayThere(Refused):
    """The type has no move from where the case stands."""

    message = _("From “%(start)s” the case cannot go there. It can go to %(ways)s.")


class NotForYou(Refused):
    message = _("Only %(who)s can move the case to “%(to)s”. Ask one of them to do it.")


class NoSuchStage(Refused):
    message = _("This case's type has no such stage. It has %(stages)s.")
    status = 422


def check_way(
    case: Case,
    state: str,
    *,
    by: Agent | None,
    at: datetime,
    may: May | None = None,
    to: str = "",
) -> Stage | None:
    """Return the stage that a case comes to in a state, or refuse; none where nothing is moved.

    What happens by itself is never refused: a customer's mail cannot be told to go away.
    """
    type_ = type_of(case)
    template, here = type_.template, stage_of(case, type_.template)
    if to:
        known_stage(type_, to, state=state)
    if by is None or (case.state == state and not to):
        return None
    may = may or _rights_of(by, case, at=at)
    way = template.way(here.code, to) if to else None
    way = way if to else template.way_into(state, start=here.code, may=may)
    if way is None:
        raise NoWayThere(start=_said(here), ways=_ways(type_, here))
    _check_right(type_, way, may)
    return template.stage(way.to)


def allowed_way(case: Case, state: str, *, by: Agent, at: datetime) -> tuple[bool, Stage | None]:
    """Say whether a case may come to a state, and in which stage; for what is not worth a no."""
    try:
        return True, check_way(case, state, by=by, at=at)
    except (NoWayThere, NotForYou):
        return False, None


def known_stage(type_: TypeOfCase, code: str, *, state: str = "") -> Stage:
    """Return a stage of a type by its code, or refuse."""
    stage = type_.template.stage(code)
    if stage is None or (state and stage.state != state):
        among = (one for one in type_.template.stages if not state or one.state == state)
        raise NoSuchStage(stages=", ".join(_said(one) for one in among))
    return stage


def write_stage(
    case: Case, stage: Stage, *, by: Agent | None, at: datetime, reason: str, facts: dict[str, Any]
) -> None:
    """Write the stage as a row and on the case."""
    type_ = type_of(case)
    old, case.stage = case.stage, stage.code
    case.save(update_fields=["stage"])
    CaseStage.objects.create(
        case=case,
        client_id=case.client_id,
        stage=stage.code,
        case_type_id=type_.pk,
        version=type_.version,
        since=at,
        by=by,
        reason=reason,
    )
    announce(StageChanged(old=old, new=stage.code, version=type_.version, **facts), at=at)


def _rights_of(by: Agent, case: Case, *, at: datetime) -> May:
    """Return what somebody may do with a case; whoever calls has seen to the first right."""

    def may(right: str) -> bool:
        return right == RIGHTS[0] or identity_of(by, at=at).may(right, client_id=case.client_id)

    return may


def _check_right(type_: TypeOfCase, way: Move, may: May) -> None:
    if way.right != RIGHTS[0] and not may(way.right):
        to = type_.template.stage(way.to)
        raise NotForYou(who=str(WHO[way.right]), to=_said(to) if to else way.to)


def _ways(type_: TypeOfCase, here: Stage) -> str:
    stages = (type_.template.stage(way.to) for way in type_.template.ways(here.code))
    return ", ".join(f"“{_said(stage)}”" for stage in stages if stage is not None)


def _said(stage: Stage) -> str:
    return stage.label.said(get_language() or "sv")
