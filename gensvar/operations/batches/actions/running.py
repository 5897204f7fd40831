"""Do what was confirmed, and undo it again: one case, one transaction, by whoever asked.

A case is marked in the transaction that changes it. A worker that dies leaves the others waiting,
and whoever goes on does none twice.
"""

from collections.abc import Callable
from datetime import datetime

from django.db import ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.access import Identity, bound_as, reach
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused, is_beyond_reach
from gensvar.operations.batches.actions.asking import held, weigh_one
from gensvar.operations.batches.actions.doing import MayNot, do
from gensvar.operations.batches.events import (
    BatchConfirmed,
    BatchDone,
    BatchUndoAsked,
    BatchUndone,
)
from gensvar.operations.batches.models import Batch, BatchedCase
from gensvar.operations.batches.queries import counts, identity_of_asker, keys_waiting
from gensvar.operations.batches.rules import PERMISSION, PIECE, Act, Outcome, Stage
from gensvar.operations.cases import actions as on_cases
from gensvar.operations.cases.models import Case, Deed
from gensvar.operations.cases.queries.deeds import latest_change

Step = Callable[[int, Batch, Identity, datetime], bool]


class NotWeighedYet(Refused):
    message = _("What it would do is still being worked out. Wait until all of it is shown.")


class ConfirmedAlready(Refused):
    message = _("This has been confirmed already.")


class NothingToDo(Refused):
    message = _("None of the cases would change. There is nothing to confirm.")


class NotDoneYet(Refused):
    message = _("It is not done yet. When it is, it can be undone.")


class ChangedMeanwhile(Refused):
    message = _("Something has happened to the case since you looked. It was left as it is.")


class OutOfSight(Refused):
    message = _("The case is no longer yours to see. It was left as it is.")


class NotUndoable(Refused):
    message = _("This cannot be undone: others have been told.")


@action
def confirm(batch: Batch, *, by: Agent, at: datetime) -> Batch:
    """Let what was shown be done, soon and by itself."""
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.stage is Stage.WEIGHING:
        raise NotWeighedYet
    if batch.confirmed_at is not None:
        raise ConfirmedAlready
    if not counts(batch)[Outcome.READY]:
        raise NothingToDo
    batch.confirmed_at = at
    batch.save(update_fields=["confirmed_at"])
    announce(BatchConfirmed(batch_id=batch.pk, agent_id=by.pk, act=batch.act), at=at)
    return batch


@action
def ask_undo(batch: Batch, *, by: Agent, at: datetime) -> Batch:
    """Let all of it be undone that can be, soon and by itself."""
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.done_at is None:
        raise NotDoneYet
    if batch.undo_asked_at is not None:
        raise on_cases.UndoneAlready
    if at >= batch.done_at + on_cases.UNDO_FOR:
        raise on_cases.TooLateToUndo
    batch.undo_asked_at = at
    batch.save(update_fields=["undo_asked_at"])
    announce(BatchUndoAsked(batch_id=batch.pk, agent_id=by.pk), at=at)
    return batch


def go_on(batch: Batch, *, at: Callable[[], datetime]) -> None:
    """Do what is still to be done with the cases of a batch, from wherever it stands."""
    batch = Batch.objects.select_related("by").get(pk=batch.pk)
    with override(batch.by.language or None):
        if batch.stage is Stage.WEIGHING:
            _each(batch, Outcome.UNWEIGHED, _weigh, at=at)
            Batch.objects.filter(pk=batch.pk, weighed_at=None).update(weighed_at=at())
        elif batch.stage is Stage.RUNNING:
            _each(batch, Outcome.READY, _do, at=at)
            _finish(batch, at=at())
        elif batch.stage is Stage.UNDOING:
            _each(batch, Outcome.DONE, _undo, at=at)
            _finish_undo(batch, at=at())


def _each(batch: Batch, outcome: Outcome, step: Step, *, at: Callable[[], datetime]) -> None:
    """Take one step with each case, seeing what whoever asked may see at that very moment."""
    permission = PERMISSION[Act(batch.act)]
    while keys := keys_waiting(batch, outcome, most=PIECE):
        identity = identity_of_asker(batch, at=at())
        within = reach(identity, permission)
        for key in keys:
            with bound_as(within):
                is_seen = step(key, batch, identity, at())
            if not is_seen:
                _leave(key, outcome)


def _leave(key: int, outcome: Outcome) -> None:
    """Note that a case is out of sight; who cannot see the case does not see this either."""
    left = Outcome.KEPT if outcome is Outcome.DONE else Outcome.SKIPPED
    still = BatchedCase.objects.filter(pk=key, outcome=outcome)
    still.update(outcome=left, reason=OutOfSight().words())


def _weigh(key: int, batch: Batch, identity: Identity, at: datetime) -> bool:
    return weigh_one(key, batch, identity=identity, at=at)


def _do(key: int, batch: Batch, identity: Identity, at: datetime) -> bool:
    if (both := held(key)) is None:
        return False
    row, case = both
    if row.outcome != Outcome.READY:  # somebody else goes on with the same batch
        return True

    def act() -> None:
        # Held before it is asked whether it has changed, and until it has been.
        Case.objects.select_for_update(no_key=True).values("pk").get(pk=case.pk)
        if latest_change(case.pk) != row.seen_until:
            raise ChangedMeanwhile
        row.deed = on_cases.remember(
            case,
            lambda: do(case, Act(batch.act), batch.details, identity=identity, by=batch.by, at=at),
            by=batch.by,
            at=at,
        )

    _mark(row, act, case, done=Outcome.DONE, not_done=Outcome.SKIPPED)
    return True


def _undo(key: int, batch: Batch, _identity: Identity, at: datetime) -> bool:
    if (both := held(key)) is None:
        return False
    row, case = both
    if row.outcome != Outcome.DONE:
        return True

    def act() -> None:
        if row.deed_id is None or batch.act == Act.HAND_OVER:
            raise NotUndoable
        deed = Deed.objects.select_related("outgoing__message", "by").get(pk=row.deed_id)
        on_cases.undo(deed, by=batch.by, at=at)

    _mark(row, act, case, done=Outcome.UNDONE, not_done=Outcome.KEPT)
    return True


def _mark(
    row: BatchedCase, act: Callable[[], None], case: Case, *, done: Outcome, not_done: Outcome
) -> None:
    try:
        with transaction.atomic():
            act()
        row.outcome, row.reason = done, ""
    except Refused as refusal:
        row.outcome, row.reason = not_done, refusal.words()[:300]
    except ProgrammingError as error:
        if not is_beyond_reach(error):
            raise
        refused = MayNot(client=case.client.public_name)
        row.outcome, row.reason = not_done, refused.words()[:300]
    row.save(update_fields=["outcome", "reason", "deed"])


@action
def _finish(batch: Batch, *, at: datetime) -> None:
    if Batch.objects.filter(pk=batch.pk, done_at=None).update(done_at=at):
        found = counts(batch)
        event = BatchDone(
            batch_id=batch.pk,
            agent_id=batch.by_id,
            done=found[Outcome.DONE],
            skipped=found[Outcome.SKIPPED],
        )
        announce(event, at=at)


@action
def _finish_undo(batch: Batch, *, at: datetime) -> None:
    if Batch.objects.filter(pk=batch.pk, undone_at=None).update(undone_at=at):
        found = counts(batch)
        event = BatchUndone(
            batch_id=batch.pk,
            agent_id=batch.by_id,
            undone=found[Outcome.UNDONE],
            kept=found[Outcome.KEPT],
        )
        announce(event, at=at)
