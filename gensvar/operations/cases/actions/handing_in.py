"""Leave words for a case without seeing it: the one way in for those who may not read it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.noting import write_note
from gensvar.operations.cases.events import HandedIn
from gensvar.operations.cases.models import Case, HandIn
from gensvar.operations.cases.rules import NUMBER, written_number

LONGEST = 20_000


class NothingHandedIn(Refused):
    message = _("Write what those who have the case shall know.")
    status = 422


class NoCaseNumber(Refused):
    message = _("Write the number as it stands in the letter or mail: 26-000123.")
    status = 422


@action
def hand_in(number: str, text: str, *, by: Agent, at: datetime) -> HandIn:
    """Take words for the case with this number; whether there is one is nowhere told.

    The number is looked up by a job, so that every number takes the same time and answer.
    """
    text, written = text.replace("\0", "").strip()[:LONGEST], written_number(number)
    if not NUMBER.fullmatch(written):
        raise NoCaseNumber
    if not text:
        raise NothingHandedIn
    left = HandIn.objects.create(number=written, text=text, by=by, at=at)
    announce(HandedIn(agent_id=by.pk, hand_in_id=left.pk), at=at)
    return left


@action
def settle_hand_in(hand_in_id: int, *, at: datetime) -> None:
    """Put the words with the case they are for, once; for a job, which sees every case."""
    left = HandIn.objects.select_for_update(of=("self",)).select_related("by").get(pk=hand_in_id)
    if left.settled_at is not None:
        return
    HandIn.objects.filter(pk=left.pk).update(settled_at=at)
    case = Case.objects.filter(number=left.number, client__in=_clients(left.by)).first()
    if case is not None:
        write_note(case, left.text, by=left.by, at=left.at)


def _clients(agent: Agent) -> list[int]:
    """Return the clients that somebody works for: words reach no other client's cases."""
    granted = list(agent.grants.values_list("client", flat=True))
    if None in granted:
        return list(Case.objects.values_list("client", flat=True).distinct())
    return [client for client in granted if client is not None]
