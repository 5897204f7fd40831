"""The front desk asks a department; the department answers the customer, or gives it back."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.describing import NotOfThisClient
from gensvar.operations.cases.actions.moving import (
    NOT_YET,
    AlreadyClosed,
    about,
    assign,
    close,
    enter,
    locked,
    set_state,
)
from gensvar.operations.cases.actions.staging import check_way
from gensvar.operations.cases.events import CaseHandedOver, FeedbackGiven
from gensvar.operations.cases.models import Case, Feedback, HandOver, State
from gensvar.operations.knowledge.rules import ANSWER_DAYS


class CannotHandOver(Refused):
    message = _("Write what the group shall answer before you hand the case over.")
    status = 422


class NotHandedOver(Refused):
    message = _("The case is no longer with your group.")


class FeedbackIncomplete(Refused):
    message = _("Say how you reached the customer and what was said.")
    status = 422


@action
def hand_over(
    case: Case, *, to: Group, why: str, question: str, by: Agent, at: datetime
) -> HandOver:
    """Ask an answer group to answer the customer; the group is told by mail without content."""
    case = locked(case)
    if case.is_closed:
        raise AlreadyClosed
    if to.client_id != case.client_id:
        raise NotOfThisClient
    if not question.strip() or why not in HandOver.Why.values:
        raise CannotHandOver
    stage = check_way(case, State.HANDED_OVER, by=by, at=at)
    handed = HandOver.objects.create(
        case=case,
        client_id=case.client_id,
        from_group=case.group,
        to_group=to,
        why=why,
        question=question,
        answer_days=case.subject.answer_days if case.subject else ANSWER_DAYS,
        by=by,
        at=at,
    )
    assign(case, agent=None, group=to, by=by, at=at)
    case.group, case.agent = to, None
    set_state(case, State.HANDED_OVER, by=by, at=at)
    enter(case, stage, by=by, at=at)
    announce(
        CaseHandedOver(hand_over_id=handed.pk, to_group_id=to.pk, why=why, **about(case, by)), at=at
    )
    return handed


@action
def give_feedback(
    case: Case,
    *,
    outcome: str,
    channel: str,
    summary: str,
    by: Agent,
    at: datetime,
    reached_at: datetime | None = None,
) -> Feedback:
    """Tell what became of it: the customer answered, not reached, or the case given back.

    An answer closes the case when nothing is missing and its type lets the handler close it; a
    case given back waits for the front desk, in the group it came from.
    """
    case = locked(case)
    handed = case.hand_overs.order_by("-pk").first()
    if handed is None or case.state != State.HANDED_OVER:
        raise NotHandedOver
    has_channel = bool(channel) or outcome == Feedback.Outcome.RETURNED
    if not summary.strip() or not has_channel or outcome not in Feedback.Outcome.values:
        raise FeedbackIncomplete
    given = Feedback.objects.create(
        hand_over=handed,
        client_id=case.client_id,
        outcome=outcome,
        channel=channel,
        summary=summary,
        reached_at=reached_at,
        by=by,
        at=at,
    )
    announce(
        FeedbackGiven(
            hand_over_id=handed.pk, feedback_id=given.pk, outcome=outcome, **about(case, by)
        ),
        at=at,
    )
    if outcome == Feedback.Outcome.RETURNED:
        set_state(case, State.WAITING_FOR_US, by=by, at=at)
        assign(case, agent=None, group=handed.from_group, by=by, at=at)
    elif outcome == Feedback.Outcome.ANSWERED:
        _finish(case, by=by, at=at)
    return given


def _finish(case: Case, *, by: Agent, at: datetime) -> None:
    try:
        close(case, by=by, at=at)
    except NOT_YET:  # nothing of it is written then
        # The front desk fills in what closing asks for.
        set_state(case, State.WAITING_FOR_US, by=by, at=at)
