"""What has been promised is told to the customer, and what is in danger to our own people."""

from collections.abc import Sequence
from datetime import datetime

from gensvar.channels.mail import texts
from gensvar.channels.mail.models import StaffTold
from gensvar.foundation.acting import action
from gensvar.foundation.duty.queries import nearest_manager
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.actions import notify_colleague, tell_promise
from gensvar.operations.cases.models import Case, HandOver, HandOverWarning, Promise
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.cases.queries.responsibility import newest_hand_over, responsible_for

WITH = ("client", "subject", "customer", "group__manager", "agent__manager")
KINDS = HandOverWarning.Kind


@action
def mail_promise(promise_id: int, *, at: datetime) -> None:
    """Tell the customer by mail; done once, however often it is asked."""
    held = Promise.objects.select_for_update(of=("self",)).select_related("case__client", "by")
    promise = held.get(pk=promise_id)
    # Another way, told already, or overtaken by another promise before this one was told.
    if promise.way != Promise.Way.MAIL or promise.told_at or promise != standing(promise.case):
        return
    # Promised before the case became confidential: the words name it, so they are only spoken.
    if promise.case.is_confidential and promise.case.number in promise.words:
        Promise.objects.filter(pk=promise.pk).update(way=Promise.Way.VOICE)
        return
    subject, text = texts.promise(promise.case, promise.words, at=at)
    tell_promise(promise, text, subject=subject, at=at)


@action
def tell_new_holder(case_id: int, agent_id: int, record_id: int, *, at: datetime) -> None:
    """Tell somebody that a question is theirs now."""
    agent = Agent.objects.get(pk=agent_id)
    _tell(_case(case_id), texts.ToStaff.MOVED, [agent.email], record_id, at=at)


@action
def tell_of_danger(hand_over_id: int, kind: str, record_id: int, *, at: datetime) -> None:
    """Tell the group and the managers on both sides; the one who asked, too, of what lies idle."""
    known = HandOver.objects.select_related(
        "to_group__manager", "by__manager", "from_group__manager"
    )
    handed = known.get(pk=hand_over_id)
    case = _case(handed.case_id)
    theirs = _manager(None, handed.to_group, at=at)
    ours = _manager(handed.by, handed.from_group, at=at)
    people = {
        KINDS.UNMANNED: [theirs],
        KINDS.NOT_ACCEPTED: [theirs, ours, handed.by],
        KINDS.BOUNCED: [theirs, ours],
    }[KINDS(kind)]
    to = [one.email for one in people if one is not None]
    if kind != KINDS.BOUNCED:
        to.insert(0, handed.to_group.email)
    _tell(case, texts.ToStaff(kind), to, record_id, at=at)


@action
def ask_about_promise(promise_id: int, record_id: int, *, at: datetime) -> None:
    """Ask whoever answers for the case, and the nearest manager, for an answer or a new day."""
    promise = Promise.objects.get(pk=promise_id)
    case = _case(promise.case_id)
    holder = responsible_for(case, at=at)
    manager = _manager(holder, case.group, at=at)
    to = [one.email for one in (holder, manager) if one is not None]
    if case.group and not case.agent:
        to.append(case.group.email)
    _tell(case, texts.ToStaff.BROKEN, to, record_id, at=at)


def _manager(agent: Agent | None, group: Group | None, *, at: datetime) -> Agent | None:
    found = nearest_manager(agent, group, at=at)
    return found.agent if found else None


def _case(case_id: int) -> Case:
    return Case.objects.select_related(*WITH).get(pk=case_id)


def _tell(
    case: Case, why: texts.ToStaff, to: Sequence[str], record_id: int, *, at: datetime
) -> None:
    """Write to our own people, once for each event."""
    addresses = list(dict.fromkeys(address for address in to if address))
    _row, is_new = StaffTold.objects.get_or_create(
        record_id=record_id, defaults={"client_id": case.client_id, "case": case}
    )
    if not is_new:
        return
    promise = standing(case)
    handed = newest_hand_over(case)
    is_front = handed is None or case.group_id != handed.to_group_id
    subject, text = texts.to_staff(
        case, why, at=at, due_at=promise.due_at if promise else None, is_front=is_front
    )
    for address in addresses:
        notify_colleague(case, text, subject=subject, address=address, purpose=why.value, at=at)
