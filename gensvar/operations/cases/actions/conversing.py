"""Words within a talk that goes on, such as a chat: whose turn it is does not change by each."""

from collections.abc import Sequence
from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions.moving import about, locked, refuse_merged
from gensvar.operations.cases.events import CaseAnswered
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import Enclosure
from gensvar.operations.contacts.models import Contact, Direction, Outgoing
from gensvar.operations.contacts.saying import say_in


@action
def converse(
    case: Case,
    contact: Contact,
    text: str,
    *,
    by: Agent,
    at: datetime,
    enclosures: Sequence[Enclosure] = (),
) -> Outgoing:
    """Say something to the customer in a contact of the case; the first words answer the case."""
    case = locked(case)
    refuse_merged(case)
    is_first = not contact.messages.filter(direction=Direction.OUT).exists()
    outgoing = say_in(
        contact,
        text,
        by=by,
        at=at,
        enclosures=enclosures,
        sender_name=case.client.public_name,
    )
    if is_first:
        announce(
            CaseAnswered(contact_id=contact.pk, outgoing_id=outgoing.pk, **about(case, by)), at=at
        )
    return outgoing
