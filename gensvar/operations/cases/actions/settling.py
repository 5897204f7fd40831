"""What becomes of a promise when the customer has been answered, or has not."""

from datetime import datetime
from typing import Any

from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.events import PromiseBroken, PromiseKept, PromiseStandsAgain
from gensvar.operations.cases.models import Case, Promise, PromiseEnd

Outcome = PromiseEnd.Outcome


def settle_promise(case: Case, *, by: Agent | None, at: datetime) -> None:
    """The customer has been answered: what was promised is kept, or broken if that was too late.

    The caller holds the case.
    """
    for promise in Promise.objects.standing().filter(case=case):
        is_kept = at <= promise.due_at
        end_promise(promise, Outcome.KEPT if is_kept else Outcome.BROKEN, by=by, at=at)
    PromiseEnd.objects.filter(promise__case=case, outcome=Outcome.BROKEN, answered_at=None).update(
        answered_at=at
    )


def restore_promise(case: Case, *, since: datetime, by: Agent | None, at: datetime) -> None:
    """The answer given at `since` was taken back: what it kept stands again."""
    PromiseEnd.objects.filter(promise__case=case, answered_at__gte=since).update(answered_at=None)
    ends = PromiseEnd.objects.filter(
        promise__case=case, promise__followed_by=None, outcome=Outcome.KEPT, at__gte=since
    )
    for end in ends.select_related("promise"):
        promise = end.promise
        end.delete()
        announce(PromiseStandsAgain(promise_id=promise.pk, **_about(promise, by)), at=at)


def end_promise(promise: Promise, outcome: str, *, by: Agent | None, at: datetime) -> None:
    """Write what became of a promise."""
    PromiseEnd.objects.create(
        promise=promise, client_id=promise.client_id, outcome=outcome, by=by, at=at
    )
    due_at = promise.due_at.isoformat()
    if outcome == Outcome.KEPT:
        announce(PromiseKept(promise_id=promise.pk, due_at=due_at, **_about(promise, by)), at=at)
    elif outcome == Outcome.BROKEN:
        announce(PromiseBroken(promise_id=promise.pk, due_at=due_at, **_about(promise, by)), at=at)


def _about(promise: Promise, by: Agent | None) -> dict[str, Any]:
    return {
        "case_id": promise.case_id,
        "client_id": promise.client_id,
        "agent_id": by.pk if by else None,
    }
