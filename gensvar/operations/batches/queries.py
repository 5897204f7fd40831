"""What a batch is about, how far it has come, and who asks for it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, QuerySet

from gensvar.foundation.integrations.authentication import identity_behind
from gensvar.foundation.integrations.models import Token
from gensvar.foundation.people.access import NOBODY, Identity, identity_of
from gensvar.operations.batches.models import Batch, BatchedCase
from gensvar.operations.batches.rules import Outcome


def identity_of_asker(batch: Batch, *, at: datetime) -> Identity:
    """Return what whoever asks may do at this moment, not what they might when they asked."""
    if batch.token_id is not None:
        token = Token.objects.in_force(at=at).filter(pk=batch.token_id).first()
        return identity_behind(token) if token else NOBODY
    return identity_of(batch.by, at=at) if batch.by.is_active else NOBODY


def keys_waiting(batch: Batch, outcome: Outcome, *, most: int) -> list[int]:
    """Return the next cases of a batch that something is still to be done with."""
    waiting = BatchedCase.objects.filter(batch=batch, outcome=outcome).order_by("pk")
    return list(waiting.values_list("pk", flat=True)[:most])


def counts(batch: Batch) -> Counter[str]:
    """Count the cases of a batch by what has become of them, as far as they can be seen."""
    rows = BatchedCase.objects.filter(batch=batch).values_list("outcome").annotate(Count("pk"))
    return Counter(dict(rows.order_by()))


def rows(batch: Batch, outcomes: Iterable[Outcome]) -> QuerySet[BatchedCase]:
    """Return the cases of a batch with these outcomes, those refused or left out first."""
    found = BatchedCase.objects.filter(batch=batch, outcome__in=list(outcomes))
    return found.select_related("case__customer").order_by("pk")


def not_over() -> Sequence[Batch]:
    """Return the batches in which something is still to be done."""
    confirmed = Batch.objects.exclude(confirmed_at=None).filter(done_at=None)
    undoing = Batch.objects.exclude(undo_asked_at=None).filter(undone_at=None)
    weighing = Batch.objects.filter(weighed_at=None)
    return list((confirmed | undoing | weighing).order_by("pk"))
