"""A case that somebody takes by hand is in hand, as one that was offered would be."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case, State
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.events import CaseOutOfHand, CaseTakenInHand
from gensvar.operations.routing.models import Offer, Taken, Waiting
from gensvar.operations.routing.queries.hand import offer_in_hand
from gensvar.operations.routing.queries.places import WRITTEN

# Whoever took a case yesterday and left it is at something else today; it stays their own.
ONE_DAY_AT_WORK = timedelta(hours=12)

# What is heard of later than this was taken by somebody who is at something else by now.
HEARD_TOO_LATE = timedelta(minutes=10)


class NotTaken(Refused):
    message = _("You do not have the case in hand any more.")


@action
def take_in_hand(case_id: int, *, by: Agent, at: datetime) -> Taken | None:
    """Count a case as in hand that an agent has just taken, until it is not theirs to answer.

    None where it is in hand already, or by now not theirs: done twice it comes to the same.
    """
    cases = Case.objects.select_for_update(of=("self",), no_key=True)
    case = cases.filter(pk=case_id, agent=by, state=State.WAITING_FOR_US).first()
    if case is None or offer_in_hand(case, by) is not None or _is_known(case, by, since=at):
        return None
    for earlier in Taken.objects.live().filter(case=case):
        if earlier.agent_id == by.pk:
            return None
        let_go(earlier, at=at)
    taken = Taken.objects.create(
        case=case, client_id=case.client_id, agent=by, channel=_channel(case), taken_at=at
    )
    announce(
        CaseTakenInHand(
            case_id=case.pk, client_id=case.client_id, agent_id=by.pk, channel=taken.channel
        ),
        at=at,
    )
    return taken


@action
def put_aside(case: Case, *, by: Agent, at: datetime) -> None:
    """Have room for others while a case that was taken by hand stays one's own."""
    taken = Taken.objects.live().select_for_update().filter(case=case, agent=by).first()
    if taken is None:
        raise NotTaken
    let_go(taken, at=at)


def put_all_aside(agent_id: int, *, taken_before: datetime, at: datetime) -> None:
    """Count nothing as in hand any more that somebody took by hand before they left."""
    held = Taken.objects.live().filter(agent=agent_id, taken_at__lte=taken_before)
    for taken in held.select_for_update():
        let_go(taken, at=at)


def let_go(taken: Taken, *, at: datetime) -> None:
    """Count a case as in hand no more."""
    taken.ended_at = at
    taken.save(update_fields=["ended_at"])
    announce(
        CaseOutOfHand(
            case_id=taken.case_id,
            client_id=taken.client_id,
            agent_id=taken.agent_id,
            seconds=(at - taken.taken_at).total_seconds(),
        ),
        at=at,
    )


def _is_known(case: Case, by: Agent, *, since: datetime) -> bool:
    """Say whether the taking was counted, and the case perhaps put aside again since then."""
    if Taken.objects.filter(case=case, agent=by, taken_at__gte=since).exists():
        return True
    waited = Waiting.objects.filter(case=case).values("contact")
    accepted = Offer.objects.filter(agent=by, contact__in=waited, accepted_at__gte=since)
    return accepted.exists()


def _channel(case: Case) -> str:
    """Return where it takes up room; what began as a call or a visit is written work by now."""
    return case.channel if case.channel in WRITTEN else Channel.MAIL
