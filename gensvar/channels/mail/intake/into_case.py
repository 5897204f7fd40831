"""The case that the mail joins; a new one if it belongs to none."""

from django.utils.translation import gettext as _

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.rules import title_of
from gensvar.operations.cases.actions import change_state, go_on, open_case, tag
from gensvar.operations.cases.models import State
from gensvar.operations.contacts.models import Channel


def put(incoming: Incoming) -> None:
    assert incoming.contact is not None
    if incoming.case is not None:
        incoming.case, incoming.is_new_case = go_on(
            incoming.case,
            incoming.contact,
            title=_title(incoming),
            group=incoming.mailbox.group,
            at=incoming.at,
            wakes=incoming.wakes,
        )
        return
    mailbox = incoming.mailbox
    incoming.case = open_case(
        incoming.client,
        title=_title(incoming),
        channel=Channel.MAIL,
        contact=incoming.contact,
        subject=mailbox.subject,
        group=mailbox.group,
        at=incoming.at,
    )
    incoming.is_new_case = True
    if incoming.is_aside:
        change_state(
            incoming.case, State.WAITING_FOR_CUSTOMER, by=None, at=incoming.at, reason="automatic"
        )
        tag(incoming.case, _("Automatic mail"), by=None, at=incoming.at)


def _title(incoming: Incoming) -> str:
    if incoming.mail.is_unreadable and not incoming.mail.subject:
        return _("A mail that could not be read")
    return title_of(incoming.mail.subject, incoming.mail.text) or _("(no subject)")
