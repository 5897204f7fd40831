"""The front desk asks a department; the question always has somebody who answers for it."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.duty.queries import has_rota, members, named, nearest_manager, on_duty
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.confiding import check_may_read
from gensvar.operations.cases.actions.describing import NotOfThisClient
from gensvar.operations.cases.actions.moving import (
    AlreadyClosed,
    about,
    assign,
    enter,
    locked,
    set_state,
)
from gensvar.operations.cases.actions.promising import Offer, promise_by_hand_over
from gensvar.operations.cases.actions.staging import check_way
from gensvar.operations.cases.events import (
    CaseHandedOver,
    HandOverAccepted,
    HandOverMoved,
    HandOverWarned,
    RequiredFactGiven,
)
from gensvar.operations.cases.models import (
    Acceptance,
    Assignment,
    Case,
    GivenFact,
    HandOver,
    HandOverSeen,
    HandOverWarning,
    State,
)
from gensvar.operations.cases.queries.facts import missing_facts
from gensvar.operations.cases.queries.responsibility import newest_hand_over
from gensvar.operations.cases.queries.typed import days_to_answer
from gensvar.operations.cases.rules import asks_why_again

Kind = HandOverWarning.Kind
LONGEST_FACT = 500


class CannotHandOver(Refused):
    message = _("Write what the group shall answer before you hand the case over.")
    status = 422


class FactsMissing(Refused):
    message = _("The group cannot answer without this: %(labels)s.")
    status = 422


class SayWhyAgain(Refused):
    message = _(
        "The case has been handed over %(hops)s times. Write why it must go yet again: the "
        "managers are told."
    )
    status = 422


class NobodyAnswers(Refused):
    message = _(
        "Nobody would answer for the question in %(group)s: it has nobody on duty, no manager and "
        "no member at work. Choose another group."
    )


class AlreadyThere(Refused):
    message = _("The case is with %(group)s already.")


@action
def hand_over(
    case: Case,
    *,
    to: Group,
    why: str,
    question: str,
    by: Agent,
    at: datetime,
    facts: Mapping[int, str] | None = None,
    again_because: str = "",
    offer: Offer | None = None,
) -> HandOver:
    """Ask an answer group to answer, promise the customer when, and name who answers for it.

    The group is told by mail without content, the customer in their own channel.
    """
    case = locked(case)
    hop = case.hand_overs.count() + 1
    _check(case, to, hop=hop, why=why, question=question, again_because=again_because)
    stage = check_way(case, State.HANDED_OVER, by=by, at=at)
    holder, is_unmanned = _holder(to, at=at)
    _give_facts(case, facts or {}, by=by, at=at)
    check_may_read(case, to)
    handed = HandOver.objects.create(
        case=case,
        client_id=case.client_id,
        from_group=case.group,
        to_group=to,
        why=why,
        question=question,
        answer_days=days_to_answer(case),
        hop=hop,
        again_because=again_because.strip(),
        by=by,
        at=at,
    )
    assign(case, agent=holder, group=to, by=by, at=at)
    case.group, case.agent = to, holder
    set_state(case, State.HANDED_OVER, by=by, at=at)
    enter(case, stage, by=by, at=at)
    announce(
        CaseHandedOver(hand_over_id=handed.pk, to_group_id=to.pk, why=why, **about(case, by)), at=at
    )
    promise_by_hand_over(handed, offer or Offer(), by=by, at=at)
    if is_unmanned:
        warn(handed, Kind.UNMANNED, at=at)
    if asks_why_again(hop):
        warn(handed, Kind.BOUNCED, at=at)
    return handed


@action
def accept(case: Case, *, by: Agent, at: datetime) -> None:
    """Say that the question is one's own; the first who says so is remembered."""
    handed = newest_hand_over(case)
    if handed is None:
        return
    _row, is_new = Acceptance.objects.get_or_create(
        hand_over=handed, defaults={"client_id": handed.client_id, "by": by, "at": at}
    )
    if is_new:
        announce(HandOverAccepted(hand_over_id=handed.pk, **about(case, by)), at=at)


@action
def see(handed: HandOver, *, by: Agent, at: datetime) -> None:
    """Remember that somebody has opened the question."""
    HandOverSeen.objects.get_or_create(
        hand_over=handed, by=by, defaults={"client_id": handed.client_id, "at": at}
    )


@action
def move(case: Case, *, because: str, at: datetime) -> Agent | None:
    """Give a question to whoever of the group answers now, since its holder is away or silent.

    Where nobody of the rota can, it is the manager's, and group and manager are told. Returns the
    new holder; None where it stayed as it was.
    """
    case = locked(case)
    handed = newest_hand_over(case)
    if handed is None or case.state != State.HANDED_OVER or case.group_id != handed.to_group_id:
        return None
    group, before = handed.to_group, case.agent_id
    had = Assignment.objects.filter(case=case, since__gte=handed.at).exclude(agent=None)
    passed_over = set(had.values_list("agent_id", flat=True)) if because == "unread" else {before}
    answering = on_duty(group, at=at, passed_over=[one for one in passed_over if one])
    if answering is None:
        warn(handed, Kind.UNMANNED, at=at)
    answering = answering or nearest_manager(None, group, at=at)
    holder = answering.agent if answering else None
    if holder is None or holder.pk == before:
        return None
    assign(case, agent=holder, group=group, by=None, at=at)
    announce(
        HandOverMoved(
            hand_over_id=handed.pk,
            from_agent_id=before,
            to_agent_id=holder.pk,
            because=because,
            **about(case, None),
        ),
        at=at,
    )
    return holder


@action
def warn(handed: HandOver, kind: str, *, at: datetime) -> bool:
    """Tell those responsible, once of each kind, that a question is about to be lost."""
    _row, is_new = HandOverWarning.objects.get_or_create(
        hand_over=handed, kind=kind, defaults={"client_id": handed.client_id, "at": at}
    )
    if is_new:
        event = HandOverWarned(hand_over_id=handed.pk, kind=kind, **about(handed.case, None))
        announce(event, at=at)
    return is_new


def _check(case: Case, to: Group, *, hop: int, why: str, question: str, again_because: str) -> None:
    if case.is_closed:
        raise AlreadyClosed
    if to.client_id != case.client_id:
        raise NotOfThisClient
    if not question.strip() or why not in HandOver.Why.values:
        raise CannotHandOver
    if case.state == State.HANDED_OVER and case.group_id == to.pk:
        raise AlreadyThere(group=to.code)
    if asks_why_again(hop) and not again_because.strip():
        raise SayWhyAgain(hops=hop - 1)


def _holder(to: Group, *, at: datetime) -> tuple[Agent | None, bool]:
    """Return whose the question is, and whether nobody who should answer can.

    A group without a rota has no single holder while members are at work: it is everybody's.
    """
    answering = named(to, at=at)
    if answering is None:
        raise NobodyAnswers(group=to.code)
    if (on_turn := on_duty(to, at=at)) is not None:
        return on_turn.agent, False
    is_unmanned = has_rota(to, at=at) or not members(to, at=at)
    return (answering.agent if is_unmanned else None), is_unmanned


def _give_facts(case: Case, facts: Mapping[int, str], *, by: Agent, at: datetime) -> None:
    missing = missing_facts(case)
    given = {fact.pk: facts.get(fact.pk, "").strip()[:LONGEST_FACT] for fact in missing}
    if unknown := [fact.label for fact in missing if not given[fact.pk]]:
        raise FactsMissing(labels=", ".join(unknown))
    for fact in missing:
        GivenFact.objects.create(
            case=case, client_id=case.client_id, fact=fact, text=given[fact.pk], by=by, at=at
        )
        announce(RequiredFactGiven(fact_id=fact.pk, **about(case, by)), at=at)
