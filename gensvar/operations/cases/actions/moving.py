"""Whose turn it is: states and owners, each a row with who and when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.ending import Need, say_outcome
from gensvar.operations.cases.actions.settling import settle_promise
from gensvar.operations.cases.actions.staging import (
    NotForYou,
    NoWayThere,
    allowed_way,
    check_way,
    known_stage,
    write_stage,
)
from gensvar.operations.cases.events import CaseAssigned, CaseClosed, CaseReopened, StateChanged
from gensvar.operations.cases.models import Assignment, Case, CaseState, State
from gensvar.operations.cases.queries.joined import open_children, way_of
from gensvar.operations.cases.queries.keeping_open import kept_open_by
from gensvar.operations.cases.queries.typed import missing_fields, type_of
from gensvar.operations.cases.rules import missing_for_closing
from gensvar.operations.casetypes.rules import HANDED_OVER, Field, May, Stage


class AlreadyClosed(Refused):
    message = _("The case is already done. Open it again to go on.")


class NotClosed(Refused):
    message = _("The case is not done, so it cannot be opened again.")


class PartOfAnother(Refused):
    message = _("The case is part of %(number)s. Go on there, or take the two apart first.")


class ChildStillOpen(Refused):
    message = _(
        "%(number)s is part of this case and still open. Finish it first, unlink it, or close this "
        "one all the same and say why."
    )


class HiddenChildStillOpen(Refused):
    message = _(
        "A part of this case is still open with colleagues. Close this one when they are done, or "
        "all the same and say why."
    )


class WhyDespiteParts(Refused):
    message = _("Say why the case is closed although a part of it is still open.")
    status = 422


class KeptOpen(Refused):
    """Another slice says why, in a whole sentence."""

    message = "%(why)s"


class HandOverFirst(Refused):
    message = _("A group must be told what to answer: hand the case over instead.")


class IncompleteForClosing(Refused):
    """`missing` names what closing asks for; the fields of the case's type come last."""

    message = _("Fill in %(names)s before the case is closed.")
    NAMES = {"subject": _("subject"), "need_type": _("need type")}

    def __init__(self, missing: list[str], fields: Sequence[Field] = ()) -> None:
        language = get_language() or "sv"
        names = [str(self.NAMES[name]) for name in missing]
        names += [field.label.said(language) for field in fields]
        super().__init__(names=", ".join(names))
        self.missing = [*missing, *(f"fields/{field.key}" for field in fields)]


# Why a case of which all is said and done may still have to wait for somebody to close it.
NOT_YET = (
    IncompleteForClosing,
    NoWayThere,
    NotForYou,
    ChildStillOpen,
    HiddenChildStillOpen,
    KeptOpen,
)


def locked(case: Case) -> Case:
    """Return the case as it stands now, held until the transaction ends."""
    return Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)


def refuse_merged(case: Case) -> None:
    """Refuse what is to be done in the case that this one is part of, where it is."""
    if way := way_of(case):
        into = Case.objects.filter(pk=way[-1].into_id).first()
        raise PartOfAnother(number=into.number if into else "–")


def refuse_open_child(case: Case, *, despite: bool = False, reason: str = "") -> None:
    """Refuse to end what waits for another case, which is named to whoever may see it.

    With `despite` it ends all the same, if there is a reason.
    """
    children = open_children(case)
    if children and despite:
        if not reason.strip():
            raise WhyDespiteParts
    elif children:
        seen = Case.objects.filter(pk__in=children).order_by("pk").first()
        raise ChildStillOpen(number=seen.number) if seen else HiddenChildStillOpen


def set_state(case: Case, state: str, *, by: Agent | None, at: datetime, reason: str = "") -> None:
    """Write the state as a row and on the case; nothing happens where it already stands so.

    The case comes to the first stage of that state, unless a move says another afterwards.
    """
    if case.state == state and case.states.exists():
        return
    old, case.state, case.state_since, case.stage = case.state, state, at, ""
    case.save(update_fields=["state", "state_since", "closed_at", "stage"])
    write_state(case, old=old, by=by, at=at, reason=reason)


def write_state(case: Case, *, old: str, by: Agent | None, at: datetime, reason: str = "") -> None:
    """Write the row that says how the case stands from now on."""
    CaseState.objects.create(
        case=case, client_id=case.client_id, state=case.state, since=at, by=by, reason=reason
    )
    announce(StateChanged(old=old, new=case.state, **about(case, by)), at=at)


def about(case: Case, by: Agent | None) -> dict[str, Any]:
    """Return what every event of the case carries."""
    return {
        "case_id": case.pk,
        "client_id": case.client_id,
        "agent_id": by.pk if by else None,
    }


@action
def change_state(
    case: Case,
    state: str,
    *,
    by: Agent | None,
    at: datetime,
    reason: str = "",
    may: May | None = None,
) -> None:
    """Say whose turn it is now."""
    case = locked(case)
    if state == State.CLOSED:
        close(case, by=by, at=at, reason=reason, may=may)
        return
    if case.is_closed:
        raise AlreadyClosed
    stage = check_way(case, state, by=by, at=at, may=may)
    set_state(case, state, by=by, at=at, reason=reason)
    enter(case, stage, by=by, at=at)


@action
def close(
    case: Case,
    *,
    by: Agent | None,
    at: datetime,
    reason: str = "",
    stage: str = "",
    may: May | None = None,
    need: Need | None = None,
    despite_parts: bool = False,
) -> None:
    """Finish the case; asks for subject, need type and its type's fields, whatever the channel.

    With `despite_parts` and a reason it does not wait for open cases that are part of it.
    `need` says what became of it; unsaid it is unknown, never met. `stage` is where it ends, where
    its type has several ends; `may` tells the rights of whoever closes it, else those of `by`.
    """
    case = locked(case)
    if case.is_closed:
        raise AlreadyClosed
    end = check_way(case, State.CLOSED, by=by, at=at, may=may, to=stage)
    missing = missing_for_closing(has_subject=case.subject_id is not None, need_type=case.need_type)
    fields = missing_fields(case)
    if missing or fields:
        raise IncompleteForClosing(missing, fields)
    refuse_open_child(case, despite=despite_parts, reason=reason)
    if why := kept_open_by(case):
        raise KeptOpen(why=why)
    settle_promise(case, by=by, at=at)
    case.closed_at = at
    set_state(case, State.CLOSED, by=by, at=at, reason=reason)
    enter(case, end, by=by, at=at)
    announce(CaseClosed(**about(case, by)), at=at)
    if need is not None:
        say_outcome(case, need, by=by, at=at)


@action
def move(
    case: Case,
    to: str,
    *,
    by: Agent | None,
    at: datetime,
    reason: str = "",
    may: May | None = None,
) -> None:
    """Take the case to a stage of its type, if the type has a way there for whoever asks."""
    case = locked(case)
    stage = known_stage(type_of(case), to)
    if stage.state == State.CLOSED and not case.is_closed:
        close(case, by=by, at=at, reason=reason, stage=to, may=may)
        return
    if stage.state == HANDED_OVER and case.state != HANDED_OVER:
        raise HandOverFirst
    if stage.code == case.stage:
        return
    check_way(case, stage.state, by=by, at=at, may=may, to=to)
    if case.is_closed and stage.state != State.CLOSED:
        take_up(case, by=by, at=at, reason=reason)
        case = locked(case)
    set_state(case, stage.state, by=by, at=at, reason=reason)
    enter(case, stage, by=by, at=at, reason=reason)


def enter(
    case: Case, stage: Stage | None, *, by: Agent | None, at: datetime, reason: str = ""
) -> None:
    """Let a case that has come to a state stand in one of its stages; the first goes unsaid."""
    if stage is None or (not case.stage and stage == type_of(case).template.home(stage.state)):
        return
    write_stage(case, stage, by=by, at=at, reason=reason, facts=about(case, by))


def pass_to(case: Case, state: str, *, by: Agent, at: datetime) -> None:
    """Say whose turn it is, if the case's type has a way there; else it stays as it is."""
    is_allowed, stage = allowed_way(case, state, by=by, at=at)
    if is_allowed:
        set_state(case, state, by=by, at=at)
        enter(case, stage, by=by, at=at)


@action
def reopen(
    case: Case, *, by: Agent | None, at: datetime, reason: str = "", may: May | None = None
) -> None:
    """Take up a finished case again, where it was."""
    case = locked(case)
    if not case.is_closed:
        raise NotClosed
    refuse_merged(case)
    stage = check_way(case, State.WAITING_FOR_US, by=by, at=at, may=may)
    take_up(case, by=by, at=at, reason=reason)
    enter(locked(case), stage, by=by, at=at)


@action
def take_up(case: Case, *, by: Agent | None, at: datetime, reason: str = "") -> None:
    """Open a finished case because something happened, such as the customer's own words."""
    case = locked(case)
    refuse_merged(case)
    case.closed_at = None
    set_state(case, State.WAITING_FOR_US, by=by, at=at, reason=reason)
    announce(CaseReopened(**about(case, by)), at=at)


@action
def assign(
    case: Case, *, agent: Agent | None, group: Group | None, by: Agent | None, at: datetime
) -> None:
    """Make the case somebody's, a group's, or (with neither) nobody's."""
    case = locked(case)
    if (case.agent_id, case.group_id) == (agent and agent.pk, group and group.pk):
        return
    case.agent, case.group = agent, group
    case.save(update_fields=["agent", "group"])
    write_assignment(case, by=by, at=at)


def write_assignment(case: Case, *, by: Agent | None, at: datetime) -> None:
    """Write the row that says whose the case is from now on."""
    Assignment.objects.create(
        case=case,
        client_id=case.client_id,
        agent_id=case.agent_id,
        group_id=case.group_id,
        since=at,
        by=by,
    )
    announce(
        CaseAssigned(to_agent_id=case.agent_id, to_group_id=case.group_id, **about(case, by)),
        at=at,
    )
