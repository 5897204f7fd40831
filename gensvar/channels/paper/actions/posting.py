"""Letters of ours: written in a case, printed, and said to be posted by whoever posted them."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils.timezone import get_default_timezone, localtime
from django.utils.translation import gettext_lazy as _

from gensvar.channels.paper.events import LetterPosted
from gensvar.channels.paper.rules import FORWARDED_BY, address_lines
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.models import Case, State
from gensvar.operations.contacts.actions import mark_sent
from gensvar.operations.contacts.models import Channel, Outgoing


class NoPostalAddress(Refused):
    message = _("Write a postal address: a street or a box on one line, postcode and town below.")
    status = 422


class NotPostedThen(Refused):
    message = _("A letter is posted on the day it was written or later, and not in the future.")
    status = 422


class NothingToPost(Refused):
    message = _("The letter is posted already, or was taken back.")


@action
def write_letter(
    case: Case,
    text: str,
    *,
    subject: str,
    name: str = "",
    address: str = "",
    by: Agent,
    at: datetime,
    next_state: str = State.WAITING_FOR_CUSTOMER,
) -> Outgoing:
    """Answer by letter; it waits to be printed and posted, and can be taken back until then.

    To a customer whose identity is protected it goes through the tax agency, and bears no name.
    """
    lines = [name.strip(), *address_lines(address)]
    if case.customer and case.customer.protected:
        lines = list(FORWARDED_BY)
    elif len(lines) < 3:
        raise NoPostalAddress
    return cases.answer(
        case,
        text,
        channel=Channel.LETTER,
        recipients=["\n".join(filter(None, lines))],
        subject=subject,
        by=by,
        at=at,
        next_state=next_state,
    )


@action
def post_letters(letters: Iterable[Outgoing], *, posted_on: date, by: Agent, at: datetime) -> None:
    """Say that letters went by the same post; where one cannot have, none is marked."""
    for letter in letters:
        post_letter(letter, posted_on=posted_on, by=by, at=at)


@action
def post_letter(letter: Outgoing, *, posted_on: date, by: Agent, at: datetime) -> None:
    """Say that a letter was put in the post on a day."""
    today, written_on = localtime(at).date(), localtime(letter.message.at).date()
    if not written_on <= posted_on <= today:
        raise NotPostedThen
    # Of a day that is over, the last collection.
    then = datetime.combine(posted_on, time(17), tzinfo=get_default_timezone())
    sent_at = at if posted_on == today else max(then, letter.message.at)
    held = Outgoing.objects.select_for_update().get(pk=letter.pk)
    if held.state not in Outgoing.ON_THEIR_WAY:
        raise NothingToPost
    mark_sent(letter, provider_id="", at=sent_at)
    announce(
        LetterPosted(
            outgoing_id=letter.pk,
            contact_id=letter.message.contact_id,
            client_id=letter.client_id,
            agent_id=by.pk,
            posted_on=posted_on.isoformat(),
        ),
        at=at,
    )
