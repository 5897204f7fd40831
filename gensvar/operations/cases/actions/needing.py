"""What the customer needs to be understood in a case: noted for it alone, and if it was met."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import about, locked, refuse_merged
from gensvar.operations.cases.events import CaseNeedAsked, CaseNeedForgotten, CaseNeedMet
from gensvar.operations.cases.models import Case, CaseNeed
from gensvar.operations.cases.rules import one_line
from gensvar.operations.customers.actions import NeedUnsaid, TellsOfHealth, note_need
from gensvar.operations.customers.models import Need
from gensvar.operations.customers.rules.needs import health_in


class NobodyToRemember(Refused):
    message = _("Nobody knows yet who asked, so it can be kept for this case only.")
    status = 422


@action
def ask_need(
    case: Case, *, what: str, by: Agent, at: datetime, words: str = "", agreed: bool = False
) -> CaseNeed:
    """Note what the customer needs in this case, once; other words replace the old.

    Only where the customer has `agreed` is it remembered for the next case too.
    """
    case = locked(case)
    refuse_merged(case)
    words = one_line(words)[:200]
    if what == Need.What.OTHER and not words:
        raise NeedUnsaid
    if word := health_in(words):
        raise TellsOfHealth(word=word)
    if agreed:
        if case.customer is None:
            raise NobodyToRemember
        note_need(case.customer, what=what, words=words, agreed=True, by=by, at=at)
    asked, is_new = CaseNeed.objects.get_or_create(
        case=case, what=what, defaults={"client": case.client, "words": words, "by": by, "at": at}
    )
    if is_new:
        announce(CaseNeedAsked(case_need_id=asked.pk, **about(case, by)), at=at)
    elif asked.words != words:
        asked.words = words
        asked.save(update_fields=["words"])
    return asked


@action
def say_need_met(asked: CaseNeed, *, met: str, by: Agent, at: datetime) -> None:
    """Say whether what the customer needs in the case could be given them."""
    case = locked(asked.case)
    known = CaseNeed.objects.filter(pk=asked.pk).exclude(met=met)
    if known.update(met=met, met_by=by, met_at=at):
        announce(CaseNeedMet(case_need_id=asked.pk, met=met, **about(case, by)), at=at)


@action
def forget_need(asked: CaseNeed, *, by: Agent, at: datetime) -> None:
    """Take away what was noted by mistake, or what the customer wants forgotten."""
    case = locked(asked.case)
    removed, _rows = CaseNeed.objects.filter(pk=asked.pk).delete()
    if removed:
        announce(CaseNeedForgotten(**about(case, by)), at=at)
