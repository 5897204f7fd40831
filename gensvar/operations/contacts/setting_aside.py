"""A contact that becomes no case: it is said why, so that every contact is accounted for."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.events import ContactSetAside
from gensvar.operations.contacts.models import Contact, Direction, NoCase


class BecameCase(Refused):
    message = _("This contact concerns a case already, so it needs no reason.")


class WeBegan(Refused):
    message = _("Only a contact that came to us can be set aside. This one went out from us.")
    status = 422


class OtherNeedsWords(Refused):
    message = _("Say in a few words why it became no case.")
    status = 422


@action
def set_aside(
    contact: Contact, *, reason: str, words: str = "", by: Agent | None, at: datetime
) -> NoCase:
    """Say why a contact became no case; said again, the new reason takes the place of the old."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    words = words.strip()
    if contact.direction != Direction.IN:
        raise WeBegan
    if contact.cases.exists():
        raise BecameCase
    if reason == NoCase.Reason.OTHER and not words:
        raise OtherNeedsWords
    given = {"reason": reason, "words": words, "by": by, "at": at, "client_id": contact.client_id}
    said, _is_new = NoCase.objects.update_or_create(contact=contact, defaults=given)
    announce(
        ContactSetAside(
            contact_id=contact.pk,
            client_id=contact.client_id,
            reason=said.reason,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    return said
