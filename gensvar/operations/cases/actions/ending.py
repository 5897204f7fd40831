"""What became of the need when its case was closed."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.events import NeedOutcomeSaid
from gensvar.operations.cases.models import CannedText, Case, NeedMet, NeedOutcome
from gensvar.operations.contacts.models import Outgoing


class ReferredToNobody(Refused):
    message = _("Say which authority the customer is referred to.")
    status = 422


class RefersElsewhere(Refused):
    message = _("Only who is referred elsewhere has an authority. Choose “referred”, or no text.")
    status = 422


@dataclass(frozen=True)
class Need:
    """What became of a need; referred, by which ready words and how they were sent."""

    met: str
    to: CannedText | None = None
    outgoing: Outgoing | None = None


def say_outcome(case: Case, need: Need, *, by: Agent | None, at: datetime) -> NeedOutcome:
    """Write what became of the need of a case that is being closed at this moment.

    The caller holds the case.
    """
    authority = need.to.refers_to if need.to else ""
    is_referred = need.met == NeedMet.REFERRED
    if is_referred and (need.to is None or not authority or need.to.client_id != case.client_id):
        raise ReferredToNobody
    if not is_referred and need.to is not None:
        raise RefersElsewhere
    said = NeedOutcome.objects.create(
        case=case,
        client_id=case.client_id,
        met=need.met,
        authority=authority,
        canned_text=need.to,
        outgoing=need.outgoing,
        by=by,
        at=at,
    )
    announce(
        NeedOutcomeSaid(
            need_outcome_id=said.pk,
            met=said.met,
            case_id=case.pk,
            client_id=case.client_id,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    return said


def unsay_outcome(case: Case, *, at: datetime) -> None:
    """Take back what was said when the case was last closed, since the closing is taken back."""
    if case.closed_at is not None:
        NeedOutcome.objects.filter(case=case, at=case.closed_at).update(undone_at=at)
