"""A question that is another authority's: the customer is told whose, and the case is done."""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions.answering import answer
from gensvar.operations.cases.actions.ending import Need, ReferredToNobody
from gensvar.operations.cases.actions.moving import AlreadyClosed, close, locked
from gensvar.operations.cases.actions.wording import use_canned_text
from gensvar.operations.cases.models import CannedText, Case, NeedMet, State
from gensvar.operations.casetypes.rules import May
from gensvar.operations.contacts.models import Outgoing


@action
def refer(
    case: Case,
    to: CannedText,
    *,
    by: Agent,
    at: datetime,
    channel: str = "",
    reason: str = "",
    stage: str = "",
    may: May | None = None,
    despite_parts: bool = False,
) -> Outgoing | None:
    """Close the case and refer the customer to an authority, in its ready words.

    Without `channel` the words are said, not sent. Both happen or neither.
    """
    if locked(case).is_closed:
        raise AlreadyClosed
    if not to.refers_to or to.client_id != case.client_id:
        raise ReferredToNobody
    outgoing = None
    if channel:
        text = use_canned_text(case, to, by=by, at=at)
        turn = State.WAITING_FOR_US  # it is closed at once, which settles what was promised
        outgoing = answer(case, text, channel=channel, by=by, at=at, next_state=turn)
    need = Need(NeedMet.REFERRED, to, outgoing)
    close(
        case,
        by=by,
        at=at,
        reason=reason,
        stage=stage,
        may=may,
        need=need,
        despite_parts=despite_parts,
    )
    return outgoing
