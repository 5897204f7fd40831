"""Follow a case, and be told of it; seldom, and never more than that something happened."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import about
from gensvar.operations.cases.events import CaseUnwatched, CaseWatched
from gensvar.operations.cases.models import Case, Watch


class NobodyToTell(Refused):
    message = _("A program cannot follow a case: there is nobody to send a mail to. Use a webhook.")


@action
def watch(case: Case, *, by: Agent, at: datetime) -> None:
    """Follow a case from now on; to follow it already is no fault."""
    if by.is_service:
        raise NobodyToTell
    newest = EventRecord.objects.of_case(case.pk).order_by("-id").values_list("id", flat=True)
    _watch, is_new = Watch.objects.get_or_create(
        case=case,
        agent=by,
        defaults={
            "client_id": case.client_id,
            "since": at,
            "told_until": newest.first() or 0,
        },
    )
    if is_new:
        announce(CaseWatched(**about(case, by)), at=at)


@action
def unwatch(case: Case, *, by: Agent, at: datetime) -> None:
    """Follow the case no longer; nothing more is sent about it."""
    removed, _rows = Watch.objects.filter(case=case, agent=by).delete()
    if removed:
        announce(CaseUnwatched(**about(case, by)), at=at)
