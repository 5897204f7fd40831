"""Ask for an act on many cases, and find out what it would do before anything is done.

What it would do is found out by doing it, and undoing that at once: so a preview cannot say
anything else than what will happen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.integrations.models import Token
from gensvar.foundation.people.access import Identity
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused, is_beyond_reach
from gensvar.operations.batches.actions.doing import Details, MayNot, do
from gensvar.operations.batches.events import BatchAsked
from gensvar.operations.batches.models import Batch, BatchedCase
from gensvar.operations.batches.queries import keys_waiting
from gensvar.operations.batches.rules import FIRST_PIECE, MOST, Act, Outcome
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.deeds import Standing, latest_change, standing


class NothingChosen(Refused):
    message = _("Choose at least one case first.")
    status = 422


class TooMany(Refused):
    message = _("At most %(most)s cases at a time. Add a condition, so that the list is shorter.")
    status = 422


class NothingChanges(Refused):
    message = _("It is so already.")


@dataclass(frozen=True)
class Weighed:
    """What an act would make of a case, or why it would not."""

    before: Standing
    after: Standing
    refusal: str = ""


class _TakenBack(Exception):
    """What was done to find out what it does is undone by this."""

    def __init__(self, before: Standing, after: Standing) -> None:
        self.before, self.after = before, after
        super().__init__()


@action
def ask(
    act: Act,
    details: Details,
    cases: Sequence[tuple[int, int]],
    *,
    by: Agent,
    at: datetime,
    conditions: str = "",
    token: Token | None = None,
) -> Batch:
    """Note what somebody wants done with which cases, each given with its client."""
    if not cases:
        raise NothingChosen
    if len(cases) > MOST:
        raise TooMany(most=MOST)
    batch = Batch.objects.create(
        act=act, details=details, conditions=conditions[:500], by=by, token=token, at=at
    )
    BatchedCase.objects.bulk_create(
        BatchedCase(batch=batch, case_id=case, client_id=client) for case, client in cases
    )
    announce(BatchAsked(batch_id=batch.pk, agent_id=by.pk, act=act, cases=len(cases)), at=at)
    return batch


def weigh(batch: Batch, *, identity: Identity, at: datetime, most: int = FIRST_PIECE) -> bool:
    """Find out what the act would do with the next cases; say whether that was all of them."""
    for key in keys_waiting(batch, Outcome.UNWEIGHED, most=most):
        weigh_one(key, batch, identity=identity, at=at)
    if BatchedCase.objects.filter(batch=batch, outcome=Outcome.UNWEIGHED).exists():
        return False
    Batch.objects.filter(pk=batch.pk, weighed_at=None).update(weighed_at=at)
    return True


@transaction.atomic
def weigh_one(key: int, batch: Batch, *, identity: Identity, at: datetime) -> bool:
    """Write down what the act would do with one case; False where the case cannot be seen."""
    if (both := held(key)) is None:
        return False
    row, case = both
    row.seen_until = latest_change(case.pk)
    found = weighed(case, Act(batch.act), batch.details, identity=identity, by=batch.by, at=at)
    row.before, row.after, row.reason = found.before, found.after, found.refusal[:300]
    row.outcome = Outcome.REFUSED if found.refusal else Outcome.READY
    row.save(update_fields=["seen_until", "before", "after", "reason", "outcome"])
    return True


def held(key: int) -> tuple[BatchedCase, Case] | None:
    """Return a case of a batch, held until the transaction ends; None where it cannot be seen."""
    row = BatchedCase.objects.select_for_update().filter(pk=key).first()
    if row is None:
        return None
    case = Case.objects.select_related("client", "customer").filter(pk=row.case_id).first()
    return (row, case) if case else None


def weighed(
    case: Case, act: Act, details: Details, *, identity: Identity, by: Agent, at: datetime
) -> Weighed:
    """Do the act, look at what became of the case, and undo it."""
    before = standing(case.pk, me=by) or {}
    try:
        with transaction.atomic():
            written = do(case, act, details, identity=identity, by=by, at=at)
            after = standing(case.pk, me=by) or before
            if written is None and act is not Act.HAND_OVER and after == before:
                raise NothingChanges
            raise _TakenBack(before, after)
    except _TakenBack as found:
        return Weighed(found.before, found.after)
    except Refused as refusal:
        return Weighed(before, before, refusal.words())
    except ProgrammingError as error:
        if not is_beyond_reach(error):
            raise
        return Weighed(before, before, MayNot(client=case.client.public_name).words())
