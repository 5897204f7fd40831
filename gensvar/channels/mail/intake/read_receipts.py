"""A receipt that our mail was opened is a step of that mail, not a message to read."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.models import RawMail
from gensvar.channels.mail.reading import AutoKind
from gensvar.operations.contacts.actions import mark_delivered
from gensvar.operations.contacts.models import Outgoing


def tie(incoming: Incoming) -> None:
    if incoming.mail.auto.kind is not AutoKind.RECEIPT:
        return
    bounce = incoming.mail.bounce
    ids = [*incoming.mail.earlier_ids, *([bounce.original_message_id] if bounce else [])]
    sent = Outgoing.objects.filter(
        client=incoming.client, message__message_id__in=[one for one in ids if one]
    )
    if found := sent.select_related("message__contact").order_by("-pk").first():
        mark_delivered(found, at=incoming.at, detail=incoming.mail.subject[:200])
        incoming.contact = found.message.contact
        incoming.settled_as = RawMail.State.REPORT
