"""Whoever was called back and did not answer is told so by text message, where one may go there."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext

from gensvar.channels.voice.models import Call
from gensvar.channels.voice.queries import shown_number
from gensvar.foundation.events.actions import undone_if_refused
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.actions import Draft, request_message
from gensvar.operations.contacts.models import Channel
from gensvar.operations.contacts.texting import can_text, opted_out
from gensvar.operations.customers.rules import is_mobile, shown_phone

PURPOSE = "missed-callback"


def text_missed(call: Call, *, is_last: bool, at: datetime) -> None:
    """Tell of the first try and of the last; nothing to a protected number, or after a STOP."""
    is_due = is_last or call.tries == 1
    if not is_due or not call.party or not is_mobile(call.party):
        return
    if not can_text(call.client) or opted_out(call.client, [call.party]):
        return
    number = shown_phone(shown_number(call.client))
    with translation.override(call.contact.language or call.client.language):
        if is_last:
            words = gettext("%(client)s: we have tried to call you back, and have not reached you.")
        else:
            words = gettext("%(client)s: we tried to call you back just now, and will try again.")
        words = words % {"client": call.client.public_name}
        if number:
            words = f"{words} " + gettext("You reach us at %(number)s.") % {"number": number}
    draft = Draft(text=words, recipients=[call.party], purpose=PURPOSE, is_automatic=True)
    try:
        with undone_if_refused():
            request_message(
                call.client,
                draft,
                channel=Channel.SMS,
                customer=call.contact.customer,
                by=None,
                at=at,
            )
    except Refused:
        # What may not be sent is not; the callback goes on without it.
        return
