"""The department answers the customer, tries to, or gives the question back."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.handing_over import accept
from gensvar.operations.cases.actions.moving import (
    NOT_YET,
    about,
    assign,
    close,
    locked,
    set_state,
)
from gensvar.operations.cases.actions.settling import settle_promise
from gensvar.operations.cases.events import FeedbackGiven
from gensvar.operations.cases.models import Case, Feedback, HandOver, State
from gensvar.operations.cases.queries.responsibility import newest_hand_over, reach_rule
from gensvar.operations.cases.rules import is_reached

Outcome = Feedback.Outcome


class NotHandedOver(Refused):
    message = _("The case is no longer with your group.")


class FeedbackIncomplete(Refused):
    message = _("Say how you reached the customer and what was said.")
    status = 422


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
    left_message: bool = False,
) -> Feedback:
    """Tell what became of it: the customer answered, not reached, or the case given back.

    An answer closes the case when subject and need type are known; a case given back waits for the
    front desk, and what was promised stands. Tries count as an answer only by an agreed rule.
    """
    case = locked(case)
    handed = newest_hand_over(case)
    if handed is None or case.state != State.HANDED_OVER:
        raise NotHandedOver
    has_channel = bool(channel) or outcome == Outcome.RETURNED
    if not summary.strip() or not has_channel or outcome not in Outcome.values:
        raise FeedbackIncomplete
    given = Feedback.objects.create(
        hand_over=handed,
        client_id=case.client_id,
        outcome=outcome,
        channel=channel,
        summary=summary,
        left_message=left_message,
        reached_at=reached_at,
        by=by,
        at=at,
    )
    given.rule_version = _rule_that_counts(case, handed, at=at)
    given.save(update_fields=["rule_version"])
    accept(case, by=by, at=at)
    announce(
        FeedbackGiven(
            hand_over_id=handed.pk, feedback_id=given.pk, outcome=outcome, **about(case, by)
        ),
        at=at,
    )
    if outcome == Outcome.RETURNED:
        set_state(case, State.WAITING_FOR_US, by=by, at=at)
        assign(case, agent=None, group=_front_of(case), by=by, at=at)
    elif outcome == Outcome.ANSWERED or given.rule_version is not None:
        _finish(case, by=by, at=at)
    return given


def _rule_that_counts(case: Case, handed: HandOver, *, at: datetime) -> int | None:
    """Return the version of the rule by which the tries so far count; None where they do not."""
    rule = reach_rule(case.client, at=at)
    tries = list(handed.feedback.filter(outcome=Outcome.NO_ANSWER))
    has_message = any(one.left_message for one in tries)
    if rule is None or not is_reached(
        attempts_agreed=rule.attempts, tried=len(tries), has_left_message=has_message
    ):
        return None
    return rule.version


def _front_of(case: Case) -> Group | None:
    """Return the group that asked first: the customer is never sent back and forth in between."""
    first = case.hand_overs.select_related("from_group").order_by("pk").first()
    return first.from_group if first else None


def _finish(case: Case, *, by: Agent, at: datetime) -> None:
    settle_promise(case, by=by, at=at)
    try:
        close(case, by=by, at=at)
    except NOT_YET:  # nothing of it is written then
        # The front desk fills in what closing asks for.
        set_state(case, State.WAITING_FOR_US, by=by, at=at)
