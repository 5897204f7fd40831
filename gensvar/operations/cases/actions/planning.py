"""Answers that leave later: seen by colleagues, taken back until then, dropped by news."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import (
    NOT_YET,
    AlreadyClosed,
    about,
    close,
    locked,
    pass_to,
)
from gensvar.operations.cases.actions.settling import settle_promise
from gensvar.operations.cases.events import CaseAnswered
from gensvar.operations.cases.models import Case, PlannedAnswer, State
from gensvar.operations.contacts.actions import TooLateToWithdraw, withdraw_message
from gensvar.operations.contacts.models import Outgoing

LATEST = timedelta(days=366)


class LeavesInThePast(Refused):
    message = _("That time has been already. Choose one to come, or send the answer now.")
    status = 422


class LeavesTooLate(Refused):
    message = _("An answer can wait for a year at most. Choose an earlier day.")
    status = 422


def until_leaving(leaves_at: datetime, case: Case, *, at: datetime) -> timedelta:
    """Return how long an answer is kept; refuse a time that cannot be meant."""
    if case.is_closed:
        raise AlreadyClosed
    if leaves_at <= at:
        raise LeavesInThePast
    if leaves_at > at + LATEST:
        raise LeavesTooLate
    return leaves_at - at


def drop_planned(case: Case, *, by: Agent | None, at: datetime) -> None:
    """Withdraw what was to leave later: it was written before what has happened now."""
    waiting = PlannedAnswer.objects.filter(case=case, settled_at=None, leaves_at__gt=at)
    for planned in waiting.select_related("outgoing__message"):
        # Another may have sent it or taken it back in this very moment; then that stands.
        with suppress(TooLateToWithdraw):
            withdraw_message(planned.outgoing, by=by, at=at)
        _settle(planned, at=at)


def settle_planned(*, at: datetime, most: int = 500) -> int:
    """Say whose turn it is in every case whose planned answer has left, and count them."""
    due = PlannedAnswer.objects.filter(settled_at=None, leaves_at__lte=at)
    keys: Sequence[int] = list(due.order_by("leaves_at").values_list("pk", flat=True)[:most])
    return sum(_settle_one(key, at=at) for key in keys)


@action
def _settle_one(key: int, *, at: datetime) -> bool:
    planned = PlannedAnswer.objects.select_related("outgoing__message", "by").get(pk=key)
    case = locked(planned.case)
    if not _settle(planned, at=at) or planned.outgoing.state == Outgoing.State.CANCELLED:
        return False
    by, contact = planned.by, planned.outgoing.message.contact_id
    announce(
        CaseAnswered(contact_id=contact, outgoing_id=planned.outgoing_id, **about(case, by)), at=at
    )
    if planned.turn and not case.is_closed:
        _turn(case, planned.turn, by=by, at=at)
    return True


def _turn(case: Case, turn: str, *, by: Agent, at: datetime) -> None:
    if turn == State.CLOSED:
        try:
            close(case, by=by, at=at)
            return
        except NOT_YET:  # something is missing after all: then it waits for the customer
            turn = State.WAITING_FOR_CUSTOMER
    if turn == State.WAITING_FOR_CUSTOMER:
        settle_promise(case, by=by, at=at)
    pass_to(case, turn, by=by, at=at)


def _settle(planned: PlannedAnswer, *, at: datetime) -> bool:
    open_ones = PlannedAnswer.objects.filter(pk=planned.pk, settled_at=None)
    return bool(open_ones.update(settled_at=at))
