"""Let a case rest until there is something to do, and take it up again exactly once."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import AlreadyClosed, about, locked, refuse_merged
from gensvar.operations.cases.events import CaseSnoozed, CaseWoken
from gensvar.operations.cases.models import Case, Snooze

LONGEST_REST = timedelta(days=366)


class RestIsOver(Refused):
    message = _("That time has been already. Choose one that is still to come.")
    status = 422


class RestTooLong(Refused):
    message = _("A case can rest for a year at most. Choose an earlier day.")
    status = 422


class NotResting(Refused):
    message = _("The case does not rest any more.")


@action
def snooze(case: Case, *, until: datetime, by: Agent, at: datetime) -> Snooze:
    """Let the case rest; a rest that it has already is replaced."""
    case = locked(case)
    if until <= at:
        raise RestIsOver
    if until > at + LONGEST_REST:
        raise RestTooLong
    refuse_merged(case)
    if case.is_closed:
        raise AlreadyClosed
    wake(case, why=Snooze.Why.BY_HAND, by=by, at=at)
    rest = Snooze.objects.create(case=case, client_id=case.client_id, until=until, by=by, at=at)
    announce(CaseSnoozed(snooze_id=rest.pk, until=until.isoformat(), **about(case, by)), at=at)
    return rest


@action
def end_rest(case: Case, *, by: Agent, at: datetime) -> None:
    """Take a resting case up again now."""
    if not wake(locked(case), why=Snooze.Why.BY_HAND, by=by, at=at):
        raise NotResting


@action
def wake(case: Case, *, why: str, by: Agent | None, at: datetime) -> bool:
    """End the rest of a case, if it has one; of several who try at once, one does."""
    rest = Snooze.objects.filter(case=case, ended_at=None).first()
    return rest is not None and _end(rest, case, why=why, by=by, at=at)


def wake_due(*, at: datetime, most: int = 500) -> int:
    """Take up every case whose rest is over, each in its own transaction, and count them."""
    due = Snooze.objects.filter(ended_at=None, until__lte=at).order_by("until", "pk")
    return sum(_wake_one(pk, at=at) for pk in list(due.values_list("pk", flat=True)[:most]))


@action
def _wake_one(pk: int, *, at: datetime) -> bool:
    rest = Snooze.objects.select_related("case").get(pk=pk)
    why = Snooze.Why.CLOSED if rest.case.is_closed else Snooze.Why.TIME
    return _end(rest, rest.case, why=why, by=None, at=at)


def _end(rest: Snooze, case: Case, *, why: str, by: Agent | None, at: datetime) -> bool:
    ended = Snooze.objects.filter(pk=rest.pk, ended_at=None).update(ended_at=at, why_ended=why)
    if ended:
        announce(CaseWoken(snooze_id=rest.pk, why=why, **about(case, by)), at=at)
    return bool(ended)
