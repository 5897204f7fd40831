"""Forget the scans of a case that has been erased."""

from collections.abc import Iterable

from django.db import transaction

from gensvar.channels.paper.models import Paper
from gensvar.foundation.files.actions import remove_at_once
from gensvar.operations.disposal.models import Disposed


def forget_papers(case_id: int, contacts: Iterable[int]) -> None:
    """Let go of the scans of an erased case; that a letter came, and which day, stays."""
    with transaction.atomic():
        if not Disposed.objects.filter(case=case_id).exists():
            return
        papers = Paper.objects.filter(contact__in=list(contacts))
        files = set(papers.exclude(file=None).values_list("file", flat=True))
        papers.update(file=None, name="")
    remove_at_once(files)
