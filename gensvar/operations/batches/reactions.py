"""What was asked for is done soon after, as a job; one that dies is begun again and goes on."""

from django.utils.timezone import now

from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.batches.actions import go_on
from gensvar.operations.batches.events import BatchAsked, BatchConfirmed, BatchUndoAsked
from gensvar.operations.batches.models import Batch


def _go_on(batch_id: int) -> None:
    batch = Batch.objects.filter(pk=batch_id).first()
    if batch is not None:
        go_on(batch, at=now)


@reacts_to(BatchAsked)
def weigh_the_rest(event: BatchAsked) -> None:
    _go_on(event.batch_id)


@reacts_to(BatchConfirmed)
def do_what_was_confirmed(event: BatchConfirmed) -> None:
    _go_on(event.batch_id)


@reacts_to(BatchUndoAsked)
def undo_what_can_be(event: BatchUndoAsked) -> None:
    _go_on(event.batch_id)
