"""Batches that nobody asks about any more."""

from datetime import datetime, timedelta

from gensvar.operations.batches.models import Batch

KEPT_FOR = timedelta(days=90)


def forget_batches(*, at: datetime) -> int:
    """Drop old batches; what they did stands in the record of each case."""
    dropped, _by_table = Batch.objects.filter(at__lt=at - KEPT_FOR).delete()
    return dropped
