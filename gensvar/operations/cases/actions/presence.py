"""Who else has a case open and writes in it; never a lock."""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case, Composing


@action
def be_present(case: Case, *, is_writing: bool, by: Agent, at: datetime) -> None:
    """Say that one has the case open, and whether one writes; it is forgotten by itself."""
    Composing.objects.update_or_create(
        case=case,
        agent=by,
        defaults={"client_id": case.client_id, "is_writing": is_writing, "seen_at": at},
    )


def forget_absent(*, before: datetime) -> None:
    """Drop what nobody asks about any more."""
    Composing.objects.filter(seen_at__lt=before).delete()
